import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@yoriai/associations';
import { CoHostings, CoHosts, Events } from '@yoriai/events';
import { HORIE, NISHISENBA, SiteTown, type PlayedEvent, type Resident } from '../testing/site-town.js';
import { HANAKO, apply } from '../testing/applying.js';
import type { Browser, ShownPage } from '../testing/browser.js';

const WHO = ['host’s member', 'co-host’s member', 'neighbour', 'stranger', 'former member', 'resident', 'ward'] as const;
type Who = (typeof WHO)[number];

let town: SiteTown;
let members: PlayedEvent;
let area: PlayedEvent;
const people = new Map<Who, Resident>();

beforeAll(async () => {
  town = await SiteTown.open();
  const [together, near, far] = [await house('堀江連合振興町会', HORIE), await house('江之子島町会', NISHISENBA), await house('南堀江町会', HORIE)];
  const asker = await enter('asker', { organisationId: together, role: 'leader' });
  people.set('host’s member', await enter('member', { organisationId: town.organisationId, role: 'member' }));
  people.set('co-host’s member', await enter('together', { organisationId: together, role: 'member' }));
  people.set('neighbour', await enter('neighbour', { organisationId: near, role: 'block-leader' }));
  people.set('stranger', await enter('stranger', { organisationId: far, role: 'leader' }));
  people.set('former member', await enter('former', { organisationId: town.organisationId, role: 'member' }));
  people.set('resident', await enter('resident'));
  people.set('ward', town.approver);
  await town.sql(`update associations.officer_term set ends_on = '2026-11-21' where person_id = $1`, [of('former member').actor.personId]);
  members = await town.publish({ title: '会員の新年会', kana: 'かいいんのしんねんかい', visibility: 'members' });
  area = await town.publish({ title: '町内の寄り合い', kana: 'ちょうないのよりあい', visibility: 'area', startsAt: '2026-12-06T10:00:00+09:00', endsAt: '2026-12-06T12:00:00+09:00', duties: [] });
  const { items } = await town.api.get(CoHosts).invite(town.leader.actor, members.id, { organisationId: together });
  await town.api.get(CoHostings).answer(asker.actor, items[0]!.id, 'accepted', null);
});
afterAll(() => town.close());

const of = (who: Who): Resident => people.get(who)!;

async function house(name: string, areaId: string): Promise<string> {
  const id = await town.organisation(name);
  await town.sql('update associations.organisation set area_id = $2 where id = $1', [id, areaId]);
  return id;
}

function enter(name: string, office?: { organisationId: string; role: Role }): Promise<Resident> {
  return town.resident({ name: `${name} さん`, kana: 'さん', email: `${name}@example.jp`, ...(office ? { office } : {}) });
}

/** What somebody comes to who types the plain address. */
async function comesTo(who: Who, path: string): Promise<ShownPage> {
  const { browser } = of(who);
  const first = await browser.open(path);
  return first.status === 303 ? browser.follow(first) : first;
}

async function openedBy(path: string, words: string): Promise<Who[]> {
  const opened: Who[] = [];
  for (const who of WHO) {
    const { status, html } = await comesTo(who, path);
    if (status === 200 && html.includes(words)) opened.push(who);
    else expect({ who, status }).toEqual({ who, status: 404 });
  }
  return opened;
}

const wordsOf = ({ html }: ShownPage): string => html.replace(/<[^>]*>/g, '');

/** A page without what differs from one request to the next. */
const bare = ({ status, html }: ShownPage, slug: string) => ({ status, html: html.replaceAll(slug, '').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\breq-\w+|[\w-]{20,}/g, '') });

describe('an event for the people of its associations, or of its area', () => {
  it('opens at its plain address for those it is for, signed in, and for nobody else', async () => {
    expect(await openedBy(`/events/${members.slug}`, '会員の新年会')).toEqual(['host’s member', 'co-host’s member']);
    // What is for a circle is not handed to a chat.
    expect((await comesTo('host’s member', `/events/${members.slug}`)).html).not.toContain('https://line.me/');
    expect(await openedBy(`/events/${area.slug}`, '町内の寄り合い')).toEqual(['host’s member', 'neighbour']);
  });

  it('opens so by the code on a poster, on paper, in a calendar, and where one applies', async () => {
    const [row] = await town.sql<{ short_code: string }>('select short_code from events.event where id = $1', [members.id]);
    for (const path of [`/q/${row!.short_code}`, `/events/${members.slug}.ics`, `/events/${members.slug}/poster?size=a4`, `/events/${members.slug}/apply`]) {
      const shown = await comesTo('host’s member', path);
      expect({ path, status: shown.status, told: shown.html.includes('会員の新年会') }).toEqual({ path, status: 200, told: true });
      expect([path, (await of('stranger').browser.open(path)).status]).toEqual([path, 404]);
    }
  });

  it('is for everybody else as if there were no such event, on the Site and in the API', async () => {
    const unknown = 'r8-9999-zzzzzz';
    for (const browser of [town.browser(), of('stranger').browser]) {
      for (const [path, slug] of [['/events/', members.slug], ['/api/public/events/', area.slug]] as const) {
        expect(bare(await browser.open(`${path}${slug}`), slug)).toEqual(bare(await browser.open(`${path}${unknown}`), unknown));
      }
    }
    expect((await of('stranger').browser.open(`/api/public/events/${members.slug}`)).status).toBe(404);
    expect(JSON.parse((await of('co-host’s member').browser.open(`/api/public/events/${members.slug}`)).html)).toMatchObject({ title: '会員の新年会', visibility: 'members' });
  });

  it('is not found by a search of what is for everybody; who is signed in is led to where it stands', async () => {
    const search = async (browser: Browser): Promise<string> => (await browser.open(`/events?q=${encodeURIComponent('新年会')}`)).html;
    const found = [await search(of('host’s member').browser), await search(of('stranger').browser), await search(town.browser())];
    expect(found.map((html) => html.includes('href="/me/events"'))).toEqual([true, true, false]);
    for (const html of found) expect(html).not.toContain('会員の新年会');
  });

  it('is kept by no cache, neither the way to it nor the page nor what the API tells', async () => {
    const way = await of('host’s member').browser.open(`/events/${members.slug}`);
    const page = await of('host’s member').browser.follow(way);
    const told = await of('host’s member').browser.open(`/api/public/events/${members.slug}`);
    expect([way, page, told].map(({ status, headers }) => [status, headers['cache-control']])).toEqual([[303, 'private, no-store'], [200, 'private, no-store'], [200, 'no-store']]);
    expect(page.headers['etag']).toBeUndefined();
    const after = await town.browser().open(`/events/${members.slug}`);
    expect([after.status, after.headers['cache-control']]).toEqual([404, 'private, no-store']);
  });

  it('answers a request for the heads alone like one for the page, without a body', async () => {
    const ask = async (who: Who, path: string, method: 'GET' | 'HEAD') => {
      const cookie = [...of(who).browser.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ');
      const answer = await fetch(new URL(path, town.origin), { method, headers: { cookie }, redirect: 'manual' });
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => !['date', 'x-request-id', 'connection', 'keep-alive'].includes(name)));
      return { status: answer.status, headers, body: await answer.text() };
    };
    const [row] = await town.sql<{ short_code: string }>('select short_code from events.event where id = $1', [members.id]);
    for (const path of [`/events/${members.slug}`, `/events/${members.slug}/apply`, `/q/${row!.short_code}`]) {
      const [page, heads] = [await ask('host’s member', path, 'GET'), await ask('host’s member', path, 'HEAD')];
      expect([path, page.status, page.headers['location']]).toEqual([path, 303, expect.stringContaining('~')]);
      expect([path, heads]).toEqual([path, { ...page, body: '' }]);
      const [refused, none] = [await ask('stranger', path, 'GET'), await ask('stranger', path, 'HEAD')];
      expect([path, none.status, none.headers['location'], none.headers['cache-control'], none.body]).toEqual([path, 404, undefined, refused.headers['cache-control'], '']);
    }
  });

  it('that is a date of a series says how it repeats, and names no other date and no calendar of it', async () => {
    const repeats = { every: 'week' as const, interval: 1, weekdays: [2], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false };
    const given = { title: '会員の体操', kana: 'かいいんのたいそう', startsAt: '2026-12-01T10:00:00+09:00', endsAt: '2026-12-01T11:00:00+09:00', rainPolicy: 'indoors' as const, rainDecisionAt: null, frames: [{ name: '体操', capacity: 20 }], duties: [], repeats };
    const date = await town.publish({ ...given, visibility: 'members' });
    const dates = await town.sql<{ slug: string; series_id: string }>('select slug, series_id from events.event where series_id = (select series_id from events.event where id = $1) order by starts_at', [date.id]);
    expect(dates.length).toBeGreaterThan(1);
    const { html } = await comesTo('host’s member', `/events/${date.slug}`);
    const part = /<section aria-labelledby="series">.*?<\/section>/su.exec(html)![0];
    expect(part).toContain('毎週火曜日');
    expect(part).not.toMatch(/<a |<li|12月8日/u);
    expect(dates.filter(({ slug }) => slug !== date.slug && html.includes(slug))).toEqual([]);
    for (const browser of [town.browser(), of('host’s member').browser]) expect((await browser.open(`/series/${dates[0]!.series_id}.ics`)).status).toBe(404);
    // The same page of a series that everybody sees has them.
    await town.sql('update events.event set visibility = null where series_id = $1', [dates[0]!.series_id]);
    expect((await town.browser().open(`/events/${date.slug}`)).html).toContain(`href="/events/${dates[1]!.slug}"`);
    await town.sql(`update events.event set visibility = 'invited' where series_id = $1`, [dates[0]!.series_id]);
  });

  it('says whom it is for, and opens for whoever was given its link', async () => {
    const { location } = await of('host’s member').browser.open(`/events/${members.slug}`);
    const given = await town.browser().open(location!);
    expect(given.status).toBe(200);
    expect(given.html).toContain('会員のための行事です');
    // It is passed on within its circle alone.
    for (const [said, stands] of [['ほかの会員に知らせる', true], ['ご近所に知らせる', false]] as const) expect([said, given.html.includes(said)]).toEqual([said, stands]);
    const ofArea = (await comesTo('neighbour', `/events/${area.slug}`)).html;
    expect([ofArea.includes('地域の人のための行事です'), ofArea.includes('地域の方に知らせる')]).toEqual([true, true]);
  });

  it('stands in one’s own plans and in the App for those it is for', async () => {
    const listed = async (who: Who) => (JSON.parse((await of(who).browser.open('/api/me/events')).html) as { items: { title: string }[] }).items.map(({ title }) => title);
    const told = new Map<Who, string[]>();
    for (const who of WHO) {
      told.set(who, await listed(who));
      for (const path of ['/me', '/me/events']) {
        const words = wordsOf(await of(who).browser.open(path));
        expect({ who, path, told: ['会員の新年会', '町内の寄り合い'].filter((title) => words.includes(title)) }).toEqual({ who, path, told: told.get(who) });
      }
    }
    const none: string[] = [];
    expect(Object.fromEntries(told)).toEqual({
      'host’s member': ['会員の新年会', '町内の寄り合い'],
      'co-host’s member': ['会員の新年会'],
      neighbour: ['町内の寄り合い'],
      ...{ stranger: none, 'former member': none, resident: none, ward: none },
    });
  });

  it('shows three in one’s plans, and leads to all of them; what is over stands there no more', async () => {
    const ids: string[] = [];
    for (const day of ['10', '11', '12', '13']) ids.push((await town.publish({ title: `集い${day}`, visibility: 'members', startsAt: `2026-12-${day}T10:00:00+09:00`, endsAt: `2026-12-${day}T12:00:00+09:00`, frames: [{ name: '席', capacity: 5 }], duties: [] })).id);
    await town.sql('update events.event set ends_at = now() - interval \'9 years\', starts_at = now() - interval \'10 years\' where id = $1', [ids[3]]);
    const { browser } = of('host’s member');
    const words = wordsOf(await browser.open('/me'));
    expect(['会員の新年会', '町内の寄り合い', '集い10', '集い11', '集い13'].filter((title) => words.includes(title))).toEqual(['会員の新年会', '町内の寄り合い', '集い10']);
    expect(words).toContain('ぜんぶ見る（5件）');
    expect(wordsOf(await browser.open('/me/events'))).toContain('集い12');
  });

  it('has its duties among those that are free for those it is for, signed in, on a page that no cache keeps; nowhere for anybody else', async () => {
    const place = await town.publish({ title: '地域の夜まわり', visibility: 'area', startsAt: '2026-12-07T18:00:00+09:00', endsAt: '2026-12-07T21:00:00+09:00', rainDecisionAt: '2026-12-06T18:00:00+09:00', duties: [{ duty: '夜まわり', people: 4, startsAt: '2026-12-07T19:00:00+09:00', endsAt: '2026-12-07T20:00:00+09:00' }] });
    const hidden = await town.publish({ title: 'ご案内の会', visibility: 'invited' });
    const both = [['会員の新年会', members], ['地域の夜まわり', place], ['ご案内の会', hidden]] as const;
    const listed = async (who: Who, path: string) => {
      const { html, headers } = await of(who).browser.open(path);
      expect([who, path, headers['cache-control']]).toEqual([who, path, path === '/volunteer' ? 'private, no-store' : 'no-store']);
      expect(html).not.toContain('~');
      return both.flatMap(([title, { slug }]) => (html.includes(title) || html.includes(slug) ? [title] : []));
    };
    const shown: Partial<Record<Who, string[]>> = {};
    for (const who of WHO) expect([who, await listed(who, '/api/shifts/free')]).toEqual([who, (shown[who] = await listed(who, '/volunteer'))]);
    const none: string[] = [];
    expect(shown).toEqual({ ...{ 'host’s member': ['会員の新年会', '地域の夜まわり'], 'co-host’s member': ['会員の新年会'], neighbour: ['地域の夜まわり'] }, ...{ stranger: none, 'former member': none, resident: none, ward: none } });
    for (const path of ['/volunteer', '/']) {
      const open = (await town.browser().open(path)).html;
      expect([path, both.filter(([title, { slug }]) => open.includes(title) || open.includes(slug))]).toEqual([path, []]);
    }
    expect((await of('neighbour').browser.open('/volunteer')).html).toContain('地域の人だけ');
    expect((await of('neighbour').browser.open(`/volunteer?area=horie`)).html).not.toContain('夜まわり');
    expect((await of('stranger').browser.open(`/events/${place.slug}/shifts/${place.shifts[0]!.id}`)).status).toBe(404);
    const page = await comesTo('neighbour', `/events/${place.slug}/shifts/${place.shifts[0]!.id}`);
    expect((await of('neighbour').browser.submit(page, `/shifts/${place.shifts[0]!.id}/assignments`)).location).toMatch(/^\/me\/duties\//);
  });

  it('gives a ticket and a duty whose links open for whoever holds them, also where the member is signed out', async () => {
    const { location } = await of('host’s member').browser.open(`/events/${members.slug}`);
    const browser = town.browser();
    const done = await apply(browser, { ...members, slug: location!.split('/').at(-1)! }, HANAKO);
    const ticket = await browser.open(/\/t\/[\w-]+/.exec((await browser.open(done.location!)).html)![0]);
    expect(ticket.html).toContain(`"${location}"`);
    expect((await town.browser().open(location!)).status).toBe(200);
    expect((await town.tx((tx) => town.api.get(Events).byId(tx, members.id)))!.slug).toBe(location!.split('/').at(-1));
    const member = of('host’s member').browser;
    const duty = members.shifts[0]!.id;
    expect((await member.open('/volunteer')).html).toContain(`href="/events/${members.slug}/shifts/${duty}?`);
    expect((await of('stranger').browser.json(`/api/shifts/${duty}/assignments`, {})).status).toBe(404);
    const taken = await member.submit(await member.follow(await member.open(`/events/${members.slug}/shifts/${duty}`)), `/shifts/${duty}/assignments`);
    expect((await member.open(taken.location!.split('?')[0]!)).html).toContain(`"${location}"`);
  });
});
