import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EventApprovals, EventConditions, EventDrafts, EventPublicationPlans, EventPublications } from '@yoriai/events';
import { LetterTown, URL_OF_SITE, concert, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

/** The concert with a condition that keeps it from being published, met when its hour was chosen and not any more. */
const keptBack = async (at = '2026-11-20T09:00:00+09:00'): Promise<string> => {
  const { id } = await town.app.get(EventDrafts).create(town.host, concert(town.organisationId));
  await town.app.get(EventApprovals).submit(town.host, id);
  const { approval } = await town.app.get(EventApprovals).approve(town.approver, id, { revision: 1, conditions: [{ text: '許可書を出してください。', dueOn: '2026-11-18', blocking: true }] });
  const conditionId = approval!.conditions[0]!.id;
  await town.app.get(EventConditions).say(town.host, id, conditionId, 'reported', '出しました。');
  await town.app.get(EventConditions).say(town.approver, id, conditionId, 'confirmed', null);
  await town.app.get(EventPublicationPlans).plan(town.host, id, new Date(at));
  await town.app.database.asOwner(`update approvals.condition set state = 'open' where id = $1`, [conditionId]);
  await town.post();
  town.app.clock.set(at);
  await town.app.get(EventPublicationPlans).sweep(town.app.clock.now());
  await town.app.database.asOwner(`update approvals.condition set state = 'met' where id = $1`, [conditionId]);
  return id;
};

test('who may publish it reads that it was not published at its hour, and why, once', async () => {
  const id = await keptBack();
  const letters = await town.post();
  expect(letters.map((mail) => [to(mail), mail.subject])).toEqual([['leader@example.jp', '予定の日時に公開できませんでした：靱公園バラ園コンサート']]);
  expect(letters[0]!.text).toContain('公開の前にすることが残っています。');
  expect(letters[0]!.text).toContain(`${URL_OF_SITE}/app/events/${id}`);
  await town.app.get(EventPublicationPlans).sweep(town.app.clock.now());
  expect(await town.post()).toEqual([]);
});

test('who has published it by then does not', async () => {
  await town.app.get(EventPublications).publish(town.host, await keptBack());
  expect((await town.post()).map(({ subject }) => subject)).toEqual([]);
});

test('who has chosen another hour by then does not, and hears of that one', async () => {
  const id = await keptBack();
  await town.app.get(EventPublicationPlans).plan(town.host, id, new Date('2026-11-21T09:00:00+09:00'));
  expect(await town.post()).toEqual([]);
  await town.app.database.asOwner(`update approvals.condition set state = 'open'`);
  town.app.clock.set('2026-11-21T09:00:00+09:00');
  await town.app.get(EventPublicationPlans).sweep(town.app.clock.now());
  expect((await town.post()).map(({ subject }) => subject)).toEqual(['予定の日時に公開できませんでした：靱公園バラ園コンサート']);
});

test('whoever chose midnight reads it in the morning', async () => {
  await keptBack('2026-11-20T00:00:00+09:00');
  expect(await town.post()).toEqual([]);
  town.app.clock.set('2026-11-20T07:00:00+09:00');
  expect((await town.post()).map(to)).toEqual(['leader@example.jp']);
});
