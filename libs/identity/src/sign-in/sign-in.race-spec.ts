import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newToken, rows, type Refusal } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { IdentityModule } from '../identity.module.js';
import { SignIn } from './sign-in.service.js';
import { asker, codeLetter, wrong } from './testing/sign-in-letters.js';

/** Lets nobody go on before so many have come. */
function meeting(size: number): () => Promise<void> {
  let missing = size;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing === 0) open();
    return all;
  };
}

let app: TestApp;
let signIn: SignIn;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  signIn = app.get(SignIn);
});
afterAll(() => app.close());

async function aRegistration(email: string): Promise<{ requestId: string; browser: string; code: string }> {
  const browser = newToken();
  const { requestId } = await signIn.request(email, asker(browser), { name: '西船場 花子', kana: 'にしせんば はなこ' });
  const { code } = await codeLetter(app, requestId);
  return { requestId, browser, code };
}

describe('one code brought twenty times at once', () => {
  it('begins one session and makes one account', async () => {
    const { requestId, browser, code } = await aRegistration('race@example.jp');
    const { values, errors } = await race(20, () => signIn.complete({ requestId, code }, asker(browser)));
    expect(values).toHaveLength(1);
    expect(new Set(errors.map((error) => (error as Refusal).code))).toEqual(new Set(['sign-in.gone']));
    expect(await app.database.asOwner('select 1 from identity.session')).toHaveLength(1);
    expect(await app.database.asOwner(`select 1 from identity.account where email = 'race@example.jp'`)).toHaveLength(1);
  });

  it('would begin many if nobody locked the request', async () => {
    const { requestId } = await aRegistration('control@example.jp');
    // The same steps without `for update`: everybody reads "open" before anybody writes.
    const meet = meeting(5);
    const { values } = await race(5, () =>
      app.tx(async (tx) => {
        const [request] = await rows<{ state: string }>(tx, 'select state from identity.sign_in_request where id = $1', [requestId]);
        await meet();
        if (request?.state !== 'open') throw new Error('closed');
        await rows(tx, `update identity.sign_in_request set state = 'used', closed_at = now() where id = $1`, [requestId]);
        return 'session';
      }),
    );
    expect(values).toHaveLength(5);
  });

  it('counts every wrong try: of twenty at once five are judged', async () => {
    const { requestId, browser, code } = await aRegistration('guess@example.jp');
    const { errors } = await race(20, () => signIn.complete({ requestId, code: wrong(code) }, asker(browser)));
    const codes = errors.map((error) => (error as Refusal).code);
    expect(codes.filter((one) => one === 'sign-in.wrong-code')).toHaveLength(4);
    expect(codes.filter((one) => one === 'sign-in.too-many-tries')).toHaveLength(16);
  });

  it('writes fifteen letters although a hundred ask at once', async () => {
    const { errors } = await race(100, () => signIn.request('flood@example.jp', asker(newToken())));
    // A hundred at once may be more than the database takes on; whoever was not served got no letter.
    expect(errors.filter((error) => (error as Refusal).status !== 503)).toEqual([]);
    const states = await app.database.asOwner<{ state: string; count: number }>(
      `select state, count(*)::int as count from identity.sign_in_request where email = 'flood@example.jp' group by state order by state`,
    );
    expect(states).toEqual([
      { state: 'open', count: 15 },
      { state: 'unsent', count: 85 - errors.length },
    ]);
  });

  it('makes one account of two registrations that come back together', async () => {
    const letters = [await aRegistration('twice@example.jp'), await aRegistration('twice@example.jp')];
    const { values } = await race(2, (index) => {
      const { requestId, code, browser } = letters[index]!;
      return signIn.complete({ requestId, code }, asker(browser));
    });
    expect(values).toHaveLength(2);
    expect(new Set(values.map((session) => session.accountId)).size).toBe(1);
  });
});
