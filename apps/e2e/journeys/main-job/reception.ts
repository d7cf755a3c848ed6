import { expect } from '@playwright/test';
import { call } from '../../town/api.js';
import { publish, soon, type PublishedEvent } from '../../town/events.js';
import { shoot } from '../../town/shots.js';
import { sql } from '../../town/sql.js';
import type { Story } from './story.js';

/** What is received at the door today. */
export interface Today {
  event: PublishedEvent;
  name: string;
  day: string;
  tickets: string[];
}

/** An event of the chair that begins in half an hour, with two people who applied. */
async function todaysEvent({ chair, approver, id, title }: Story): Promise<Today> {
  const [row] = await sql<{ organisation_id: string }>('select organisation_id from events.event where id = $1', [id]);
  const name = title.replace('コンサート', 'あさの体操');
  const { startsAt, endsAt } = soon();
  const hosts = { leader: await chair.cookie(), approver: await approver.cookie(), organisationId: row?.organisation_id ?? '' };
  const event = await publish(hosts, { title: name, kana: 'あさのたいそう', capacity: 20, startsAt, endsAt });
  const tickets: string[] = [];
  for (const [person, kana, heads] of [['井上 光子', 'いのうえ みつこ', 2], ['渡辺 一', 'わたなべ はじめ', 1]] as const) {
    const body = { frameId: event.frameId, name: person, kana, phone: '06-0000-0300', heads };
    const answer = await call<{ ticketUrl: string }>('POST', `/api/events/${event.id}/applications`, { body });
    tickets.push(new URL(answer.body.ticketUrl).pathname);
  }
  const day = new Date(startsAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
  return { event, name, day, tickets };
}

/** Two people come: one with the ticket, one found by name. */
export async function receive(story: Story): Promise<Today> {
  const { chair } = story;
  const today = await todaysEvent(story);
  const here = () => sql<{ heads: number }>("select heads from attendance.attendance_record where event_id = $1 and status = 'present' order by heads", [today.event.id]);

  await chair.page.goto(today.tickets[0] ?? '');
  const button = chair.page.getByRole('region', { name: '受付係の方へ' }).getByRole('button', { name: '受付する' });
  await expect(button).toBeVisible();
  await shoot(chair.page, '20-ticket-at-door');
  expect(await here(), 'opening the ticket changed nothing').toEqual([]);
  expect(await sql('select 1 from attendance.check_in_operation where event_id = $1', [today.event.id])).toEqual([]);
  expect(await button.evaluate((element) => (element as HTMLButtonElement).form?.method)).toBe('post');
  await chair.press(button);
  await chair.sees('受付しました');
  await shoot(chair.page, '21-received');
  expect(await here()).toEqual([{ heads: 2 }]);

  await chair.press(chair.link('当日の名簿を開く'));
  await chair.sees('当日の受付');
  await chair.write(chair.page.getByLabel('ふりがな・申込番号でさがす'), 'わたなべ');
  await chair.hears('2件のうち 1件');
  await shoot(chair.page, '22-door-list');
  await chair.press(chair.button(/渡辺 一.*受付する/));
  await expect(chair.button(/渡辺 一.*取り消す/)).toBeVisible();
  await shoot(chair.page, '23-ticked');
  await expect.poll(here).toEqual([{ heads: 1 }, { heads: 2 }]);
  return today;
}
