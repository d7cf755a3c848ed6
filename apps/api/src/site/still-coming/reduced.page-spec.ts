import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reductions, SignUps } from '@yoriai/events';
import { HANAKO, check } from '../testing/applying.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

const CHORUS = { title: '合唱「秋のうた」', day: 0, start: '10:30', place: '北ステージ' };
const more = { kind: 'stage' as const, end: null, performer: null, note: null };

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish({ rainPolicy: 'go-ahead', programme: [{ ...CHORUS, ...more }, { ...CHORUS, title: '健康コーナー', start: '11:00', ...more, kind: 'health' }] });
});
afterAll(() => town.close());

describe('the page of an event in a smaller form', () => {
  it('says so with the reason, strikes what is left out, and leaves the rest and the way to apply; its paper too', async () => {
    const before = await town.browser().open(`/events/${event.slug}`);
    expect(before.html).not.toContain('取りやめ');
    const [{ starts_at }] = (await town.sql<{ starts_at: Date }>('select starts_at from events.event where id = $1', [event.id])) as [{ starts_at: Date }];
    await town.api.get(Reductions).reduce(town.leader.actor, event.id, { startsAt: starts_at.toISOString(), after: null, cause: 'wind', reason: '風が強いため', dropped: [CHORUS] });
    const { html } = await town.browser().open(`/events/${event.slug}`);
    expect(html).toContain('一部を取りやめて開催します');
    expect(html).toContain('理由：風が強いため');
    expect(html).toMatch(/<s><b[^>]*>合唱「秋のうた」<\/b><\/s>　<b>取りやめ<\/b>/);
    expect(html).not.toMatch(/<s><b[^>]*>健康コーナー/);
    expect(html).toContain(`/events/${event.slug}/apply`);
    // A letter's one link leads to the ticket: it says so too.
    const { ticketUrl } = await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name: '山田 はな子', kana: 'やまだ はなこ', email: 'hanako@example.jp', heads: 1 });
    const ticket = (await town.browser().open(new URL(ticketUrl!).pathname)).html;
    for (const words of ['一部を取りやめて開催します', '合唱「秋のうた」', '理由：風が強いため']) expect(ticket).toContain(words);
    const paper = (await town.browser().open(`/events/${event.slug}/running-order`)).html;
    expect(paper).toContain('<s>合唱「秋のうた」</s>　<b>取りやめ</b>');
    expect(paper).toContain('<b>健康コーナー</b>');
    // Who finds it in the list, or holds the poster or the form, is told as well.
    const form = town.browser();
    expect((await form.open(`/events/${event.slug}/poster`)).html).toContain('取りやめ：合唱「秋のうた」');
    for (const page of ['/events', `/events/${event.slug}/poster`, `/events/${event.slug}/application-form`]) expect([page, (await form.open(page)).html.includes('一部取りやめ')]).toEqual([page, true]);
  });

  it('no longer says by which rule it would be called off in the rain: that is decided', async () => {
    const rainy = await town.publish({ rainPolicy: 'cancelled', programme: [{ ...CHORUS, ...more }] });
    const said = async (): Promise<boolean[]> => {
      const browser = town.browser();
      const pages = await Promise.all(['', '/poster', '.ics'].map((part) => browser.open(`/events/${rainy.slug}${part}`)));
      const csv = (await browser.open('/events.csv')).html;
      const looked = await check(browser, rainy, HANAKO);
      return [...pages.map(({ html }) => html.replace(/\r?\n /g, '')), csv, looked.html].map((text) => text.includes('雨のときは中止です'));
    };
    expect(await said()).toEqual([true, true, true, true, true]);
    const [{ starts_at }] = (await town.sql<{ starts_at: Date }>('select starts_at from events.event where id = $1', [rainy.id])) as [{ starts_at: Date }];
    await town.api.get(Reductions).reduce(town.leader.actor, rainy.id, { startsAt: starts_at.toISOString(), after: null, cause: 'rain', reason: '雨のため', dropped: [CHORUS] });
    expect(await said()).toEqual([false, false, false, false, false]);
  });
});
