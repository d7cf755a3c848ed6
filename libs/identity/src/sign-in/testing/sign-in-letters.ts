import { newToken, type Refusal } from '@yoriai/platform';
import type { TestApp } from '@yoriai/testing';
import { Accounts } from '../../account/account.service.js';
import { SignIn, type SignInLetter } from '../sign-in.service.js';

/** A letter that carries a code. */
export type CodeLetter = Extract<SignInLetter, { code: string }>;

/** Every browser in a house of its own. */
export const asker = <B extends string | null>(browser: B) => ({ browser, from: `the house of ${browser}` });

/** What was said to somebody who must not come in; fails when they were let in. */
export const refusal = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error('was let in')),
    (error: unknown) => error as Refusal,
  );

/** Somebody with an account; answers their address. */
export async function anAccount(app: TestApp, name = '西船場 花子'): Promise<string> {
  const email = `p-${newToken()
    .slice(0, 12)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x')}@example.jp`;
  await app.tx((tx) => app.get(Accounts).ensure(tx, { email, name, kana: 'にしせんば はなこ' }));
  return email;
}

/** The letter of a request, as it would be mailed now; fails when it has no code. */
export async function codeLetter(app: TestApp, requestId: string): Promise<CodeLetter> {
  const letter = await app.tx((tx) => app.get(SignIn).letterOf(tx, requestId));
  if (!letter || !('code' in letter)) throw new Error('no letter with a code');
  return letter;
}

/** Another code than this one. */
export const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
