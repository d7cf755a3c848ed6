import { expect } from '@playwright/test';
import { mailTo } from '../../town/mail.js';
import { calendarEntryOf } from '../../town/papers.js';
import { shoot } from '../../town/shots.js';
import { register, signIn } from '../../town/sign-in.js';
import { Someone } from '../../town/someone.js';
import type { Story } from './story.js';

/** Somebody new registers, comes back and takes a shift. */
export async function volunteer({ browser, title, day, id }: Story): Promise<void> {
  const helper = await Someone.at(browser);
  const email = `tetsudai-${id.slice(-8)}@example.jp`;
  await register(helper, { name: '田中 てつ', kana: 'たなか てつ', email });
  await helper.page.goto('/me');
  await helper.press(helper.button('出る（ログアウト）'));
  // Who goes on before the answer is there takes back what was sent.
  await expect(helper.page).not.toHaveURL(/\/me$/);

  // Narrowed to care: of all duties, only the soonest stand on the first page.
  await signIn(helper, email, '/volunteer?kind=care');
  await helper.sees('入れる当番');
  await shoot(helper.page, '13-free-shifts');
  const mine = helper.page.getByRole('listitem').filter({ hasText: title }).filter({ hasText: '救護' });
  await expect(mine).toContainText('本部テント');
  const presses = await helper.pressesFor(async () => {
    await helper.press(mine.getByRole('link', { name: /救護：\s*この当番に入る$/ }));
    await helper.sees('救護');
    await helper.press(helper.button('この当番に入る'));
  });
  expect(presses, 'presses after signing in').toBeLessThanOrEqual(2);
  await helper.sees('当番に入りました');
  await shoot(helper.page, '14-shift-taken');

  const letter = await mailTo(email, '当番に入りました：救護');
  expect(letter.text).toMatch(new RegExp(`${day.month}月${day.day}日.*10時〜13時`));
  expect(letter.text).toContain('本部テント');
  const entry = calendarEntryOf(letter);
  expect(entry.start.toISOString()).toBe(new Date(`${day.iso}T10:00:00+09:00`).toISOString());
  expect(String(entry.location)).toContain('靱公園 バラ園');
  await helper.leave();
}
