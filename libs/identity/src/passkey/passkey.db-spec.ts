import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, newToken, rows } from '@yoriai/platform';
import { Device, race, testApp, type TestApp } from '@yoriai/testing';
import { Accounts } from '../account/account.service.js';
import { IdentityModule } from '../identity.module.js';
import { Sessions } from '../session/session.service.js';
import { SignIn } from '../sign-in/sign-in.service.js';
import { anAccount, asker, refusal } from '../sign-in/testing/sign-in-letters.js';
import { PasskeySignIn } from './passkey-sign-in.service.js';
import { Passkeys, type PasskeyOwner } from './passkey.service.js';

let app: TestApp;
let passkeys: Passkeys;
let signIn: PasskeySignIn;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  passkeys = app.get(Passkeys);
  signIn = app.get(PasskeySignIn);
});
afterAll(() => app.close());

async function somebody(): Promise<PasskeyOwner> {
  const email = await anAccount(app);
  const account = await app.tx((tx) => app.get(Accounts).byEmail(tx, email));
  if (!account) throw new Error('no account');
  return { accountId: account.accountId, personId: account.personId, sessionId: newId(), startedAt: new Date('2999-01-01'), name: '西船場 花子', email, held: null };
}

async function withDevice(owner: PasskeyOwner, device = new Device()): Promise<{ device: Device; id: string }> {
  const browser = newToken();
  const { id } = await passkeys.add(owner, browser, '自分の電話', device.add(await passkeys.ask(owner, browser)));
  return { device, id };
}

async function enter(device: Device, odd: Parameters<Device['enter']>[1] = {}) {
  const browser = newToken();
  const options = await signIn.ask(asker(browser));
  return signIn.enter(device.enter(options, odd), asker(browser));
}

const logged = () =>
  app.tx((tx) => rows<{ action: string; actor_person_id: string | null; subject: string; reason: string | null }>(tx, 'select action, actor_person_id, subject, reason from identity.access_log order by at, id'));
const list = (owner: PasskeyOwner) => app.tx((tx) => passkeys.list(tx, owner.accountId));

describe('a device', () => {
  it('is added, signs in, and the session says by what it began', async () => {
    const owner = await somebody();
    const { device, id } = await withDevice(owner);
    expect(await list(owner)).toEqual([{ id, name: '自分の電話', createdAt: app.clock.now(), lastUsedAt: null }]);
    const session = await enter(device);
    expect(session).toMatchObject({ personId: owner.personId, accountId: owner.accountId });
    expect(await app.tx((tx) => app.get(Sessions).byToken(tx, session.token))).toMatchObject({ beganBy: 'passkey', hasPasskey: true });
    expect((await list(owner))[0]?.lastUsedAt).toEqual(app.clock.now());
    expect((await logged()).slice(-2)).toEqual([
      { action: 'passkey.added', actor_person_id: owner.personId, subject: `passkey:${id}`, reason: null },
      { action: 'session.started', actor_person_id: owner.personId, subject: `account:${owner.accountId}`, reason: 'passkey' },
    ]);
    expect((await app.outbox()).at(-1)).toEqual({ message: 'identity.passkey-changed', payload: { accountId: owner.accountId, passkeyId: id, change: 'added' } });
  });

  it('is asked to show whose it is, to keep the account, and to be none of those that are known', async () => {
    const owner = await somebody();
    const { device } = await withDevice(owner);
    const options = await passkeys.ask(owner, newToken());
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: device.id.toString('base64url'), transports: ['hybrid', 'internal'] }],
    });
    expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(owner.accountId);
    expect(await signIn.ask(asker(newToken()))).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  });

  it('needs a name, and there are ten at most', async () => {
    const owner = await somebody();
    const { status, fields } = await refusal(passkeys.add(owner, newToken(), ' ', new Device().add(await passkeys.ask(owner, newToken()))));
    expect([status, fields]).toMatchObject([422, [{ field: 'name', code: 'passkey.name' }]]);
    for (let count = 0; count < 9; count += 1) await withDevice(owner);
    // Ten of one name would be told apart by nobody.
    expect((await list(owner)).map(({ name }) => name)).toEqual(expect.arrayContaining(['自分の電話', '自分の電話（2）', '自分の電話（9）']));
    const browser = newToken();
    const [one, other] = [await passkeys.ask(owner, browser), await passkeys.ask(owner, browser)];
    await passkeys.add(owner, browser, '十台目', new Device().add(one));
    expect((await refusal(passkeys.add(owner, browser, '十一台目', new Device().add(other)))).code).toBe('passkey.too-many');
    expect((await refusal(passkeys.ask(owner, browser))).code).toBe('passkey.too-many');
    expect(await list(owner)).toHaveLength(10);
  });

  it('is asked for so often by one account, and no oftener', async () => {
    const [owner, other] = [await somebody(), await somebody()];
    for (let count = 0; count < 30; count += 1) await passkeys.ask(owner, newToken());
    expect(await refusal(passkeys.ask(owner, newToken()))).toMatchObject({ code: 'platform.too-often', status: 429 });
    await passkeys.ask(other, newToken());
  });

  it('is added once, to one account', async () => {
    const { device } = await withDevice(await somebody());
    expect((await refusal(withDevice(await somebody(), device))).code).toBe('passkey.known');
  });
});

describe('an answer for a new device is refused', () => {
  it.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['for another house', { rpId: 'evil.example' }],
    ['of a device that nobody unlocked', { unverified: true }],
  ])('%s', async (_what, odd) => {
    const owner = await somebody();
    const browser = newToken();
    const { code, status } = await refusal(passkeys.add(owner, browser, '電話', new Device().add(await passkeys.ask(owner, browser), odd)));
    expect([code, status, await list(owner)]).toEqual(['passkey.refused', 422, []]);
  });

  it('to a question that was answered, was asked of somebody else or elsewhere, is too old, or is for the entrance', async () => {
    const owner = await somebody();
    const browser = newToken();
    const used = await passkeys.ask(owner, browser);
    await passkeys.add(owner, browser, '電話', new Device().add(used));
    const late = await passkeys.ask(owner, browser);
    app.clock.advance(5);
    const tries: [PasskeyOwner, string | null, Parameters<Device['add']>[0]][] = [
      [owner, browser, used],
      [owner, browser, late],
      [await somebody(), browser, await passkeys.ask(owner, browser)],
      [owner, newToken(), await passkeys.ask(owner, browser)],
      [owner, null, await passkeys.ask(owner, browser)],
      [owner, browser, { challenge: newToken(), user: used.user }],
      [owner, browser, { ...used, challenge: (await signIn.ask(asker(browser))).challenge }],
    ];
    for (const [who, where, options] of tries) {
      const { code, status } = await refusal(passkeys.add(who, where, '電話', new Device().add(options)));
      expect([code, status]).toEqual(['passkey.gone', 410]);
    }
    expect(await list(owner)).toHaveLength(1);
  });

  it('that is no answer at all', async () => {
    const owner = await somebody();
    for (const clientDataJson of ['', 'x', Buffer.from('[]').toString('base64url'), Buffer.from('null').toString('base64url')]) {
      const browser = newToken();
      const answer = { ...new Device().add(await passkeys.ask(owner, browser)), clientDataJson };
      expect((await refusal(passkeys.add(owner, browser, '電話', answer))).code).toBe('passkey.refused');
    }
  });

  it('of whoever came by a letter only, where that is not enough to change devices', async () => {
    const owner = await somebody();
    const { id } = await withDevice(owner);
    const held = { ...owner, held: 'use-it' } as const;
    const tries = [passkeys.ask(held, newToken()), passkeys.remove(held, id, true), passkeys.add(held, newToken(), '電話', new Device().add(await passkeys.ask(owner, newToken())))];
    for (const each of await Promise.all(tries.map(refusal))) expect([each.code, each.status]).toEqual(['passkey.use-it', 403]);
    expect(await list(owner)).toHaveLength(1);
  });
});

describe('at the entrance', () => {
  it('one answer brought twenty times at once begins one session', async () => {
    const owner = await somebody();
    const { device } = await withDevice(owner);
    const browser = newToken();
    const answer = device.enter(await signIn.ask(asker(browser)));
    const { values, errors } = await race(20, () => signIn.enter(answer, asker(browser)));
    expect(values).toHaveLength(1);
    expect(new Set(errors.map((error) => (error as { code: string }).code))).toEqual(new Set(['passkey.gone']));
  });

  it('a question is answered once, in the browser that was asked, within five minutes', async () => {
    const owner = await somebody();
    const { device } = await withDevice(owner);
    const browser = newToken();
    const used = await signIn.ask(asker(browser));
    await signIn.enter(device.enter(used), asker(browser));
    const late = await signIn.ask(asker(browser));
    app.clock.advance(5);
    const tries: [string | null, { challenge: string }][] = [
      [browser, used],
      [browser, late],
      [newToken(), await signIn.ask(asker(browser))],
      [null, await signIn.ask(asker(browser))],
      [browser, await passkeys.ask(owner, browser)],
    ];
    for (const [where, options] of tries) expect((await refusal(signIn.enter(device.enter(options), asker(where)))).code).toBe('passkey.gone');
  });

  it('an unknown device, a wrong answer, a count that went back, a removed device and a stopped login hear the same', async () => {
    const owner = await somebody();
    const { device, id } = await withDevice(owner);
    const other = await withDevice(await somebody());
    await enter(device, { counter: 7 });
    const why = async (work: Promise<unknown>) => {
      const { code, status, params } = await refusal(work);
      return [code, status, params, (await logged()).at(-1)?.reason];
    };
    const heard = (reason: string) => ['passkey.refused', 422, {}, reason];
    expect(await why(enter(new Device()))).toEqual(heard('passkey.unknown'));
    expect(await why(enter(device, { origin: 'https://evil.example' }))).toEqual(heard('passkey.wrong'));
    expect(await why(enter(device, { rpId: 'evil.example' }))).toEqual(heard('passkey.wrong'));
    expect(await why(enter(device, { unverified: true }))).toEqual(heard('passkey.wrong'));
    expect(await why(enter(device, { userHandle: Buffer.from(newToken()).toString('base64url') }))).toEqual(heard('passkey.wrong'));
    const browser = newToken();
    const swapped = { ...other.device.enter(await signIn.ask(asker(browser))), credentialId: device.id.toString('base64url') };
    expect(await why(signIn.enter(swapped, asker(browser)))).toEqual(heard('passkey.wrong'));
    expect(await why(enter(device, { counter: 7 }))).toEqual(heard('passkey.counter-went-back'));
    expect((await logged()).at(-1)).toMatchObject({ action: 'session.refused', actor_person_id: null, subject: `passkey:${id}` });
    await app.tx((tx) => app.get(Accounts).suspend(tx, { personId: owner.personId, reason: '紛失' }, owner.accountId));
    expect(await why(enter(device, { counter: 8 }))).toEqual(heard('account.suspended'));
    await app.tx((tx) => app.get(Accounts).reinstate(tx, { personId: owner.personId, reason: '発見' }, owner.accountId));
    await passkeys.remove(owner, id, true);
    expect(await why(enter(device, { counter: 9 }))).toEqual(heard('passkey.unknown'));
  });

  it('counts the wrong answers of a place, and not the right ones', async () => {
    const owner = await somebody();
    const { device } = await withDevice(owner);
    const here = { browser: newToken(), from: 'one house' };
    const right = async () => signIn.enter(device.enter(await signIn.ask(here)), here);
    const wrong = async () => signIn.enter(new Device().enter(await signIn.ask(here)), here);
    for (let count = 0; count < 49; count += 1) expect((await refusal(wrong())).code).toBe('passkey.refused');
    await right();
    await right();
    expect((await refusal(wrong())).code).toBe('passkey.refused');
    expect((await refusal(right())).status).toBe(429);
  });
});

describe('a device is removed', () => {
  it('by its owner alone, the last one only if they are sure', async () => {
    const owner = await somebody();
    const [first, second] = [await withDevice(owner), await withDevice(owner)];
    expect((await refusal(passkeys.remove(await somebody(), first.id, true))).code).toBe('passkey.not-found');
    await passkeys.remove(owner, first.id, false);
    expect((await refusal(passkeys.remove(owner, second.id, false))).code).toBe('passkey.last');
    await passkeys.remove(owner, second.id, true);
    expect(await list(owner)).toEqual([]);
    expect((await logged()).at(-1)).toMatchObject({ action: 'passkey.removed', actor_person_id: owner.personId, subject: `passkey:${second.id}` });
    expect((await app.outbox()).at(-1)?.payload).toEqual({ accountId: owner.accountId, passkeyId: second.id, change: 'removed' });
  });

  it('once its owner is sure, where another has the same name', async () => {
    const owner = await somebody();
    const [one, other] = [await withDevice(owner), await withDevice(owner)];
    await passkeys.remove(owner, one.id, false);
    const again = await withDevice(owner);
    await app.database.asOwner(`update identity.passkey set name = '電話' where account_id = $1`, [owner.accountId]);
    expect(await refusal(passkeys.remove(owner, again.id, false))).toMatchObject({ code: 'passkey.alike', status: 409 });
    await passkeys.remove(owner, again.id, true);
    expect((await list(owner)).map(({ id }) => id)).toEqual([other.id]);
  });

  it('and what was begun by it ends, and nothing that began by a letter', async () => {
    const owner = await somebody();
    const { device, id } = await withDevice(owner);
    const { token } = await enter(device);
    const letter = await app.tx((tx) => app.get(Sessions).start(tx, owner.accountId, {}));
    const isIn = async (given: string) => (await app.tx((tx) => app.get(Sessions).byToken(tx, given))) !== null;
    await passkeys.remove(owner, id, true);
    expect([await isIn(token), await isIn(letter.token)]).toEqual([false, true]);
    await withDevice(owner);
    await app.tx((tx) => passkeys.reset(tx, { personId: null, reason: '紛失' }, owner.accountId));
    expect(await isIn(letter.token)).toBe(false);
  });

  it('and none is added, ten minutes after its owner signed in', async () => {
    const owner = await somebody();
    const { id } = await withDevice(owner);
    const late = { ...owner, startedAt: new Date(app.clock.now().getTime() - 10 * 60 * 1000) };
    for (const each of [passkeys.ask(late, newToken()), passkeys.remove(late, id, true)]) {
      expect(await refusal(each)).toMatchObject({ code: 'passkey.sign-in-again', status: 403 });
    }
  });

  it('with all others of somebody who lost theirs, which is written down with the reason', async () => {
    const [owner, admin] = [await somebody(), await somebody()];
    const { device } = await withDevice(owner);
    await withDevice(owner);
    const reset = () => app.tx((tx) => passkeys.reset(tx, { personId: admin.personId, reason: '電話をなくした' }, owner.accountId));
    expect([await reset(), await reset()]).toEqual([2, 0]);
    expect((await logged()).at(-1)).toMatchObject({ action: 'passkey.reset', actor_person_id: admin.personId, subject: `account:${owner.accountId}`, reason: '電話をなくした' });
    expect((await app.outbox()).at(-1)?.payload).toEqual({ accountId: owner.accountId, passkeyId: null, change: 'reset' });
    expect((await refusal(enter(device))).code).toBe('passkey.refused');
  });

  it('with its account; and questions go when nobody can answer them any more', async () => {
    const owner = await somebody();
    await withDevice(owner);
    await passkeys.ask(owner, newToken());
    const left = () => app.database.asOwner('select account_id from identity.passkey where account_id = $1 union all select account_id from identity.passkey_challenge where account_id = $1', [owner.accountId]);
    expect(await left()).toHaveLength(2);
    app.clock.advance(5);
    await app.get(SignIn).tidy();
    expect(await left()).toHaveLength(1);
    await app.database.asOwner('delete from identity.account where id = $1', [owner.accountId]);
    expect(await left()).toEqual([]);
  });
});
