import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventInvitations, Events } from '@yoriai/events';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';
import { HANAKO, apply } from '../testing/applying.js';

const TITLE = '教育行政連絡会の秋のつどい';
const routes = new Set<string>();
let town: SiteTown;
let closed: PlayedEvent;
let host: string;
let code: string;
/** The ticket of who was let in. */
let ticket: string;
/** The page of the duty that was taken by the link. */
let duties: () => Promise<string>;
/** The page as the host gives it away. */
let page: string;

beforeAll(async () => {
  town = await SiteTown.open({ onRoute: ({ method, url }) => void ([method].flat().includes('GET') && routes.add(url)) });
  closed = await town.publish({ title: TITLE, kana: 'きょういくぎょうせいれんらくかい', visibility: 'invited' });
  const [row] = await town.sql<{ slug: string; short_code: string }>('select organisation.slug, event.short_code from events.event join associations.organisation on organisation.id = event.organisation_id where event.id = $1', [closed.id]);
  [host, code] = [row!.slug, row!.short_code];
  page = await linkNow();
});
afterAll(() => town.close());

const linkNow = async (): Promise<string> => new URL((await town.api.get(EventInvitations).link(town.leader.actor, closed.id)).url).pathname;
const open = (path: string) => town.browser().open(path);

/** Addresses that lead to what everybody sees: every page that the process serves, with everything it can be asked for. */
function everywhere(): string[] {
  const named: Readonly<Record<string, string>> = { ':area': 'nishisenba', ':lang': 'ja', ':code': code, ':n': '1' };
  const filled = [...routes].filter((url) => !/^\/(app|assets|health|dev)/.test(url) && !url.startsWith('/api/') && !url.endsWith('.pdf')).map((url) => {
    const slug = url.startsWith('/organisations') ? host : closed.slug;
    return url.replace(':slug', slug).replace(/:[a-z]+/gi, (name) => named[name] ?? closed.id);
  });
  const words = encodeURIComponent('教育行政');
  const asked = ['/events?view=month&month=2026-11', `/events?q=${words}`, '/events?area=nishisenba', '/events?field=bunka', '/events?free=yes', '/events?past=yes', `/events?host=${host}`];
  const api = ['/api/public/events', `/api/public/events?q=${words}`, '/api/public/events?from=2026-11-29&to=2026-11-29', '/api/shifts', `/api/public/events/${closed.slug}`, `/api/events/${closed.id}`];
  return [...filled, ...asked, ...api];
}

async function tellsOfIt(paths: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  for (const path of paths) {
    const answer = await open(path);
    expect({ path, answered: answer.status < 500 }).toEqual({ path, answered: true });
    const [words, leadsOn] = [answer.html.replace(/<[^>]*>/g, ''), !path.includes(closed.slug) && Boolean(answer.location?.includes(closed.slug))];
    if (words.includes(TITLE) || leadsOn) told.push(path);
  }
  return told;
}

describe('an event for invited people alone', () => {
  it('stands on no page, in no list, search, feed, calendar, table or map that anybody can ask for', async () => {
    expect(await tellsOfIt(everywhere())).toEqual([]);
  });

  it.each(['members', 'area'])('nor does one that is shown to %s alone', async (visibility) => {
    await town.sql('update events.event set visibility = $2 where id = $1', [closed.id, visibility]);
    const told = await tellsOfIt(everywhere());
    await town.sql(`update events.event set visibility = 'invited' where id = $1`, [closed.id]);
    expect(told).toEqual([]);
  });

  it('would stand in all of them without the rule: the wall looks where something can be seen', async () => {
    const lists = ['/', '/events', '/events.ics', '/events.atom', '/events.rss', '/events.csv', '/volunteer', '/areas/nishisenba', `/organisations/${host}`, `/q/${code}`, `/events/${closed.slug}/poster`, '/events?view=month&month=2026-11', '/api/public/events'];
    expect(lists.filter((path) => !everywhere().includes(path))).toEqual([]);
    await town.sql('update events.event set visibility = null where id = $1', [closed.id]);
    const told = await tellsOfIt(lists);
    await town.sql(`update events.event set visibility = 'invited' where id = $1`, [closed.id]);
    expect(told).toEqual(lists);
  });

  it('opens by its link, which no cache and no search engine keeps, on paper and in a calendar too', async () => {
    for (const path of [page, `${page}/apply`, `${page}/poster`, `${page}.ics`]) {
      const shown = await open(path);
      expect({ path, status: shown.status, told: shown.html.includes(TITLE) }).toEqual({ path, status: 200, told: true });
      expect(shown.headers['cache-control']).toBe('private, no-store');
      expect(shown.headers['x-robots-tag']).toBe('noindex');
    }
    const shown = (await open(page)).html;
    expect([shown.includes('application/ld+json'), shown.includes('知らせる</h2>')]).toEqual([false, false]);
    expect((await open(`${page}/poster`)).html).not.toContain(`/q/${code}`);
  });

  it('takes who comes by the link, and nobody else, not even who knows its ids', async () => {
    const invited = { ...closed, slug: page.split('/').at(-1)! };
    const hanako = town.browser();
    const done = await apply(hanako, invited, HANAKO);
    expect(done.location).toBe(`${page}/done`);
    ticket = /\/t\/[\w-]+/.exec((await hanako.open(done.location!)).html)![0];
    const body = { frameId: closed.frameIds[0], name: '外田 次郎', kana: 'そとだ じろう', email: 'outside@example.jp', heads: 1 };
    expect((await town.browser().json(`/api/events/${closed.id}/applications`, body)).status).toBe(404);
    expect((await town.browser().json(`/api/events/${closed.id}/applications`, { ...body, invitation: page.split('~')[1] })).status).toBe(201);
  });

  it('gives its duties to who comes by the link alone', async () => {
    const helper = await town.resident({ name: '山田 はな子', kana: 'やまだ はなこ', email: 'helper@example.jp' });
    const duty = closed.shifts[0]!.id;
    const refused = await helper.browser.json(`/api/shifts/${duty}/assignments`, {});
    expect([refused.status, (JSON.parse(refused.html) as { code: string }).code]).toEqual([404, 'shift.not-found']);
    const taken = await helper.browser.submit(await helper.browser.open(`${page}/shifts/${duty}`), `/shifts/${duty}/assignments`);
    expect(taken.location).toMatch(/^\/me\/duties\/.+taken=1/);
    duties = async () => (await helper.browser.open(taken.location!.split('?')[0]!)).html;
    expect(await duties()).toContain(`"${page}"`);
  });

  it('has a new link when the host says so: the old one opens nothing, tickets lead to the new one, but for those that ended', async () => {
    const old = page;
    await town.api.get(EventInvitations).renew(town.leader.actor, closed.id);
    page = await linkNow();
    expect(page).not.toBe(old);
    expect((await open(old)).status).toBe(404);
    expect((await open(page)).status).toBe(200);
    expect((await open(ticket)).html).toContain(`"${page}"`);
    expect(await duties()).toContain(`"${page}"`);
    await town.sql(`update rosters.assignment set status = 'cancelled_by_host', ended_at = now() from rosters.shift where shift.id = assignment.shift_id and shift.event_id = $1`, [closed.id]);
    expect(await duties()).not.toContain(`/events/${closed.slug}`);
    await town.sql(`update events.application set status = 'cancelled_by_host' where event_id = $1`, [closed.id]);
    const ended = await open(ticket);
    expect([ended.status, ended.html.includes(TITLE), ended.html.includes(`/events/${closed.slug}`)]).toEqual([200, true, false]);
    expect((await town.tx((tx) => town.api.get(Events).byId(tx, closed.id)))!.slug).toBe(page.split('/').at(-1));
  });
});
