import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { Sessions } from '@yoriai/identity';
import { testApp, type TestApp } from '@yoriai/testing';
import { aWard, type Ward } from '../a-ward.builder.js';
import { AssociationsModule } from '../associations.module.js';
import { ActorLoader } from './actor-loader.js';
import type { Actor } from './actor.js';

let app: TestApp;
let ward: Ward;

beforeAll(async () => {
  app = await testApp({ imports: [AssociationsModule] });
  ward = await aWard(app);
});
afterAll(() => app.close());

const start = (actor: Actor) => app.tx((tx) => app.get(Sessions).start(tx, actor.accountId, { userAgent: 'x'.repeat(1000) }));
const load = async (token: string) => (await app.get(ActorLoader).byToken(token))?.actor ?? null;

/** Every instant around a term, and whether rights hold. */
const BOUNDARIES = [
  ['2026-03-31T23:59:59.999+09:00', 0],
  ['2026-04-01T00:00:00+09:00', 1],
  ['2028-03-31T23:59:59.999+09:00', 1],
  ['2028-04-01T00:00:00+09:00', 0],
] as const;

describe('rights', () => {
  it.each(BOUNDARIES)('at %s come from %i term', async (instant, count) => {
    app.clock.set(instant);
    const { token } = await start(ward.leader);
    expect((await load(token))?.grants).toHaveLength(count);
  });

  it('do not move with the zone of the process', () => {
    // A running test can't change its own zone, so the days are worked out by a process in New York.
    const rules = readFileSync(path.resolve('libs/platform/src/clock/jst.ts'), 'utf8');
    const { code } = transformSync(rules, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
    const instants = JSON.stringify(BOUNDARIES.map(([at]) => at));
    const program = `${code}\nprocess.stdout.write(${instants}.map((at) => jstDate(new Date(at))).join() + ' ' + new Date(0).getHours());`;
    const env = { ...process.env, TZ: 'America/New_York', NODE_OPTIONS: '' };
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, encoding: 'utf8' });
    expect(said).toBe('2026-03-31,2026-04-01,2028-03-31,2028-04-01 19');
  });

  it('of a dissolved organisation are gone', async () => {
    app.clock.set('2026-11-22T10:00:00+09:00');
    const { token } = await start(ward.otherLeader);
    await app.database.asOwner(`update associations.organisation set status = 'dissolved' where id = $1`, [ward.otherTown]);
    expect((await load(token))?.grants).toEqual([]);
  });
});

describe('sessions', () => {
  it('of staff last 8 hours, also when they were begun for 30 days', async () => {
    app.clock.set('2026-11-22T09:00:00+09:00');
    const { token } = await start(ward.staff);
    expect((await load(token))?.isStaff()).toBe(true);
    const [row] = await app.database.asOwner<{ expires_at: Date }>('select expires_at from identity.session where account_id = $1', [ward.staff.accountId]);
    expect(row?.expires_at).toEqual(new Date('2026-11-22T17:00:00+09:00'));
    for (let hours = 1; hours < 8; hours += 1) {
      app.clock.advance(60);
      expect((await load(token))?.isStaff()).toBe(true);
    }
    app.clock.advance(60);
    expect(await load(token)).toBeNull();
  });

  it('of staff end when two hours nobody used them', async () => {
    app.clock.set('2026-11-22T09:00:00+09:00');
    const { token } = await start(ward.staff);
    app.clock.advance(120);
    expect(await load(token)).toBeNull();
  });

  it('of officers last while they are used, 30 days at most', async () => {
    app.clock.set('2026-11-01T09:00:00+09:00');
    const { token } = await start(ward.leader);
    for (let day = 0; day < 3; day += 1) {
      app.clock.advance(9 * 24 * 60);
      expect((await load(token))?.leads(ward.town)).toBe(true);
    }
    app.clock.advance(3 * 24 * 60);
    expect(await load(token)).toBeNull();
  });

  it('of unknown tokens are nobody', async () => {
    expect(await load('no-such-token')).toBeNull();
  });
});
