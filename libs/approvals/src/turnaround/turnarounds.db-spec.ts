import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { newId, type Tx } from '@yoriai/platform';
import { statementsOf, testApp, Town, type TestApp } from '@yoriai/testing';
import { Approvals } from '../approval-case/approval-case.service.js';
import { ApprovalsModule } from '../approvals.module.js';
import { Turnarounds } from './turnarounds.service.js';

let app: TestApp;
let organisationId: string;
let leader: Actor;
let staff: Actor;
let approver: Actor;

beforeAll(async () => {
  app = await testApp({ imports: [ApprovalsModule] });
  const town = new Town(app);
  organisationId = await town.organisation();
  const office = await town.organisation({ name: '区役所', kind: 'ward-office', areaId: null });
  const somebody = async (role: Role, where: string): Promise<Actor> => {
    const personId = await town.person({ name: role });
    return new Actor({ personId, accountId: newId(), sessionId: newId(), name: role, grants: [{ termId: newId(), organisationId: where, areaId: null, role }] });
  };
  leader = await somebody('leader', organisationId);
  staff = await somebody('staff', office);
  approver = await somebody('approver', office);
});
afterAll(() => app.close());

const subject = (subjectId: string) => ({ subjectKind: 'event', subjectId });
const handIn = async (at: string, subjectId = newId(), isChange = false): Promise<string> => {
  app.clock.set(at);
  await app.tx((tx: Tx) => app.get(Approvals).submit(tx, leader, { ...subject(subjectId), organisationId, title: 'たこあげ大会', snapshot: {}, isChange }));
  return subjectId;
};
const decide = async (at: string, subjectId: string, kind: 'returned' | 'approved' | 'rejected', revision = 1): Promise<void> => {
  app.clock.set(at);
  await app.tx((tx) => app.get(Approvals).decide(tx, approver, { ...subject(subjectId), kind, comment: 'わけ', revision }));
};
const figures = (at: string) => {
  app.clock.set(at);
  return app.get(Turnarounds).figures(staff);
};

describe('how long the ward takes', () => {
  it('is for the ward office alone', () => {
    expect(() => app.get(Turnarounds).figures(leader)).toThrow(expect.objectContaining({ code: 'approval.staff-only', status: 403 }));
  });

  it('counts what people decided, from the day it was handed in last; not what was sent back, taken back or approved by a rule', async () => {
    for (const days of ['04', '05', '06', '09']) await decide(`2026-11-${days}T16:00:00+09:00`, await handIn('2026-11-02T23:30:00+09:00'), days === '09' ? 'rejected' : 'approved');
    const returned = await handIn('2026-11-02T09:00:00+09:00');
    await decide('2026-11-04T09:00:00+09:00', returned, 'returned');
    const withdrawn = await handIn('2026-11-02T09:00:00+09:00');
    await app.tx((tx) => app.get(Approvals).withdraw(tx, leader, subject(withdrawn)));
    const byRule = await handIn('2026-11-02T09:00:00+09:00');
    await app.tx((tx) => app.get(Approvals).approveByRule(tx, subject(byRule), 'notification-only'));
    expect((await figures('2026-11-16T10:00:00+09:00')).years).toEqual([
      { fiscalYear: 2026, decided: 4, usual: null, mostly: null },
      { fiscalYear: 2025, decided: 0, usual: null, mostly: null },
    ]);
    // The days that it was with its host are not the ward's.
    await handIn('2026-11-16T10:00:00+09:00', returned);
    await decide('2026-11-17T10:00:00+09:00', returned, 'approved', 2);
    expect((await figures('2026-11-17T11:00:00+09:00')).years[0]).toEqual({ fiscalYear: 2026, decided: 5, usual: 2, mostly: 4 });
    // In the next year it is the year before.
    expect((await figures('2027-04-01T00:00:00+09:00')).years).toMatchObject([
      { fiscalYear: 2027, decided: 0 },
      { fiscalYear: 2026, decided: 5, usual: 2 },
    ]);
    expect((await figures('2028-04-01T00:00:00+09:00')).years).toMatchObject([{ decided: 0 }, { decided: 0 }]);
  });

  it('begins when the look of a council ended', async () => {
    const id = await handIn('2025-05-07T09:00:00+09:00');
    await app.database.asOwner(
      `insert into approvals.first_check (case_id, revision, council_id, writers, asked_at, due_on, outcome, by_person_id, at)
       select id, 1, $2, '{}', submitted_at, '2025-05-20', 'confirmed', $3, '2025-05-18T15:00:00+09:00' from approvals.approval_case where subject_id = $1`,
      [id, organisationId, staff.personId],
    );
    for (const each of [id, ...(await Promise.all([1, 2, 3, 4].map(() => handIn('2025-05-18T09:00:00+09:00'))))]) await decide('2025-05-19T09:00:00+09:00', each, 'approved');
    expect((await figures('2025-05-19T10:00:00+09:00')).years[0]).toEqual({ fiscalYear: 2025, decided: 5, usual: 1, mostly: 1 });
  });

  it('says how many wait longer than they should, in as many statements for any number', async () => {
    const before = (await figures('2026-06-08T10:00:00+09:00')).late;
    const statements = await statementsOf(() => figures('2026-06-08T10:00:00+09:00'));
    await handIn('2026-06-01T10:00:00+09:00');
    expect((await figures('2026-06-08T23:59:00+09:00')).late).toBe(before);
    expect(await figures('2026-06-09T00:00:00+09:00')).toMatchObject({ promise: 5, late: before + 1 });
    expect(await statementsOf(() => figures('2026-06-09T00:00:00+09:00'))).toBe(statements);
  });
});
