import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, newToken, type Refusal } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { IdentityModule } from '../identity.module.js';
import { SignIn } from './sign-in.service.js';
import { anAccount, asker, codeLetter, refusal } from './testing/sign-in-letters.js';

let app: TestApp;
let signIn: SignIn;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  signIn = app.get(SignIn);
});
afterAll(() => app.close());

describe('asking for a letter', () => {
  it('keeps nothing plain at rest and announces only an id', async () => {
    const email = await anAccount(app);
    const { requestId } = await signIn.request(email, asker(newToken()));
    const { code, linkToken } = await codeLetter(app, requestId);
    const [row] = await app.database.asOwner<{ text: string }>('select r::text as text from identity.sign_in_request r where id = $1', [requestId]);
    expect(row?.text).not.toContain(code);
    expect(row?.text).not.toContain(linkToken);
    const announced = (await app.outbox()).filter((message) => message.payload['signInRequestId'] === requestId);
    expect(announced).toEqual([{ message: 'identity.sign-in-requested', payload: { signInRequestId: requestId } }]);
  });

  it('answers in the same shape and writes the same rows whether or not the account exists', async () => {
    const before = (await app.outbox()).length;
    const known = await signIn.request(await anAccount(app), asker(newToken()));
    const unknown = await signIn.request('nobody@example.jp', asker(newToken()));
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(known.expiresAt).toEqual(unknown.expiresAt);
    expect((await app.outbox()).length - before).toBe(2);
    const traces = await app.database.asOwner<{ state: string; tries: number }>('select state, tries from identity.sign_in_request where id = any($1)', [
      [known.requestId, unknown.requestId],
    ]);
    expect(traces).toEqual([
      { state: 'open', tries: 0 },
      { state: 'open', tries: 0 },
    ]);
    expect(await app.tx((tx) => signIn.letterOf(tx, unknown.requestId))).toEqual({ kind: 'no-account', email: 'nobody@example.jp', language: 'ja' });
  });

  it('refuses a wrong code for an unknown address like one for a known address', async () => {
    const browser = newToken();
    const known = await signIn.request(await anAccount(app), asker(browser));
    const unknown = await signIn.request('nobody-either@example.jp', asker(browser));
    const codes = await Promise.all(
      [known, unknown].map(async ({ requestId }) => {
        const { code, status, params, fields } = await refusal(signIn.complete({ requestId, code: 'abcdef' }, asker(browser)));
        return { code, status, params, fields };
      }),
    );
    expect(codes[0]).toEqual(codes[1]);
  });

  it('kills the earlier request of the same browser, not that of another', async () => {
    const email = await anAccount(app);
    const [mine, stranger] = [newToken(), newToken()];
    const first = await signIn.request(email, asker(mine));
    await signIn.request(email, asker(stranger));
    const firstLetter = await codeLetter(app, first.requestId);
    await signIn.request(email, asker(mine));
    expect((await refusal(signIn.complete({ requestId: first.requestId, code: firstLetter.code }, asker(mine)))).code).toBe('sign-in.gone');
  });

  it('tells who asks a sixth time in a quarter of an hour to wait, known address or not', async () => {
    for (const email of [await anAccount(app), 'nobody-often@example.jp']) {
      const from = `a house that asks for ${email}`;
      for (let turn = 0; turn < 5; turn += 1) await signIn.request(email, { browser: newToken(), from });
      const { code, status, retryAfter, params } = await refusal(signIn.request(email, { browser: newToken(), from }));
      expect([code, status, retryAfter, params]).toEqual(['platform.too-often', 429, 900, { minutes: 15 }]);
      expect(await signIn.request(email, asker(newToken()))).toHaveProperty('requestId');
      app.clock.advance(16);
      expect(await signIn.request(email, { browser: newToken(), from })).toHaveProperty('requestId');
    }
  });

  it('leaves letters for the owner of an address for which somebody asks all day', async () => {
    const email = await anAccount(app);
    for (let turn = 0; turn < 60; turn += 1) {
      await signIn
        .request(email, { browser: newToken(), from: 'the house of a nuisance' })
        .catch((error: Refusal) => expect(error.code).toBe('platform.too-often'));
      app.clock.advance(10);
    }
    expect((await codeLetter(app, (await signIn.request(email, asker(newToken()))).requestId)).email).toBe(email);
  });

  it('bounds what one place asks for, whoever it is for', async () => {
    const from = 'a house full of robots';
    for (let turn = 0; turn < 100; turn += 1) await signIn.request(`robot-${turn}@example.jp`, { browser: newToken(), from });
    const said = await refusal(signIn.request('robot-100@example.jp', { browser: newToken(), from }));
    expect([said.status, said.retryAfter]).toEqual([429, 900]);
    expect(await signIn.request('robot-100@example.jp', asker(newToken()))).toHaveProperty('requestId');
  });

  it('sends at most fifteen letters to an address in a quarter of an hour from everywhere, without showing it', async () => {
    const email = await anAccount(app);
    const requests = [];
    for (let turn = 0; turn < 17; turn += 1) requests.push(await signIn.request(email, asker(newToken())));
    const ids = requests.map(({ requestId }) => requestId);
    const announced = (await app.outbox()).filter((message) => ids.includes(String(message.payload['signInRequestId'])));
    expect(announced).toHaveLength(15);
    app.clock.advance(16);
    expect((await codeLetter(app, (await signIn.request(email, asker(newToken()))).requestId)).email).toBe(email);
  });

  it('refuses two addresses in one', async () => {
    const { code, fields } = await refusal(signIn.request('a@example.jp,b@example.jp', asker(newToken())));
    expect([code, fields]).toEqual(['platform.invalid', [{ field: 'email', code: 'contact.email' }]]);
  });
});

describe('a request that nothing looks back to', () => {
  it('is forgotten: after a day, or after ninety where it signed somebody in', async () => {
    const [email, browser] = [await anAccount(app), newToken()];
    const used = (await signIn.request(email, asker(browser))).requestId;
    await signIn.complete({ requestId: used, code: (await codeLetter(app, used)).code }, asker(browser));
    const stranger = `stranger-${newId()}@example.jp`;
    const { requestId: never } = await signIn.request(stranger, asker(newToken()), { name: '来ない 人', kana: 'こない ひと' });
    const kept = async (): Promise<string[]> => {
      await signIn.tidy();
      return (await app.database.asOwner<{ id: string }>('select id from identity.sign_in_request where id = any($1) order by requested_at, id', [[used, never]])).map(({ id }) => id);
    };
    app.clock.advance(24 * 60);
    expect((await kept()).sort()).toEqual([used, never].sort());
    app.clock.advance(1);
    expect(await kept()).toEqual([used]);
    app.clock.advance(89 * 24 * 60);
    expect(await kept()).toEqual([]);
  });
});
