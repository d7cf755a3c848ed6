import { FirstCheckRules, SavedFilters } from '@yoriai/approvals';
import { Organisations } from '@yoriai/associations';
import { newId } from '@yoriai/platform';
import type { Prop } from './props.js';
import type { Stage } from './stage.js';

/** What was handed in waits for a council, as which the other association is asked. */
export async function withCouncil(stage: Stage, event: Prop): Promise<Prop> {
  await stage.town.sql('insert into approvals.first_check (case_id, revision, council_id, writers, asked_at, due_on) values ($1, 1, $2, $3, $4, $5)', [event['caseId'], stage.houses.other, [], stage.town.clock.now(), '2099-11-20']);
  return event;
}

/** A council of an area of its own; as `asked-council` it looks first. */
export async function aCouncil(stage: Stage, kind: 'council' | 'asked-council'): Promise<Prop> {
  const { town } = stage;
  const areaId = newId();
  await town.sql(`insert into associations.area (id, code, slug, name, kana, sort) values ($1, $2, $2, '新しい地域', 'あたらしいちいき', 99)`, [areaId, areaId]);
  const councilId = await town.tx((tx) => town.api.get(Organisations).add(tx, { name: '地域活動協議会', kana: 'ちいきかつどうきょうぎかい', slug: newId(), kind: 'council', areaId }));
  if (kind === 'asked-council') await town.api.get(FirstCheckRules).set(stage.actor('staff'), councilId, { kinds: ['market'], businessDays: 5 });
  return { id: councilId };
}

/** A filter of the desk that the ward's clerk keeps; of what was kept before, little enough is left to keep more. */
export async function aDeskFilter(stage: Stage): Promise<Prop> {
  const name = newId();
  await stage.town.sql('delete from approvals.saved_filter where place > 10');
  const { items } = await stage.town.api.get(SavedFilters).add(stage.actor('staff'), { name, query: { status: 'pending' } });
  return { id: items.find((each) => each.name === name)!.id };
}
