import { expect } from '@playwright/test';
import { apply, fillIn, send } from '../../town/applying.js';
import { linkIn, mailTo } from '../../town/mail.js';
import { calendarEntryOf, qrSays } from '../../town/papers.js';
import { shoot } from '../../town/shots.js';
import { Someone } from '../../town/someone.js';
import { sql } from '../../town/sql.js';
import type { Story } from './story.js';

/** A resident finds the concert from the first page, applies and holds a ticket. */
export async function findAndApply({ browser, title, slug, day, hanako }: Story): Promise<void> {
  const resident = await Someone.at(browser, { scripts: false });
  await resident.page.goto('/');
  await shoot(resident.page, '08-home');
  await resident.write(resident.page.getByLabel('行事をさがす', { exact: true }), title);
  await resident.page.keyboard.press('Enter');
  const fromHome = await resident.pressesFor(async () => {
    await resident.press(resident.link(title));
    await resident.sees(title);
    await shoot(resident.page, '09-event');
    await resident.press(resident.link('申し込む'));
    await fillIn(resident, hanako);
    await shoot(resident.page, '10-apply');
    expect(await resident.pressesFor(() => send(resident)), 'presses from the form').toBe(1);
  });
  expect(fromHome, 'presses from the first page').toBeLessThanOrEqual(3);
  await resident.sees('申し込みました');
  await expect(resident.page.getByText(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)).toBeVisible();
  await shoot(resident.page, '11-done');

  const ticket = await resident.link('切符を開く').getAttribute('href');
  const letter = await mailTo(hanako.email, `申し込みました：${title}`);
  expect(linkIn(letter, '/t/')).toBe(ticket);
  const qr = resident.page.getByRole('img', { name: /^受付で見せるQRコード/ });
  expect(await qrSays(qr, new URL(ticket ?? '', resident.page.url()).href), 'the QR code leads to the ticket').toBe(true);
  expect(letter.text).toMatch(new RegExp(`日時：${day.month}月${day.day}日.*10時〜13時`));
  expect(letter.text).toContain('場所：靱公園 バラ園');
  const entry = calendarEntryOf(letter);
  expect(entry.start.toISOString()).toBe(new Date(`${day.iso}T10:00:00+09:00`).toISOString());
  expect(String(entry.location)).toContain('靱公園 バラ園');
  expect(String(entry.summary)).toContain(title);

  await resident.press(resident.link('切符を開く'));
  await resident.sees(title);
  await shoot(resident.page, '12-ticket');
  expect(slug).not.toBe('');
  await resident.leave();
}

/** The concert fills up, one waits, one gives their places back, the chair moves the first in line up. */
export async function waitAndMoveUp(story: Story): Promise<void> {
  const { browser, chair, title, slug, id, hanako, jiro, saburo } = story;
  const resident = await Someone.at(browser, { scripts: false });
  await apply(resident, slug, jiro);
  await resident.sees('申し込みました');

  await resident.page.goto(`/events/${slug}`);
  await resident.press(resident.link('キャンセル待ちに入る'));
  await fillIn(resident, saburo);
  await send(resident, 'キャンセル待ちに入る');
  await expect(resident.page.getByText('あなたは1番目です')).toBeVisible();
  await shoot(resident.page, '15-waitlisted');
  await mailTo(saburo.email, `キャンセル待ち1番目です：${title}`);

  const link = linkIn(await mailTo(hanako.email, `申し込みました：${title}`), '/t/');
  await resident.page.goto(link);
  const presses = await resident.pressesFor(async () => {
    await resident.press(resident.link('来られなくなった'));
    await resident.sees('申込を取り消しますか');
    await shoot(resident.page, '16-cancel');
    await resident.press(resident.button('取り消す'));
  });
  expect(1 + presses, 'presses to cancel, with the link').toBeLessThanOrEqual(3);
  await expect(resident.page.getByRole('status').filter({ hasText: '取り消しました' })).toBeVisible();
  await shoot(resident.page, '17-cancelled');
  await mailTo(hanako.email, `取り消しました：${title}`);

  const offer = await mailTo(saburo.email, /^席が空きました。.*までにお返事ください/u);
  await resident.page.goto(linkIn(offer, '/t/'));
  await shoot(resident.page, '17b-offered');
  const taking = await resident.pressesFor(() => resident.press(resident.button('参加する')));
  expect(1 + taking, 'presses to take a place that became free, with the link').toBe(2);
  await expect(resident.link('来られなくなった')).toBeVisible();
  await resident.leave();

  await chair.page.goto(`/app/events/${id}/people`);
  await expect(chair.page.getByRole('heading', { name: '参加する人 2件（2人）' })).toBeVisible();
  await shoot(chair.page, '18-people');
  await mailTo(saburo.email, `参加が決まりました：${title}`);
  expect(await sql('select places_taken, waiting from events.frame where event_id = $1', [id])).toEqual([{ places_taken: 2, waiting: 0 }]);
}
