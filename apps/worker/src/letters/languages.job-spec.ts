import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { People, SignIn } from '@yoriai/identity';
import { newToken, rows } from '@yoriai/platform';
import { LetterTown, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

describe('the language of letters', () => {
  const request = (event: { id: string; frameId: string }, name: string, email: string) => ({ eventId: event.id, frameId: event.frameId, name, kana: 'やまだ はなこ', heads: 1, email });

  test('is that of the page somebody applied on, down to the calendar entry', async () => {
    const event = await town.published();
    await town.app.get(SignUps).apply(null, { ...request(event, 'Anna Smith', 'anna@example.jp'), language: 'en' });
    await town.app.get(SignUps).apply(null, { ...request(event, 'ワン リー', 'wang@example.jp'), language: 'ja-easy' });
    const mails = await town.post();
    const english = letterTo(mails, 'anna@example.jp');
    expect(english?.subject).toContain('(Sun 29 Nov)');
    expect(english?.text).toContain('Sun 29 Nov, 13:00–15:00');
    expect(english?.html).toContain('<html lang="en">');
    expect(String(english?.attachments[0]?.content)).toMatch(/DESCRIPTION:[A-Z][a-z]+ [a-z]+: /);
    const easy = letterTo(mails, 'wang@example.jp');
    const calendar = easy?.attachments[0];
    expect(`${easy?.subject} ${easy?.from?.text} ${calendar?.filename} ${String(calendar?.content)}`).not.toMatch(/\{[^}]*\|/);
    expect(easy?.text).toContain('日曜日（にちようび） 午後（ごご）1時（じ）から 午後（ごご）3時（じ）まで');
    expect(easy?.html).toContain('<ruby>日曜日<rp>（</rp><rt>にちようび</rt><rp>）</rp></ruby>');
    expect(`${easy?.text} ${String(easy?.html)}`).not.toMatch(/\{[^}]*\|/);
  });

  test('calls the event as its host said it again for them, and else by its Japanese name', async () => {
    const event = await town.published({ titleEn: 'Rose Garden Concert', titleEasy: 'ばらの おんがくかい' });
    const other = await town.published({ title: 'たこあげ大会', startsAt: '2026-12-10T13:00:00+09:00', endsAt: '2026-12-10T15:00:00+09:00', rainDecisionAt: '2026-12-09T17:00:00+09:00' });
    await town.app.get(SignUps).apply(null, { ...request(event, 'Anna Smith', 'anna@example.jp'), language: 'en' });
    await town.app.get(SignUps).apply(null, { ...request(event, 'ワン リー', 'wang@example.jp'), language: 'ja-easy' });
    await town.app.get(SignUps).apply(null, { ...request(event, '田中 花子', 'hanako@example.jp'), language: 'ja' });
    await town.app.get(SignUps).apply(null, { ...request(other, 'チン メイ', 'mei@example.jp'), language: 'ja-easy' });
    const mails = await town.post();
    const english = letterTo(mails, 'anna@example.jp');
    expect(english?.subject).toContain('Rose Garden Concert');
    expect(`${english?.subject}${english?.text}`).not.toContain('バラ園コンサート');
    expect(letterTo(mails, 'wang@example.jp')?.subject).toContain('ばらの おんがくかい');
    expect([letterTo(mails, 'hanako@example.jp')?.subject, letterTo(mails, 'mei@example.jp')?.subject]).toEqual([expect.stringContaining('バラ園コンサート'), expect.stringContaining('たこあげ大会')]);
  });

  test('is the one they chose since, for reminders too', async () => {
    const event = await town.published();
    const { id } = await town.app.get(SignUps).apply(null, { ...request(event, 'Anna Smith', 'anna@example.jp'), language: 'en' });
    await town.post();
    const [applied] = await town.app.tx((tx) => rows<{ person_id: string }>(tx, 'select person_id from events.application where id = $1', [id]));
    await town.app.tx((tx) => town.app.get(People).speak(tx, applied?.person_id ?? '', 'ja'));
    town.app.clock.set('2026-11-28T18:00:30+09:00');
    expect(letterTo(await town.post(), 'anna@example.jp')?.subject).toMatch(/^あしたです：/);
  });

  test('of a code is that of the page that asked, and stays with who came in by it', async () => {
    const browser = newToken();
    const { requestId } = await town.app.get(SignIn).request('john@example.jp', { browser, from: '203.0.113.7', language: 'en' }, { name: 'John Doe', kana: 'じょん どう', phone: null });
    const letter = letterTo(await town.post(), 'john@example.jp');
    expect(letter?.subject).not.toMatch(/\p{Script=Han}/u);
    const { personId } = await town.app.get(SignIn).complete({ requestId, code: /\d{6}/.exec(letter?.subject ?? '')?.[0] ?? '' }, { browser, from: '203.0.113.7' });
    expect((await town.app.tx((tx) => town.app.get(People).byId(tx, personId))).language).toBe('en');
  });
});
