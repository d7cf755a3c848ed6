import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { until, textsOf } from '@yoriai/testing';
import { clusterOfItsOwn, type OwnCluster } from '../../../../../tools/test-cluster.mjs';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

/** The moment is that of a whole database server: on this one nobody else writes. */
let server: OwnCluster;
let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  // As it is in service: what is known of the database's moment holds for a while.
  server = await clusterOfItsOwn();
  town = await SiteTown.open({ config: { mode: 'development' }, cluster: server.facts });
  event = await town.publish();
});
afterAll(async () => {
  await town.close();
  await server.remove();
});

const open = (headers: Record<string, string> = {}) => town.browser().open(`/events/${event.slug}`, headers);

/** Whether anything has changed is asked ahead of time, for all readers; nobody waits for it. */
const isAskedAhead = (text: string): boolean => text.includes('pg_current_snapshot');

/** The page as it comes when nothing is asked of the database for it. */
async function fromMemory(headers: Record<string, string> = {}) {
  let page = await open(headers);
  await until('the page comes from memory', async () => (await textsOf(async () => void (page = await open(headers)))).every(isAskedAhead));
  return page;
}

/** Headers but for those that differ each time. */
const lasting = ({ date: _date, 'x-request-id': _id, connection: _connection, 'keep-alive': _alive, 'transfer-encoding': _encoding, 'content-length': _length, ...rest }: Record<string, string>) => rest;

describe('a page from memory', () => {
  it('is the same page with the same headers, and its own number', async () => {
    const made = await open({ 'accept-language': 'ja, x-first' });
    const kept = await fromMemory({ 'accept-language': 'ja' });
    expect(kept.html).toBe(made.html);
    expect(lasting(kept.headers)).toEqual(lasting(made.headers));
    expect(kept.headers['x-request-id']).not.toBe(made.headers['x-request-id']);
  });

  it('is not sent again to a browser that has it', async () => {
    const { etag = '' } = (await fromMemory()).headers;
    const again = await fromMemory({ 'if-none-match': etag });
    expect([again.status, again.html, again.headers.etag]).toEqual([304, '', etag]);
    expect(again.headers['cache-control']).toBe('no-cache');
  });

  it('is gone with the next place that this process gives: no seat is ever shown that is taken', async () => {
    const left = (html: string): string => /<section class="rem"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    for (let turn = 0; turn < 20; turn += 1) {
      const before = await open();
      const who = { name: `町民 ${turn}`, kana: 'ちょうみん', email: `ready-${turn}@example.jp`, heads: 1 };
      await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, ...who });
      const after = await open();
      expect(left(before.html)).not.toBe('');
      expect(left(after.html)).not.toBe(left(before.html));
    }
  });
});
