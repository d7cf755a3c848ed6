import { expect } from '@playwright/test';
import { mailTo, type Mail } from './mail.js';
import type { Someone } from './someone.js';

/** Asks for a code at the entrance and answers the letter that brings it. */
export async function askForCode(who: Someone, email: string, next: string): Promise<Mail> {
  const since = new Date();
  await who.page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await who.write(who.box('メール'), email);
  await who.press(who.button('番号を送る'));
  await who.sees('メールを見てください');
  return mailTo(email, '入口の番号', { since });
}

/** The six digits of a letter. */
export function codeIn(mail: Mail): string {
  const code = /^\d{6}/.exec(mail.subject)?.[0];
  if (code === undefined) throw new Error(`「${mail.subject}」 does not begin with a code`);
  return code;
}

/** Types the code on the screen that asked for it. */
export async function typeCode(who: Someone, code: string): Promise<void> {
  await who.write(who.box('6けたの番号'), code);
  await who.press(who.button('入る'));
  await expect(who.page).not.toHaveURL(/\/sign-in/);
}

/** Signs in by mailed code and goes on to `next`. */
export async function signIn(who: Someone, email: string, next: string): Promise<void> {
  await typeCode(who, codeIn(await askForCode(who, email, next)));
}

/** Somebody new registers as a volunteer; the mailed code ends it. They are signed in then. */
export async function register(who: Someone, person: { name: string; kana: string; email: string }): Promise<void> {
  const since = new Date();
  await who.page.goto('/register?next=%2Fvolunteer');
  await who.write(who.box('お名前'), person.name);
  await who.write(who.box('ふりがな'), person.kana);
  await who.write(who.box('メール'), person.email);
  await who.press(who.button('番号を送る'));
  await who.sees('メールを見てください');
  await typeCode(who, codeIn(await mailTo(person.email, '入口の番号', { since })));
}
