import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newToken } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { Accounts } from '../account/account.service.js';
import { IdentityModule } from '../identity.module.js';
import { Sessions } from '../session/session.service.js';
import { SignIn } from './sign-in.service.js';
import { anAccount, asker, codeLetter, refusal, wrong } from './testing/sign-in-letters.js';

let app: TestApp;
let signIn: SignIn;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  signIn = app.get(SignIn);
});
afterAll(() => app.close());

describe('the access log', () => {
  it('holds who came in and who did not, in the transaction of the try', async () => {
    const browser = newToken();
    const { requestId } = await signIn.request(await anAccount(app), asker(browser));
    const { code } = await codeLetter(app, requestId);
    await refusal(signIn.complete({ requestId, code: wrong(code) }, asker(browser)));
    await refusal(signIn.complete({ requestId, code }, asker(newToken())));
    const { accountId, personId } = await signIn.complete({ requestId, code }, asker(browser));
    const log = await app.database.asOwner('select actor_person_id, action, reason from identity.access_log where subject in ($1, $2) order by id', [
      `sign-in-request:${requestId}`,
      `account:${accountId}`,
    ]);
    expect(log).toEqual([
      { actor_person_id: null, action: 'session.refused', reason: 'sign-in.wrong-code' },
      { actor_person_id: null, action: 'session.refused', reason: 'sign-in.other-browser' },
      { actor_person_id: personId, action: 'session.started', reason: null },
    ]);
  });
});

describe('registering', () => {
  it('makes nothing until the code comes back, then account and person with the name as typed', async () => {
    const browser = newToken();
    const email = 'takasaki@example.jp';
    const { requestId } = await signIn.request(email, asker(browser), { name: '髙﨑 𠮷男', kana: 'たかさき よしお', phone: '090-0000-1234' });
    const people = () =>
      app.database.asOwner<{ name: string; phone: string; search_key: string }>('select name, phone, search_key from identity.person where email = $1', [
        email,
      ]);
    expect(await people()).toEqual([]);
    const letter = await codeLetter(app, requestId);
    expect(letter.kind).toBe('registration');
    await signIn.complete({ requestId, code: letter.code }, asker(browser));
    expect(await people()).toEqual([{ name: '髙﨑 𠮷男', phone: '09000001234', search_key: '高崎吉男' }]);
  });

  it('with a known address signs in and changes nothing', async () => {
    const browser = newToken();
    const email = await anAccount(app, '西船場 花子');
    const { requestId } = await signIn.request(email, asker(browser), { name: 'だれか', kana: 'だれか' });
    const letter = await codeLetter(app, requestId);
    expect(letter.kind).toBe('sign-in');
    const { token } = await signIn.complete({ requestId, code: letter.code }, asker(browser));
    expect((await app.tx((tx) => app.get(Sessions).byToken(tx, token)))?.name).toBe('西船場 花子');
  });
});

describe('a suspended account', () => {
  it('is signed out at once and gets no code', async () => {
    const browser = newToken();
    const email = await anAccount(app);
    const { requestId } = await signIn.request(email, asker(browser));
    const { code } = await codeLetter(app, requestId);
    const session = await signIn.complete({ requestId, code }, asker(browser));
    const next = await signIn.request(email, asker(browser));
    const nextCode = (await codeLetter(app, next.requestId)).code;
    await app.tx((tx) => app.get(Accounts).suspend(tx, { personId: session.personId, reason: '端末をなくした' }, session.accountId));
    expect(await app.tx((tx) => app.get(Sessions).byToken(tx, session.token))).toBeNull();
    expect(await app.tx((tx) => signIn.letterOf(tx, next.requestId))).toEqual({ kind: 'suspended', email, language: 'ja' });
    expect((await refusal(signIn.complete({ requestId: next.requestId, code: nextCode }, asker(browser)))).code).toBe('sign-in.wrong-code');
    await app.tx((tx) => app.get(Accounts).reinstate(tx, { personId: session.personId, reason: '見つかった' }, session.accountId));
    expect((await codeLetter(app, next.requestId)).kind).toBe('sign-in');
  });
});
