import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { textsOf } from '@yoriai/testing';
import { clusterOfItsOwn, type OwnCluster } from '../../../../../tools/test-cluster.mjs';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';
import { pageKey } from './page-key.js';

/** The moment is that of a whole database server: on this one nobody else writes. */
let server: OwnCluster;
let town: SiteTown;
let event: PlayedEvent;
let neighbour = 0;

beforeAll(async () => {
  server = await clusterOfItsOwn();
  town = await SiteTown.open({ cluster: server.facts });
});
beforeEach(async () => {
  event = await town.publish();
});
afterAll(async () => {
  await town.close();
  await server.remove();
});

const statementsOf = async (path: string): Promise<number> => (await textsOf(() => town.browser().open(path))).length;
/** Whether a page comes for one question. What the server tidies by itself is a change as well: it may take some tries. */
async function isGivenAgain(path: string): Promise<boolean> {
  for (let tries = 0; tries < 5; tries += 1) if ((await statementsOf(path)) === 1) return true;
  return false;
}
const apply = () => {
  neighbour += 1;
  const who = { name: `町民 ${neighbour}`, kana: 'ちょうみん', email: `cache-${neighbour}@example.jp`, heads: 1 };
  return town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, ...who });
};
const html = async (): Promise<string> => (await town.browser().open(`/events/${event.slug}`)).html;

describe('a public page that was made already', () => {
  it('is given again while nothing has changed: one question to the database, for all who ask', async () => {
    for (const path of ['/', '/events', '/areas', `/events/${event.slug}`]) {
      const first = await statementsOf(path);
      expect([path, first > 1, await isGivenAgain(path)]).toEqual([path, true, true]);
    }
  });

  it('is made anew when a place was given, by this process or past it', async () => {
    const before = await html();
    await apply();
    const after = await html();
    expect(after).not.toBe(before);
    await town.sql('update events.frame set places_taken = places_taken + 5 where event_id = $1', [event.id]);
    const past = await html();
    expect(past).not.toBe(after);
  });

  it('is made anew each minute, because what is open follows the clock', async () => {
    const path = `/events/${event.slug}`;
    expect(await isGivenAgain(path)).toBe(true);
    town.clock.advance(1);
    expect(await statementsOf(path)).toBeGreaterThan(1);
  });

  it('is another one for another text size, and never that of somebody signed in', async () => {
    const path = `/events/${event.slug}`;
    const plain = await html();
    const large = (await town.browser().open(path, { cookie: 'yoriai_text=200' })).html;
    expect(large).not.toBe(plain);
    expect(await html()).toBe(plain);
    const own = await town.leader.browser.open(path);
    expect(own.html).not.toBe(plain);
    expect(await html()).toBe(plain);
  });

  it('that does not exist is not kept', async () => {
    expect((await town.browser().open('/events/no-such-event')).status).toBe(404);
    expect(await statementsOf('/events/no-such-event')).toBeGreaterThan(1);
  });
});

describe('the key of a public page', () => {
  const names = { session: 's', browser: 'b' };
  const key = (cookie?: string, language = 'ja', url = '/') => pageKey({ url, headers: { 'accept-language': language, ...(cookie === undefined ? {} : { cookie }) } }, names);

  it('is every setting of the browser, but for its mark', () => {
    expect(key('x=1; y=2; b=mark')).toBe(key('x=1; b=other; y=2'));
    const keys = [key(), key('x=1; x=2'), key('x=2; x=1'), key('x=1'), key('x=2'), key('y=1'), key('', 'en'), key('', 'ja', '/events')];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is none for whoever brings a session, alive or not', () => {
    expect(key('x=1; s=anything')).toBeNull();
    expect(key('ss=1')).not.toBeNull();
  });
});
