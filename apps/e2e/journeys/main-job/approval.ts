import { expect } from '@playwright/test';
import { linkIn, mailTo } from '../../town/mail.js';
import { shoot } from '../../town/shots.js';
import { signIn } from '../../town/sign-in.js';
import { sql } from '../../town/sql.js';
import { correctMeetingPlace, writeConcert } from '../../town/wizard.js';
import type { Story } from './story.js';

/** Full with 山田 (2) and 鈴木 (1), so that 北村 waits. */
const CAPACITY = 3;

/** The chair writes the concert and hands it in. */
export async function schedule(story: Story): Promise<void> {
  const { chair, title, day } = story;
  await signIn(chair, 'chair@example.jp', '/app/events/new');
  await writeConcert(chair, { title, day, capacity: CAPACITY });
  await shoot(chair.page, '01-answers');
  await chair.press(chair.button('区に申請する'));
  await chair.sees('申請しました');
  await shoot(chair.page, '02-handed-in');
  const [event] = await sql<{ id: string; slug: string }>('select id, slug from events.event where title = $1', [title]);
  story.id = event?.id ?? '';
  story.slug = event?.slug ?? '';
}

/** The ward returns it once, the chair mends it, the ward approves, the chair publishes. */
export async function decide(story: Story): Promise<void> {
  const { staff, chair, approver, title, id, slug } = story;
  const since = new Date();
  await signIn(staff, 'staff@example.jp', '/app/desk');
  await expect(staff.link(title)).toBeVisible();
  await shoot(staff.page, '03-desk');
  await staff.press(staff.link(title));
  await staff.write(staff.box('主催へのひとこと'), '救護の集まる場所を書いてください。');
  await staff.press(staff.button('差し戻す'));
  await expect(staff.page.getByRole('heading', { name: '差し戻しました' })).toBeVisible();
  await shoot(staff.page, '04-returned');

  const letter = await mailTo('chair@example.jp', `直していただきたいところがあります：${title}`, { since });
  await chair.page.goto(linkIn(letter, '/app/'));
  await expect(chair.page.getByText('救護の集まる場所を書いてください。').first()).toBeVisible();
  await shoot(chair.page, '05-hub-returned');
  await chair.press(chair.link('直しはじめる').first());
  await correctMeetingPlace(chair, '救護', '本部テント');
  await chair.press(chair.button('区に申請する'));
  await chair.sees('申請しました');
  await expect(chair.page.getByRole('region', { name: '前回の審査からの変更' }), 'the host sees what was corrected').toContainText('本部テント');
  await shoot(chair.page, '05b-handed-in-again');

  await signIn(approver, 'approver@example.jp', '/app/desk');
  const presses = await approver.pressesFor(async () => {
    await approver.press(approver.link(title));
    await expect(approver.page.getByText('本部テント')).toBeVisible();
    await expect(approver.button('前回からの変更 1'), 'only what was corrected is marked').toBeVisible();
    await expect(approver.button('承認する')).toBeVisible();
    await shoot(approver.page, '06-case');
    await approver.press(approver.button('承認する'));
  });
  expect(presses, 'presses to approve one clean application: open, approve').toBeLessThanOrEqual(2);
  await approver.hears('承認しました');
  expect((await fetch(`${process.env.E2E_BASE_URL ?? ''}/events/${slug}`)).status, 'nothing public before publication').toBe(404);

  await chair.page.goto(`/app/events/${id}`);
  await chair.press(chair.link('公開へすすむ'));
  await chair.press(chair.button('公開する'));
  await chair.press(chair.button('はい、公開する'));
  await chair.hears('公開中です');
  await shoot(chair.page, '07-published');
}
