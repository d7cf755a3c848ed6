import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Accounts, Sessions } from '@yoriai/identity';
import type { Refusal } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aWard, anOfficer, type Ward } from '../a-ward.builder.js';
import { ActorLoader } from '../actor/actor-loader.js';
import type { Actor } from '../actor/actor.js';
import { AssociationsModule } from '../associations.module.js';
import { Suspensions } from './suspension.service.js';
import { TermEndings } from './term-ending.service.js';

let app: TestApp;
let ward: Ward;
let endings: TermEndings;

beforeEach(async () => {
  app = await testApp({ imports: [AssociationsModule] });
  endings = app.get(TermEndings);
  ward = await aWard(app);
});
afterEach(() => app.close());

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error as Refusal).code);
const termOf = (actor: Actor) => actor.grants[0]?.termId ?? '';
const session = (actor: Actor) => app.tx((tx) => app.get(Sessions).start(tx, actor.accountId, {}));
const endsOnOf = async (actor: Actor) => {
  const [row] = await app.database.asOwner<{ ends_on: string }>('select ends_on::text from associations.officer_term where id = $1', [termOf(actor)]);
  return row?.ends_on;
};

describe('ending a term', () => {
  it('today keeps the rights until midnight in Japan and writes down who and why', async () => {
    const { token } = await session(ward.blockLeader);
    await endings.end(ward.leader, termOf(ward.blockLeader), { endsOn: '2026-11-22', reason: '転居' });
    const isBlockLeader = async () => (await app.get(ActorLoader).byToken(token))?.actor.has('block-leader');
    app.clock.set('2026-11-22T23:59:59.999+09:00');
    expect(await isBlockLeader()).toBe(true);
    app.clock.set('2026-11-23T00:00:00+09:00');
    expect(await isBlockLeader()).toBe(false);
    const [row] = await app.database.asOwner('select ended_by, reason, old_ends_on::text, new_ends_on::text from associations.term_ending');
    expect(row).toEqual({ ended_by: ward.leader.personId, reason: '転居', old_ends_on: '2028-03-31', new_ends_on: '2026-11-22' });
    const log = await app.database.asOwner('select actor_person_id, reason from identity.access_log where action = $1 and subject = $2', ['officer.term-ended', `officer-term:${termOf(ward.blockLeader)}`]);
    expect(log).toEqual([{ actor_person_id: ward.leader.personId, reason: null }]);
    expect((await app.outbox()).at(-1)).toEqual({
      message: 'associations.term-ended',
      payload: { termId: termOf(ward.blockLeader), personId: ward.blockLeader.personId, organisationId: ward.town },
    });
  });

  it('with yesterday ends it and its sessions at once', async () => {
    const { token } = await session(ward.blockLeader);
    await endings.end(ward.leader, termOf(ward.blockLeader), { endsOn: '2026-11-21', reason: '権限の誤り' });
    expect(await app.get(ActorLoader).byToken(token)).toBeNull();
    expect(await codeOf(endings.end(ward.leader, termOf(ward.blockLeader), { endsOn: '2026-11-21', reason: 'x' }))).toBe('officer.already-ended');
  });

  it('is 404 for terms one does not see and 403 for those one sees', async () => {
    const ending = { endsOn: '2026-11-22', reason: 'x' };
    expect(await codeOf(endings.end(ward.otherLeader, termOf(ward.blockLeader), ending))).toBe('officer.not-found');
    expect(await codeOf(endings.end(ward.blockLeader, termOf(ward.leader), ending))).toBe('officer.may-not-end');
    expect(await codeOf(endings.end(ward.staff, termOf(ward.admin), ending))).toBe('officer.may-not-end');
    expect(await codeOf(endings.end(ward.staff, termOf(ward.leader), ending))).toBe('done');
  });

  it('never leaves the ward without an administrator', async () => {
    const ending = { endsOn: '2026-11-30', reason: '異動' };
    expect(await codeOf(endings.end(ward.admin, termOf(ward.admin), ending))).toBe('officer.last-admin');
    const second = await anOfficer(app, 'second@example.jp', ward.office, 'admin');
    expect(await codeOf(endings.end(ward.admin, termOf(ward.admin), ending))).toBe('done');
    expect(await codeOf(app.get(Suspensions).suspend(second, second.personId, 'x'))).toBe('done');
    expect(await endsOnOf(ward.admin)).toBe('2026-11-30');
  });

  it('does not count an administrator who cannot sign in', async () => {
    const second = await anOfficer(app, 'second@example.jp', ward.office, 'admin');
    await app.tx((tx) => app.get(Accounts).suspend(tx, { personId: ward.admin.personId, reason: 'x' }, second.accountId));
    expect(await codeOf(endings.end(ward.admin, termOf(ward.admin), { endsOn: '2026-11-30', reason: 'x' }))).toBe('officer.last-admin');
    expect(await codeOf(app.get(Suspensions).suspend(ward.admin, ward.admin.personId, 'x'))).toBe('officer.last-admin');
  });

  it('lets one of two administrators go who end each other at the same moment', async () => {
    const second = await anOfficer(app, 'second@example.jp', ward.office, 'admin');
    const ending = { endsOn: '2026-11-21', reason: 'x' };
    const { values, errors } = await race(2, (turn) =>
      turn === 0 ? endings.end(ward.admin, termOf(second), ending) : endings.end(second, termOf(ward.admin), ending),
    );
    expect([values.length, errors.map((error) => (error as Refusal).code)]).toEqual([1, ['officer.last-admin']]);
  });
});

describe('the database', () => {
  it('refuses the same role twice at the same time, but takes one term after the other', async () => {
    const [first] = await app.database.asOwner<{ person_id: string }>('select person_id from associations.officer_term where id = $1', [termOf(ward.leader)]);
    const add = (startsOn: string, endsOn: string) =>
      app.database.asOwner(
        `insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at)
         values (gen_random_uuid(), $1, $2, 'leader', '会長', $3, $4, now())`,
        [first?.person_id, ward.town, startsOn, endsOn],
      );
    await expect(add('2028-03-31', '2030-03-31')).rejects.toThrow(/officer_term_no_double/);
    await add('2028-04-01', '2030-03-31');
  });

  it('has the 14 areas with reading, in order', async () => {
    const areas = await app.database.asOwner<{ name: string; slug: string }>('select name, slug from associations.area order by sort');
    expect(areas).toHaveLength(14);
    expect(new Set(areas.map((area) => area.slug)).size).toBe(14);
    expect(areas[0]).toEqual({ name: '西船場', slug: 'nishisenba' });
  });

  it('keeps the history of endings from change', async () => {
    await expect(app.database.asApp('update associations.term_ending set id = id')).rejects.toThrow(/permission denied/);
    await expect(app.database.asApp('delete from associations.term_ending')).rejects.toThrow(/permission denied/);
  });
});
