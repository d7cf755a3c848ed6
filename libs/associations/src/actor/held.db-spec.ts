import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Passkeys, Sessions, type BeganBy } from '@yoriai/identity';
import { newId, newToken } from '@yoriai/platform';
import { Device, testApp, type TestApp } from '@yoriai/testing';
import { aWard, type Ward } from '../a-ward.builder.js';
import { AssociationsModule } from '../associations.module.js';
import { LostDevices } from '../operator/lost-devices.service.js';
import { Suspensions } from '../officer-term/suspension.service.js';
import { ActorLoader } from './actor-loader.js';
import type { Actor } from './actor.js';

let app: TestApp;
let ward: Ward;

beforeAll(async () => {
  app = await testApp({ imports: [AssociationsModule], config: { passkeys: 'required' } });
  ward = await aWard(app);
});
afterAll(() => app.close());

async function come(actor: Actor, beganBy: BeganBy) {
  const { token } = await app.tx((tx) => app.get(Sessions).start(tx, actor.accountId, { beganBy }));
  const asking = await app.get(ActorLoader).byToken(token);
  return { held: asking?.signedIn.held, opens: asking?.actor.isOfficer(), offices: asking?.actor.grants.map(({ role }) => role) };
}

async function addDevice({ accountId, personId, sessionId, name }: Actor): Promise<string> {
  const [owner, browser] = [{ accountId, personId, sessionId, startedAt: app.clock.now(), name, email: 'somebody@example.jp', held: null }, newToken()];
  const passkeys = app.get(Passkeys);
  return (await passkeys.add(owner, browser, '電話', new Device().add(await passkeys.ask(owner, browser)))).id;
}

describe('where passkeys are required', () => {
  it('an office opens to whoever came by the lock of a device that is still theirs, and nothing of it to a letter', async () => {
    for (const who of [ward.leader, ward.approver, ward.admin]) {
      expect(await come(who, 'letter')).toEqual({ held: 'add-first', opens: false, offices: [] });
      await addDevice(who);
      expect(await come(who, 'letter')).toEqual({ held: 'use-it', opens: false, offices: [] });
      expect(await come(who, 'passkey')).toMatchObject({ held: null, opens: true });
      await app.tx((tx) => app.get(Passkeys).reset(tx, { personId: null, reason: '紛失' }, who.accountId));
      expect(await come(who, 'passkey')).toMatchObject({ held: 'add-first', opens: false });
    }
  });

  it('a member is as before', async () => {
    await app.database.asOwner(`update associations.officer_term set role = 'member' where person_id = $1`, [ward.otherLeader.personId]);
    expect(await come(ward.otherLeader, 'letter')).toEqual({ held: null, opens: false, offices: ['member'] });
  });

  it('a lost device is removed by another administrator, never by oneself, or by the operator', async () => {
    const suspensions = app.get(Suspensions);
    await addDevice(ward.leader);
    expect(await suspensions.devicesOf(ward.admin, ward.leader.personId)).toMatchObject([{ name: expect.any(String), lastUsedAt: null }]);
    const looks = () => app.database.asOwner(`select row_count as rows from identity.access_log where action = 'passkeys.listed' and subject = $1`, [`person:${ward.leader.personId}`]);
    expect(await looks()).toEqual([{ rows: 1 }]);
    await expect(suspensions.devicesOf(ward.leader, ward.admin.personId)).rejects.toMatchObject({ code: 'access.forbidden', status: 403 });
    expect(await suspensions.resetPasskeys(ward.admin, ward.leader.personId, '電話をなくした')).toEqual({ removed: 1 });
    expect(await suspensions.devicesOf(ward.admin, ward.leader.personId)).toEqual([]);
    expect(await suspensions.resetPasskeys(ward.admin, ward.leader.personId, '電話をなくした')).toEqual({ removed: 0 });
    expect(await come(ward.leader, 'letter')).toMatchObject({ held: 'add-first' });
    await expect(suspensions.resetPasskeys(ward.admin, ward.admin.personId, '電話をなくした')).rejects.toMatchObject({ code: 'passkey.own' });
    await expect(suspensions.resetPasskeys(ward.admin, newId(), '電話をなくした')).rejects.toMatchObject({ code: 'account.not-found' });
    await addDevice(ward.admin);
    const [account] = await app.database.asOwner<{ email: string }>('select email from identity.account where id = $1', [ward.admin.accountId]);
    expect(await app.get(LostDevices).reset(account!.email)).toBe(1);
  });
});
