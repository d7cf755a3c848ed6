import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DutyPhotos } from '@yoriai/rosters';
import { formOf } from '../testing/browser.js';
import { SiteTown, type PlayedEvent, type Resident } from '../testing/site-town.js';

let town: SiteTown;
let hanako: Resident;

beforeAll(async () => {
  town = await SiteTown.open();
  hanako = await town.resident({ name: '山田 はな子', kana: 'やまだ はなこ', email: 'hanako@example.jp' });
});
afterAll(() => town.close());

const shiftOf = (event: PlayedEvent) => event.shifts.find(({ duty }) => duty === '受付')?.id ?? '';
const takes = async (event: PlayedEvent, who = hanako): Promise<string> => {
  const page = await who.browser.open(`/events/${event.slug}/shifts/${shiftOf(event)}`);
  return (await who.browser.submit(page, `/shifts/${shiftOf(event)}/assignments`)).location?.split('?')[0] ?? '';
};
const marked = async ({ id }: PlayedEvent): Promise<boolean> => (await town.leader.browser.open(`/print/events/${id}/sign-in-sheet`)).html.includes('写真不可');

it('who helps is asked about pictures where the event asks; no answer is no, a yes is changed, and all of it is forgotten', async () => {
  const event = await town.publish({ title: 'たこあげ大会', frames: [{ name: 'こども', capacity: 3, asks: { photos: true } }] });
  const page = await takes(event);
  const taken = await hanako.browser.open(`${page}?taken=1`);
  expect(taken.html).toMatch(/写真をのせてもよいか、お答えください。.*当番には関係ありません/s);
  expect(await marked(event)).toBe(true);
  const said = async (photos: string): Promise<string> => {
    const held = await hanako.browser.open(page);
    return (await hanako.browser.follow(await hanako.browser.post(`${page}/photos`, { ...formOf(held, `${page}/photos`).fields, photos }))).html;
  };
  expect(await said('yes')).toContain('「のせてもよい」と、お答えになっています');
  expect(await marked(event)).toBe(false);
  expect(await said('no')).toContain('「のせないでほしい」と、お答えになっています');
  expect(await marked(event)).toBe(true);
  await said('yes');
  expect(await said('maybe')).toContain('「のせてもよい」');

  const kept = async () => (await town.sql<{ photos: boolean | null }>('select photos from rosters.assignment where event_id = $1', [event.id]))[0]?.photos;
  await town.api.get(DutyPhotos).sweep(new Date('2026-12-29T12:59:00+09:00'));
  expect(await kept()).toBe(true);
  await town.api.get(DutyPhotos).sweep(new Date('2026-12-29T13:01:00+09:00'));
  expect(await kept()).toBeNull();
  const other = await town.resident({ name: '標野 つばめ', kana: 'しめの つばめ', email: 'tsubame@example.jp' });
  expect((await other.browser.open(page)).status).toBe(404);
});

it('where nobody is asked, who helps is not asked either', async () => {
  const event = await town.publish({ title: '清掃' });
  const other = await town.resident({ name: '標野 ひばり', kana: 'しめの ひばり', email: 'hibari@example.jp' });
  const page = await takes(event, other);
  expect((await other.browser.open(page)).html).not.toContain('のせて');
  expect(await marked(event)).toBe(false);
});
