import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventPublications, SignUps } from '@yoriai/events';
import { LANGS, translator, withoutReadings, type Lang, type TextKey, type TextParams } from '@yoriai/ui';
import { SiteTown, type PlayedEvent } from './testing/site-town.js';
import type { Browser } from './testing/browser.js';

let town: SiteTown;
let ticket: string;
const events: Record<string, PlayedEvent> = {};

const NOW = '2026-11-22T10:00:00+09:00';
const ONE = [{ name: 'いす席', capacity: 1, perApplicationMax: 1 }];

async function apply(event: PlayedEvent, name: string): Promise<string> {
  const request = { eventId: event.id, frameId: event.frameIds[0] ?? '', name, kana: 'やまだ はなこ', heads: 1, email: `${name.length}@example.jp` };
  const { ticketUrl } = await town.api.get(SignUps).apply(null, request);
  return new URL(ticketUrl ?? '').pathname;
}

beforeAll(async () => {
  town = await SiteTown.open();
  events['open'] = await town.publish();
  ticket = await apply(events['open'], '西区 みえ');
  events['full'] = await town.publish({ title: '手づくりたこ教室', kana: 'てづくりたこきょうしつ', frames: ONE });
  await apply(events['full'], '山田 はな子');
  await apply(events['full'], '堀江 太郎さん');
  events['cancelled'] = await town.publish({ title: '秋の映画会', kana: 'あきのえいがかい' });
  await town.api.get(EventPublications).cancel(town.leader.actor, events['cancelled'].id, '会館の空調がこわれたため');
  events['closed'] = await town.publish({ frames: [{ name: 'いす席', capacity: 9, perApplicationMax: 1, closesAt: '2026-11-23T17:00:00+09:00' }] });
  events['ended'] = await town.publish({
    startsAt: '2026-11-24T10:00:00+09:00',
    endsAt: '2026-11-24T12:00:00+09:00',
    rainDecisionAt: '2026-11-23T17:00:00+09:00',
    frames: ONE,
    duties: [],
  });
});
afterAll(() => town.close());

/** What a page says in its main part, without tags and readings. */
function wordsOf(html: string): string {
  const main = /<main\b[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  return main
    .replace(/<(rp|rt)>.*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'");
}

interface StateOfPage {
  readonly name: string;
  readonly at?: string;
  readonly path: () => string;
  readonly status?: number;
  readonly says: readonly [TextKey, TextParams?][];
  /** Where it leads on, inside its main part. */
  readonly way: RegExp;
}

const of = (name: string): string => `/events/${events[name]?.slug ?? ''}`;

const STATES: readonly StateOfPage[] = [
  { name: 'nothing found', path: () => '/events?q=%E3%81%AA%E3%81%84', says: [['site.find.none.word', { q: 'ない' }], ['site.find.none.try']], way: /href="\/events"/ },
  { name: 'full', path: () => of('full'), says: [['site.event.full.title', { count: 1 }], ['site.event.full.text']], way: /href="\/events\/[^"]+\/apply"/ },
  { name: 'full, applying', path: () => `${of('full')}/apply`, says: [['site.apply.waitlist'], ['site.apply.waitlist.length', { count: 1 }]], way: /<form[^>]* action="\/events\/[^"]+\/applications"/ },
  { name: 'closed', at: '2026-11-26T10:00:00+09:00', path: () => of('closed'), says: [['site.event.closed.title'], ['site.event.closed.text']], way: /href="tel:/ },
  { name: 'closed, applying', at: '2026-11-26T10:00:00+09:00', path: () => `${of('closed')}/apply`, says: [['site.event.closed.title']], way: /href="\/events"/ },
  { name: 'cancelled', path: () => of('cancelled'), says: [['site.event.cancelled.title'], ['site.event.cancelled.text']], way: /class="more"/ },
  { name: 'cancelled, applying', path: () => `${of('cancelled')}/apply`, says: [['site.event.cancelled.title'], ['site.event.cancelled.text']], way: /href="\/events"/ },
  { name: 'over', at: '2026-11-26T10:00:00+09:00', path: () => of('ended'), says: [['site.event.ended.title'], ['site.event.ended.text']], way: /class="more"/ },
  { name: 'over, applying', at: '2026-11-26T10:00:00+09:00', path: () => `${of('ended')}/apply`, says: [['site.event.ended.title']], way: /href="\/events"/ },
  { name: 'no such page', path: () => '/nowhere', status: 404, says: [['site.error.404.title'], ['refusal.platform.not-found']], way: /href="\/events"/ },
  { name: 'no such event', path: () => '/events/none', status: 404, says: [['refusal.event.not-found']], way: /href="\/events"/ },
  { name: 'a ticket that is none', path: () => `/t/${'x'.repeat(43)}`, status: 404, says: [['refusal.application.ticket-unknown']], way: /href="\/lost-ticket"/ },
];

function browserOf(lang: Lang): Browser {
  const browser = town.browser();
  browser.cookies.set('yoriai_lang', { value: lang, path: '/' });
  return browser;
}

describe.each(LANGS)('every state of a page, in %s', (lang) => {
  const t = translator(lang);

  it.each(STATES.map((state) => [state.name, state] as const))('%s: says what happened and leads on', async (_, { at = NOW, path, status = 200, says, way }) => {
    town.clock.set(at);
    const page = await browserOf(lang).open(path());
    expect(page.status).toBe(status);
    const words = wordsOf(page.html);
    for (const [key, params] of says) expect(words).toContain(withoutReadings(t(key, params)));
    expect(/<main\b[^>]*>(.*)<\/main>/s.exec(page.html)?.[1]).toMatch(way);
  });

  it('not for whoever came: says whose it is and leads on', async () => {
    town.clock.set(NOW);
    const { browser } = await town.resident({ name: '九条 健', kana: 'くじょう けん', email: `ken-${lang}@example.jp` });
    browser.cookies.set('yoriai_lang', { value: lang, path: '/' });
    const page = await browser.open(`/print/events/${events['open']?.id ?? ''}/sign-in-sheet`);
    expect(page.status).toBe(403);
    expect(wordsOf(page.html)).toContain(withoutReadings(t('site.error.403.title')));
    expect(page.html).toMatch(/href="\/events"/);
  });

  it('the session has ended: leads to the entrance, which leads back', async () => {
    const gone = await browserOf(lang).open('/me');
    expect([gone.status, gone.location]).toEqual([303, '/sign-in?next=%2Fme']);
    const entrance = await browserOf(lang).open('/sign-in?next=%2Fme');
    expect(wordsOf(entrance.html)).toContain(withoutReadings(t('site.sign-in.title')));
  });

  it('the title of the event carries its reading on every page about it, where readings are drawn', async () => {
    town.clock.set(NOW);
    const browser = browserOf(lang);
    for (const path of [`${of('open')}/apply`, ticket, `${ticket}/cancel`, `${of('open')}/shifts/${events['open']?.shifts[0]?.id ?? ''}`, '/volunteer']) {
      const { html } = await browser.open(path);
      const read = html.includes('<ruby>園<rp>（</rp><rt>えん</rt>');
      expect([path, read]).toEqual([path, lang === 'ja-easy']);
      expect(html).not.toMatch(/<title>[^<]*[{}]/);
    }
  });
});
