import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventApprovals, EventChangeDrafts, EventPublications, EventQueries, SignUps, type UpdateEventRequest } from '@yoriai/events';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let ticket: string;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  const request = { eventId: event.id, frameId: event.frameIds[0] ?? '', name: '山田 はな子', kana: 'やまだ はなこ', heads: 2, email: 'hanako@example.jp' };
  ticket = new URL((await town.api.get(SignUps).apply(null, request)).ticketUrl ?? '').pathname;
});
afterAll(() => town.close());

async function handIn(request: UpdateEventRequest): Promise<void> {
  const { version } = await town.api.get(EventQueries).detail(town.leader.actor, event.id);
  await town.api.get(EventChangeDrafts).update(town.leader.actor, event.id, request, `"${version}"`);
  await town.api.get(EventApprovals).submit(town.leader.actor, event.id);
}

/** The page of the event and the ticket. */
const both = async (headers: Record<string, string> = {}): Promise<string[]> => {
  const pages = [`/events/${event.slug}`, ticket].map((path) => town.browser(headers).open(path));
  return (await Promise.all(pages)).map(({ html }) => html.replace(/<[^>]*>/g, ''));
};

describe('an event that was moved', () => {
  it('says nothing while the ward has not decided, then before and now, on its page and on each ticket', async () => {
    await handIn({ startsAt: '2026-11-28T13:00:00+09:00', endsAt: '2026-11-28T15:00:00+09:00' });
    for (const text of await both()) expect(text).not.toMatch(/変わりました|前は/);
    await town.api.get(EventApprovals).approve(town.approver.actor, event.id, { revision: 2 });
    for (const text of await both()) {
      expect(text).toContain('日時が変わりました前は 11月29日(日) 10時〜13時いまは 11月28日(土) 13時〜15時');
      expect(text).not.toContain('前は 靱公園');
    }
    for (const text of await both({ 'accept-language': 'en' })) expect(text).toContain('The date or time has changed');
  });

  it('keeps the word of the first change through a second one of another kind, and through an edit of words', async () => {
    await handIn({ placeName: '松島公園', placeAddress: '千代崎3丁目' });
    await town.api.get(EventApprovals).approve(town.approver.actor, event.id, { revision: 3 });
    await handIn({ bringText: '帽子' });
    for (const text of await both()) {
      expect(text).toContain('日時と場所が変わりました');
      expect(text).toContain('前は 11月29日(日) 10時〜13時');
      expect(text).toContain('前は 靱公園 バラ園（靱本町2丁目）いまは 松島公園（千代崎3丁目）');
    }
  });

  it('says so no more when it is over, nor when it is off', async () => {
    town.clock.set('2026-11-28T15:01:00+09:00');
    for (const text of await both()) expect(text).not.toContain('変わりました');
    town.clock.set('2026-11-22T10:00:00+09:00');
    for (const text of await both()) expect(text).toContain('変わりました');
    await town.api.get(EventPublications).cancel(town.leader.actor, event.id, '台風');
    for (const text of await both()) expect(text).not.toContain('変わりました');
  });
});
