import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

it('a value that somebody moved to another row is refused in words, on the Site as in the API; put back, it is read', async () => {
  const event = await town.publish({ frames: [{ name: '席', capacity: 5, asks: { needs: ['wheelchair', 'allergy'] } }], duties: [] });
  const apply = (name: string, needsText: string) =>
    town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name, kana: 'ほりえ', heads: 1, email: `${needsText.length}@example.jp`, needs: ['wheelchair'], needsText });
  const [mine, other] = [await apply('堀江 花', '電動の車いすです'), await apply('堀江 太郎', '手動')];
  const path = new URL(mine.ticketUrl!).pathname;
  expect((await town.browser().open(path)).html).toContain('電動の車いすです');

  const [kept] = await town.sql<{ answers: string }>('select answers from events.application where id = $1', [mine.id]);
  await town.sql('update events.application set answers = (select answers from events.application where id = $2) where id = $1', [mine.id, other.id]);
  const page = await town.browser().open(path);
  expect([page.status, page.html.includes('手動')]).toEqual([503, false]);
  expect(page.html).toContain('封をした記録が読めない');
  const answer = await fetch(new URL(`/api/tickets/${path.split('/t/')[1]}`, town.origin));
  expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: 'platform.sealed-unreadable', detail: expect.stringContaining('記録は消えていません') })]);

  await town.sql('update events.application set answers = $2 where id = $1', [mine.id, kept!.answers]);
  expect((await town.browser().open(path)).html).toContain('電動の車いすです');
});
