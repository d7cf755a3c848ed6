import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EventPublications, EventQueries, Postponements, StallApplications, StallTickets, Stalls } from '@yoriai/events';
import { LetterTown, URL_OF_SITE, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

test('a stall hears of its application, the answer, its plot, another day, and that the event is off; one that was declined hears no more', async () => {
  const { id: eventId } = await town.published({ rainPolicy: 'postponed' });
  await town.app.get(Stalls).open(town.host, eventId, { kinds: ['goods'], places: 3, closesOn: '2026-11-27', note: '搬入は9時からです。', plots: [{ code: 'A-1', venue: null }] });
  const about = { id: eventId, state: 'published', startsAt: '2026-11-29T04:00:00Z' };
  const apply = async (email: string, language: 'ja' | 'en'): Promise<{ token: string; id: string }> => {
    const stall = { kind: 'goods' as const, name: '小物の店', sells: '布の小物', contactName: '標野 つばめ', phone: '090-0000-1234', email };
    const token = await town.app.get(StallApplications).apply(about, stall, { language, from: email });
    return { token, id: (await town.app.get(StallTickets).byToken(token)).id };
  };
  const [yes, no] = [await apply('yes@example.jp', 'ja'), await apply('no@example.jp', 'en')];
  const sent = await town.post();
  const asked = sent.filter(({ subject }) => subject === '出店の申込がありました：靱公園バラ園コンサート');
  expect(asked).toHaveLength(2);
  for (const words of ['小物の店', '布の小物', `/app/events/${eventId}/stalls`]) expect(asked[0]?.text).toContain(words);
  // Who it is and how to reach them is read in the App, where that is logged.
  for (const words of ['標野', '090-0000-1234', 'yes@example.jp']) expect(asked[0]?.text).not.toContain(words);
  const first = letterTo(sent, 'yes@example.jp');
  expect(first?.subject).toBe('出店の申込を受けとりました：靱公園バラ園コンサート');
  expect(first?.text).toContain(`${URL_OF_SITE}/s/${yes.token}`);

  await town.app.get(Stalls).accept(town.host, yes.id, 'お待ちしています。');
  await town.app.get(Stalls).place(town.host, yes.id, 'A-1');
  await town.app.get(Stalls).decline(town.host, no.id, '場所がたりませんでした。');
  const answers = await town.post();
  expect(answers.filter(({ to }) => JSON.stringify(to).includes('yes@')).map(({ subject }) => subject)).toEqual(expect.arrayContaining(['出店が決まりました：靱公園バラ園コンサート', '出店の区画が決まりました：靱公園バラ園コンサート']));
  for (const words of ['お待ちしています。', 'A-1', '標野 つばめ 様', '搬入は9時からです。']) expect(letterTo(answers, 'yes@example.jp')?.text).toContain(words);
  const refused = answers.find(({ to }) => JSON.stringify(to).includes('no@'));
  expect(refused?.subject).toContain('About your stall');
  expect(refused?.text).toContain('場所がたりませんでした。');

  // What the audience brings is not for shops.
  expect(letterTo(answers, 'yes@example.jp')?.text).not.toContain('持ち物');

  const gone = await apply('gone@example.jp', 'ja');
  await town.app.get(Stalls).accept(town.host, gone.id, null);
  await town.post();
  await town.app.get(StallTickets).withdraw(gone.token);
  const left = await town.post();
  expect(left.map(({ subject }) => subject)).toEqual(['出店の取り下げがありました：靱公園バラ園コンサート']);

  const { startsAt } = await town.app.get(EventQueries).detail(town.host, eventId);
  await town.app.get(Postponements).postpone(town.host, eventId, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: startsAt! });
  const later = (await town.post()).filter(({ to }) => /yes@|no@/.test(JSON.stringify(to)));
  expect(later.map(({ subject }) => subject)).toEqual(['日時や場所が変わりました（出店の方へ）：靱公園バラ園コンサート']);
  for (const words of ['11月29日(日) 13時〜15時 → 12月6日(日) 13時〜15時', '雨の予報のため']) expect(later[0]?.text).toContain(words);

  await town.app.get(EventPublications).cancel(town.host, eventId, '台風が近づいています。');
  const off = await town.post();
  expect(off.filter(({ to }) => JSON.stringify(to).includes('yes@')).map(({ subject, text }) => [subject, text?.includes('台風が近づいています。')])).toContainEqual(['行事が中止になりました（出店の方へ）：靱公園バラ園コンサート', true]);
  expect(off.filter(({ subject, to }) => JSON.stringify(to).includes('no@') && subject?.includes('The event is off'))).toEqual([]);
});
