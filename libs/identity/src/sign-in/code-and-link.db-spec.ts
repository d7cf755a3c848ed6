import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, newToken } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
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

describe('the mailed link', () => {
  it('uses nothing up and signs nobody in when opened, here or elsewhere', async () => {
    const browser = newToken();
    const { requestId } = await signIn.request(await anAccount(app), asker(browser));
    const { linkToken, code } = await codeLetter(app, requestId);
    expect(await signIn.byLink(linkToken, newToken())).toMatchObject({ kind: 'other-browser', code });
    expect(await signIn.byLink(linkToken, null)).toMatchObject({ kind: 'other-browser', code });
    expect(await signIn.byLink(linkToken, browser)).toEqual({ kind: 'same-browser', requestId });
    expect(await signIn.byLink(newToken(), browser)).toEqual({ kind: 'gone' });
    const sessions = await app.database.asOwner('select 1 from identity.session');
    expect(sessions).toHaveLength(0);
    expect((await signIn.complete({ requestId, linkToken }, asker(browser))).token).toHaveLength(43);
    expect(await signIn.byLink(linkToken, browser)).toEqual({ kind: 'gone' });
  });

  it('does not let another browser in, even with the right code', async () => {
    const { requestId } = await signIn.request(await anAccount(app), asker(newToken()));
    const { code } = await codeLetter(app, requestId);
    for (const browser of [newToken(), null]) {
      expect((await refusal(signIn.complete({ requestId, code }, asker(browser)))).code).toBe('sign-in.other-browser');
    }
    const [row] = await app.database.asOwner<{ tries: number }>('select tries from identity.sign_in_request where id = $1', [requestId]);
    expect(row?.tries).toBe(0);
  });
});

describe('the code', () => {
  it('works once, for ten minutes', async () => {
    const browser = newToken();
    const email = await anAccount(app);
    const first = await signIn.request(email, asker(browser));
    const { code } = await codeLetter(app, first.requestId);
    app.clock.advance(9);
    const session = await signIn.complete({ requestId: first.requestId, code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, asker(browser));
    const me = await app.tx((tx) => app.get(Sessions).byToken(tx, session.token));
    expect(me).toMatchObject({ personId: session.personId, name: '西船場 花子', email });
    expect((await refusal(signIn.complete({ requestId: first.requestId, code }, asker(browser)))).code).toBe('sign-in.gone');

    const second = await signIn.request(email, asker(browser));
    const late = await codeLetter(app, second.requestId);
    app.clock.advance(10);
    const { code: why, status } = await refusal(signIn.complete({ requestId: second.requestId, code: late.code }, asker(browser)));
    expect([why, status]).toEqual(['sign-in.gone', 410]);
    expect(await app.tx((tx) => signIn.letterOf(tx, second.requestId))).toBeNull();
  });

  it('dies with the fifth wrong try: the sixth is refused although it is right', async () => {
    const browser = newToken();
    const { requestId } = await signIn.request(await anAccount(app), asker(browser));
    const { code } = await codeLetter(app, requestId);
    const answers: unknown[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const said = await refusal(signIn.complete({ requestId, code: wrong(code) }, asker(browser)));
      answers.push([said.code, said.params['triesLeft']]);
    }
    expect(answers).toEqual([
      ['sign-in.wrong-code', 4],
      ['sign-in.wrong-code', 3],
      ['sign-in.wrong-code', 2],
      ['sign-in.wrong-code', 1],
      ['sign-in.too-many-tries', undefined],
    ]);
    expect((await refusal(signIn.complete({ requestId, code }, asker(browser)))).code).toBe('sign-in.too-many-tries');
  });

  it('is not guessed faster over many accounts: after fifty wrong ones a place waits, its links work', async () => {
    const [browser, from] = [newToken(), 'the house of a guesser'];
    const guesses = Array.from({ length: 60 }, () => refusal(signIn.complete({ requestId: newId(), code: '123456' }, { browser, from })));
    const codes = (await Promise.all(guesses)).map((said) => said.code);
    expect(codes.filter((code) => code === 'sign-in.gone')).toHaveLength(50);
    expect(codes.filter((code) => code === 'platform.too-often')).toHaveLength(10);

    const { requestId } = await signIn.request(await anAccount(app), { browser, from });
    const { code, linkToken } = await codeLetter(app, requestId);
    const said = await refusal(signIn.complete({ requestId, code }, { browser, from }));
    expect([said.status, said.retryAfter]).toEqual([429, 3600]);
    expect(await signIn.complete({ requestId, linkToken }, { browser, from })).toHaveProperty('token');
  });

  it('when right is no guess: sixty neighbours sign in at one community centre', async () => {
    const from = 'the community centre';
    for (let turn = 0; turn < 60; turn += 1) {
      const browser = newToken();
      const { requestId } = await signIn.request(await anAccount(app), { browser, from });
      const { code } = await codeLetter(app, requestId);
      expect(await signIn.complete({ requestId, code }, { browser, from })).toHaveProperty('token');
    }
  });

  it('of an unknown request is refused like a used one', async () => {
    expect((await refusal(signIn.complete({ requestId: newId(), code: '123456' }, asker(newToken())))).code).toBe('sign-in.gone');
  });

  it('ends the session that the browser still had', async () => {
    const browser = newToken();
    const email = await anAccount(app);
    const signInOnce = async (previousToken?: string) => {
      const { requestId } = await signIn.request(email, asker(browser));
      const { code } = await codeLetter(app, requestId);
      return signIn.complete({ requestId, code }, asker(browser), { previousToken });
    };
    const old = await signInOnce();
    const fresh = await signInOnce(old.token);
    const [oldSession, freshSession] = await app.tx(async (tx) => [
      await app.get(Sessions).byToken(tx, old.token),
      await app.get(Sessions).byToken(tx, fresh.token),
    ]);
    expect([oldSession, freshSession?.accountId]).toEqual([null, fresh.accountId]);
  });
});
