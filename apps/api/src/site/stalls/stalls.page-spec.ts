import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { StallTickets, Stalls } from '@yoriai/events';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  await town.api.get(Stalls).open(town.leader.actor, event.id, { kinds: ['food', 'goods'], places: 5, closesOn: '2026-11-25', note: '出店料はいりません。', plots: [{ code: 'A-1', venue: '南の広場' }, { code: 'A-2', venue: '南の広場' }, { code: 'B-2', venue: '南の広場' }] });
});
afterAll(() => town.close());

const STALL = { kind: 'food', name: '堀江の焼きいも屋', sells: '焼きいも', contactName: '標野 つばめ', phone: '090-0000-4649', email: 'tsubame@example.jp', foodBy: 'business', gas: '２', tents: '1' };

it('a shop applies, looks, changes and takes it back by the page of its stall; the event shows it once it is accepted', async () => {
  const browser = town.browser();
  const shown = await browser.open(`/events/${event.slug}`);
  expect(shown.html).toContain('出店を5店まで募集しています');
  const path = `/events/${event.slug}/stalls`;
  const form = await browser.open(path);
  expect(form.html).toContain('出店料はいりません。');
  const back = await browser.submit(form, path, { ...STALL, email: '', foodBy: '' });
  expect(back.status).toBe(422);
  expect(back.html).toContain('value="堀江の焼きいも屋"');
  expect((await browser.submit(form, path, { ...STALL, foodBy: 'none' })).html).toContain('どなたが出すのかをえらんでください');
  const ticket = await browser.follow(await browser.submit(form, path, STALL));
  expect(ticket.path).toMatch(/^\/s\/[\w-]{43}$/);
  expect(ticket.html).toMatch(/申込を受けとりました.*2本を用意してください/s);

  const changed = await browser.follow(await browser.submit(ticket, `${ticket.path}/change`, { ...STALL, name: '焼きいもの標野' }));
  expect(changed.html).toContain('<h1>焼きいもの標野</h1>');
  const token = ticket.path.slice('/s/'.length);
  const { id } = await town.api.get(StallTickets).byToken(token);
  await town.api.get(Stalls).accept(town.leader.actor, id, 'お待ちしています。');
  await town.api.get(Stalls).place(town.leader.actor, id, 'A-1');
  expect((await browser.open(ticket.path)).html).toMatch(/出店が決まりました.*お待ちしています。.*A-1　南の広場/s);
  const page = (await town.browser().open(`/events/${event.slug}`)).html;
  expect(page).toMatch(/<h2 id="stalls">.*A-1.*焼きいもの標野/s);
  expect(page).not.toContain('標野 つばめ');

  // The plan: for everybody the stalls that have a plot, by name; for the host every plot, with fire.
  expect(page).toMatch(/<table class="plan num"><caption[^>]*>南の広場<\/caption>.*<th scope="col">1<\/th>.*<th scope="row">A<\/th><td><b[^>]*>焼きいもの標野<\/b><span class="mk">食<\/span><\/td>/s);
  expect(page).not.toContain('<span class="mk">火</span>');
  const plan = (await town.leader.browser.open(`/print/events/${event.id}/plot-plan`)).html;
  expect(plan).toMatch(/<th scope="row">A<\/th><td><b[^>]*>焼きいもの標野<\/b><span class="mk">食<\/span><span class="mk">火<\/span><\/td><td><\/td><\/tr><tr><th scope="row">B<\/th><td class="none"><\/td><td><\/td>/);
  expect(plan).not.toMatch(/標野 つばめ|090-0000-4649/);

  const sheet = (await town.leader.browser.open(`/print/events/${event.id}/stall-list`)).html;
  expect(sheet).toMatch(/テント1　机0　いす0　電気0W　発電機0　消火器2.*焼きいもの標野.*標野 つばめ.*ガスこんろ2/s);
  expect(await town.sql(`select row_count from identity.access_log where action = 'stall-list.printed'`)).toEqual([{ row_count: 1 }, { row_count: 1 }]);

  // When the event is over, who was there stays on its page, and nothing is taken back: the page says so.
  const [times] = await town.sql<Record<string, string>>(`select starts_at::text, ends_at::text from events.event where id = '${event.id}'`);
  await town.sql(`update events.event set ends_at = '2026-01-02', starts_at = '2026-01-01' where id = '${event.id}'`);
  expect((await town.browser().open(`/events/${event.slug}`)).html).toMatch(/<h2 id="stalls">.*A-1.*焼きいもの標野/s);
  const late = await browser.submit(ticket, `${ticket.path}/withdrawal`);
  expect([late.status, late.html.includes('行事が終わったか中止になったので')]).toEqual([422, true]);
  await town.sql(`update events.event set starts_at = '${times!['starts_at']}', ends_at = '${times!['ends_at']}' where id = '${event.id}'`);

  const gone = await browser.follow(await browser.submit(await browser.open(ticket.path), `${ticket.path}/withdrawal`));
  expect(gone.html).toContain('この申込は取り下げられています');
  expect((await town.browser().open(`/events/${event.slug}`)).html).not.toContain('焼きいもの標野');
});

it('where nothing is called for there is no form, and an unknown link opens nothing', async () => {
  const other = await town.publish({ title: '出店のない会' });
  expect((await town.browser().open(`/events/${other.slug}/stalls`)).status).toBe(404);
  expect((await town.browser().open(`/s/${'a'.repeat(43)}`)).status).toBe(404);
  await town.api.get(Stalls).open(town.leader.actor, event.id, { kinds: ['food'], places: 5, closesOn: '2026-11-01', plots: [{ code: 'A-1', venue: null }] });
  expect((await town.browser().open(`/events/${event.slug}/stalls`)).html).toContain('出店の募集は終わりました');
});
