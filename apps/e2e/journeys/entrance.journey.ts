import { expect, test } from '@playwright/test';
import { call } from '../town/api.js';
import { entranceOf, heldToday } from '../town/entrance.js';
import { publishedEvent, type PublishedEvent } from '../town/events.js';
import { axeFinds, sidewaysOf } from '../town/looks.js';
import { qrSays } from '../town/papers.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { shoot } from '../town/shots.js';
import { signedIn } from '../town/signed-in.js';
import { Someone } from '../town/someone.js';
import { sql } from '../town/sql.js';

let roles: Roles;
let event: PublishedEvent;
let path: string;
test.beforeAll(async () => {
  roles = seedRoles();
  event = await publishedEvent(roles, `入口で受付する会 ${Date.now()}`, 20);
  path = await entranceOf(roles, event);
});

test('the leader prints the sheet, a family scans it and is received, somebody else comes by; the leader sees both and takes one back', async ({ browser }) => {
  const body = { frameId: event.frameId, name: '入口 とおる', kana: 'いりぐち とおる', phone: '090-0000-0177', heads: 3 };
  await call('POST', `/api/events/${event.id}/applications`, { body });
  await heldToday(event);
  const [{ number }] = (await sql<{ number: string }>('select number from events.application where event_id = $1', [event.id])) as [{ number: string }];

  const leader = await signedIn(browser, roles, 'A.leader');
  await leader.page.goto(`/app/events/${event.id}/papers`);
  await leader.press(leader.link('受付の二次元コード'));
  await leader.sees('受付はこちら');
  expect(await qrSays(leader.page.locator('svg[role=img]').first(), `${process.env.E2E_BASE_URL ?? ''}${path}`)).toBe(true);

  const guest = await Someone.at(browser, { scripts: false, viewport: { width: 320, height: 640 } });
  await guest.page.goto(path);
  await guest.sees('受付しますか');
  expect(await sidewaysOf(guest.page)).toEqual([]);
  await shoot(guest.page, '01-entrance');
  await guest.write(guest.page.getByLabel('申込番号'), number.toLowerCase().replace('-', ''));
  await guest.press(guest.button('この番号で受付する'));
  await guest.sees('受付しました');
  await expect(guest.page.getByText('申し込んだ方 3人')).toBeVisible();
  await shoot(guest.page, '02-received');

  await guest.press(guest.link('ほかの方も受付する'));
  await guest.pick(guest.page.getByLabel('来た人数（ご本人も入れて）'), '2');
  await guest.press(guest.button('この人数で受付する'));
  await expect(guest.page.getByText('申し込んでいない方 2人')).toBeVisible();

  await leader.page.goto(`/app/events/${event.id}/day`);
  const line = leader.page.getByRole('listitem').filter({ hasText: '入口 とおる' });
  await expect(line.getByText('本人が受付')).toBeVisible();
  expect(await sql('select participants, walk_ins from attendance.headcount where event_id = $1', [event.id])).toEqual([{ participants: 3, walk_ins: 2 }]);
  await leader.press(line.getByRole('button', { name: /取り消す/ }));
  await expect(line.getByText('本人が受付')).toHaveCount(0);
  await expect.poll(() => sql('select participants from attendance.headcount where event_id = $1', [event.id])).toEqual([{ participants: 0 }]);
});

test('who is signed in presses one button, and the page finds nothing wrong with itself', async ({ browser }) => {
  await heldToday(event);
  const [volunteer] = [roles.roles['A.volunteer']];
  const body = { frameId: event.frameId, name: '当番 はな', kana: 'とうばん はな', email: volunteer?.email ?? '', heads: 2 };
  await sql(`update events.event set starts_at = now() + interval '1 day', ends_at = now() + interval '2 days' where id = $1`, [event.id]);
  const applied = await call<{ id: string }>('POST', `/api/events/${event.id}/applications`, { body });
  expect(applied.status).toBeLessThan(300);
  await sql(`update events.application set person_id = $2 where event_id = $1 and contact_email = $3`, [event.id, volunteer?.personId, volunteer?.email]);
  await heldToday(event);
  const me = await signedIn(browser, roles, 'A.volunteer');
  await me.page.goto(path);
  await me.sees('受付しますか');
  expect(await axeFinds(me.page)).toEqual([]);
  await me.press(me.button('受付する'));
  await me.sees('受付しました');
  await me.page.goto(path);
  await expect(me.page.getByText(/に受付しました/)).toBeVisible();
  await expect(me.button('受付する')).toHaveCount(0);
});
