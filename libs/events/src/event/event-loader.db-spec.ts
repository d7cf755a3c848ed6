import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { statementsOf, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { aSeries, dateOf } from '../series/a-series.builder.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventEnds } from './event-ends.js';
import { EventLoader } from './event-loader.js';
import { EventQueries } from './event-queries.service.js';
import { EventReports } from './event-report.service.js';
import { EventRepository } from './event.repository.js';

/** More would be one for each kind of event that there is. */
const MOST = 14;

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

it('what is known of events is read by fourteen queries at most, of whatever kinds and however many', async () => {
  const reported = await anEvent(app, cast, 'published', { title: '終わった会', startsAt: '2026-11-26T10:00:00+09:00', endsAt: '2026-11-26T11:00:00+09:00', rainPolicy: 'indoors', rainDecisionAt: null, duties: [] });
  const chosen = await anEvent(app, cast, 'published', { frames: [{ name: '席', method: 'chosen', capacity: 3, asks: { guardian: true } }, { name: 'おとな', method: 'chosen', capacity: 3 }] });
  await applied(app, { ...chosen, frames: chosen.frames.slice(1) }, 1);
  const changing = await anEvent(app, cast, 'published', { title: '変わる会' });
  const { version } = await app.get(EventQueries).detail(cast.leader, changing.id);
  await app.get(EventChangeDrafts).update(cast.leader, changing.id, { placeName: '松島公園' }, `"${version}"`);
  const handedIn = await anEvent(app, cast, 'submitted', { title: '出した会' });
  const series = await aSeries(app, cast);
  app.clock.set('2026-11-27T10:00:00+09:00');
  await app.get(EventEnds).sweep(app.clock.now());
  await app.get(EventReports).report(cast.leader, reported.id, { participants: 3 });
  const kinds = [reported.id, chosen.id, changing.id, handedIn.id, dateOf(series, '2026-12-01').event!.id];
  const all = [...kinds];
  for (const title of ['ひとつ', 'ふたつ', 'みっつ']) all.push((await anEvent(app, cast, 'submitted', { title })).id);

  const read = (ids: readonly string[]) =>
    app.tx(async (tx) => {
      const found = await app.get(EventRepository).byIds(tx, ids);
      expect(found).toHaveLength(ids.length);
      return statementsOf(() => app.get(EventLoader).factsOf(tx, found));
    });
  const ofKinds = await read(kinds);
  expect(ofKinds).toBeLessThanOrEqual(MOST);
  expect(await read(all)).toBe(ofKinds);
  // Each kind is among them: one alone takes fewer.
  for (const id of kinds) expect(await read([id])).toBeLessThan(ofKinds);
});
