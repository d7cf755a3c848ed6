import { EventApprovals, EventDrafts, EventPublications, ListRequests } from '@yoriai/events';
import { newId } from '@yoriai/platform';
import { concert } from '../site/testing/site-town.js';
import type { Prop } from './props.js';
import type { Stage } from './stage.js';

/** A published event that the ward office itself holds. */
export async function anOfficeEvent(stage: Stage): Promise<Prop> {
  const { api } = stage.town;
  const [staff, approver] = [stage.actor('staff'), stage.actor('approver')];
  const { id } = await api.get(EventDrafts).create(staff, { ...concert(stage.houses.office), placeName: `広場 ${newId()}`, duties: [] });
  await api.get(EventApprovals).submit(staff, id);
  await api.get(EventApprovals).approve(approver, id, { revision: 1 });
  await api.get(EventPublications).publish(staff, id);
  return { id };
}

/** A list of people that a colleague of the ward office asked for. */
export async function aListAsked(stage: Stage): Promise<Prop> {
  const { id = '' } = await anOfficeEvent(stage);
  const { actor } = await stage.town.resident({ name: '区 同僚', kana: 'く どうりょう', email: `colleague-${newId()}@example.jp`, office: { organisationId: stage.houses.office, role: 'staff' } });
  const { items } = await stage.town.api.get(ListRequests).ask(actor, id, { list: 'participant-list', why: 'door' });
  return { id: items[0]!.id };
}

/** For how long the names of those who applied are kept, as it stands. */
export async function keptNames(stage: Stage): Promise<Prop> {
  const [newest] = await stage.town.sql<{ number: number }>(`select max(number) as number from associations.retention_term where kind = 'applications'`);
  return { kind: 'applications', version: String(newest?.number ?? 0) };
}
