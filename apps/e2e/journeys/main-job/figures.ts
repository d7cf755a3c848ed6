import { expect } from '@playwright/test';
import { fiscalYearOf } from '../../town/days.js';
import { sheetOf } from '../../town/papers.js';
import { shoot } from '../../town/shots.js';
import { sql } from '../../town/sql.js';
import type { Today } from './reception.js';
import type { Story } from './story.js';

/** The year's figures on the screen and in the Excel file, against the rows themselves. */
export async function count({ staff }: Story, today: Today): Promise<void> {
  const year = fiscalYearOf(today.day);
  const counted = `select event.number, event.area_id, area.name as area from events.event event join associations.area area on area.id = event.area_id where event.id = $1`;
  const [event] = await sql<{ number: string; area_id: string; area: string }>(counted, [today.event.id]);
  const eventsOf = `select count(*)::int as n from events.event where state in ('published', 'awaiting-report', 'reported', 'closed')
    and starts_at >= ($1 || '-04-01T00:00:00+09:00')::timestamptz and starts_at < ($2 || '-04-01T00:00:00+09:00')::timestamptz`;
  const years = [String(year), String(year + 1)];
  const [all] = await sql<{ n: number }>(eventsOf, years);
  const [inArea] = await sql<{ n: number }>(`${eventsOf} and area_id = $3`, [...years, event?.area_id]);

  await staff.page.goto('/app/stats');
  await staff.pick(staff.box('年度'), String(year));
  await staff.press(staff.page.locator('section[aria-labelledby="by-event"] summary'));
  const row = staff.page.getByRole('row', { name: today.name });
  await expect(row.getByRole('cell').nth(3)).toHaveText('3');
  await expect(staff.page.getByText(new RegExp(`行事 ${all?.n}件`))).toBeVisible();
  await shoot(staff.page, '24-figures');
  await staff.pick(staff.box('地域'), event?.area ?? '');
  await expect(staff.page.getByText(new RegExp(`行事 ${inArea?.n}件`))).toBeVisible();
  await shoot(staff.page, '25-figures-area');
  await staff.pick(staff.box('地域'), '区ぜんたい');
  await expect(staff.page.getByText(new RegExp(`行事 ${all?.n}件`))).toBeVisible();

  const [download] = await Promise.all([staff.page.waitForEvent('download'), staff.press(staff.link('Excelで受け取る'))]);
  expect(download.suggestedFilename()).toMatch(/^参加状況_.*\.xlsx$/);
  const path = await download.path();
  const byEvent = await sheetOf(path, '行事別');
  expect(byEvent.find((line) => line['行事番号'] === event?.number)).toMatchObject({ 行事名: today.name, 申込人数: 3, '参加人数(合計)': 3, うち申込: 3 });
  const byArea = await sheetOf(path, '地域別');
  expect(byArea.find((line) => line['地域'] === event?.area)).toMatchObject({ 行事数: inArea?.n });
  expect(byArea.at(-1)).toMatchObject({ 地域: '合計', 行事数: all?.n });
}
