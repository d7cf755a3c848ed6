import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EventReports, Pictures } from '@yoriai/events';
import { newId } from '@yoriai/platform';
import sharp from 'sharp';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
});
afterAll(() => town.close());

it('a picture stands on the page of an event that is over while its host says so, and on the report’s paper beside the other', async () => {
  const { leader } = town;
  const pictures = town.api.get(Pictures);
  const spotId = (await pictures.addSpot(leader.actor, event.id, '東トイレの壁')).spots[0]!.id;
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3264c8' } }).jpeg().toBuffer();
  await pictures.put(leader.actor, event.id, { spotId, side: 'before' }, () => Promise.resolve(photo));
  const put = (await pictures.put(leader.actor, event.id, { spotId, side: 'after' }, () => Promise.resolve(photo))).spots[0]!.after!;
  const { spots } = await pictures.change(leader.actor, event.id, spotId, { afterOpen: true, afterFile: put.fileId });
  const page = async (): Promise<string> => (await town.browser().open(`/events/${event.slug}`)).html;
  const image = (fileId: string): Promise<Response> => fetch(new URL(`/events/${event.slug}/pictures/${fileId}`, town.origin));
  const { before, after } = spots[0]!;
  expect(await page()).not.toContain('東トイレの壁');
  expect((await image(after!.fileId)).status).toBe(404);

  town.clock.set('2026-12-01T10:00:00+09:00');
  await town.sql(`update events.event set state = 'awaiting-report' where id = $1`, [event.id]);
  expect(await page()).toMatch(/作業の前とあと.*東トイレの壁/s);
  expect(await page()).not.toContain(before!.fileId);
  const answer = await image(after!.fileId);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('content-security-policy'), answer.headers.get('x-content-type-options')]).toEqual([200, 'image/jpeg', 'private, no-store', "default-src 'none'; sandbox", 'nosniff']);
  expect([(await image(before!.fileId)).status, (await image(newId())).status, (await image('x')).status]).toEqual([404, 404, 400]);

  expect((await leader.browser.open(`/print/events/${event.id}/report`)).status).toBe(409);
  await town.api.get(EventReports).report(leader.actor, event.id, { participants: 12, note: 'きれいになりました。' });
  const paper = (await leader.browser.open(`/print/events/${event.id}/report`)).html;
  expect(paper).toMatch(/実施報告書.*12人.*きれいになりました。.*東トイレの壁/s);
  expect(paper.match(/data:image\/jpeg;base64,/g)).toHaveLength(2);

  // What came of it in figures, once the ward has taken the report; a poster is for what comes.
  expect(await page()).not.toContain('この行事の記録');
  await town.sql(`update events.event set state = 'closed' where id = $1`, [event.id]);
  await town.sql('update events.event_report set cleaned_area = 32.5 where event_id = $1', [event.id]);
  const over = await page();
  expect(over).toMatch(/この行事の記録.*参加した人.*12人.*きれいにした面積.*32\.5㎡/s);
  for (const words of ['/poster', '更新']) expect(over).not.toContain(words);

  await pictures.change(leader.actor, event.id, spotId, { afterOpen: false });
  expect(await page()).not.toContain('東トイレの壁');
  expect((await image(after!.fileId)).status).toBe(404);
});
