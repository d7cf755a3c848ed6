import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AnswersForgetting, ConsentRounds, EventQueries, GuardianConsents, Postponements, SignUps, readOf } from '@yoriai/events';
import { LetterTown, URL_OF_SITE, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

test('a guardian is asked, reminded, and asked again when the day is another; the child hears what became of the place', async () => {
  const event = await town.published({ rainPolicy: 'postponed', frames: [{ name: 'こども', capacity: 3, asks: { guardian: true } }] });
  const apply = (name: string, language: 'ja' | 'en') => {
    const guardian = { by: 'child' as const, email: `guardian-${language}@example.jp` };
    return town.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, name, kana: 'しめの ひばり', heads: 1, email: `child-${language}@example.jp`, guardian, language });
  };
  await town.post();
  await apply('標野 ひばり', 'ja');
  const english = await apply('標野 すずめ', 'en');
  const asked = await town.post();
  expect(asked.map((mail) => to(mail)).sort()).toEqual(['child-en@example.jp', 'child-ja@example.jp', 'guardian-en@example.jp', 'guardian-ja@example.jp']);
  expect(letterTo(asked, 'child-ja@example.jp')?.subject).toBe('席を取りました。保護者の同意を待っています：靱公園バラ園コンサート（11月29日(日)）');
  const hers = letterTo(asked, 'guardian-ja@example.jp');
  expect(hers?.subject).toBe('お子さんの参加に同意をお願いします：靱公園バラ園コンサート（11月29日(日)）');
  for (const words of ['標野 ひばり さんが', '11月26日(木) 9時まで席を取ってあります', `${URL_OF_SITE}/g/`]) expect(hers?.text).toContain(words);
  expect(letterTo(asked, 'guardian-en@example.jp')?.subject).toContain('Do you consent to the child taking part?');

  const token = /\/g\/([\w-]{43})/.exec(hers?.text ?? '')![1]!;
  await town.app.get(GuardianConsents).giveByToken(token, { name: '標野 花', relation: '母', revision: 1, read: readOf(null) });
  expect((await town.post()).map((mail) => [to(mail), mail.subject]).sort()).toEqual([['child-ja@example.jp', '申し込みました：靱公園バラ園コンサート（11月29日(日)）'], ['guardian-ja@example.jp', '同意をうけたまわりました：靱公園バラ園コンサート（11月29日(日)）']]);

  town.app.clock.set('2026-11-12T10:00:00+09:00');
  await town.app.get(ConsentRounds).sweep(town.app.clock.now());
  const chased = await town.post();
  expect(chased.map((mail) => [to(mail), mail.subject?.split('!')[0]?.split(':')[0]])).toEqual([['guardian-en@example.jp', 'We have no consent yet']]);

  const { startsAt } = await town.app.get(EventQueries).detail(town.host, event.id);
  await town.app.get(Postponements).postpone(town.host, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: startsAt! });
  const moved = await town.post();
  expect(letterTo(moved, 'guardian-ja@example.jp')?.subject).toBe('変わったので、もう一度、同意をお願いします：靱公園バラ園コンサート（12月6日(日)）');
  expect(letterTo(moved, 'guardian-ja@example.jp')?.text).not.toContain('まで席を取ってあります');
  expect(letterTo(moved, 'guardian-en@example.jp')?.subject).toContain('Postponed');

  town.app.clock.set('2026-12-03T09:00:00+09:00');
  await town.app.get(ConsentRounds).sweep(town.app.clock.now());
  const released = await town.post();
  expect(released.map((mail) => to(mail))).toEqual(expect.arrayContaining(['child-en@example.jp']));
  // Whose place is kept while the guardian is asked anew is reminded like everybody.
  expect(released.flatMap((mail) => (to(mail) === 'child-ja@example.jp' ? [String(mail.subject).split('：')[0]] : []))).toEqual(['3日後です']);
  expect(released.find((mail) => to(mail) === 'child-en@example.jp')?.text).toContain('no consent of a guardian in time');
  expect(english.status).toBe('guardian_pending');

  // Thirty days later nobody knows any more where guardians were written to; the children's letters stay.
  const addresses = async () => (await town.app.database.asOwner<{ to: string }>(`select distinct address as "to" from notifications.delivery where kind like 'consent-%' or kind like 'guardian-%' or address like 'child-ja%' order by 1`)).map((row) => row.to);
  expect(await addresses()).toEqual(['child-ja@example.jp', 'guardian-en@example.jp', 'guardian-ja@example.jp']);
  town.app.clock.set('2027-01-06T10:00:00+09:00');
  await town.app.get(AnswersForgetting).sweep(town.app.clock.now());
  await town.post();
  expect(await addresses()).toEqual(['child-ja@example.jp', 'erased@invalid.invalid']);
});

test('where the guardian who was asked was erased, nobody asks the child in their place', async () => {
  const event = await town.published({ rainPolicy: 'postponed', frames: [{ name: 'こども', capacity: 3, asks: { guardian: true } }] });
  const child = await town.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, name: '標野 ひばり', kana: 'しめの ひばり', heads: 1, email: 'child@example.jp', guardian: { by: 'child', email: 'guardian@example.jp' } });
  await town.post();
  await town.app.database.asOwner('update events.guardian_consent set guardian_name = null, relation = null, guardian_email = null, said = null where application_id = $1', [child.id]);
  town.app.clock.set('2026-11-12T10:00:00+09:00');
  await town.app.get(ConsentRounds).sweep(town.app.clock.now());
  expect((await town.post()).map((mail) => [to(mail), mail.text?.includes('/g/')])).not.toContainEqual(['child@example.jp', true]);
  expect(await town.app.database.asOwner(`select address from notifications.delivery where kind = 'consent-chased'`)).toEqual([{ address: null }]);
});
