import { expect, test } from '@playwright/test';
import { call } from '../town/api.js';
import { approve, hostsOf, publishedEvent, weeklyEvent } from '../town/events.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { signedIn } from '../town/signed-in.js';

let roles: Roles;

test.beforeAll(() => {
  roles = seedRoles();
});

test('what the ward asked for is told and confirmed, and the event is published', async ({ browser }) => {
  const title = `もちつき大会 ${Date.now()}`;
  const event = await approve(hostsOf(roles), { title, capacity: 10, condition: '消防署に届け出てください。' });
  const [leader, approver] = [await signedIn(browser, roles, 'A.leader'), await signedIn(browser, roles, 'A.approver')];
  await leader.page.goto(`/app/events/${event.id}/approval`);
  await leader.press(leader.button(/できたと知らせる$/));
  await leader.write(leader.box('どのようにすませましたか'), '消防署に出しました。');
  await leader.press(leader.button('送る'));
  await expect(leader.page.getByText(/^主催から.*消防署に出しました。$/)).toBeVisible();

  await approver.page.goto(`/app/events/${event.id}/approval`);
  await approver.press(approver.button('確かめました'));
  await expect(approver.page.getByText('確認ずみ')).toBeVisible();

  await leader.page.goto(`/app/events/${event.id}/publication`);
  await leader.press(leader.button('公開する'));
  await leader.press(leader.button('はい、公開する'));
  await leader.hears('公開中です');
});

test('a date of a series is left out and put back', async ({ browser }) => {
  const { series } = await weeklyEvent(roles, `あさの体操 ${Date.now()}`);
  const leader = await signedIn(browser, roles, 'A.leader');
  await leader.page.goto(`/app/series/${series}`);
  const off = leader.button(/をお休みにする$/);
  await expect(off.first()).toBeVisible();
  const dates = await off.count();
  await leader.press(off.last());
  await expect(off).toHaveCount(dates - 1);
  await leader.press(leader.button(/をもとにもどす$/));
  await expect(off).toHaveCount(dates);
});

test('words go to everybody who takes part, once they were looked at', async ({ browser }) => {
  const title = `たこあげの会 ${Date.now()}`;
  const event = await publishedEvent(roles, title, 10);
  const email = `keyboard-${Date.now()}@example.jp`;
  await call('POST', `/api/events/${event.id}/applications`, { body: { frameId: event.frameId, name: '山田 花子', kana: 'やまだ はなこ', email, heads: 1 } });
  const leader = await signedIn(browser, roles, 'A.leader');
  await leader.page.goto(`/app/events/${event.id}/messages`);
  await leader.press(leader.link('お知らせを書く'));
  await leader.sees('お知らせを書く');
  const taking = leader.page.getByRole('checkbox', { name: /^参加が決まった方/ });
  await leader.tick(taking);
  await leader.write(leader.box('題'), '集合場所が変わります');
  await leader.write(leader.box('文'), '北の入口に集まってください。');
  await leader.press(leader.button('送る前に確かめる'));
  await expect(leader.page.getByText('これで送りますか')).toBeVisible();
  await leader.press(leader.button(/送る$/));
  await expect(leader.page.getByRole('status').filter({ hasText: 'お知らせを受け付けました' })).toBeVisible();
  await leader.press(leader.link('「連絡」で確かめる'));
  await expect(leader.page.getByText('集合場所が変わります').first()).toBeVisible();
});
