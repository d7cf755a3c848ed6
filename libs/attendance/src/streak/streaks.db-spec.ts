import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Events } from '@yoriai/events';
import { addDays, newId } from '@yoriai/platform';
import { statementsOf, textsOf } from '@yoriai/testing';
import { Door } from '../reception/testing/door.js';
import { SeriesStreaks } from './series-streaks.service.js';
import { Streaks } from './streaks.service.js';

let door: Door;
let organisationId: string;
let seriesId: string;
const WEEKS = [-21, -14, -7, 0] as const;
/** The events of four Sundays, the oldest first; the second was called off. */
const dates: { id: string; frameIds: string[] }[] = [];

beforeAll(async () => {
  door = await Door.open();
  organisationId = await door.town.organisation();
  seriesId = newId();
  await series(seriesId);
  for (const [nth, days] of WEEKS.entries()) dates.push(await date(seriesId, days, nth === 1));
});
afterAll(() => door.close());

const series = async (id: string): Promise<unknown> =>
  door.app.database.asOwner(
    `insert into events.series (id, organisation_id, repeats, started_on, counted_from, rule_from, template, template_on, submitted_by, created_at, updated_at)
     values ($1, $2, '{}', '2026-11-01', '2026-11-01', '2026-11-01', '{"category": "class"}', '2026-11-01', $3, now(), now())`,
    [id, organisationId, await door.town.person()],
  );

/** A date of a series, so many days from the last Sunday. */
async function date(ofSeries: string, days: number, isOff = false): Promise<{ id: string; frameIds: string[] }> {
  const day = addDays('2026-11-22', days);
  const event = await door.town.event({ organisationId, title: 'いきいき百歳体操', startsAt: `${day}T10:00:00+09:00`, endsAt: `${day}T11:00:00+09:00`, state: isOff ? 'cancelled' : 'published', frames: [{ capacity: 50 }] });
  await door.app.database.asOwner('update events.event set series_id = $2, series_date = $3 where id = $1', [event.id, ofSeries, day]);
  return event;
}

/** Somebody who was on the two dates of another series. */
async function alsoIn(id: string, personId: string): Promise<void> {
  await series(id);
  for (const days of [-6, -1]) await wasAt(await date(id, days), personId);
}

/** Somebody who was there on those dates, by their number; answers their tickets. */
async function came(personId: string, ...on: number[]): Promise<string[]> {
  const tickets: string[] = [];
  for (const nth of on) tickets.push(await wasAt(dates[nth]!, personId));
  return tickets;
}

async function wasAt(event: { id: string; frameIds: string[] }, personId: string): Promise<string> {
  const booked = await door.town.application(event, { personId });
  await door.app.database.asOwner(
    `insert into attendance.attendance_record (id, event_id, subject_kind, subject_id, person_id, heads, status, present_at, updated_at) values ($1, $2, 'application', $3, $4, 1, 'present', now(), now())`,
    [newId(), event.id, booked.id, personId],
  );
  return booked.ticket;
}

describe('how often in a row somebody came to a series', () => {
  it('is told on the ticket, on one’s own page and to the host; a date that was called off breaks nothing, a missed one does', async () => {
    const always = await door.town.person({ name: '百歳 元気', kana: 'ひゃくさい げんき' });
    const lately = await door.town.person({ name: '体操 好子', kana: 'たいそう よしこ' });
    const missed = await door.town.person({ name: '休 む', kana: 'やすみ む' });
    const [first] = await came(always, 0, 2, 3);
    await came(lately, 2, 3);
    const [only] = await came(missed, 0, 2);
    const streaks = door.app.get(Streaks);
    expect([await streaks.ofTicket(first!), await streaks.ofTicket(only!), await streaks.ofTicket('nobody')]).toEqual([3, null, null]);
    const own = (personId: string) => door.app.tx((tx) => streaks.ofPerson(tx, personId));
    expect(await own(always)).toEqual([{ seriesId, title: 'いきいき百歳体操', count: 3 }]);
    expect(await own(missed)).toEqual([]);
    const leader = await door.actorOf(organisationId);
    const { items } = await door.app.get(SeriesStreaks).ofSeries(leader, seriesId);
    expect(items.map(({ name, count }) => [name, count])).toEqual([['百歳 元気', 3], ['体操 好子', 2]]);
    expect(await door.app.database.asOwner('select action, row_count as count from identity.access_log where subject = $1', [`series:${seriesId}`])).toEqual([{ action: 'streaks.read', count: 2 }]);
  });

  it('reads on a ticket only where its own holder was, and of any number of series on one’s page at once', async () => {
    const person = await door.town.person();
    const [ticket] = await came(person, 2, 3);
    const streaks = door.app.get(Streaks);
    const read = await textsOf(() => streaks.ofTicket(ticket!));
    expect(read.filter((text) => text.includes('attendance_record'))).toEqual([expect.stringContaining('person_id = $1')]);
    const page = () => door.app.tx((tx) => streaks.ofPerson(tx, person));
    const one = await statementsOf(page);
    await alsoIn(newId(), person);
    expect((await page()).map(({ count }) => count)).toEqual([2, 2]);
    expect(await statementsOf(page)).toBe(one);
  });

  it('is for those who lead it: names are nobody else’s to see', async () => {
    const of = async (role: 'leader' | 'block-leader' | 'staff', organisation = organisationId) => door.app.get(SeriesStreaks).ofSeries(await door.actorOf(organisation, role), seriesId);
    await expect(of('block-leader')).rejects.toMatchObject({ code: 'attendance.not-yours', status: 403 });
    await expect(of('leader', await door.town.organisation())).rejects.toMatchObject({ code: 'series.not-found', status: 404 });
    await expect(of('staff', await door.town.organisation({ kind: 'ward-office' }))).rejects.toMatchObject({ code: 'attendance.not-yours', status: 403 });
  });

  it('leaves aside dates that are still to come, and drafts', async () => {
    const begun = await door.app.tx((tx) => door.app.get(Events).begunOf(tx, [seriesId, newId()], new Date('2026-11-16T00:00:00+09:00')));
    expect([...begun.keys()]).toEqual([seriesId]);
    expect(begun.get(seriesId)!.map(({ eventId, off }) => [eventId, off])).toEqual([[dates[2]!.id, false], [dates[1]!.id, true], [dates[0]!.id, false]]);
  });
});
