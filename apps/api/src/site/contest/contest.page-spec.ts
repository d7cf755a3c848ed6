import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ApplicationChanges, Contests, EventPublications, Postponements, SignUps, type ContestDetail } from '@yoriai/events';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
});
afterAll(() => town.close());

const host = <T>(act: (contests: Contests) => Promise<T>): Promise<T> => act(town.api.get(Contests));
const enter = (name: string): ReturnType<SignUps['enter']> =>
  town.api.get(SignUps).enter(town.leader.actor, { eventId: event.id, frameId: event.frameIds[0]!, name, kana: 'たこ', email: `${encodeURIComponent(name).replaceAll('%', '')}@example.jp`, heads: 1, channel: 'desk' });

it('a child enters, is judged by a link without a name, and is placed; the name stands there once its holder allows it', async () => {
  const { leader } = town;
  await host((contests) => contests.setUp(leader.actor, event.id, { divisions: [{ frameId: event.frameIds[0]!, name: 'こどもの部', unit: 'person' }], criteria: ['高さ', '絵'], scale: 5, places: 1 }));
  const [first, second, gone] = [await enter('凧野 あがる'), await enter('糸川 のぼる'), await enter('風間 やめる')];
  await town.api.get(ApplicationChanges).cancel(leader.actor, gone.id!, null);
  const ticket = new URL(first.ticketUrl!).pathname;
  expect((await town.browser().open(ticket)).html).toMatch(/エントリー番号.*1番.*名前ではなく、この番号でします/s);
  const { judges }: ContestDetail = await host((contests) => contests.addJudge(leader.actor, event.id, { name: '青山 一郎', head: true }));
  const path = new URL(judges[0]!.url).pathname;
  const judge = town.browser();
  expect((await judge.open(`${path}?n=1`)).html).toContain('審査は、11月29日(日)に始まります');
  expect((await judge.open(path)).html).not.toContain('電波が届かないとき');

  const page = async (): Promise<string> => (await town.browser().open(`/events/${event.slug}`)).html;
  expect(await page()).toMatch(/雨のときは中止です.*決めるのは.*このページでお知らせします/s);
  town.clock.set('2026-11-29T11:00:00+09:00');
  // The hour of decision is past, and nobody decided: nothing is promised, nothing is said in their stead.
  expect(await page()).toContain('雨のときは中止です');
  expect(await page()).not.toMatch(/決めるのは|このページでお知らせします|予定どおり/);
  const numbers = await judge.open(path);
  expect(numbers.html).toMatch(/0／2 済み.*1番.*2番/s);
  expect(numbers.html).not.toMatch(/凧野|糸川|風間|3番/);
  const sheet = await judge.open(`${path}?n=1`);
  const back = await judge.submit(sheet, `${path}/sheets`, { c0: '5' });
  expect([back.status, back.html.includes('「絵」に点をつけてください'), /value="5"[^>]*checked|checked[^>]*value="5"/.test(back.html)]).toEqual([422, true, true]);
  const next = await judge.follow(await judge.submit(back, `${path}/sheets`, { c0: '5', c1: '4' }));
  expect(next.html).toMatch(/role="status".*1番を保存しました.*<h1 class="num">2番<\/h1>/s);
  expect((await judge.open(`${path}?n=1&saved=2`)).html).not.toContain('保存しました');
  const done = await judge.follow(await judge.submit(next, `${path}/sheets`, { c0: '1', c1: '2' }));
  expect(done.html).toMatch(/2番を保存しました.*2／2 済み/s);
  expect((await judge.open(`${path}?n=3`)).status).toBe(404);
  expect((await judge.open(`/j/${'a'.repeat(43)}`)).status).toBe(404);

  await host((contests) => contests.close(leader.actor, event.id));
  expect((await judge.submit(sheet, `${path}/sheets`, { c0: '1', c1: '1' })).html).toContain('審査は締め切られました');
  expect((await judge.open(path)).html).not.toContain('電波が届かないとき');
  expect(await page()).not.toContain('id="results"');
  const secondTicket = new URL(second.ticketUrl!).pathname;
  const held = async (path: string): Promise<string> => (await town.browser().open(path)).html;
  await host((contests) => contests.award(leader.actor, event.id, { ties: [], prizes: [{ number: 1, name: '区長賞' }] }));
  expect(await held(ticket)).not.toMatch(/審査の結果|区長賞|1位/);
  await host((contests) => contests.confirm(leader.actor, event.id));
  expect(await held(ticket)).toMatch(new RegExp(`審査の結果.*1番.*こどもの部.*>1位<.*区長賞.*/events/${event.slug}#results`, 's'));
  expect(await held(secondTicket)).toMatch(new RegExp(`審査の結果.*結果を、行事のページで発表しました.*/events/${event.slug}#results`, 's'));
  expect(await held(secondTicket)).not.toMatch(/区長賞|\d位/);
  expect(await held(new URL(gone.ticketUrl!).pathname)).not.toContain('審査の結果');
  expect(await page()).not.toContain('雨のとき');
  expect(await page()).toMatch(/id="results".*こどもの部.*出場した2件を審査.*1位.*1番/s);
  expect(await page()).not.toMatch(/凧野|2位/);
  const holder = town.browser();
  const allowed = await holder.follow(await holder.submit(await holder.open(ticket), `${ticket}/entry-names`));
  expect(allowed.html).toContain('番号と名前を行事のページにのせます');
  expect(await page()).toContain('凧野 あがる');

  const print = async (paper: string): Promise<string> => (await leader.browser.open(`/print/events/${event.id}/${paper}`)).html;
  expect((await print('bibs')).match(/class="bib"/g)).toHaveLength(2);
  const [bibs, paper, certificates] = [await print('bibs-a4'), await print('judging-sheet'), await print('certificates')];
  expect([bibs, paper].join(' ')).not.toMatch(/凧野|糸川|風間/);
  expect(paper).toMatch(/青山 一郎.*高さ.*絵.*<b>1<\/b>.*<b>2<\/b>/s);
  expect(certificates).toMatch(/第1位.*こどもの部.*凧野 あがる 殿/s);
  expect(certificates).not.toContain('糸川');
  expect(await print('sign-in-sheet')).toMatch(/凧野 あがる.*1番/s);
});

it('whoever judges reads that the event was put off, and from which day they judge; and that it was called off', async () => {
  const { leader, clock } = town;
  clock.set('2026-11-22T10:00:00+09:00');
  const moved = await town.publish({ rainPolicy: 'postponed' });
  await host((contests) => contests.setUp(leader.actor, moved.id, { divisions: [{ frameId: moved.frameIds[0]!, name: 'こどもの部', unit: 'person' }], criteria: ['高さ'], scale: 5, places: 1 }));
  const { judges } = await host((contests) => contests.addJudge(leader.actor, moved.id, { name: '赤井 花', head: false }));
  const read = async (): Promise<string> => (await town.browser().open(new URL(judges[0]!.url).pathname)).html;
  expect(await read()).not.toContain('日時が変わりました');
  const [before] = await town.sql<{ starts_at: Date }>('select starts_at from events.event where id = $1', [moved.id]);
  await town.api.get(Postponements).postpone(leader.actor, moved.id, { day: '2026-12-06', cause: 'rain', reason: '大雨の予報のため', startsAt: before!.starts_at.toISOString() });
  expect(await read()).toMatch(/日時が変わりました.*11月29日.*12月6日.*審査は、12月6日\(日\)に始まります/s);
  await town.api.get(EventPublications).cancel(leader.actor, moved.id, '台風のため');
  const off = await read();
  expect(off).toMatch(/中止になりました.*審査はありません/s);
  expect(off).not.toMatch(/始まります|日時が変わりました|電波が届かないとき/);
});
