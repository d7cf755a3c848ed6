import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, newToken, type Refusal } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { Accounts } from '../account/account.service.js';
import { IdentityModule } from '../identity.module.js';
import { Sessions } from '../session/session.service.js';
import { SignIn, type SignInLetter } from './sign-in.service.js';

let app: TestApp;
let signIn: SignIn;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  signIn = app.get(SignIn);
});
afterAll(() => app.close());

/** Every browser in a house of its own. */
const asker = <B extends string | null>(browser: B) => ({ browser, from: `the house of ${browser}` });

type CodeLetter = Extract<SignInLetter, { code: string }>;

const refusal = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error('was let in')),
    (error: unknown) => error as Refusal,
  );

async function anAccount(name = '西船場 花子'): Promise<string> {
  const email = `p-${newToken()
    .slice(0, 12)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x')}@example.jp`;
  await app.tx((tx) => app.get(Accounts).ensure(tx, { email, name, kana: 'にしせんば はなこ' }));
  return email;
}

async function codeLetter(requestId: string): Promise<CodeLetter> {
  const letter = await app.tx((tx) => signIn.letterOf(tx, requestId));
  if (!letter || !('code' in letter)) throw new Error('no letter with a code');
  return letter;
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('asking for a letter', () => {
  it('keeps nothing plain at rest and announces only an id', async () => {
    const email = await anAccount();
    const { requestId } = await signIn.request(email, asker(newToken()));
    const { code, linkToken } = await codeLetter(requestId);
    const [row] = await app.database.asOwner<{ text: string }>('select r::text as text from identity.sign_in_request r where id = $1', [requestId]);
    expect(row?.text).not.toContain(code);
    expect(row?.text).not.toContain(linkToken);
    const announced = (await app.outbox()).filter((message) => message.payload['signInRequestId'] === requestId);
    expect(announced).toEqual([{ message: 'identity.sign-in-requested', payload: { signInRequestId: requestId } }]);
  });

  it('answers in the same shape and writes the same rows whether or not the account exists', async () => {
    const before = (await app.outbox()).length;
    const known = await signIn.request(await anAccount(), asker(newToken()));
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
    const known = await signIn.request(await anAccount(), asker(browser));
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
    const email = await anAccount();
    const [mine, stranger] = [newToken(), newToken()];
    const first = await signIn.request(email, asker(mine));
    await signIn.request(email, asker(stranger));
    const firstLetter = await codeLetter(first.requestId);
    await signIn.request(email, asker(mine));
    expect((await refusal(signIn.complete({ requestId: first.requestId, code: firstLetter.code }, asker(mine)))).code).toBe('sign-in.gone');
  });

  it('tells who asks a sixth time in a quarter of an hour to wait, known address or not', async () => {
    for (const email of [await anAccount(), 'nobody-often@example.jp']) {
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
    const email = await anAccount();
    for (let turn = 0; turn < 60; turn += 1) {
      await signIn
        .request(email, { browser: newToken(), from: 'the house of a nuisance' })
        .catch((error: Refusal) => expect(error.code).toBe('platform.too-often'));
      app.clock.advance(10);
    }
    expect((await codeLetter((await signIn.request(email, asker(newToken()))).requestId)).email).toBe(email);
  });

  it('bounds what one place asks for, whoever it is for', async () => {
    const from = 'a house full of robots';
    for (let turn = 0; turn < 100; turn += 1) await signIn.request(`robot-${turn}@example.jp`, { browser: newToken(), from });
    const said = await refusal(signIn.request('robot-100@example.jp', { browser: newToken(), from }));
    expect([said.status, said.retryAfter]).toEqual([429, 900]);
    expect(await signIn.request('robot-100@example.jp', asker(newToken()))).toHaveProperty('requestId');
  });

  it('sends at most fifteen letters to an address in a quarter of an hour from everywhere, without showing it', async () => {
    const email = await anAccount();
    const requests = [];
    for (let turn = 0; turn < 17; turn += 1) requests.push(await signIn.request(email, asker(newToken())));
    const ids = requests.map(({ requestId }) => requestId);
    const announced = (await app.outbox()).filter((message) => ids.includes(String(message.payload['signInRequestId'])));
    expect(announced).toHaveLength(15);
    app.clock.advance(16);
    expect((await codeLetter((await signIn.request(email, asker(newToken()))).requestId)).email).toBe(email);
  });

  it('refuses two addresses in one', async () => {
    const { code, fields } = await refusal(signIn.request('a@example.jp,b@example.jp', asker(newToken())));
    expect([code, fields]).toEqual(['platform.invalid', [{ field: 'email', code: 'contact.email' }]]);
  });
});

describe('the mailed link', () => {
  it('uses nothing up and signs nobody in when opened, here or elsewhere', async () => {
    const browser = newToken();
    const { requestId } = await signIn.request(await anAccount(), asker(browser));
    const { linkToken, code } = await codeLetter(requestId);
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
    const { requestId } = await signIn.request(await anAccount(), asker(newToken()));
    const { code } = await codeLetter(requestId);
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
    const email = await anAccount();
    const first = await signIn.request(email, asker(browser));
    const { code } = await codeLetter(first.requestId);
    app.clock.advance(9);
    const session = await signIn.complete({ requestId: first.requestId, code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, asker(browser));
    const me = await app.tx((tx) => app.get(Sessions).byToken(tx, session.token));
    expect(me).toMatchObject({ personId: session.personId, name: '西船場 花子', email });
    expect((await refusal(signIn.complete({ requestId: first.requestId, code }, asker(browser)))).code).toBe('sign-in.gone');

    const second = await signIn.request(email, asker(browser));
    const late = await codeLetter(second.requestId);
    app.clock.advance(10);
    const { code: why, status } = await refusal(signIn.complete({ requestId: second.requestId, code: late.code }, asker(browser)));
    expect([why, status]).toEqual(['sign-in.gone', 410]);
    expect(await app.tx((tx) => signIn.letterOf(tx, second.requestId))).toBeNull();
  });

  it('dies with the fifth wrong try: the sixth is refused although it is right', async () => {
    const browser = newToken();
    const { requestId } = await signIn.request(await anAccount(), asker(browser));
    const { code } = await codeLetter(requestId);
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

    const { requestId } = await signIn.request(await anAccount(), { browser, from });
    const { code, linkToken } = await codeLetter(requestId);
    const said = await refusal(signIn.complete({ requestId, code }, { browser, from }));
    expect([said.status, said.retryAfter]).toEqual([429, 3600]);
    expect(await signIn.complete({ requestId, linkToken }, { browser, from })).toHaveProperty('token');
  });

  it('when right is no guess: sixty neighbours sign in at one community centre', async () => {
    const from = 'the community centre';
    for (let turn = 0; turn < 60; turn += 1) {
      const browser = newToken();
      const { requestId } = await signIn.request(await anAccount(), { browser, from });
      const { code } = await codeLetter(requestId);
      expect(await signIn.complete({ requestId, code }, { browser, from })).toHaveProperty('token');
    }
  });

  it('of an unknown request is refused like a used one', async () => {
    expect((await refusal(signIn.complete({ requestId: newId(), code: '123456' }, asker(newToken())))).code).toBe('sign-in.gone');
  });

  it('ends the session that the browser still had', async () => {
    const browser = newToken();
    const email = await anAccount();
    const signInOnce = async (previousToken?: string) => {
      const { requestId } = await signIn.request(email, asker(browser));
      const { code } = await codeLetter(requestId);
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

describe('the access log', () => {
  it('holds who came in and who did not, in the transaction of the try', async () => {
    const browser = newToken();
    const { requestId } = await signIn.request(await anAccount(), asker(browser));
    const { code } = await codeLetter(requestId);
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
    const letter = await codeLetter(requestId);
    expect(letter.kind).toBe('registration');
    await signIn.complete({ requestId, code: letter.code }, asker(browser));
    expect(await people()).toEqual([{ name: '髙﨑 𠮷男', phone: '09000001234', search_key: '高崎吉男' }]);
  });

  it('with a known address signs in and changes nothing', async () => {
    const browser = newToken();
    const email = await anAccount('西船場 花子');
    const { requestId } = await signIn.request(email, asker(browser), { name: 'だれか', kana: 'だれか' });
    const letter = await codeLetter(requestId);
    expect(letter.kind).toBe('sign-in');
    const { token } = await signIn.complete({ requestId, code: letter.code }, asker(browser));
    expect((await app.tx((tx) => app.get(Sessions).byToken(tx, token)))?.name).toBe('西船場 花子');
  });
});

describe('a suspended account', () => {
  it('is signed out at once and gets no code', async () => {
    const browser = newToken();
    const email = await anAccount();
    const { requestId } = await signIn.request(email, asker(browser));
    const { code } = await codeLetter(requestId);
    const session = await signIn.complete({ requestId, code }, asker(browser));
    const next = await signIn.request(email, asker(browser));
    const nextCode = (await codeLetter(next.requestId)).code;
    await app.tx((tx) => app.get(Accounts).suspend(tx, { personId: session.personId, reason: '端末をなくした' }, session.accountId));
    expect(await app.tx((tx) => app.get(Sessions).byToken(tx, session.token))).toBeNull();
    expect(await app.tx((tx) => signIn.letterOf(tx, next.requestId))).toEqual({ kind: 'suspended', email, language: 'ja' });
    expect((await refusal(signIn.complete({ requestId: next.requestId, code: nextCode }, asker(browser)))).code).toBe('sign-in.wrong-code');
    await app.tx((tx) => app.get(Accounts).reinstate(tx, { personId: session.personId, reason: '見つかった' }, session.accountId));
    expect((await codeLetter(next.requestId)).kind).toBe('sign-in');
  });
});

describe('a request that nothing looks back to', () => {
  it('is forgotten: after a day, or after ninety where it signed somebody in', async () => {
    const [email, browser] = [await anAccount(), newToken()];
    const used = (await signIn.request(email, asker(browser))).requestId;
    await signIn.complete({ requestId: used, code: (await codeLetter(used)).code }, asker(browser));
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
