import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApprovalDesk, Approvals } from '@yoriai/approvals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { EventApprovals } from './event-approval.service.js';
import { EventDrafts } from './event-draft.service.js';
import { EventEdits } from './event-edit.service.js';
import { EventEnds } from './event-ends.js';
import { EventPublications } from './event-publication.service.js';
import { EventQueries } from './event-queries.service.js';
import { EventReports } from './event-report.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const told = async (id: string): Promise<string[]> =>
  (await app.outbox()).filter(({ payload }) => payload.eventId === id).map(({ message }) => message.replace('events.', ''));
const stateOf = async (id: string): Promise<string> => (await app.get(EventQueries).detail(cast.leader, id)).state;

describe('from the draft to the closed event', () => {
  it('each step is a row and a message', async () => {
    const { leader, staff, approver } = cast;
    const draft = await app.get(EventDrafts).create(leader, aConcert(cast.host));
    await app.get(EventApprovals).submit(leader, draft.id);
    const returned = await app.get(EventApprovals).return(staff, draft.id, { reason: '雨のときの場所を書いてください。', revision: 1 });
    expect(returned).toMatchObject({ state: 'returned', reason: { verb: 'return', reason: '雨のときの場所を書いてください。' } });

    const edited = await app.get(EventEdits).update(leader, draft.id, { placeName: '靱公園センターコート前' }, `"${returned.version}"`);
    expect(edited).toMatchObject({ state: 'returned', placeName: '靱公園センターコート前', missing: [] });
    await app.get(EventApprovals).submit(leader, draft.id);
    for (const decide of [
      () => app.get(EventApprovals).approve(approver, draft.id, { revision: 1 }),
      () => app.get(EventApprovals).reject(approver, draft.id, { reason: 'わけ', revision: 1 }),
      () => app.get(EventApprovals).return(staff, draft.id, { reason: 'わけ', revision: 1 }),
    ])
      await expect(decide()).rejects.toMatchObject({ code: 'approval.revision-changed', status: 409 });
    const approved = await app.get(EventApprovals).approve(approver, draft.id, { comment: 'よい会になりますように。', revision: 2 });
    expect(approved).toMatchObject({ state: 'approved', publicRevision: null, reason: null, approval: { status: 'approved', revision: 2, decidedAt: expect.stringMatching(/^20/) } });
    const published = await app.get(EventPublications).publish(leader, draft.id);
    expect(published).toMatchObject({ state: 'published', publicRevision: 2 });

    app.clock.set('2026-11-29T12:59:59+09:00');
    expect(await app.get(EventEnds).sweep(app.clock.now())).toBe(0);
    app.clock.set('2026-11-29T13:00:00+09:00');
    expect(await app.get(EventEnds).sweep(app.clock.now())).toBe(1);
    expect(await app.get(EventEnds).sweep(app.clock.now())).toBe(0);

    await app.get(EventReports).report(leader, draft.id, { participants: 96, volunteers: 12, walkIns: 20, note: 'ぶじに終わりました。' });
    // A report has no fields to write about.
    const remarks = [{ field: 'title', text: 'なんの会ですか。' }];
    await expect(app.get(EventApprovals).return(staff, draft.id, { revision: 2, remarks })).rejects.toMatchObject({ code: 'event.reason-required' });
    await expect(app.get(EventApprovals).return(staff, draft.id, { reason: 'わけ', revision: 1 })).rejects.toMatchObject({ code: 'approval.revision-changed' });
    await app.get(EventApprovals).return(staff, draft.id, { reason: '当日参加の人数を確かめてください。', revision: 2 });
    const reported = await app.get(EventReports).report(leader, draft.id, { walkIns: 25 });
    expect(reported).toMatchObject({ state: 'reported', headcount: { participants: 96, volunteers: 12, walkIns: 25 } });
    const closed = await app.get(EventReports).close(staff, draft.id);
    expect(closed).toMatchObject({ state: 'closed', reason: null });

    expect(await told(draft.id)).toEqual([
      'event-submitted',
      'event-returned',
      'event-submitted',
      'event-approved',
      'event-published',
      'event-ended',
      'event-reported',
      'report-returned',
      'event-reported',
      'event-closed',
    ]);
    const { items } = await app.get(EventQueries).history(leader, draft.id);
    expect(items.map(({ verb, actorName, revision }) => [verb, actorName, revision]).reverse()).toEqual([
      ['submit', '佐藤 みのる', 1],
      ['return', '井上 さくら', 1],
      ['submit', '佐藤 みのる', 2],
      ['approve', '高橋 一郎', 2],
      ['publish', '佐藤 みのる', 2],
      ['end', null, 2],
      ['report', '佐藤 みのる', 2],
      ['return', '井上 さくら', 2],
      ['report', '佐藤 みのる', 2],
      ['close', '井上 さくら', 2],
    ]);
    const log = await app.database.asOwner<{ actor: string; action: string }>('select actor_person_id as actor, action from identity.access_log where subject = $1 order by id', [`event:${draft.id}`]);
    expect(log.map((entry) => [entry.action, entry.actor])).toEqual([
      ['event.submitted', leader.personId],
      ['event.returned', staff.personId],
      ['event.submitted', leader.personId],
      ['event.approved', approver.personId],
      ['event.published', leader.personId],
      ['event.reported', leader.personId],
      ['event.returned', staff.personId],
      ['event.reported', leader.personId],
      ['event.closed', staff.personId],
    ]);
  });

  it('goes back with words about single fields, which stand until it is handed in again', async () => {
    const event = await anEvent(app, cast, 'submitted');
    const frame = `frames.${event.frames[0]!.id}`;
    const remarks = [
      { field: 'placeName', text: '住所も書いてください。' },
      { field: frame, text: '定員が多すぎます。' },
    ];
    const twice = { field: 'placeName', text: 'はじめの言葉' };
    const returned = await app.get(EventApprovals).return(cast.staff, event.id, { reason: '2か所お願いします。', revision: 1, remarks: [twice, ...remarks] });
    expect(returned.approval).toMatchObject({ status: 'returned', remarks });
    expect((await app.get(EventQueries).list(cast.leader, { scope: 'mine', page: 1 })).items.find(({ id }) => id === event.id)).toMatchObject({ state: 'returned' });
    const found = await app.get(ApprovalDesk).detail(cast.leader, returned.approval!.caseId);
    expect(found.decisions[0]).toMatchObject({ kind: 'returned', remarks });
    const again = await app.get(EventApprovals).submit(cast.leader, event.id);
    expect(again.approval).toMatchObject({ status: 'pending', remarks: [] });
    // What was said stays in the story.
    expect((await app.get(ApprovalDesk).detail(cast.leader, returned.approval!.caseId)).decisions[0]).toMatchObject({ remarks });
    await expect(
      app.database.asOwner(`update approvals.decision set kind = 'approved' where case_id = $1 and remarks <> '[]'`, [returned.approval!.caseId]),
    ).rejects.toThrow(/decision_remarks/);
  });

  it('goes back with a word about one field alone', async () => {
    const event = await anEvent(app, cast, 'submitted');
    const remarks = [{ field: 'placeName', text: '住所も書いてください。' }];
    const bare = app.get(EventApprovals).return(cast.staff, event.id, { reason: ' ', revision: 1, remarks: [] });
    await expect(bare).rejects.toMatchObject({ code: 'event.reason-required', status: 422, fields: [{ field: 'reason' }] });
    expect(await app.get(EventApprovals).return(cast.staff, event.id, { revision: 1, remarks })).toMatchObject({ state: 'returned', reason: null, approval: { remarks } });
    await expect(app.database.asOwner(`update approvals.decision set remarks = '[]' where remarks = $1::jsonb and comment is null`, [JSON.stringify(remarks)])).rejects.toThrow(/decision_has_reason/);
  });

  it('a withdrawn one is a draft again, a rejected one is over', async () => {
    const event = await anEvent(app, cast, 'submitted');
    expect(await app.get(EventApprovals).withdraw(cast.leader, event.id)).toMatchObject({ state: 'draft', approval: { status: 'withdrawn' } });
    await app.get(EventApprovals).submit(cast.leader, event.id);
    const rejected = await app.get(EventApprovals).reject(cast.approver, event.id, { reason: '公園が使えない日です。', revision: 2 });
    expect(rejected).toMatchObject({ state: 'rejected', reason: { verb: 'reject', reason: '公園が使えない日です。' }, can: { submit: 'event.is-rejected', edit: 'event.is-rejected' } });
    expect(await told(event.id)).toEqual(['event-submitted', 'event-withdrawn', 'event-submitted', 'event-rejected']);
  });

  it('what is not complete is not handed in, and says which fields', async () => {
    const draft = await app.get(EventDrafts).create(cast.leader, { organisationId: cast.host, title: '名前だけ' });
    expect(draft.missing.map(({ field }) => field)).toEqual(['field', 'placeName', 'startsAt', 'endsAt', 'rainPolicy', 'food', 'fire', 'contactName', 'contactPhone', 'frames']);
    expect(draft.can.submit).toBe('event.incomplete');
    await expect(app.get(EventApprovals).submit(cast.leader, draft.id)).rejects.toMatchObject({ code: 'event.incomplete', status: 422, fields: draft.missing });
    expect(await told(draft.id)).toEqual([]);
  });
});

describe('two different people', () => {
  it('an approver may not approve, reject or return what they handed in themselves', async () => {
    const draft = await app.get(EventDrafts).create(cast.approver, aConcert(cast.host));
    const submitted = await app.get(EventApprovals).submit(cast.approver, draft.id);
    expect(submitted.can).toMatchObject({ approve: 'event.own-submission', reject: 'event.own-submission', return: 'event.own-submission' });
    await expect(app.get(EventApprovals).approve(cast.approver, draft.id, { revision: 1 })).rejects.toMatchObject({ code: 'event.own-submission', status: 403 });
    await expect(app.get(EventApprovals).reject(cast.approver, draft.id, { reason: 'わけ', revision: 1 })).rejects.toMatchObject({ code: 'event.own-submission', status: 403 });
    await expect(app.get(EventApprovals).return(cast.approver, draft.id, { reason: 'わけ', revision: 1 })).rejects.toMatchObject({ code: 'event.own-submission', status: 403 });
    expect(await app.get(EventApprovals).approve(cast.otherApprover, draft.id, { revision: 1 })).toMatchObject({ state: 'approved' });
  });

  it('whoever reported does not accept the report, also when a returned one is reported again', async () => {
    const event = await anEvent(app, cast, 'published');
    app.clock.set('2026-11-29T14:00:00+09:00');
    await app.get(EventEnds).sweep(app.clock.now());
    await app.get(EventReports).report(cast.staff, event.id, { participants: 30 });
    await app.get(EventApprovals).return(cast.approver, event.id, { reason: '人数を確かめてください。', revision: 1 });
    const reported = await app.get(EventReports).report(cast.approver, event.id, { participants: 31 });
    expect(reported.can.close).toBe('event.own-report');
    await expect(app.get(EventReports).close(cast.approver, event.id)).rejects.toMatchObject({ code: 'event.own-report', status: 403 });
    expect(await app.get(EventReports).close(cast.staff, event.id)).toMatchObject({ state: 'closed' });
  });

  it('the database says so too', async () => {
    const event = await anEvent(app, cast, 'submitted');
    const found = await app.tx((tx) => app.get(Approvals).caseOf(tx, 'event', event.id));
    const decide = (kind: string) =>
      app.database.asApp(
        `insert into approvals.decision (id, case_id, revision_number, kind, comment, decided_by, submitted_by, decided_at)
         values (gen_random_uuid(), $1, 1, $2, 'わけ', $3, $3, now())`,
        [found!.caseId, kind, cast.leader.personId],
      );
    await expect(decide('approved')).rejects.toThrow(/decision_by_somebody_else/);
    await expect(decide('rejected')).rejects.toThrow(/decision_by_somebody_else/);
    await expect(decide('returned')).rejects.toThrow(/decision_by_somebody_else/);
  });
});

describe('calling it off', () => {
  it('cancels every application in one message, says why, and is final', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: 'いす席', capacity: 2, perApplicationMax: 2 }] });
    const answers = [await applied(app, event, 1, 2), await applied(app, event, 2)];
    await expect(app.get(EventPublications).cancel(cast.leader, event.id, ' ')).rejects.toMatchObject({ code: 'event.reason-required', status: 422 });
    const cancelled = await app.get(EventPublications).cancel(cast.leader, event.id, '台風が近づいているため');
    expect(cancelled).toMatchObject({ state: 'cancelled', placesTaken: 0, waiting: 0, reason: { verb: 'cancel', reason: '台風が近づいているため' } });

    const rows = await app.database.asOwner<{ status: string; waitlist_order: number | null }>('select status, waitlist_order from events.application where event_id = $1', [event.id]);
    expect(rows).toEqual([
      { status: 'cancelled_by_host', waitlist_order: null },
      { status: 'cancelled_by_host', waitlist_order: null },
    ]);
    const log = await app.database.asOwner(
      'select application_id, from_status, cause, actor_person_id from events.application_transition where event_id = $1 order by from_status',
      [event.id],
    );
    expect(log).toEqual([
      { application_id: answers[0]!.id, from_status: 'confirmed', cause: 'event-cancelled', actor_person_id: cast.leader.personId },
      { application_id: answers[1]!.id, from_status: 'waitlisted', cause: 'event-cancelled', actor_person_id: cast.leader.personId },
    ]);
    expect((await told(event.id)).filter((message) => message === 'event-cancelled')).toHaveLength(1);
    await expect(app.get(EventPublications).publish(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.is-cancelled', status: 409 });
    expect(await stateOf(event.id)).toBe('cancelled');
  });

  it('an approved one that was never public stays out of sight', async () => {
    const event = await anEvent(app, cast, 'approved');
    const cancelled = await app.get(EventPublications).cancel(cast.staff, event.id, '会場がとれないため');
    expect(cancelled).toMatchObject({ state: 'cancelled', publicRevision: null });
    await expect(app.get(EventQueries).detail(cast.otherLeader, event.id)).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
  });
});

describe('the headcount', () => {
  it('comes from the reception, the newest wins, and stands once it is reported', async () => {
    const event = await anEvent(app, cast, 'published');
    const count = (participants: number, sequence: number) =>
      app.tx((tx) =>
        tx.query(`insert into platform.outbox (id, message, payload, at) values (gen_random_uuid(), 'attendance.headcount-changed', $1, now())`, [
          JSON.stringify({ eventId: event.id, participants, volunteers: 2, walkIns: 1, sequence }),
        ]),
      );
    await count(30, 2);
    await count(10, 1);
    await app.deliver();
    expect(await app.get(EventQueries).detail(cast.leader, event.id)).toMatchObject({ headcount: { participants: 30, volunteers: 2, walkIns: 1 } });

    app.clock.set('2026-11-29T14:00:00+09:00');
    await app.get(EventEnds).sweep(app.clock.now());
    expect(await app.get(EventReports).report(cast.leader, event.id, { participants: 31, handedOut: 140 })).toMatchObject({
      report: { handedOut: 140, cleanedArea: null },
      headcount: { participants: 31, volunteers: 2, walkIns: 1 },
    });
    await count(99, 3);
    await app.deliver();
    expect(await app.get(EventQueries).detail(cast.leader, event.id)).toMatchObject({ headcount: { participants: 31 } });
  });

  it('there is no report without one', async () => {
    const event = await anEvent(app, cast, 'published');
    app.clock.set('2026-11-29T14:00:00+09:00');
    await app.get(EventEnds).sweep(app.clock.now());
    await expect(app.get(EventReports).report(cast.leader, event.id, { note: '忘れました' })).rejects.toMatchObject({ code: 'event.headcount-missing', status: 422 });
  });
});
