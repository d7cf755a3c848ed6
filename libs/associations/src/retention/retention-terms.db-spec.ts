import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aWard, anOfficer, type Ward } from '../a-ward.builder.js';
import type { Actor } from '../actor/actor.js';
import { AssociationsModule } from '../associations.module.js';
import type { KeptNames } from './retention.rules.js';
import { RetentionTerms } from './retention-terms.service.js';

let app: TestApp;
let ward: Ward;
let officer: Actor;

beforeAll(async () => {
  app = await testApp({ imports: [AssociationsModule] });
  ward = await aWard(app);
  officer = await anOfficer(app, 'privacy@example.jp', ward.office, 'privacy-officer');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-27T10:00:00+09:00');
  await app.database.asOwner('delete from associations.retention_term');
});

const terms = (): RetentionTerms => app.get(RetentionTerms);
const set = (years: number, version: number, given: { by?: Actor; kind?: KeptNames } = {}): Promise<void> => app.tx((tx) => terms().set(tx, given.by ?? officer, given.kind ?? 'applications', { years, why: '規程の改正', version }));
const now = () => app.tx((tx) => terms().now(tx));
const told = async (kind: KeptNames = 'applications') => (await app.tx((tx) => terms().told(tx))).find((each) => each.kind === kind)!;

describe('how long names are kept', () => {
  it('is as it was in the beginning until somebody sets it', async () => {
    expect(await now()).toEqual({ applications: 1, duties: 3 });
    expect(await told()).toEqual({ kind: 'applications', years: 1, since: null, coming: null, version: 0, history: [] });
  });

  it('longer counts at once, shorter from a first of April; who, when and why stays, also in the log', async () => {
    await set(2, 0);
    expect(await now()).toEqual({ applications: 2, duties: 3 });
    app.clock.set('2026-11-28T10:00:00+09:00');
    await set(0, 1);
    expect(await told()).toMatchObject({ years: 2, coming: { years: 0, from: new Date('2027-04-01T00:00:00+09:00') }, version: 2, history: [{ years: 0, by: officer.name, why: '規程の改正', at: new Date('2026-11-28T10:00:00+09:00') }, { years: 2 }] });
    expect((await app.tx((tx) => terms().termsAt(tx)))(new Date('2027-04-01T01:00:00+09:00'))).toEqual({ applications: 0, duties: 3 });
    app.clock.set('2027-04-01T00:00:00+09:00');
    expect(await now()).toEqual({ applications: 0, duties: 3 });
    expect(await app.database.asOwner('select actor_person_id as who, reason from identity.access_log where action = $1 and subject = $2 order by at', ['retention.set', 'retention:applications'])).toEqual([{ who: officer.personId, reason: '1 → 2: 規程の改正' }, { who: officer.personId, reason: '2 → 0: 規程の改正' }]);
  });

  it('a mistake is undone before it counts, and says from when it would', async () => {
    expect(await app.tx((tx) => terms().wouldCount(tx, 'duties', 1))).toEqual(new Date('2027-04-01T00:00:00+09:00'));
    expect(await app.tx((tx) => terms().wouldCount(tx, 'duties', 3))).toBeNull();
    await set(1, 0, { kind: 'duties' });
    await expect(set(1, 1, { kind: 'duties' })).rejects.toMatchObject({ code: 'retention.same', status: 409 });
    await set(3, 1, { kind: 'duties' });
    expect(await told('duties')).toMatchObject({ years: 3, coming: null, version: 2 });
  });

  it.each([
    ['applications', -1],
    ['applications', 6],
    ['duties', 0],
    ['duties', 11],
  ] as const)('%s are not kept for %i years, past the rule neither', async (kind, years) => {
    await expect(set(years, 0, { kind })).rejects.toMatchObject({ code: 'retention.bounds', status: 422, fields: [{ field: 'years' }] });
    await expect(app.database.asOwner(`insert into associations.retention_term (id, kind, number, fiscal_years, why, set_by, set_at) values (gen_random_uuid(), $1, 1, $2, '規程', $3, now())`, [kind, years, officer.personId])).rejects.toThrow('retention_term_bounds');
  });

  it('is set by the privacy officer alone, and by one of two who read the same', async () => {
    for (const by of [ward.staff, ward.approver, ward.admin, ward.leader]) await expect(set(2, 0, { by })).rejects.toMatchObject({ code: 'retention.privacy-officer-only', status: 403 });
    const { values, errors } = await race(3, (index) => set(2 + index, 0));
    expect(values).toHaveLength(1);
    expect(errors).toEqual(Array(2).fill(expect.objectContaining({ code: 'retention.changed-meanwhile', status: 409 })));
    await expect(set(5, 0)).rejects.toMatchObject({ code: 'retention.changed-meanwhile' });
  });

  it('stays written as it was: nobody who serves changes or removes a line', async () => {
    await set(2, 0);
    for (const text of ['update associations.retention_term set fiscal_years = 0', 'delete from associations.retention_term']) await expect(app.tx((tx) => tx.query(text))).rejects.toThrow('permission denied');
  });
});
