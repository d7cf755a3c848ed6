import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import { SiteTown, type PlayedEvent, type Resident } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let me: Resident;
let other: Resident;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  me = await town.resident({ name: '当番 はな', kana: 'とうばん はな', email: 'hana@example.jp' });
  other = await town.resident({ name: '別 の人', kana: 'べつ のひと', email: 'other@example.jp' });
  const shift = event.shifts.find(({ duty }) => duty === '受付')!;
  await town.sql(
    `insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at)
     values ($1, $2, $3, $4, tstzrange($5::timestamptz, $6::timestamptz), 'ABCDEF', 'confirmed', now())`,
    [newId(), shift.id, event.id, me.actor.personId, shift.startsAt, shift.endsAt],
  );
});
afterAll(() => town.close());

it('what somebody did stands on their own page by year once it is over, with a certificate', async () => {
  town.clock.set('2026-11-28T10:00:00+09:00');
  expect((await me.browser.open('/me/history')).html).toContain('おわった当番は、まだありません');
  town.clock.set('2026-11-30T10:00:00+09:00');
  expect((await me.browser.open('/me')).html).toContain('href="/me/history"');
  const page = await me.browser.open('/me/history');
  expect(page.html).toMatch(/令和8年度（2026年度）.*当番 1回、あわせて 3時間30分.*靱公園バラ園コンサート.*href="\/me\/history\/2026\/certificate"/s);
  const paper = await me.browser.open('/me/history/2026/certificate');
  expect(paper.status).toBe(200);
  expect(paper.html).toMatch(/活動証明書.*当番 はな さん.*令和8年度（2026年度）に、次の当番を1回、あわせて3時間30分つとめたこと.*受付.*発行 令和8年\(2026年\)11月30日/s);
  expect((await me.browser.open('/me/history/2026/certificate?lang=en')).html).toContain('Certificate of activity');
});

it('is nobody else’s, and of no other year', async () => {
  town.clock.set('2026-11-30T10:00:00+09:00');
  expect((await other.browser.open('/me/history')).html).not.toContain('靱公園');
  for (const [browser, year] of [[other.browser, '2026'], [me.browser, '2025'], [me.browser, 'x']] as const) expect((await browser.open(`/me/history/${year}/certificate`)).status).toBe(404);
  for (const path of ['/me/history', '/me/history/2026/certificate']) expect((await town.browser().open(path)).location).toMatch(/^\/sign-in\?next=/);
});
