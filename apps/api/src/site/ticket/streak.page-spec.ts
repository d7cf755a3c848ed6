import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import { HANAKO, apply } from '../testing/applying.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

it('who came to two dates of a series in a row reads so on the ticket, with what does not count against it', async () => {
  const seriesId = newId();
  const [first, second] = [await town.publish({ duties: [] }), await town.publish({ duties: [] })];
  const tickets = await Promise.all([first, second].map((event) => ticketOf(event)));
  const [{ person_id: personId }] = (await town.sql<{ person_id: string }>('select person_id from events.application where event_id = $1', [first.id])) as [{ person_id: string }];
  await town.sql(
    `insert into events.series (id, organisation_id, repeats, started_on, counted_from, rule_from, template, template_on, submitted_by, created_at, updated_at)
     values ($1, $2, '{}', '2026-11-01', '2026-11-01', '2026-11-01', '{"category": "class"}', '2026-11-01', $3, now(), now())`,
    [seriesId, town.organisationId, personId],
  );
  for (const [nth, event] of [first, second].entries()) {
    await town.sql('update events.event set series_id = $2, series_date = $3 where id = $1', [event.id, seriesId, `2026-11-${22 + nth * 7}`]);
    await town.sql('update events.event set starts_at = $2, ends_at = $3 where id = $1', [event.id, `2026-11-${22 + nth * 7}T10:00:00+09:00`, `2026-11-${22 + nth * 7}T11:00:00+09:00`]);
    await town.sql('update events.application set person_id = $2 where event_id = $1', [event.id, personId]);
    await town.sql(
      `insert into attendance.attendance_record (id, event_id, subject_kind, subject_id, person_id, heads, status, present_at, updated_at)
       select $1, event_id, 'application', id, person_id, heads, 'present', now(), now() from events.application where event_id = $2`,
      [newId(), event.id],
    );
  }
  town.clock.set('2026-11-25T10:00:00+09:00');
  expect((await town.browser().open(tickets[1]!)).html).not.toContain('つづけて参加');
  town.clock.set('2026-11-30T10:00:00+09:00');
  expect((await town.browser().open(tickets[1]!)).html).toMatch(/2回つづけて参加.*中止の日とお休みの日があっても、とぎれません/s);
  const list = await fetch(new URL(`/api/series/${seriesId}/streaks`, town.origin), { headers: { cookie: [...town.leader.browser.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ') } });
  expect([list.status, ((await list.json()) as { items: { count: number }[] }).items.map(({ count }) => count)]).toEqual([200, [2]]);
});

async function ticketOf(event: PlayedEvent): Promise<string> {
  const browser = town.browser();
  const done = await browser.follow(await apply(browser, event, { ...HANAKO, heads: '1' }));
  return /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
}
