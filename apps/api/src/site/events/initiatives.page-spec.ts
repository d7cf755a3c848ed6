import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;
let slug: string;

beforeAll(async () => {
  town = await SiteTown.open();
  ({ slug } = await town.publish({ title: 'バラ園の音楽', initiative: 'rose-concert' }));
  await town.publish({ title: 'ほかの行事' });
}, 120_000);
afterAll(() => town.close());

const open = async (path: string) => town.browser().open(path);
const inEnglish = async (path: string) => town.browser({ 'accept-language': 'en' }).open(path);

describe('an initiative of the ward', () => {
  it('is a tag on the page of its event that leads to its own', async () => {
    const { html } = await open(`/events/${slug}`);
    const tag = (page: string): string | undefined => /<a class="chip" href="\/initiatives\/rose-concert"[^>]*>(.*?)<\/a>/s.exec(page)?.[1]?.replace(/<[^>]*>/g, '').trim();
    expect(tag(html)).toBe('靱公園バラ園コンサート');
    expect(tag((await inEnglish(`/events/${slug}`)).html)).toBe('Rose-garden concert');
  });

  it('has a page with what it is and what comes of it, whoever holds it', async () => {
    const { html, status } = await open('/initiatives/rose-concert');
    expect(status).toBe(200);
    expect(html).toContain('靱公園のバラ園で、音楽を聞きます。');
    expect(html).toMatch(new RegExp(`href="/events/${slug}[?]list=`));
    expect(html).not.toContain('ほかの行事');
    expect(html).toContain('href="/events.ics?initiative=rose-concert"');
    expect((await inEnglish('/initiatives/rose-concert')).html).toMatch(/<h1>.*Rose-garden.*concert.*<\/h1>/);
    expect((await open('/initiatives/atlantis')).status).toBe(404);
  });

  it('is found by its field, and stands before those of which nothing comes', async () => {
    const { html } = await open('/initiatives');
    const parts = [...html.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id).filter((id) => html.includes(`href="#${id}"`));
    expect(parts).toEqual(expect.arrayContaining(['campaigns', 'bousai', 'kodomo', 'fukushi', 'kenkou', 'kankyo', 'bunka']));
    expect(html.slice(html.indexOf('<h2 id="bunka"')).match(/href="\/initiatives\/([\w-]+)"/)?.[1]).toBe('rose-concert');
  });

  it('of which nothing comes says so; a campaign that is over, that too', async () => {
    const { html } = await open('/initiatives/nishi-expo');
    expect(html).toContain('これからの行事は、いまありません');
    expect(html).toMatch(/キャンペーン　.*4月1日.*から/);
    expect(html).not.toContain('このキャンペーンは終わりました');
    await town.sql(`update events.initiative set until_day = '2026-04-30' where code = 'nishi-expo'`);
    town.clock.set(new Date(town.clock.now().getTime() + 120_000));
    expect((await open('/initiatives/nishi-expo')).html).toContain('このキャンペーンは終わりました');
    expect((await open('/initiatives')).html).toMatch(/終わった取組<\/h2>.*西区万博/s);
  });

  it('says how many came, by what is closed and as it was corrected', async () => {
    const [event] = await town.sql<{ id: string }>('select id from events.event where slug = $1', [slug]);
    await town.sql(`update events.event set state = 'closed', starts_at = '2026-11-01T01:00:00Z', ends_at = '2026-11-01T04:00:00Z' where id = $1`, [event?.id]);
    await town.sql(`insert into events.event_report (id, event_id, participants, volunteers, walk_ins, reported_by, reported_at) select gen_random_uuid(), id, 40, 3, 2, created_by, now() from events.event where id = $1`, [event?.id]);
    town.clock.set(new Date(town.clock.now().getTime() + 120_000));
    expect((await open('/initiatives/rose-concert')).html).toContain('これまで1件の行事に、のべ42人が参加しました。');
    expect((await inEnglish('/initiatives/rose-concert')).html).toContain('So far 42 people came to 1 event.');
  });

  it('narrows the list by its address, with a chip to take it off, and its feeds', async () => {
    const { slug: other } = await town.publish({ title: '二つめの音楽', initiative: 'rose-concert' });
    const { html } = await open('/events?initiative=rose-concert');
    expect(html).toMatch(new RegExp(`href="/events/${other}[?"]`));
    expect(html).not.toContain('ほかの行事');
    expect(html).toMatch(/<a class="chip on" href="\/events">靱公園バラ園コンサート/);
    expect(html).toMatch(/<optgroup label="文化・スポーツ"><option value="rose-concert" selected="">/);
    expect(html).not.toContain('<option value="graffiti"');
    expect(html).not.toContain('name="robots" content="noindex"');
    const unknown = (await open('/events?initiative=bogus')).html;
    expect(unknown).toContain('一覧にない取組');
    expect(unknown.replaceAll(/<[^>]*>/g, ' ')).not.toContain('bogus');
    const feed = await open('/events.atom?initiative=rose-concert');
    expect(feed.html).toContain('二つめの音楽');
    expect(feed.html).toMatch(/<title>[^<]*靱公園バラ園コンサート<\/title>/);
    expect((await open('/events.atom?initiative=atlantis')).status).toBe(404);
  });
});

it('the list of all begins with the campaigns and stands by field', async () => {
  const { html } = await open('/initiatives');
  expect(html).toMatch(/防犯・防災<\/h2>.*自転車盗難防止啓発.*文化・スポーツ<\/h2>.*世界の食文化バル/s);
});
