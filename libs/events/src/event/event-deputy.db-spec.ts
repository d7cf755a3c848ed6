import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApprovalDesk, WaitingDecisions } from '@yoriai/approvals';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventApprovals } from './event-approval.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
/** A Monday; the next day is a holiday. */
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const submitted = async (): Promise<string> => (await anEvent(app, cast, 'submitted', { startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T13:00:00+09:00', rainDecisionAt: '2026-12-19T17:00:00+09:00' })).id;
/** What two workers that wake at the same moment announce. */
async function sweep(at: string): Promise<number> {
  app.clock.set(at);
  const both = await Promise.all([app.get(WaitingDecisions).sweep(app.clock.now()), app.get(WaitingDecisions).sweep(app.clock.now())]);
  return both[0] + both[1];
}
const told = async (id: string): Promise<unknown[]> => (await app.outbox()).filter(({ message, payload }) => message === 'approvals.decision-waiting' && payload['subjectId'] === id).map(({ payload }) => payload['days']);
async function caseOf(id: string): Promise<string> {
  const [row] = await app.tx((tx) => rows<{ id: string }>(tx, 'select id from approvals.approval_case where subject_id = $1', [id]));
  return row!.id;
}

describe('what waits for a decision', () => {
  it('is told after three and after five business days, once each, by day', async () => {
    const id = await submitted();
    expect(await sweep('2026-11-05T20:00:00+09:00')).toBe(0);
    expect(await sweep('2026-11-06T08:59:00+09:00')).toBe(0);
    expect(await sweep('2026-11-06T09:00:00+09:00')).toBe(1);
    expect(await sweep('2026-11-07T10:00:00+09:00')).toBe(0);
    expect(await sweep('2026-11-09T21:00:00+09:00')).toBe(0);
    expect(await sweep('2026-11-10T09:00:00+09:00')).toBe(1);
    expect(await sweep('2026-11-20T09:00:00+09:00')).toBe(0);
    expect(await told(id)).toEqual([3, 5]);
  });

  it('is told once by the later day after a standstill, anew for what was handed in anew, and not at all once it is decided on', async () => {
    const [late, again, decided] = [await submitted(), await submitted(), await submitted()];
    await app.get(EventApprovals).approve(cast.approver, decided, { revision: 1 });
    app.clock.set('2026-11-05T10:00:00+09:00');
    await app.get(EventApprovals).return(cast.approver, again, { reason: '時間を書いてください。', revision: 1 });
    app.clock.set('2026-11-09T10:00:00+09:00');
    await app.get(EventApprovals).submit(cast.leader, again);
    await sweep('2026-11-11T10:00:00+09:00');
    expect([await told(late), await told(again), await told(decided)]).toEqual([[5], [], []]);
    await sweep('2026-11-12T10:00:00+09:00');
    expect(await told(again)).toEqual([3]);
  });
});

describe('a decision in the place of another approver', () => {
  const deputy = { inPlaceOf: '', reason: ' 出張のため ' };
  beforeEach(() => {
    deputy.inPlaceOf = cast.otherApprover.personId;
  });

  it('is made after five business days, says for whom and why, and is logged', async () => {
    const id = await submitted();
    const caseId = await caseOf(id);
    app.clock.set('2026-11-09T10:00:00+09:00');
    expect((await app.get(ApprovalDesk).detail(cast.approver, caseId)).deputies).toEqual({ from: '2026-11-10', people: [] });
    await expect(app.get(EventApprovals).approve(cast.approver, id, { revision: 1, deputy })).rejects.toMatchObject({ code: 'approval.deputy-too-early', status: 409 });
    app.clock.set('2026-11-10T10:00:00+09:00');
    expect((await app.get(ApprovalDesk).detail(cast.approver, caseId)).deputies?.people).toEqual([expect.objectContaining({ id: cast.otherApprover.personId })]);
    for (const actor of [cast.staff, cast.leader]) expect((await app.get(ApprovalDesk).detail(actor, caseId)).deputies).toBeNull();
    await app.get(EventApprovals).approve(cast.approver, id, { revision: 1, comment: 'どうぞ。', deputy });
    const [decision] = (await app.get(ApprovalDesk).detail(cast.leader, caseId)).decisions;
    expect(decision).toMatchObject({ kind: 'approved', decidedBy: { id: cast.approver.personId }, deputy: { inPlaceOf: { id: cast.otherApprover.personId }, reason: '出張のため' } });
    const logged = await app.database.asOwner(`select actor_person_id, reason from identity.access_log where action = 'approval.deputised' and subject = $1`, [`case:${caseId}`]);
    expect(logged).toEqual([{ actor_person_id: cast.approver.personId, reason: '出張のため' }]);
  });

  it('is in nobody’s place who could not have decided, nor one’s own, nor without a reason; then nothing is decided', async () => {
    const id = await submitted();
    app.clock.set('2026-11-10T10:00:00+09:00');
    const refused = (inPlaceOf: string, reason = '出張のため') => expect(app.get(EventApprovals).reject(cast.approver, id, { revision: 1, reason: '場所が足りません。', deputy: { inPlaceOf, reason } })).rejects;
    for (const who of [cast.approver, cast.staff, cast.leader]) await refused(who.personId).toMatchObject({ code: 'approval.deputy-unknown', status: 422 });
    await refused(cast.otherApprover.personId, ' ').toMatchObject({ code: 'approval.deputy-reason', status: 422 });
    expect((await app.get(ApprovalDesk).detail(cast.staff, await caseOf(id))).status).toBe('pending');
    await app.get(EventApprovals).reject(cast.approver, id, { revision: 1, reason: '場所が足りません。' });
    expect((await app.get(ApprovalDesk).detail(cast.staff, await caseOf(id))).decisions[0]?.deputy).toBeNull();
  });
});
