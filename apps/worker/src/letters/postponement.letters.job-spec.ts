import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DecisionPrompts, EventPublications, EventQueries, Holdings, Postponements } from '@yoriai/events';
import { Deliveries, Ledger } from '@yoriai/notifications';
import { Assignments } from '@yoriai/rosters';
import { LetterTown, calendarOf, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;
let event: { id: string; frameId: string; shiftId: string };

beforeEach(async () => {
  town = await LetterTown.open();
  event = await town.published({ rainPolicy: 'postponed' });
});
afterEach(() => town.close());

async function putOff(day: string): Promise<void> {
  const { startsAt } = await town.app.get(EventQueries).detail(town.host, event.id);
  await town.app.get(Postponements).postpone(town.host, event.id, { day, cause: 'rain', reason: '大雨の予報のため', startsAt: startsAt! });
}
const duties = async (): Promise<unknown[]> => (await town.app.tx((tx) => town.app.get(Assignments).ofEvent(tx, event.id))).map(({ status, startsAt, endedReason }) => [status, startsAt.toISOString(), endedReason]);

describe('letters of a postponement', () => {
  test('one for each: who comes, waits or helps is told both days and asked; without mail they are telephoned', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await town.apply(event, '北村 まつ', { email: 'waits@example.jp' });
    const helper = await town.actor({ name: '青木 りん', email: 'rin@example.jp' });
    await town.app.get(Assignments).take(helper, event.shiftId);
    await town.post();
    const [[, before]] = (await duties()) as [[string, string]];
    await putOff('2026-12-06');
    const letters = await town.post();
    expect(letters.map((mail) => to(mail)).sort()).toEqual(['hanako@example.jp', 'rin@example.jp', 'waits@example.jp']);
    const hers = letterTo(letters, 'hanako@example.jp');
    expect(hers?.subject).toBe('延期になりました：靱公園バラ園コンサート（12月6日(日)）');
    expect(hers?.text).toContain('大雨の予報のため');
    expect(hers?.text).toContain('11月29日(日) 13時〜15時 → 12月6日(日) 13時〜15時');
    expect(hers?.text).toContain('まだ来られますか');
    expect(hers?.text).toContain('/t/');
    expect(calendarOf(hers)).toContain('DTSTART');
    expect(letterTo(letters, 'waits@example.jp')?.text).not.toContain('まだ来られますか');
    expect(letterTo(letters, 'rin@example.jp')?.text).toContain('まだ来られますか');
    const calls = await town.app.database.asOwner(`select state from notifications.delivery where event_id = $1 and kind = 'event-postponed' and address is null`, [event.id]);
    expect(calls).toEqual([{ state: 'no-channel' }]);
    // The duty went along, with who stands on it.
    expect(await duties()).toEqual([['confirmed', new Date(Date.parse(before) + 7 * 24 * 60 * 60 * 1000).toISOString(), null]]);
    // The reminders are of the new day.
    const due = await town.app.database.asOwner<{ due_at: Date }>(`select due_at from reminders.due_reminder where event_id = $1 and kind = 'd1' and state = 'due'`, [event.id]);
    expect(due.map(({ due_at }) => due_at.toISOString())).toEqual(['2026-12-05T09:00:00.000Z']);
  });

  test('put off twice before a letter could go, each hears once, of the last day', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.post();
    await putOff('2026-12-06');
    await town.app.deliver();
    await putOff('2026-12-13');
    expect((await town.post()).map(({ subject }) => subject)).toEqual(['延期になりました：靱公園バラ園コンサート（12月13日(日)）']);
  });

  test('put off twice, who is telephoned has one line, of the last day', async () => {
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await town.post();
    for (const day of ['2026-12-06', '2026-12-13']) {
      await putOff(day);
      await town.post();
    }
    const [line] = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(line?.letters.filter(({ kind }) => kind === 'event-postponed')).toHaveLength(1);
  });

  test.each(['called off', 'put off'])('%s, nobody is telephoned about a reminder of the day that it was; one call a person, about the last', async (what) => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await town.post();
    await town.app.database.asOwner(`update notifications.delivery set state = 'withdrawn' where state = 'no-channel'`);
    const people = await town.app.database.asOwner<{ id: string }>(`select person_id as id from events.application where event_id = $1`, [event.id]);
    const reminder = (personId: string, address: string | null) => ({ dedupeKey: `reminder:${personId}`, personId, eventId: event.id, kind: 'reminder-d7', purpose: 'reminder' as const, address, template: 'reminder', params: {}, scheduledFor: new Date('2026-11-28T20:10:00+09:00') });
    await town.app.tx((tx) => town.app.get(Deliveries).add(tx, people.map(({ id }) => reminder(id, null))));
    if (what === 'called off') await town.app.get(EventPublications).cancel(town.host, event.id, '大雨のため', 'rain');
    else await putOff('2026-12-06');
    await town.post();
    const lines = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(lines.map(({ name, letters }) => [name, letters.map(({ kind }) => kind)])).toEqual([['鈴木 一郎', [what === 'called off' ? 'event-cancelled' : 'event-postponed']]]);
  });

  test('decided at night, who helps hears at once, who only comes in the morning', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.app.get(Assignments).take(await town.actor({ name: '青木 りん', email: 'rin@example.jp' }), event.shiftId);
    await town.post();
    town.app.clock.set('2026-11-28T21:30:00+09:00');
    await town.app.get(EventPublications).cancel(town.host, event.id, '大雨のため', 'rain');
    expect((await town.post()).map((mail) => to(mail))).toEqual(['rin@example.jp']);
    town.app.clock.set('2026-11-29T07:00:00+09:00');
    expect((await town.post()).map((mail) => to(mail))).toEqual(['hanako@example.jp']);
  });

  test('days ahead, nobody is woken at night: who helps and who has a stall hear in the morning, too', async () => {
    await town.app.get(Assignments).take(await town.actor({ name: '青木 りん', email: 'rin@example.jp' }), event.shiftId);
    await town.post();
    town.app.clock.set('2026-11-26T21:30:00+09:00');
    await putOff('2026-12-06');
    expect(await town.post()).toEqual([]);
    town.app.clock.set('2026-11-27T07:00:00+09:00');
    expect((await town.post()).map((mail) => to(mail))).toContain('rin@example.jp');
  });

  test('called off before the letter could go, nobody is asked to a day that there is not', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.post();
    await putOff('2026-12-06');
    await town.app.get(EventPublications).cancel(town.host, event.id, '会場が使えないため', 'other');
    const letters = await town.post();
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining('中止になりました')]);
    // Who only applied reads of no duty.
    expect(letters[0]?.text).toContain('申し込みは、こちらで取り消しました。');
    expect(letters[0]?.text).not.toContain('当番');
  });
});

describe('before the hour of decision', () => {
  test('whoever leads is asked, with where to decide; not once it was said that it is held', async () => {
    town.app.clock.set('2026-11-28T07:30:00+09:00');
    expect(await town.app.get(DecisionPrompts).sweep(town.app.clock.now())).toBe(1);
    const subject = 'やりますか：靱公園バラ園コンサート（11月29日(日)）';
    const asked = (await town.post()).find((mail) => mail.subject === subject);
    expect(asked && to(asked)).toBe('leader@example.jp');
    expect(asked?.text).toContain('28日(土) 17時');
    expect(asked?.text).toContain(`/app/events/${event.id}/cancel`);
    town.app.clock.set('2026-11-28T16:30:00+09:00');
    expect(await town.app.get(DecisionPrompts).sweep(town.app.clock.now())).toBe(1);
    const { startsAt } = await town.app.get(EventQueries).detail(town.host, event.id);
    await town.app.get(Holdings).hold(town.host, event.id, startsAt!);
    expect((await town.post()).map((mail) => mail.subject)).not.toContain(subject);
  });
});
