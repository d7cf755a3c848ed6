import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventApprovals, EventDrafts, EventPublications, ListRequests, SignUps } from '@yoriai/events';
import { SiteTown, concert, type Resident } from '../site/testing/site-town.js';

let town: SiteTown;
let staff: Resident;
let eventId: string;

beforeAll(async () => {
  town = await SiteTown.open();
  staff = await town.resident({ name: '区 担当', kana: 'く たんとう', email: 'desk@example.jp', office: { organisationId: town.officeId, role: 'staff' } });
});
afterAll(() => town.close());
beforeEach(async () => {
  town.clock.set('2026-11-22T10:00:00+09:00');
  const { id, frames } = await town.api.get(EventDrafts).create(staff.actor, { ...concert(town.officeId), duties: [] });
  await town.api.get(EventApprovals).submit(staff.actor, id);
  await town.api.get(EventApprovals).approve(town.approver.actor, id, { revision: 1 });
  await town.api.get(EventPublications).publish(staff.actor, id);
  await town.api.get(SignUps).apply(null, { eventId: id, frameId: frames[0]!.id, name: '南 みえ', kana: 'みなみ みえ', email: 'mie@example.jp', heads: 1, companions: [] });
  eventId = id;
});

const taken = (list = 'participant-list', said: Record<string, string> = { why: 'door' }) => staff.browser.post(`/print/events/${eventId}/${list}.csv`, said);
const log = () => town.sql<{ action: string; reason: string | null; row_count: number | null }>(`select action, reason, row_count from identity.access_log where subject = $1 and actor_person_id = $2 and action like '%-list.%' order by at, id`, [`event:${eventId}`, staff.actor.personId]);
async function allowed(list: 'participant-list' | 'completion-list' = 'participant-list'): Promise<void> {
  const { items } = await town.api.get(ListRequests).ask(staff.actor, eventId, { list, why: 'contact', words: '雨のときの連絡' });
  await town.api.get(ListRequests).allow(town.approver.actor, items.find((each) => each.list === list)!.id, null);
}

describe('a list that ward staff take along as a file', () => {
  it('is not given for their own reason: a second person is asked first', async () => {
    const { status, html } = await taken();
    expect(status).toBe(409);
    expect(html).toContain('もう一人');
    expect(html).not.toContain('南 みえ');
    expect(await log()).toEqual([]);
  });

  it.each(['participant-list', 'completion-list'] as const)('%s is given once when that person allowed it, logged with the reason that was allowed and its rows', async (list) => {
    await allowed(list);
    const first = await taken(list, { why: 'report', words: 'ほかの理由' });
    expect(first.status).toBe(200);
    expect(first.html).toContain('南 みえ');
    expect((await taken(list)).status).toBe(409);
    expect(await log()).toEqual([
      { action: `${list}.asked`, reason: 'contact: 雨のときの連絡', row_count: null },
      { action: `${list}.exported`, reason: 'contact: 雨のときの連絡', row_count: 1 },
    ]);
  });

  it('is not given after their term ended, though it was allowed', async () => {
    await allowed();
    const until = (day: string) => town.sql('update associations.officer_term set ends_on = $2 where person_id = $1', [staff.actor.personId, day]);
    await until('2026-11-21');
    expect((await taken()).status).toBe(403);
    await until('2028-03-31');
    expect((await taken()).status).toBe(200);
  });

  it('is not given once the names are removed', async () => {
    await allowed();
    await town.sql('update events.event set names_removed_at = now() where id = $1', [eventId]);
    expect((await taken()).html).toContain('きまりにより消しました');
  });

  it('is seen and printed as before: that is reading, which is logged', async () => {
    const { status, html } = await staff.browser.open(`/print/events/${eventId}/participant-list`);
    expect([status, html.includes('南 みえ')]).toEqual([200, true]);
    expect(await log()).toEqual([{ action: 'participant-list.printed', reason: null, row_count: 1 }]);
  });
});
