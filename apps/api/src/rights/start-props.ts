import { StartAnswers, Starts } from '@yoriai/events';
import { Secrets, newId } from '@yoriai/platform';
import type { Prop } from './props.js';
import type { Stage } from './stage.js';

/** What people write who would like to begin something. */
export const START = { programme: 'exercise', place: 'みなみマンション 集会室', area: 'nishisenba', people: 12, weekdays: [2], hours: 'morning', contactName: '標野 つばめ' } as const;

/** A request of the town association that waits for an answer. Nobody can be written to. */
export async function aStart(stage: Stage): Promise<Prop> {
  const { town, houses } = stage;
  // A number of its own each: one contact has three open at most.
  const phone = `0700${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`;
  const wish = { ...START, weekdays: [...START.weekdays], phone, organisationId: houses.town, note: newId() };
  const { items } = await town.api.get(Starts).ask(stage.actor('leader'), wish);
  const { id } = items.find(({ note }) => note === wish.note)!;
  return { id, organisationId: houses.town, token: town.api.get(Secrets).sign('start', id) };
}

/** The same, accepted: nobody was telephoned, and no series begun. */
export async function anAcceptedStart(stage: Stage): Promise<Prop> {
  const start = await aStart(stage);
  await stage.town.api.get(StartAnswers).answer(stage.actor('approver'), start['id']!, { state: 'accepted', words: 'お待ちしています。' });
  return start;
}
