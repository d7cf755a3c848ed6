import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventApprovals, EventChangeDrafts, EventQueries, SignUps, type UpdateEventRequest } from '@yoriai/events';
import { Deliveries, OptOuts, type Draft } from '@yoriai/notifications';
import { People } from '@yoriai/identity';
import { newId } from '@yoriai/platform';
import { Assignments } from '@yoriai/rosters';
import { HORIE, SiteTown, type PlayedEvent, type Resident } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let stranger: Resident;
let hanako: string;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  stranger = await town.resident({ name: '堀江 会長', kana: 'ほりえ かいちょう', email: 'horie@example.jp' });
  hanako = await town.tx((tx) => town.api.get(People).add(tx, { name: '山田 はな子', kana: 'やまだ はなこ', email: 'hanako@example.jp' }));
  const ichiro = await town.tx((tx) => town.api.get(People).add(tx, { name: '井上 一郎', kana: 'いのうえ いちろう', phone: '06-6443-0001' }));
  const draft = (personId: string, address: string | null): Draft => ({
    dedupeKey: `d1:${personId}`,
    personId,
    eventId: event.id,
    kind: 'reminder-d1',
    purpose: 'reminder',
    address,
    template: 'reminder',
    params: { applicationIds: [], assignmentIds: [] },
    scheduledFor: new Date('2026-11-28T18:00:00+09:00'),
  });
  await town.tx((tx) => town.api.get(Deliveries).add(tx, [draft(hanako, 'hanako@example.jp'), draft(ichiro, null)]));
});
afterAll(() => town.close());

async function asked(who: Resident | null, path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const page = await (who?.browser ?? town.browser()).open(`/api/events/${event.id}/${path}`);
  return { status: page.status, body: JSON.parse(page.html) as Record<string, unknown> };
}

describe('the letters of an event', () => {
  it('stand line by line before who leads the event, with masked addresses and without the server’s quotes', async () => {
    await town.sql(`update notifications.delivery set last_error = '550 5.1.1 <hanako@example.jp>: no such user' where address = 'hanako@example.jp'`);
    const { status, body } = await asked(town.leader, 'deliveries');
    expect(status).toBe(200);
    expect(body['items']).toMatchObject([
      { recipient: 'h•••@example.jp', kind: 'reminder-d1', purpose: 'reminder', status: 'due', messageId: null, lastError: '550 5.1.1 <•••>: no such user' },
      { recipient: null, status: 'no-channel' },
    ]);
    expect(JSON.stringify(body)).not.toContain('hanako@');
  });

  it('are sums, and no line about a person, for the ward office and the host’s other officers', async () => {
    const office = { organisationId: town.organisationId, role: 'block-leader' } as const;
    const blockLeader = await town.resident({ name: '一 班長', kana: 'はじめ はんちょう', email: 'block@example.jp', office });
    for (const who of [town.approver, blockLeader]) {
      const { status, body } = await asked(who, 'deliveries');
      expect(status).toBe(200);
      expect(body['items']).toEqual([]);
      expect(JSON.stringify(body)).not.toContain(hanako);
    }
  });

  it('add up', async () => {
    for (const who of [town.leader, town.approver]) {
      const { status, body } = await asked(who, 'deliveries');
      expect(status).toBe(200);
      expect(body['balance']).toMatchObject([{ audience: 2, accepted: 0, callSheet: 1, waiting: 1, optedOut: 0, withdrawn: 0 }]);
    }
  });

  it('are nobody else’s', async () => {
    expect((await asked(null, 'deliveries')).status).toBe(401);
    expect((await asked(stranger, 'deliveries')).status).toBe(403);
    const other = await town.sql<{ id: string }>(
      `insert into associations.organisation (id, area_id, kind, slug, name, kana, status, created_at, updated_at)
       values ('01930000-0000-7000-8000-0000000000aa', $1, 'federation', 'horie', '堀江連合振興町会', 'ほりえ', 'active', now(), now()) returning id`,
      [HORIE],
    );
    const office = { organisationId: other[0]?.id ?? '', role: 'leader' } as const;
    const neighbour = await town.resident({ name: '隣 会長', kana: 'となり かいちょう', email: 'neighbour@example.jp', office });
    expect(await asked(neighbour, 'deliveries')).toMatchObject({ status: 403, body: { code: 'notifications.officers-only' } });
    expect((await asked(neighbour, 'call-sheet')).status).toBe(403);
  });

  it('that reached nobody are on the call sheet of who leads the event; each look is logged', async () => {
    expect(await asked(town.leader, 'call-sheet')).toMatchObject({
      status: 200,
      body: { items: [{ name: '井上 一郎', phone: '0664430001', why: 'no-channel', say: '11月29日(日) 10時〜13時、靱公園 バラ園です。お待ちしています。' }] },
    });
    const log = await town.sql(`select actor_person_id, row_count from identity.access_log where action = 'call-sheet.read' and subject = $1`, [`event:${event.id}`]);
    expect(log).toEqual([{ actor_person_id: town.leader.actor.personId, row_count: 1 }]);
    expect(await asked(town.approver, 'call-sheet')).toMatchObject({ status: 403, body: { code: 'notifications.leaders-only' } });
  });
});

describe('a call', () => {
  interface Sheet {
    items: { personId: string; kind: string; letterIds: string[]; called: { at: string; by: string } | null }[];
  }
  const sent = async (who: Resident, path: string, body: unknown) => {
    const answer = await who.browser.json(`/api/events/${event.id}/${path}`, body);
    return { status: answer.status, body: JSON.parse(answer.html) as Sheet & { code?: string } };
  };
  const left = async (): Promise<unknown> => (JSON.parse((await town.leader.browser.open('/api/calls')).html) as { items: unknown }).items;

  it('is ticked once, by name and hour; the tick stays, and can be taken back', async () => {
    const [line] = ((await asked(town.leader, 'call-sheet')).body as unknown as Sheet).items;
    if (!line) throw new Error('one person has no mail');
    expect(await left()).toMatchObject([{ eventId: event.id, title: '靱公園バラ園コンサート', people: 1, offeredUntil: null }]);
    const { personId, letterIds } = line;
    const at = town.clock.now().toISOString();
    const made = await sent(town.leader, 'calls', { personId, letterIds });
    expect(made).toMatchObject({ status: 200, body: { items: [{ personId, letterIds, called: { at, by: '佐藤 みのる' } }] } });
    expect(await left()).toEqual([]);
    expect((await asked(town.leader, 'deliveries')).body).toMatchObject({ callsLeft: 0, balance: [{ callSheet: 1 }] });
    expect((await sent(town.leader, 'call-undos', { personId })).body.items[0]?.called).toBeNull();
    expect(await left()).toMatchObject([{ people: 1 }]);
    const log = await town.sql(`select action, subject from identity.access_log where action in ('call.marked', 'call.undone') order by at, id`);
    expect(log).toEqual(['call.marked', 'call.undone'].map((action) => ({ action, subject: `person:${personId}` })));
  });

  it('is asked for again when another letter does not arrive, with that letter to say', async () => {
    const [line] = ((await asked(town.leader, 'call-sheet')).body as unknown as Sheet).items;
    const { personId = '', letterIds = [] } = line ?? {};
    await sent(town.leader, 'calls', { personId, letterIds });
    const off = { dedupeKey: `off:${personId}`, personId, eventId: event.id, kind: 'event-cancelled', purpose: 'cancellation', address: null, template: 'event-cancelled', params: {} } as const;
    await town.tx((tx) => town.api.get(Deliveries).add(tx, [off]));
    // A list that was opened before the letter came says nothing about it.
    const late = await sent(town.leader, 'calls', { personId, letterIds });
    expect(late.body.items).toMatchObject([{ kind: 'event-cancelled', called: null }]);
    expect(late.body.items[0]?.letterIds).toHaveLength(1);
    expect(late.body.items[0]?.letterIds).not.toEqual(letterIds);
    expect(await left()).toMatchObject([{ people: 1 }]);
  });

  it('taken back, even twice, leaves said what was said before', async () => {
    const [line] = ((await asked(town.leader, 'call-sheet')).body as unknown as Sheet).items;
    const { personId = '', letterIds = [] } = line ?? {};
    town.clock.advance(1);
    expect((await sent(town.leader, 'calls', { personId, letterIds })).body.items[0]?.letterIds).toHaveLength(2);
    for (let times = 0; times < 2; times += 1) expect((await sent(town.leader, 'call-undos', { personId })).body.items).toMatchObject([{ letterIds, called: null }]);
  });

  it('is about somebody on the sheet, and is nobody’s business but the leader’s', async () => {
    const nobody = { personId: hanako, letterIds: [newId()] };
    expect(await sent(town.leader, 'calls', nobody)).toMatchObject({ status: 404, body: { code: 'notifications.not-on-call-sheet' } });
    expect(await sent(town.approver, 'calls', nobody)).toMatchObject({ status: 403, body: { code: 'notifications.leaders-only' } });
    expect(await sent(town.approver, 'call-undos', { personId: hanako })).toMatchObject({ status: 403 });
  });

  it('is not asked for any more once the event began', async () => {
    await town.sql(`update events.event set starts_at = starts_at - interval '1 year' where id = $1`, [event.id]);
    expect(await left()).toEqual([]);
    await town.sql(`update events.event set starts_at = starts_at + interval '1 year' where id = $1`, [event.id]);
  });
});

describe('a change that waits for the ward', () => {
  const told = async (who: Resident): Promise<unknown> => (await asked(who, 'change-audience')).body;
  const ask = async (request: UpdateEventRequest): Promise<void> => {
    const { version } = await town.api.get(EventQueries).detail(town.leader.actor, event.id);
    await town.api.get(EventChangeDrafts).update(town.leader.actor, event.id, request, `"${version}"`);
    await town.api.get(EventApprovals).submit(town.leader.actor, event.id);
  };

  it('says how many people it is told to: who comes, waits or helps, once each, by mail and by telephone', async () => {
    const apply = (name: string, contact: { email?: string; phone?: string }) =>
      town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0] ?? '', name, kana: 'もうしこみ', heads: 2, ...contact });
    await apply('山田 一', { email: 'one@example.jp' });
    await apply('山田 二', { phone: '09000000002' });
    const helper = await town.resident({ name: '手伝 三', kana: 'てつだい', email: 'three@example.jp' });
    await town.api.get(Assignments).take(helper.actor, event.shifts[0]?.id ?? '');
    expect(await told(town.approver)).toEqual({ people: 0, applicants: 0, volunteers: 0, byMail: 0, byPhone: 0, leaving: [] });
    await ask({ placeName: '松島公園' });
    expect(await told(town.approver)).toEqual({ people: 3, applicants: 2, volunteers: 1, byMail: 2, byPhone: 1, leaving: [] });
    expect(await told(town.leader)).toMatchObject({ people: 3 });
    expect(await told(stranger)).toMatchObject({ code: 'access.forbidden' });
    await town.api.get(EventApprovals).withdraw(town.leader.actor, event.id);
  });

  it('is told to those on a duty alone, or to nobody, where it is not about what people go by', async () => {
    const { duties, placeName } = (await town.api.get(EventQueries).detail(town.leader.actor, event.id));
    await ask({ placeName, duties: duties.map((duty, index) => (index === 0 ? { ...duty, place: '北の入口' } : duty)) });
    expect(await told(town.approver)).toEqual({ people: 1, applicants: 0, volunteers: 1, byMail: 1, byPhone: 0, leaving: [] });
    await town.api.get(EventApprovals).withdraw(town.leader.actor, event.id);
    await ask({ duties, food: true });
    expect(await told(town.approver)).toMatchObject({ people: 0 });
    await town.api.get(EventApprovals).withdraw(town.leader.actor, event.id);
  });

  it('says before it is handed in who would be taken off which duty: by name to who leads it, as a number to the ward', async () => {
    const { duties, version } = await town.api.get(EventQueries).detail(town.leader.actor, event.id);
    const without = duties.filter((_, index) => index > 0);
    await town.api.get(EventChangeDrafts).update(town.leader.actor, event.id, { duties: without }, `"${version}"`);
    const duty = duties[0]?.duty;
    const reads = async () => (await town.sql(`select row_count from identity.access_log where action = 'shift-roster.names-read' and actor_person_id = $1`, [town.leader.actor.personId])).length;
    const before = await reads();
    expect(await told(town.leader)).toMatchObject({ people: 1, leaving: [{ duty, people: 1, names: ['手伝 三'] }] });
    expect(await reads()).toBe(before + 1);
    expect(await told(town.approver)).toMatchObject({ leaving: [{ duty, people: 1, names: [] }] });
  });
});

describe('saying no to reminders', () => {
  const declined = () => town.sql('select person_id from notifications.opt_out');
  const path = () => new URL(town.api.get(OptOuts).link(hanako)).pathname;

  it('takes a button; opening the link changes nothing', async () => {
    const browser = town.browser();
    const page = await browser.open(path());
    expect(page.status).toBe(200);
    expect(await declined()).toEqual([]);
    const stopped = await browser.submit(page, path());
    expect([stopped.status, stopped.location]).toEqual([303, `${path()}?done=stopped`]);
    expect(await declined()).toEqual([{ person_id: hanako }]);
    const again = await browser.follow(stopped);
    expect(again.html).toContain('お知らせのメールを止めました。');
    await browser.submit(again, path());
    expect(await declined()).toEqual([]);
  });

  it('works from the mail program itself, which wants no page', async () => {
    const answer = await town.browser().post(path(), { 'List-Unsubscribe': 'One-Click' });
    expect([answer.status, answer.html]).toEqual([200, '']);
    expect(await declined()).toEqual([{ person_id: hanako }]);
  });

  it('takes it in whatever form the mail program sends it, on this path only', async () => {
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    for (const body of [form, new Blob(['List-Unsubscribe=One-Click']), new Blob(['x'], { type: 'application/x-strange' })]) {
      await town.sql('delete from notifications.opt_out');
      const answer = await fetch(new URL(path(), town.origin), { method: 'POST', body, redirect: 'manual' });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      expect(await declined()).toEqual([{ person_id: hanako }]);
    }
    expect((await fetch(new URL('/lost-ticket', town.origin), { method: 'POST', body: form })).status).toBe(415);
  });

  it('is for the person of the letter only', async () => {
    expect((await town.browser().open(`${path()}x`)).status).toBe(404);
    expect((await town.browser().post(`/opt-out/${hanako}.${'a'.repeat(43)}`, {})).status).toBe(404);
  });
});
