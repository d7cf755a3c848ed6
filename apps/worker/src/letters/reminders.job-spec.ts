import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Alerts, AlertSources, ApplicationChanges, EventPublications, Events, Holdings, SignUps } from '@yoriai/events';
import { Ledger, OptOuts } from '@yoriai/notifications';
import { rows } from '@yoriai/platform';
import { DueReminders } from '@yoriai/reminders';
import { Assignments } from '@yoriai/rosters';
import { LetterTown, URL_OF_SITE, calendarOf, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

describe('reminders', () => {
  async function aFullHouse() {
    const event = await town.published();
    await town.apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    const helper = await town.actor({ name: '手伝 花', email: 'helper@example.jp' });
    await town.app.get(Assignments).take(helper, event.shiftId);
    await town.post();
    return event;
  }
  const reminders = async (at: string) => {
    town.app.clock.set(at);
    return (await town.post()).map((mail) => `${to(mail)} ${String(mail.subject)}`).sort();
  };

  test('go at the right minutes of Japan, once each, to participants and volunteers', async () => {
    await aFullHouse();
    const when = '靱公園バラ園コンサート（11月29日(日) 13時）';
    expect(await reminders('2026-11-22T09:59:59+09:00')).toEqual([]);
    expect(await reminders('2026-11-22T10:00:00+09:00')).toEqual([`hanako@example.jp 7日後です：${when}`, `helper@example.jp 7日後です：${when}`]);
    expect(await reminders('2026-11-22T10:00:01+09:00')).toEqual([]);
    expect(await reminders('2026-11-28T17:59:59+09:00')).toEqual([]);
    expect(await reminders('2026-11-28T18:00:00+09:00')).toEqual([`hanako@example.jp あしたです：${when}`, `helper@example.jp あしたです：${when}`]);
    expect(await reminders('2026-11-29T07:29:59+09:00')).toEqual([]);
    expect(await reminders('2026-11-29T07:30:00+09:00')).toEqual([`hanako@example.jp きょうです：${when}`, `helper@example.jp きょうです：${when}`]);
    expect(await reminders('2026-11-29T12:00:00+09:00')).toEqual([]);
  });

  test('held back by a grave warning, they go once it was decided, and say what is decided', async () => {
    const event = await aFullHouse();
    await town.app.tx((tx) => rows(tx, `update reminders.due_reminder set state = 'skipped', settled_at = now() where kind = 'd7'`));
    const warned = async (at: string): Promise<string[]> => {
      town.app.clock.set(at);
      const says = [{ kind: 'rain' as const, title: 'レベル5大雨特別警報', level: 5 as const }];
      Object.assign(town.app.get(AlertSources), { all: [{ name: 'jma', read: () => Promise.resolve(says) }] });
      await town.app.get(Alerts).poll();
      return (await town.post()).map(({ text }) => text ?? '');
    };
    expect(await warned('2026-11-28T18:00:00+09:00')).toEqual([]);
    const undecided = await warned('2026-11-28T20:30:00+09:00');
    expect(undecided).toHaveLength(2);
    for (const text of undecided) expect(text).toContain('ひらくかどうかは、まだ決まっていません。');
    expect(await warned('2026-11-29T07:30:00+09:00')).toEqual([]);
    await town.app.get(Holdings).hold(town.host, event.id, '2026-11-29T13:00:00+09:00');
    const decided = await warned('2026-11-29T07:31:00+09:00');
    expect(decided).toHaveLength(2);
    for (const text of decided) expect(text).toContain('予定どおり開催します。');
  });

  test('held as planned before the danger began, they do not say that it takes place', async () => {
    const event = await aFullHouse();
    await town.app.tx((tx) => rows(tx, `update reminders.due_reminder set state = 'skipped', settled_at = now() where kind = 'd7'`));
    town.app.clock.set('2026-11-28T12:00:00+09:00');
    await town.app.get(Holdings).hold(town.host, event.id, '2026-11-29T13:00:00+09:00');
    const warned = async (at: string): Promise<string[]> => {
      town.app.clock.set(at);
      Object.assign(town.app.get(AlertSources), { all: [{ name: 'jma', read: () => Promise.resolve([{ kind: 'rain' as const, title: 'レベル5大雨特別警報', level: 5 as const }]) }] });
      await town.app.get(Alerts).poll();
      return (await town.post()).map(({ text }) => text ?? '');
    };
    expect(await warned('2026-11-28T18:00:00+09:00')).toEqual([]);
    const letters = await warned('2026-11-28T20:30:00+09:00');
    expect(letters).toHaveLength(2);
    for (const text of letters) {
      expect(text).toContain('ひらくかどうかは、まだ決まっていません。');
      expect(text).not.toContain('予定どおり開催します。');
    }
  });

  test('who is both gets one letter; who came late only the later ones; who has no mail is telephoned', async () => {
    const event = await aFullHouse();
    const helper = await town.actor({ name: '両方 花', email: 'both@example.jp' });
    await town.app.get(Assignments).take(helper, event.shiftId);
    await town.app.get(SignUps).apply(helper, { eventId: event.id, frameId: event.frameId, name: '両方 花', kana: 'りょうほう はな', heads: 1, email: 'both@example.jp' });
    await town.post();
    town.app.clock.set('2026-11-28T18:00:00+09:00');
    const letter = letterTo(await town.post(), 'both@example.jp');
    expect(letter?.text).toContain('参加と当番の両方があります。');
    expect(letter?.text).toContain('当番：受付');
    expect(letter?.text).toContain('申込番号：');

    const other = await town.actor({ name: '電話 太郎' });
    town.app.clock.set('2026-11-28T19:00:00+09:00');
    await town.app.get(Assignments).take(other, event.shiftId);
    await town.post();
    town.app.clock.set('2026-11-29T07:30:00+09:00');
    await town.post();
    const [lines, sheet, sums] = await town.app.tx(async (tx) => [
      await town.app.get(Ledger).ofEvent(tx, event.id),
      await town.app.get(Ledger).callSheet(tx, event.id),
      await town.app.get(Ledger).balance(tx, event.id),
    ]);
    expect(lines.filter((line) => line.personId === other.personId).map((line) => [line.kind, line.status])).toEqual([
      ['reminder-day', 'no-channel'],
    ]);
    expect(sheet.map((one) => [one.name, one.letters[0]?.kind])).toEqual([['電話 太郎', 'reminder-day']]);
    expect(sums.find((sum) => sum.kind === 'reminder-day')).toMatchObject({ audience: 4, accepted: 3, callSheet: 1, waiting: 0 });
  });

  test('who cancelled, or said no to reminders, gets none', async () => {
    const event = await aFullHouse();
    const silent = await town.actor({ name: '静 か', email: 'silent@example.jp' });
    await town.app.get(Assignments).take(silent, event.shiftId);
    await town.app.tx((tx) => town.app.get(OptOuts).add(tx, silent.personId));
    const [application] = await town.app.tx((tx) => rows<{ id: string }>(tx, `select id from events.application where contact_email = 'hanako@example.jp'`));
    await town.app.get(ApplicationChanges).cancel(town.host, application?.id ?? '', null);
    await town.post();
    town.app.clock.set('2026-11-22T10:00:00+09:00');
    const mails = await town.post();
    expect(mails.map(to)).toEqual(['helper@example.jp']);
    expect(mails[0]?.headers.get('list')).toBeDefined();
    expect(mails[0]?.text).toContain(`${URL_OF_SITE}/opt-out/`);
  });

  test('an event that is called off tells everybody once, with the reason, and reminds nobody', async () => {
    const event = await aFullHouse();
    town.app.clock.set('2026-11-28T18:00:00+09:00');
    await town.app.get(DueReminders).sweep(town.app.clock.now());
    await town.app.deliver();
    // The reminders are rows by now, not yet sent.
    await town.app.get(EventPublications).cancel(town.host, event.id, '台風が近づいています。');
    const mails = await town.post();
    expect(mails.map((mail) => [to(mail), mail.subject]).sort()).toEqual([
      ['hanako@example.jp', '中止になりました：靱公園バラ園コンサート（11月29日(日)）'],
      ['helper@example.jp', '中止になりました：靱公園バラ園コンサート（11月29日(日)）'],
    ]);
    expect(mails[0]?.text).toContain('理由：台風が近づいています。');
    expect(calendarOf(mails[0])).toContain('METHOD:CANCEL');
    expect(await reminders('2026-11-29T07:30:00+09:00')).toEqual([]);
    const plan = await town.app.tx((tx) => town.app.get(DueReminders).ofEvent(tx, event.id));
    expect(plan.map(({ kind, state }) => [kind, state])).toEqual([
      ['d7', 'skipped'],
      ['d1', 'expanded'],
      ['day', 'withdrawn'],
    ]);
    expect((await town.app.tx((tx) => town.app.get(Events).byId(tx, event.id)))?.state).toBe('cancelled');
  });

  test('a mail server that is away until it has begun: who still comes is telephoned, who cancelled is not', async () => {
    const event = await aFullHouse();
    town.app.clock.set('2026-11-29T07:30:00+09:00');
    await town.app.deliver();
    await town.app.get(DueReminders).sweep(town.app.clock.now());
    await town.app.deliver();
    // Entered, but nobody sends before the concert has begun; one of the two cancels in time.
    const [application] = await town.app.tx((tx) => rows<{ id: string }>(tx, `select id from events.application where contact_email = 'hanako@example.jp'`));
    await town.app.get(ApplicationChanges).cancel(town.host, application?.id ?? '', null);
    town.app.clock.set('2026-11-29T13:00:01+09:00');
    expect((await town.post()).map(to)).toEqual(['hanako@example.jp']);
    const [sums, sheet] = await town.app.tx(async (tx) => [await town.app.get(Ledger).balance(tx, event.id), await town.app.get(Ledger).callSheet(tx, event.id)]);
    expect(sums.find((sum) => sum.kind === 'reminder-day')).toMatchObject({ audience: 1, accepted: 0, callSheet: 1, optedOut: 0, waiting: 0, withdrawn: 1 });
    expect(sheet.map((one) => one.name)).toEqual(['手伝 花']);
  });

  test('a worker that was down over night: one late letter in the morning, none after the start', async () => {
    await aFullHouse();
    expect(await reminders('2026-11-28T23:00:00+09:00')).toEqual([]);
    expect(await reminders('2026-11-29T07:00:00+09:00')).toEqual([]);
    expect(await reminders('2026-11-29T09:10:00+09:00')).toHaveLength(2);
    expect(await reminders('2026-11-29T13:00:00+09:00')).toEqual([]);
  });
});
