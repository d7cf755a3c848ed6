import { expect } from '@playwright/test';
import type { Someone } from './someone.js';

/** What somebody writes into the form. */
export interface Applicant {
  name: string;
  kana: string;
  email: string;
  heads: number;
}

/** Fills in the form that is open; nothing is pressed. */
export async function fillIn(who: Someone, { name, kana, email, heads }: Applicant): Promise<void> {
  await who.sees(/^(申し込む|キャンセル待ちに入る)$/);
  await who.pick(who.box('何人で来ますか'), `${heads}人`);
  await who.write(who.box('お名前'), name);
  await who.write(who.box('ふりがな'), kana);
  await who.write(who.page.getByRole('group', { name: /^連絡先/ }).getByLabel('メール'), email);
}

/** 申し込む (or キャンセル待ちに入る) under the form: one press. */
export async function send(who: Someone, button = '申し込む'): Promise<void> {
  await who.press(who.button(button));
  await expect(who.page).toHaveURL(/\/done$/);
}

/** Applies from the event's page, in a browser without account. */
export async function apply(who: Someone, slug: string, applicant: Applicant): Promise<void> {
  await who.page.goto(`/events/${slug}`);
  await who.press(who.link('申し込む'));
  await fillIn(who, applicant);
  await send(who);
}
