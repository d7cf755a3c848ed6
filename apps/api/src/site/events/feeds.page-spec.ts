import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventEdits, EventPublications, EventQueries } from '@yoriai/events';
import { textsOf, until } from '@yoriai/testing';
import { translator } from '@yoriai/ui';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import nodeIcal, { type VEvent } from 'node-ical';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';
import { atomFeed } from './atom.js';
import { rssFeed } from './rss.js';
import { calendarFeed } from './calendar.js';
import { EventReader } from './event-reader.js';

let town: SiteTown;
let concert: PlayedEvent;
let film: PlayedEvent;
let slug: string;

beforeAll(async () => {
  town = await SiteTown.open();
  concert = await town.publish();
  film = await town.publish({ title: 'こどもの会; カンマ, と「改行」と長い名前がつづく映画会のおしらせ🎬', field: 'kodomo', startsAt: '2026-12-12T14:00:00+09:00', endsAt: '2026-12-12T16:00:00+09:00', feeText: '300円', duties: [] });
  const [row] = await town.sql<{ slug: string }>('select slug from associations.organisation where id = $1', [town.organisationId]);
  slug = row!.slug;
});
afterAll(() => town.close());

interface Entry {
  uid: string;
  title: string;
  start: string;
  end: string;
  status: string;
  sequence: number;
  place: string;
}

/** What two calendar programs that know nothing of each other read in a file; they must agree. */
function entriesOf(text: string): Entry[] {
  const first = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component): Entry => {
    const event = new ICAL.Event(component);
    const status = String(component.getFirstPropertyValue('status'));
    return { uid: event.uid, title: event.summary, start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(), status, sequence: event.sequence, place: event.location };
  });
  const second = Object.values(nodeIcal.sync.parseICS(text))
    .filter((each): each is VEvent => each?.type === 'VEVENT')
    .map((event): Entry => ({ uid: event.uid, title: String(event.summary), start: event.start.toISOString(), end: event.end!.toISOString(), status: String(event.status), sequence: Number(event.sequence), place: String(event.location) }));
  expect(second).toEqual(first);
  return first;
}

/** The texts that a strict reader of XML finds in a feed: of its head, then of each of its items. */
function read(text: string, item: string): Record<string, string>[] {
  const found: Record<string, string>[] = [{}];
  const parser = new SaxesParser({ xmlns: true });
  let at = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === item) found.push({});
    at = name;
  });
  parser.on('text', (words) => {
    if (words.trim() !== '') found.at(-1)![at] ??= words;
  });
  parser.write(text).close();
  return found;
}

const open = (path: string, headers?: Record<string, string>) => town.browser().open(path, headers);
const entries = async (path: string) => entriesOf((await open(path)).html);

describe('the calendar of a list', () => {
  it('is read by two programs the same: instants, words with every sign, an address that stays', async () => {
    const [first, second, ...more] = await entries('/events.ics');
    expect(more).toEqual([]);
    expect(first).toEqual({ uid: `${concert.id}@localhost`, title: '靱公園バラ園コンサート', start: '2026-11-29T01:00:00.000Z', end: '2026-11-29T04:00:00.000Z', status: 'CONFIRMED', sequence: 1, place: '靱公園 バラ園 靱本町2丁目' });
    expect(second).toMatchObject({ title: 'こどもの会; カンマ, と「改行」と長い名前がつづく映画会のおしらせ🎬' });
    expect(await entries(`/events/${concert.slug}.ics`)).toEqual([first]);
  });

  it('keeps to the letter of RFC 5545: lines of 75 bytes that end in CRLF, one of each that there must be', async () => {
    const { html, headers } = await open('/events.ics');
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(html.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(html.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    for (const [name, count] of [['BEGIN:VCALENDAR', 1], ['VERSION:2.0', 1], ['PRODID:', 1], ['UID:', 2], ['DTSTAMP:', 2], ['DTSTART:', 2]] as const) expect([name, html.split(`\r\n${name}`).length - (name === 'BEGIN:VCALENDAR' ? 0 : 1)]).toEqual([name, count]);
    expect(html.replaceAll('\r\n ', '')).toContain('雨のときは中止です。決めるのは11月28日(土) 17時。');
  });

  it('is narrowed like the list, has one for every area and association, and none for those that there are not', async () => {
    const titles = async (query: string) => (await entries(`/events.ics?${query}`)).map(({ uid }) => uid.split('@')[0]);
    expect(await titles('field=kodomo')).toEqual([film.id]);
    expect(await titles('q=バラ園&gratis=yes')).toEqual([concert.id]);
    expect(await titles(`host=${slug}`)).toEqual([concert.id, film.id]);
    expect(await titles('area=nishisenba&page=7&view=month')).toEqual([concert.id, film.id]);
    expect(await titles('area=horie')).toEqual([]);
    for (const query of ['area=atlantis', 'host=nobody']) for (const format of ['ics', 'atom', 'rss']) expect((await open(`/events.${format}?${query}`)).status).toBe(404);
    const { html } = await open(`/events?field=kodomo&host=${slug}&view=month`);
    expect(html).toContain(`<link rel="alternate" type="text/calendar" href="/events.ics?host=${slug}&amp;field=kodomo"`);
    expect(html).toContain(`<link rel="alternate" type="application/atom+xml" href="/events.atom?host=${slug}&amp;field=kodomo"`);
    expect(html).toContain(`<link rel="alternate" type="application/rss+xml" href="/events.rss?host=${slug}&amp;field=kodomo"`);
  });

  it('names nobody and no number of a person', async () => {
    for (const path of ['/events.ics', '/events.atom', '/events.rss']) expect((await open(path)).html.replaceAll('\r\n ', '')).not.toMatch(/佐藤|090-0000/);
    const { html } = await open(`/events/${concert.slug}`);
    expect(/<script[^>]*>(.*?)<\/script>/s.exec(html)?.[1]).not.toMatch(/佐藤|090-0000/);
  });

  it('is not sent again while nothing has changed, and asks the database for no event then', async () => {
    for (const path of ['/events.ics', '/events.atom', '/events.rss', `/events/${concert.slug}.ics`]) {
      const first = await open(path);
      expect((await open(path, { 'if-none-match': first.headers['etag'] ?? '' })).status).toBe(304);
      // Other databases of this server may be written to meanwhile, which counts as a change.
      await until(`${path} comes from memory`, async () => !(await textsOf(() => open(path))).some((text) => text.includes('events.event')));
    }
    expect((await open(`/events/${concert.slug}.ics`)).headers['content-disposition']).toBe(`attachment; filename="${concert.slug}.ics"`);
  });

  it('of an event that is not there is a page that says so, whatever its name: nothing is saved under it', async () => {
    for (const slug of ['gone', 'お祭り', '%0a', '%22;x=']) {
      const { status, headers, html } = await open(`/events/${encodeURI(decodeURI(slug))}.ics`);
      expect([slug, status, headers['content-disposition'], headers['content-type']]).toEqual([slug, 404, undefined, 'text/html; charset=utf-8']);
      expect(html).toContain('<h1');
    }
  });

  it('grows its SEQUENCE with every change of the text and with the cancellation, which it keeps', async () => {
    const before = await open('/events.ics');
    const detail = await town.api.get(EventQueries).detail(town.leader.actor, concert.id);
    town.clock.advance(1);
    await town.api.get(EventEdits).update(town.leader.actor, concert.id, { summary: '秋のバラの中で。' }, `"${detail.version}"`);
    const [edited] = await entries('/events.ics');
    expect(edited).toMatchObject({ uid: `${concert.id}@localhost`, sequence: 2, status: 'CONFIRMED' });
    expect((await open('/events.ics', { 'if-none-match': before.headers['etag'] ?? '' })).status).toBe(200);
    town.clock.advance(1);
    await town.api.get(EventPublications).cancel(town.leader.actor, concert.id, '台風が近づいているため');
    const [cancelled] = await entries('/events.ics');
    expect(cancelled).toMatchObject({ uid: edited!.uid, sequence: 3, status: 'CANCELLED', title: '【中止】靱公園バラ園コンサート' });
  });
});

describe('news of a list', () => {
  it('tells the latest change first, with an address of its own for each event and the reason of a cancellation', async () => {
    const { html, headers } = await open('/events.atom');
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const ids = [...html.matchAll(/<entry><id>tag:localhost,2026:events\/([^<]+)<\/id>/g)].map(([, id]) => id);
    expect(ids).toEqual([concert.id, film.id]);
    expect(html).toContain('<title>【中止】靱公園バラ園コンサート</title>');
    expect(html).toContain('理由：台風が近づいているため');
    expect(html).toContain('<link rel="self" type="application/atom+xml" href="http://localhost:3000/events.atom"/>');
  });

  it('tells readers of RSS the same: what a program reads in both is one list', async () => {
    const { html, headers } = await open('/events.rss');
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    const [channel, ...items] = read(html, 'item');
    expect(channel).toMatchObject({ title: '西区の行事', link: 'http://localhost:3000/events', language: 'ja' });
    const [, ...told] = read((await open('/events.atom')).html, 'entry');
    expect(items.map(({ guid, title, description }) => [guid, title, description])).toEqual(told.map(({ id, title, summary }) => [id, title, summary]));
    expect(items.map(({ pubDate = '' }) => new Date(pubDate).getTime())).toEqual(told.map(({ updated = '' }) => Math.floor(Date.parse(updated) / 1000) * 1000));
    expect(items.map(({ link }) => link)).toEqual([`http://localhost:3000/events/${concert.slug}`, `http://localhost:3000/events/${film.slug}`]);
  });

  it('and calendars survive whatever a host writes', async () => {
    const event = await town.api.get(EventReader).bySlug(film.slug);
    const odd = { ...event, title: 'a]]>&<b>"\u0000\u000b\ud800\uffff', summary: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT' };
    const feed = { title: 'x', url: 'http://localhost/a?b&c', page: 'http://localhost/', publicUrl: 'http://localhost', events: [odd] };
    expect(atomFeed(translator('ja'), feed)).toContain('<title>a]]&gt;&amp;&lt;b&gt;&quot;</title>');
    expect(atomFeed(translator('ja'), feed)).toContain('href="http://localhost/a?b&amp;c"');
    expect(read(rssFeed(translator('ja'), feed), 'item')[1]).toMatchObject({ title: 'a]]>&<b>"' });
    expect(entriesOf(calendarFeed(translator('ja'), feed))).toHaveLength(1);
  });
});

describe('the event for search engines', () => {
  const dataOf = async (event: PlayedEvent) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec((await open(`/events/${event.slug}`)).html)?.[1] ?? '') as Record<string, unknown>;

  it('says what schema.org asks of an Event', async () => {
    const data = await dataOf(film);
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      startDate: '2026-12-12T14:00:00+09:00',
      endDate: '2026-12-12T16:00:00+09:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: '靱公園 バラ園', address: { '@type': 'PostalAddress', addressCountry: 'JP', addressRegion: '大阪府', addressLocality: '大阪市西区', streetAddress: '靱本町2丁目' } },
      organizer: { '@type': 'Organization', name: '西船場連合振興町会' },
      isAccessibleForFree: false,
      maximumAttendeeCapacity: 120,
    });
    expect(data).not.toHaveProperty('offers');
  });

  it('says that it is off, that it costs nothing, and ends no element', async () => {
    expect(await dataOf(concert)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled', isAccessibleForFree: true, offers: { '@type': 'Offer', price: 0, priceCurrency: 'JPY', availability: 'https://schema.org/SoldOut' } });
    const sly = await town.publish({ title: '</script><b>太鼓</b>', placeAddress: '浪速区難波中1丁目', duties: [] });
    expect((await dataOf(sly))['location']).toMatchObject({ address: { '@type': 'PostalAddress', addressCountry: 'JP', streetAddress: '浪速区難波中1丁目' } });
    expect((await dataOf(sly))['name']).toBe('</script><b>太鼓</b>');
  });
});

describe('a series', () => {
  it('says how it repeats and when next, stands in the list once, and gives all of its dates to two calendar programs', async () => {
    const repeats = { every: 'week' as const, interval: 1, weekdays: [2], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false };
    const given = { startsAt: '2026-12-01T10:00:00+09:00', endsAt: '2026-12-01T11:00:00+09:00', rainDecisionAt: null, duties: [] };
    const first = await town.publish({ title: 'いきいき百歳体操', ...given, repeats });
    const [date] = await town.sql<{ series_id: string; second: string }>(`select series_id, (select slug from events.event other where other.series_id = event.series_id and series_date = '2026-12-08') as second from events.event where id = $1`, [first.id]);
    const { series_id: series, second } = date!;
    const page = await open(`/events/${second}`);
    expect(page.html).toContain('毎週火曜日（祝日と年末年始は休み）');
    const dates = /<ul class="dates num">(.*?)<\/ul>/s.exec(page.html)![1]!;
    expect(dates).toContain(`href="/events/${first.slug}"`);
    expect(/<li>(.*?)<\/li>/s.exec(dates)![1]).toMatch(/12月1日\(火\) 10時〜11時.*次回/s);
    expect(dates).toMatch(/<b aria-current="page">12月8日/);
    const list = await open('/events');
    expect(list.html).toContain(`/events/${first.slug}`);
    expect(list.html).not.toContain(`/events/${second}`);
    const line = list.html.slice(list.html.indexOf(`/events/${first.slug}`)).split('</li></ul>')[0]!;
    expect(line.replace(/<svg.*?<\/svg>|<[^>]+>/gs, '')).toMatch(/このあと 12月8日\(火\)、12月15日\(火\)、12月22日\(火\)$/);
    const entries = entriesOf((await open(`/series/${series}.ics`)).html);
    expect(entries.map(({ start }) => start)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2027-01-05', '2027-01-12'].map((day) => `${day}T01:00:00.000Z`));
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
    expect(entriesOf((await open('/events.ics?q=百歳体操')).html)).toHaveLength(entries.length);
    expect((await open('/series/01930000-0000-7000-8000-0000000000ff.ics')).status).toBe(404);
  });
});

it('are offered of what comes; of what is over only the table', async () => {
  const [coming, past] = [await town.browser().open('/events'), await town.browser().open('/events?past=yes')];
  expect([coming.html.includes('id="feeds"'), coming.html.includes('href="/events.csv"')]).toEqual([true, true]);
  expect([past.html.includes('ここにのる行事が増えたり'), past.html.includes('webcal:'), past.html.includes('href="/events.csv?past=yes"')]).toEqual([false, false, true]);
});

describe('lists in the reader’s language', () => {
  const NAMES = { title: '雨でもする会', titleEn: 'Music in the Rain', titleEasy: 'あめの ひの おんがく', descriptionEn: 'Come along.', startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T12:00:00+09:00', field: 'bunka' as const, duties: [] };
  const titleOf = async (path: string) => (await entries(path)).find(({ start }) => start === '2026-12-20T01:00:00.000Z')?.title;
  let event: PlayedEvent;
  beforeAll(async () => {
    event = await town.publish(NAMES);
  });

  it('say by their address which it is: two calendar programs and a reader of news get the titles that the host wrote in it', async () => {
    expect([await titleOf('/events.ics'), await titleOf('/events.ics?lang=en'), await titleOf('/events.ics?lang=ja-easy')]).toEqual([NAMES.title, NAMES.titleEn, NAMES.titleEasy]);
    expect([await titleOf('/events.ics?lang=ja'), await titleOf('/events.ics?lang=tlh')]).toEqual([NAMES.title, NAMES.title]);
    const english = (await open('/events.ics?lang=en')).html.replaceAll('\r\n ', '');
    for (const words of ['SOURCE;VALUE=URI:http://localhost:3000/events.ics?lang=en', '//EN', 'Come along.']) expect(english).toContain(words);
    for (const path of ['/events.rss?lang=en', '/events.atom?lang=en']) {
      const { html } = await open(path);
      expect(html).toContain('Music in the Rain');
      expect(html).toContain(`http://localhost:3000${path}`);
    }
    expect(read((await open('/events.rss?lang=en')).html, 'item')[0]).toMatchObject({ language: 'en' });
    expect(await titleOf(`/events/${event.slug}.ics?lang=en`)).toBe(NAMES.titleEn);
    for (const title of ['こどもの会; カンマ, と「改行」と長い名前がつづく映画会のおしらせ🎬']) expect((await entries('/events.ics?lang=en')).map((each) => each.title)).toContain(title);
  });

  it('whatever the program itself would read: the address counts; each lies ready by itself', async () => {
    expect((await open('/events.ics?lang=en', { 'accept-language': 'ja' })).html).toContain('Music in the Rain');
    const first = await open('/events.ics?lang=ja-easy');
    expect((await open('/events.ics?lang=ja-easy', { 'if-none-match': first.headers['etag'] ?? '' })).status).toBe(304);
    expect((await open('/events.ics?lang=en', { 'if-none-match': first.headers['etag'] ?? '' })).status).toBe(200);
    await until('it comes from memory', async () => !(await textsOf(() => open('/events.ics?lang=en'))).some((text) => text.includes('events.event')));
  });

  it('are what a page in that language leads to', async () => {
    const { html } = await town.browser({ 'accept-language': 'en' }).open('/areas/nishisenba');
    for (const href of ['webcal://localhost:3000/events.ics?area=nishisenba&amp;lang=en', '/events.rss?area=nishisenba&amp;lang=en', '/events.atom?area=nishisenba&amp;lang=en', '/events.csv?area=nishisenba']) expect(html).toContain(`href="${href}"`);
    expect(html).toContain('<link rel="alternate" type="text/calendar" href="/events.ics?area=nishisenba&amp;lang=en"');
  });
});
