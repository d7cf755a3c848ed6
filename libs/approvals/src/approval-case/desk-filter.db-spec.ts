import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { HORIE, NISHISENBA, testApp, Town, type TestApp } from '@yoriai/testing';
import { ApprovalsModule } from '../approvals.module.js';
import { SavedFilters } from '../saved-filter/saved-filters.service.js';
import { ApprovalCaseEntity } from './approval-case.entity.js';
import { deskPage, type CaseFilter } from './approval-case.repository.js';
import { Approvals } from './approval-case.service.js';
import type { DeskQuery } from './desk-filter.dto.js';
import { ApprovalDesk } from './desk.service.js';

let app: TestApp;
let leader: Actor;
let clerk: Actor;
let colleague: Actor;
const hosts: Record<string, string> = {};

async function somebody(town: Town, role: Role, where: string): Promise<Actor> {
  const personId = await town.person({ name: '西 みなみ' });
  return new Actor({ personId, accountId: newId(), sessionId: newId(), name: '西 みなみ', grants: [{ termId: newId(), organisationId: where, areaId: null, role }] });
}

beforeAll(async () => {
  app = await testApp({ imports: [ApprovalsModule] });
  const town = new Town(app);
  const office = await town.organisation({ name: '区役所', kind: 'ward-office', areaId: null });
  Object.assign(hosts, { nishisenba: await town.organisation({ areaId: NISHISENBA }), horie: await town.organisation({ areaId: HORIE }) });
  leader = await somebody(town, 'leader', hosts['nishisenba']!);
  clerk = await somebody(town, 'staff', office);
  colleague = await somebody(town, 'staff', office);
});
afterAll(() => app.close());

/** Handed in on a day of November 2026: due five business days later. */
async function handIn(title: string, { day = 2, host = 'nishisenba', category, subjectId = newId() }: { day?: number; host?: string; category?: string; subjectId?: string } = {}): Promise<string> {
  app.clock.set(`2026-11-${String(day).padStart(2, '0')}T10:00:00+09:00`);
  await app.tx((tx) => app.get(Approvals).submit(tx, leader, { subjectKind: 'event', subjectId, organisationId: hosts[host]!, title, snapshot: { title, ...(category ? { category } : {}) } }));
  return subjectId;
}

const shown = async (filter: Partial<DeskQuery>, actor = clerk): Promise<string[]> => {
  const { items, total } = await app.get(ApprovalDesk).list(actor, { status: 'pending', page: 1, ...filter });
  expect(total).toBe(items.length);
  return items.map(({ title }) => title);
};

describe('the desk narrowed', () => {
  it('shows an area, a kind, what is late or soon, what one has decided on before, and all of these at once', async () => {
    await handIn('祭り', { day: 4, category: 'festival' });
    await handIn('市', { day: 5, category: 'market', host: 'horie' });
    const again = await handIn('堀江の祭り', { day: 9, category: 'market', host: 'horie' });
    await app.tx((tx) => app.get(Approvals).decide(tx, clerk, { subjectKind: 'event', subjectId: again, kind: 'returned', comment: '種類を直してください。', revision: 1 }));
    await handIn('堀江の祭り', { day: 6, category: 'festival', host: 'horie', subjectId: again });
    await handIn('先の会', { day: 10 });
    // Thursday: 祭り was due the day before, 市 is due today, 堀江の祭り tomorrow, 先の会 on Tuesday.
    app.clock.set('2026-11-12T10:00:00+09:00');
    expect(await shown({})).toEqual(['祭り', '市', '堀江の祭り', '先の会']);
    expect(await shown({ area: HORIE })).toEqual(['市', '堀江の祭り']);
    expect(await shown({ kind: 'festival' })).toEqual(['祭り', '堀江の祭り']);
    expect(await shown({ due: 'late' })).toEqual(['祭り']);
    expect(await shown({ due: 'soon' })).toEqual(['祭り', '市', '堀江の祭り']);
    expect(await shown({ by: 'me' })).toEqual(['堀江の祭り']);
    expect(await shown({ by: 'me' }, colleague)).toEqual([]);
    expect(await shown({ area: HORIE, kind: 'market', due: 'soon' })).toEqual(['市']);
    expect(await shown({ area: newId() })).toEqual([]);
  });
});

describe('a filter that is kept', () => {
  const filters = () => app.get(SavedFilters);
  const names = async (actor = clerk): Promise<string[]> => (await filters().list(actor)).items.map(({ name }) => name);

  it('is the question and nothing else, comes back to its place, and is one’s own alone', async () => {
    const more: DeskQuery = { status: 'pending', area: HORIE, due: 'soon', page: 3 };
    await filters().add(clerk, { name: ' 堀江 ', query: more });
    await filters().add(clerk, { name: '祭り', query: { status: 'returned', kind: 'festival' } });
    await filters().add(clerk, { name: 'わたし', query: { status: 'pending', by: 'me' } });
    const [horie, festivals] = (await filters().list(clerk)).items;
    expect(horie).toMatchObject({ name: '堀江', query: { status: 'pending', area: HORIE, due: 'soon' } });
    expect(Object.keys(horie!.query).sort()).toEqual(['area', 'due', 'status']);
    await expect(filters().add(clerk, { name: '祭り', query: { status: 'pending' } })).rejects.toMatchObject({ code: 'saved-filter.name-taken', status: 409 });

    await filters().remove(clerk, festivals!.id);
    expect(await names()).toEqual(['堀江', 'わたし']);
    await filters().add(clerk, festivals!);
    expect(await names()).toEqual(['堀江', '祭り', 'わたし']);

    expect(await names(colleague)).toEqual([]);
    await expect(filters().rename(colleague, horie!.id, '見た')).rejects.toMatchObject({ code: 'saved-filter.not-found', status: 404 });
    await expect(filters().remove(colleague, horie!.id)).rejects.toMatchObject({ code: 'saved-filter.not-found', status: 404 });
    await filters().rename(clerk, horie!.id, '堀江の今週');
    expect(await names()).toEqual(['堀江の今週', '祭り', 'わたし']);
    expect(() => filters().list(leader)).toThrow(expect.objectContaining({ code: 'approval.staff-only', status: 403 }));
  });

  it('is one of twenty at most, also when many are kept at once', async () => {
    const kept = await Promise.allSettled(Array.from({ length: 24 }, (_, n) => filters().add(colleague, { name: `条件 ${n}`, query: { status: 'pending' } })));
    const refused = kept.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(4);
    for (const each of refused) expect(each).toMatchObject({ code: 'saved-filter.full', status: 409 });
    expect(await names(colleague)).toHaveLength(20);
  });
});

describe('the desk of a long-lived ward', () => {
  const planOf = async (filter: CaseFilter): Promise<string> => {
    const plan = await app.tx((tx) => {
      const [question, values] = tx.createQueryBuilder(ApprovalCaseEntity, 'each').setFindOptions(deskPage({ ...filter, skip: 0, take: 50 })).getQueryAndParameters();
      return rows<{ 'QUERY PLAN': string }>(tx, `explain ${question}`, values);
    });
    return plan.map((line) => line['QUERY PLAN']).join('\n');
  };

  it('is read from an index in its own order, however it is narrowed', async () => {
    await app.database.asOwner(
      `insert into approvals.approval_case (id, subject_kind, subject_id, organisation_id, title, kind, status, revision, submitted_by, submitted_at, due_on)
       select gen_random_uuid(), 'event', gen_random_uuid(), case when n % 3 = 0 then $1::uuid else $2::uuid end, '行事', (array['festival', 'market', 'class'])[1 + n % 3],
         case when n % 4 = 0 then 'pending' else 'returned' end, 1, $3, timestamptz '2026-01-01' + n * interval '1 hour', date '2026-01-08' + n / 24 from generate_series(1, 4000) n`,
      [hosts['nishisenba'], hosts['horie'], leader.personId],
    );
    await app.database.asOwner('analyze approvals.approval_case');
    const ways: Omit<CaseFilter, 'status'>[] = [{}, { kind: 'festival' }, { hosts: [hosts['horie']!] }, { dueBy: '2026-02-01' }, { decidedBy: clerk.personId }];
    for (const way of ways) {
      for (const status of ['pending', 'returned'] as const) expect([status, way, await planOf({ status, ...way })]).toEqual([status, way, expect.not.stringMatching(/Seq Scan on approval_case/)]);
    }
    expect(await planOf({ status: 'pending' })).toMatch(/^Limit.*\n\s+->\s+Index Scan using approval_case_desk/);
    expect(await planOf({ status: 'returned' })).toMatch(/^Limit.*\n\s+->\s+Index Scan Backward using approval_case_over/);
    // The control: without its index the order of what is over is made by looking at all of it.
    await app.database.asOwner('drop index approvals.approval_case_over');
    expect(await planOf({ status: 'returned' })).toMatch(/Sort/);
  });
});
