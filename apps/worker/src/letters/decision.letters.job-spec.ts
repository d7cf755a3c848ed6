import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AlertSources, Alerts, DecisionPrompts, EventQueries, Reductions } from '@yoriai/events';
import { LetterTown, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

test('before the hour of decision the host reads who decides; those who come do not', async () => {
  const event = await town.published({ rainDecider: '実行委員長' });
  await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
  expect(letterTo(await town.post(), 'hanako@example.jp')?.text).not.toContain('実行委員長');
  town.app.clock.set('2026-11-28T08:00:00+09:00');
  await town.app.get(DecisionPrompts).sweep(town.app.clock.now());
  const letter = letterTo(await town.post(), 'leader@example.jp');
  expect(letter?.subject).toBe('やりますか：靱公園バラ園コンサート（11月29日(日)）');
  expect(letter?.text).toContain('中止・延期を決める人：実行委員長');
});

test('while a grave warning stands whoever leads is asked about an indoor event too, and reads which', async () => {
  const said = { name: 'warnings', read: () => Promise.resolve([{ kind: 'rain' as const, title: 'レベル5大雨特別警報', level: 5 as const }]) };
  Object.assign(town.app.get(AlertSources), { all: [said] });
  await town.published({ rainPolicy: 'indoors', rainDecisionAt: null });
  await town.post();
  town.app.clock.set('2026-11-29T08:30:00+09:00');
  await town.app.get(Alerts).poll();
  await town.app.get(DecisionPrompts).sweep(town.app.clock.now());
  const letter = letterTo(await town.post(), 'leader@example.jp');
  expect(letter?.subject).toBe('やりますか：靱公園バラ園コンサート（11月29日(日)）');
  expect(letter?.text).toContain('いま、レベル5大雨特別警報が出ています。');
});

test('of an event that was made smaller before the danger, whoever leads is asked to say so again', async () => {
  const { id } = await town.published({ rainPolicy: 'indoors', rainDecisionAt: null });
  town.app.clock.set('2026-11-29T08:00:00+09:00');
  const { startsAt } = await town.app.get(EventQueries).detail(town.host, id);
  await town.app.get(Reductions).reduce(town.host, id, { startsAt: startsAt!, after: null, cause: 'wind', reason: '風が強いため', dropped: [] });
  await town.post();
  Object.assign(town.app.get(AlertSources), { all: [{ name: 'warnings', read: () => Promise.resolve([{ kind: 'wind' as const, title: '暴風特別警報', level: 5 as const }]) }] });
  town.app.clock.set('2026-11-29T08:30:00+09:00');
  await town.app.get(Alerts).poll();
  await town.app.get(DecisionPrompts).sweep(town.app.clock.now());
  expect(letterTo(await town.post(), 'leader@example.jp')?.text).toContain('それでも開催するときは、もう一度「縮小」で知らせてください。');
});

test.each([
  ['is lifted', false, undefined],
  ['can’t be known', true, 'いまも出ているかは、わかりません。'],
])('a warning that %s before its letter is written', async (_, silent, told) => {
  let stands = [{ kind: 'rain' as const, title: 'レベル4大雨危険警報', level: 4 as const }];
  const asked = { all: [{ name: 'warnings', read: () => Promise.resolve(stands) }] };
  Object.assign(town.app.get(AlertSources), asked);
  await town.published({ rainPolicy: 'indoors', rainDecisionAt: null });
  await town.post();
  town.app.clock.set('2026-11-29T08:30:00+09:00');
  await town.app.get(Alerts).poll();
  expect(await town.app.get(DecisionPrompts).sweep(town.app.clock.now())).toBe(1);
  stands = [];
  if (silent) asked.all[0]!.read = () => Promise.reject(new Error('nobody answers'));
  await town.app.get(Alerts).poll();
  const letter = letterTo(await town.post(), 'leader@example.jp');
  expect(letter?.text?.includes(told ?? '') ?? null).toBe(told === undefined ? null : true);
});
