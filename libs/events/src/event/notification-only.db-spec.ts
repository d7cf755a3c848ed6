import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApprovalDesk } from '@yoriai/approvals';
import { jstDate, rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { StallApplications } from '../stall/stall-applications.service.js';
import { StallTickets } from '../stall/stall-tickets.service.js';
import { Stalls } from '../stall/stalls.service.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import { EventEdits } from './event-edit.service.js';
import { EventPublications } from './event-publication.service.js';
import { EventQueries } from './event-queries.service.js';
import type { EventDetail } from './event.dto.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const aSmallOne = (): Promise<EventDetail> => anEvent(app, cast, 'draft', { uses: [] });
const submit = (event: EventDetail): Promise<EventDetail> => app.get(EventApprovals).submit(cast.leader, event.id);
const change = (event: EventDetail, request: UpdateEventRequest): Promise<EventDetail> => app.get(EventChangeDrafts).update(cast.leader, event.id, request, `"${event.version}"`);
const messagesOf = async (event: EventDetail): Promise<string[]> => (await app.outbox()).filter(({ payload }) => payload['eventId'] === event.id).map(({ message }) => message);

describe('an event that only has to be notified', () => {
  it('is approved by being handed in, and nobody at the ward is asked', async () => {
    const draft = await aSmallOne();
    expect(draft.notificationOnly).toBe(true);
    const event = await submit(draft);
    expect(event).toMatchObject({ state: 'approved', notificationOnly: false, approval: { status: 'approved', rule: 'notification-only', decidedAt: '2026-11-02T01:00:00.000Z' }, can: { publish: true } });
    expect(await messagesOf(event)).toEqual(['events.event-approved']);
    expect(await app.get(EventPublications).publish(cast.leader, event.id)).toMatchObject({ state: 'published', publicRevision: 1 });
  });

  it('is written down as decided by the rule and by nobody', async () => {
    const event = await submit(await aSmallOne());
    const { items } = await app.get(EventQueries).history(cast.staff, event.id);
    expect(items.map(({ verb, actorName }) => [verb, actorName])).toEqual([['approve', null], ['submit', '佐藤 みのる']]);
    const { decisions } = await app.get(ApprovalDesk).detail(cast.staff, event.approval!.caseId);
    expect(decisions).toMatchObject([{ kind: 'approved', rule: 'notification-only', decidedBy: null }]);
    const { items: listed } = await app.get(ApprovalDesk).list(cast.staff, { status: 'approved', page: 1 });
    expect(listed.find(({ subjectId }) => subjectId === event.id)).toMatchObject({ rule: 'notification-only' });
    const logged = await app.database.asOwner<{ action: string; reason: string; actor_person_id: string | null }>(`select action, reason, actor_person_id from identity.access_log where subject = $1 order by id`, [`event:${event.id}`]);
    expect(logged.at(-1)).toEqual({ action: 'event.approved-by-rule', reason: 'notification-only', actor_person_id: null });
  });

  it('stays so through its changes: at once, unless one needs a decision', async () => {
    const event = await app.get(EventPublications).publish(cast.leader, (await submit(await aSmallOne())).id);
    const written = await change(event, { placeName: '西船場会館' });
    expect(written.notificationOnly).toBe(true);
    const changed = await submit(written);
    expect(changed).toMatchObject({ placeName: '西船場会館', change: null, publicRevision: 2, approval: { rule: 'notification-only', revision: 2 } });
    expect((await messagesOf(event)).slice(-1)).toEqual(['events.event-changed']);

    const asked = await submit(await change(changed, { uses: ['subsidy'] }));
    expect(asked).toMatchObject({ changeState: 'pending', uses: [] });
    const decided = await app.get(EventApprovals).approve(cast.approver, event.id, { revision: 3 });
    expect(decided).toMatchObject({ uses: ['subsidy'], approval: { rule: null } });
    // What people have decided on once, they decide on again.
    expect(await submit(await change(decided, { uses: [] }))).toMatchObject({ changeState: 'pending' });
  });

  it('is still reminded of what its stalls cook when a change of it needs no decision', async () => {
    const event = await app.get(EventPublications).publish(cast.leader, (await submit(await aSmallOne())).id);
    const closesOn = jstDate(new Date(event.startsAt!));
    await app.get(Stalls).open(cast.leader, event.id, { kinds: ['food'], places: 1, closesOn, plots: [] });
    const stall = { kind: 'food' as const, foodBy: 'business' as const, name: '焼きいも', sells: '焼きいも', contactName: '標野 つばめ', phone: '090-0000-1234', email: 'tsubame@example.jp' };
    const token = await app.get(StallApplications).apply({ id: event.id, state: 'published', startsAt: event.startsAt! }, stall, { language: 'ja', from: 'here' });
    await app.get(Stalls).accept(cast.leader, (await app.get(StallTickets).byToken(token)).id, null);
    const reminded = () => app.database.asOwner(`select code from approvals.checklist_item where subject_id = $1 and code = 'food' and wanted and not quiet`, [event.id]);
    expect(await reminded()).toHaveLength(1);
    await submit(await change(await app.get(EventQueries).detail(cast.leader, event.id), { placeName: '西船場会館' }));
    expect(await reminded()).toHaveLength(1);
  });

  it('does not grow beyond the rule by an edit: more places than it approves go to the ward, also after a return', async () => {
    const seats = (event: EventDetail, capacity: number): UpdateEventRequest => ({ frames: event.frames.map(({ id, name, perApplicationMax }) => ({ id, name, capacity, perApplicationMax })) });
    const event = await submit(await anEvent(app, cast, 'draft', { uses: [], frames: [{ name: '席', capacity: 30, perApplicationMax: 2 }] }));
    const edit = (capacity: number) => app.get(EventEdits).update(cast.leader, event.id, seats(event, capacity), `"${event.version}"`);
    await expect(edit(51)).rejects.toMatchObject({ code: 'event.needs-new-approval', fields: [{ field: 'frames.0' }] });
    const written = await change(await edit(50), seats(event, 51));
    expect(written).toMatchObject({ notificationOnly: false, change: { kind: 'material' } });
    const asked = await submit(written);
    expect(asked).toMatchObject({ changeState: 'pending', frames: [{ capacity: 50 }] });
    const returned = await app.get(EventApprovals).return(cast.staff, event.id, { reason: 'なぜふやしますか。', revision: 2 });
    expect(await submit(await change(returned, seats(event, 60)))).toMatchObject({ changeState: 'pending', frames: [{ capacity: 50 }] });
  });

  it('is none once the ward has sent it back', async () => {
    const asked = await submit(await anEvent(app, cast, 'draft', { food: true, uses: [] }));
    const returned = await app.get(EventApprovals).return(cast.staff, asked.id, { reason: '手洗い場はありますか。', revision: 1 });
    const mended = await app.get(EventEdits).update(cast.leader, returned.id, { food: false }, `"${returned.version}"`);
    expect(mended.notificationOnly).toBe(false);
    expect(await submit(mended)).toMatchObject({ state: 'submitted' });
  });
});

describe('the database', () => {
  it('takes no decision that is neither a person’s nor a rule’s, and none of a rule but a yes', async () => {
    const event = await submit(await aSmallOne());
    const decided = (set: string) => app.database.asOwner(`update approvals.decision set ${set} where case_id = $1`, [event.approval!.caseId]);
    await expect(decided('rule = null')).rejects.toThrow('decision_by_person_or_rule');
    await expect(decided(`kind = 'rejected', comment = 'わけ'`)).rejects.toThrow('decision_rule_approves');
    expect(await app.tx((tx) => rows(tx, 'select 1 from approvals.decision where decided_by is null and rule is null'))).toEqual([]);
  });
});
