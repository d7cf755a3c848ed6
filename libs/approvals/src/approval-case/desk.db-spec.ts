import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { newId, type Tx } from '@yoriai/platform';
import { statementsOf, testApp, Town, type TestApp } from '@yoriai/testing';
import { ApprovalsModule } from '../approvals.module.js';
import { Approvals } from './approval-case.service.js';
import { ApprovalDesk } from './desk.service.js';

let app: TestApp;
let organisationId: string;
let leader: Actor;
let otherLeader: Actor;
let staff: Actor;
let approver: Actor;

async function somebody(town: Town, role: Role, where: string, name: string): Promise<Actor> {
  const personId = await town.person({ name });
  return new Actor({ personId, accountId: newId(), sessionId: newId(), name, grants: [{ termId: newId(), organisationId: where, areaId: null, role }] });
}

beforeAll(async () => {
  app = await testApp({ imports: [ApprovalsModule] });
  const town = new Town(app);
  organisationId = await town.organisation();
  const office = await town.organisation({ name: '区役所', kind: 'ward-office', areaId: null });
  leader = await somebody(town, 'leader', organisationId, '佐藤 みのる');
  otherLeader = await somebody(town, 'leader', await town.organisation(), '中村 誠');
  staff = await somebody(town, 'staff', office, '井上 さくら');
  approver = await somebody(town, 'approver', office, '高橋 一郎');
});
afterAll(() => app.close());

const submit = (subjectId: string, snapshot: object, title = 'たこあげ大会', actor = leader) =>
  app.tx((tx: Tx) => app.get(Approvals).submit(tx, actor, { subjectKind: 'event', subjectId, organisationId, title, snapshot }));
const decide = (actor: Actor, subjectId: string, kind: 'returned' | 'approved' | 'rejected', comment: string | null = 'わけ', revision = 1) =>
  app.tx((tx) => app.get(Approvals).decide(tx, actor, { subjectKind: 'event', subjectId, kind, comment, revision }));
const inbox = (actor = staff, status: 'pending' | 'returned' | 'approved' = 'pending', page = 1) => app.get(ApprovalDesk).list(actor, { status, page });

describe('a case', () => {
  it('keeps every revision and every decision, and names what changed since the last one', async () => {
    const subjectId = newId();
    app.clock.set('2026-11-20T09:12:00+09:00');
    const { caseId } = await submit(subjectId, { title: 'たこあげ大会', placeName: '島津公園', food: false });
    app.clock.set('2026-11-21T10:00:00+09:00');
    await decide(staff, subjectId, 'returned', '電線のない場所にしてください。');
    expect(await app.tx((tx) => app.get(Approvals).caseOf(tx, 'event', subjectId))).toMatchObject({
      status: 'returned',
      decidedAt: new Date('2026-11-21T01:00:00.000Z'),
      dueOn: '2026-11-30',
    });
    expect(await submit(subjectId, { title: 'たこあげ大会', kana: 'たこあげたいかい', placeName: '松島公園', food: false })).toEqual({ caseId, revision: 2, councilId: null, councilSkipped: false });
    expect(await app.tx((tx) => app.get(Approvals).caseOf(tx, 'event', subjectId))).toMatchObject({ status: 'pending', revision: 2, decidedAt: null });

    const detail = await app.get(ApprovalDesk).detail(approver, caseId);
    expect(detail).toMatchObject({ status: 'pending', revision: 2, dueOn: '2026-11-30', title: 'たこあげ大会', kana: 'たこあげたいかい', can: { decide: true } });
    expect(detail.organisation).toMatchObject({ id: organisationId, name: '西船場連合振興町会' });
    expect(detail.revisions.map(({ number, submittedBy, snapshot }) => [number, submittedBy.name, snapshot.placeName])).toEqual([
      [2, '佐藤 みのる', '松島公園'],
      [1, '佐藤 みのる', '島津公園'],
    ]);
    expect(detail.decisions).toMatchObject([{ revision: 1, kind: 'returned', comment: '電線のない場所にしてください。', decidedBy: { name: '井上 さくら' } }]);
    expect(detail.comparedWith).toBe(1);
    expect(detail.changes).toEqual([
      { field: 'kana', before: null, after: 'たこあげたいかい' },
      { field: 'placeName', before: '島津公園', after: '松島公園' },
    ]);
    // Handed in on a Friday evening in Japan that was still morning in UTC: the day is Japan's.
    expect(detail.submittedAt).toBe('2026-11-21T01:00:00.000Z');
  });

  it('compares with what the ward decided on, not with what the host took back in between', async () => {
    const subjectId = newId();
    const { caseId } = await submit(subjectId, { placeName: '島津公園' });
    const changes = async () => (({ comparedWith, changes: found }) => ({ comparedWith, found }))(await app.get(ApprovalDesk).detail(approver, caseId));
    expect(await changes()).toEqual({ comparedWith: null, found: [] });
    await decide(staff, subjectId, 'returned');
    await submit(subjectId, { placeName: '松島公園' });
    await app.tx((tx) => app.get(Approvals).withdraw(tx, leader, { subjectKind: 'event', subjectId }));
    await submit(subjectId, { placeName: '堀江公園' });
    expect(await changes()).toEqual({ comparedWith: 1, found: [{ field: 'placeName', before: '島津公園', after: '堀江公園' }] });
  });

  it('is decided once, by somebody else, with a reason where it goes back', async () => {
    const subjectId = newId();
    await submit(subjectId, {});
    await expect(submit(subjectId, {})).rejects.toMatchObject({ code: 'approval.already-pending', status: 409 });
    await expect(decide(staff, subjectId, 'returned', ' ')).rejects.toMatchObject({ code: 'approval.reason-required', status: 422 });
    await expect(decide(leader, subjectId, 'approved')).rejects.toMatchObject({ code: 'approval.own-submission', status: 403 });
    await expect(decide(approver, subjectId, 'approved', null, 2)).rejects.toMatchObject({ code: 'approval.revision-changed', status: 409 });
    await decide(approver, subjectId, 'approved', null);
    await expect(decide(approver, subjectId, 'rejected')).rejects.toMatchObject({ code: 'approval.not-pending', status: 409 });
    await expect(submit(subjectId, {})).rejects.toMatchObject({ code: 'approval.already-decided', status: 409 });
    await expect(decide(approver, newId(), 'approved')).rejects.toMatchObject({ code: 'approval.not-found', status: 404 });
  });

  it('takes a change of what was approved, which stands whatever becomes of the change', async () => {
    const subjectId = newId();
    const subject = { subjectKind: 'event', subjectId };
    const change = (placeName: string) =>
      app.tx((tx) => app.get(Approvals).submit(tx, leader, { ...subject, organisationId, title: 'たこあげ大会', snapshot: { placeName }, isChange: true }));
    const stands = async () => app.tx((tx) => app.get(Approvals).caseOf(tx, 'event', subjectId));
    await submit(subjectId, { placeName: '島津公園' });
    await decide(approver, subjectId, 'approved', null);
    expect(await stands()).toMatchObject({ status: 'approved', revision: 1, approvedRevision: 1 });

    const { caseId } = await change('松島公園');
    expect(await app.get(ApprovalDesk).detail(approver, caseId)).toMatchObject({
      status: 'pending',
      isChange: true,
      comparedWith: 1,
      changes: [{ field: 'placeName', before: '島津公園', after: '松島公園' }],
    });
    await app.tx((tx) => app.get(Approvals).withdraw(tx, leader, subject));
    expect(await stands()).toMatchObject({ status: 'approved', revision: 2, approvedRevision: 1 });

    await change('松島公園');
    await decide(approver, subjectId, 'rejected', '混む日です。', 3);
    expect(await stands()).toMatchObject({ status: 'approved', revision: 3, approvedRevision: 1 });

    await change('堀江公園');
    await decide(staff, subjectId, 'returned', '地図をつけてください。', 4);
    expect(await stands()).toMatchObject({ status: 'returned', approvedRevision: 1 });
    await app.tx((tx) => app.get(Approvals).lapse(tx, subject));
    expect(await stands()).toMatchObject({ status: 'approved', revision: 4, approvedRevision: 1 });

    await change('堀江公園');
    await decide(approver, subjectId, 'approved', null, 5);
    expect(await stands()).toMatchObject({ status: 'approved', revision: 5, approvedRevision: 5 });
    await app.tx((tx) => app.get(Approvals).lapse(tx, subject));
    expect(await stands()).toMatchObject({ status: 'approved', approvedRevision: 5 });
  });

  it('is seen by the ward office and by those who lead the organisation', async () => {
    const { caseId } = await submit(newId(), {});
    expect(await app.get(ApprovalDesk).detail(leader, caseId)).toMatchObject({ can: { decide: 'approval.approver-only' } });
    await expect(app.get(ApprovalDesk).detail(otherLeader, caseId)).rejects.toMatchObject({ code: 'approval.not-found', status: 404 });
    expect(() => inbox(leader)).toThrow(expect.objectContaining({ code: 'approval.staff-only', status: 403 }));
  });
});

describe('the desk', () => {
  it('is sorted by the day it is due, with the business days left', async () => {
    app.clock.set('2026-12-25T10:00:00+09:00');
    await submit(newId(), {}, '年末の夜警');
    app.clock.set('2026-12-01T10:00:00+09:00');
    const own = newId();
    await submit(own, {}, '区の行事', approver);
    const page = await inbox(approver);
    const dues = page.items.map(({ dueOn }) => dueOn);
    expect(dues).toEqual([...dues].sort());
    expect(page.items.at(-1)).toMatchObject({ title: '年末の夜警', dueOn: '2027-01-07' });
    expect(page.items.find(({ subjectId }) => subjectId === own)).toMatchObject({ businessDaysLeft: 5, dueOn: '2026-12-08', can: { decide: 'approval.own-submission' } });
    expect(page.items[0]!.businessDaysLeft).toBeLessThan(0);
    expect((await inbox(staff, 'approved')).items.every(({ status, can }) => status === 'approved' && can.decide === 'approval.approver-only')).toBe(true);
  });

  it('has what is over newest first, with the field of its picture', async () => {
    const handedIn = async (at: string, title: string): Promise<void> => {
      const subjectId = newId();
      app.clock.set(at);
      await submit(subjectId, { title, field: 'bunka' }, title);
      await decide(approver, subjectId, 'approved', null);
    };
    await handedIn('2026-12-02T10:00:00+09:00', '先の行事');
    await handedIn('2026-12-04T10:00:00+09:00', '後の行事');
    await handedIn('2026-12-03T10:00:00+09:00', '中の行事');
    const { items } = await inbox(staff, 'approved');
    expect(items.slice(0, 3).map(({ title, field }) => [title, field])).toEqual(['後の行事', '中の行事', '先の行事'].map((title) => [title, 'bunka']));
  });

  it('costs the same number of statements for few and for many', async () => {
    const more = async () => {
      for (let index = 0; index < 55; index += 1) await submit(newId(), {}, `行事 ${index}`);
    };
    await more();
    const few = await statementsOf(() => inbox());
    await more();
    const page = await inbox();
    expect(page.items).toHaveLength(50);
    expect(page.total).toBeGreaterThan(110);
    expect(await statementsOf(() => inbox())).toBe(few);
    expect((await inbox(staff, 'pending', 2)).items).toHaveLength(50);
  });

  it('shows its last page to whom it has become shorter', async () => {
    const { page, total, items } = await inbox(staff, 'pending', 99);
    expect([page, items.length]).toEqual([Math.ceil(total / 50), total % 50 || 50]);
  });
});
