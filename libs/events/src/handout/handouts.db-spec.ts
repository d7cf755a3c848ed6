import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';
import { EventFiles } from './event-files.service.js';
import { MOST_HANDOUTS } from './handout.rules.js';
import { Handouts } from './handouts.service.js';
import { ShownHandouts } from './shown-handouts.service.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

/** A paper like no other. */
const aPaper = (n: number): Buffer => Buffer.from(`%PDF-1.4\n% ${n}\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n`);
const add = ({ id }: EventDetail, name = '入学のしおり', actor = cast.leader, content: Buffer = PDF) => app.get(Handouts).add(actor, id, name, () => Promise.resolve(content));
const shown = async ({ id }: EventDetail) => app.get(ShownHandouts).ofEvent({ id, state: (await app.get(EventQueries).detail(cast.leader, id)).state });
const kept = async (): Promise<number> => (await app.tx((tx) => rows(tx, 'select id from platform.file'))).length;
const logged = (id: string): Promise<{ action: string }[]> => app.tx((tx) => rows(tx, `select action from identity.access_log where subject = $1 and action like 'event.handout%' order by id`, [`event:${id}`]));

describe('what an event hands out', () => {
  it('is kept as it came, seen by host and ward before the publication, and by everybody from then on', async () => {
    const draft = await anEvent(app, cast, 'submitted');
    const { items, can } = await add(draft);
    expect(items).toEqual([{ id: expect.any(String), name: '入学のしおり', kind: 'application/pdf', size: PDF.length, addedAt: '2026-11-02T01:00:00.000Z' }]);
    expect(can).toEqual({ add: true, remove: true });
    expect((await app.get(Handouts).read(cast.staff, draft.id, items[0]!.id)).content.equals(PDF)).toBe(true);
    await expect(app.get(Handouts).list(cast.otherLeader, draft.id)).rejects.toMatchObject({ status: 404 });
    expect(await shown(draft)).toEqual([]);
    await expect(app.get(ShownHandouts).read(draft, items[0]!.id)).rejects.toMatchObject({ code: 'handout.not-found', status: 404 });

    const event = await anEvent(app, cast, 'published');
    const [mine] = (await add(event)).items;
    expect(await shown(event)).toEqual([{ id: mine!.id, name: '入学のしおり', kind: 'application/pdf', size: PDF.length }]);
    expect((await app.get(ShownHandouts).read(event, mine!.id)).content.equals(PDF)).toBe(true);
    await expect(app.get(ShownHandouts).read(event, items[0]!.id)).rejects.toMatchObject({ code: 'handout.not-found' });
    await expect(add(event, 'よその', cast.otherLeader)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
  });

  it('is no program and no page of the web, whatever it is called', async () => {
    const event = await anEvent(app, cast, 'published');
    await expect(add(event, 'しおり.pdf', cast.leader, Buffer.from('<html><script>1</script></html>'))).rejects.toMatchObject({ code: 'file.kind', status: 415 });
    await expect(add(event, 'しおり', cast.leader, Buffer.alloc(0))).rejects.toMatchObject({ code: 'file.empty' });
    expect(await shown(event)).toEqual([]);
  });

  it('has room for five, however many come at once; one taken away is gone, and both are written down', async () => {
    const event = await anEvent(app, cast, 'published');
    const before = await kept();
    const tries = await Promise.allSettled(Array.from({ length: MOST_HANDOUTS + 3 }, (_, n) => add(event, `資料 ${n}`, cast.leader, aPaper(n))));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_HANDOUTS);
    expect(tries.flatMap((each) => (each.status === 'rejected' ? [(each.reason as { code: string }).code] : []))).toEqual(Array(3).fill('handout.too-many'));
    expect((await kept()) - before).toBe(MOST_HANDOUTS);
    const [first] = await shown(event);
    expect((await app.get(Handouts).remove(cast.staff, event.id, first!.id)).items).toHaveLength(MOST_HANDOUTS - 1);
    expect((await kept()) - before).toBe(MOST_HANDOUTS - 1);
    await expect(app.get(Handouts).remove(cast.staff, event.id, first!.id)).rejects.toMatchObject({ code: 'handout.not-found', status: 404 });
    expect((await logged(event.id)).map(({ action }) => action)).toEqual([...Array(MOST_HANDOUTS).fill('event.handout-added'), 'event.handout-removed']);
  });

  it('that is sent again, since its answer was lost, is the one that is there', async () => {
    const event = await anEvent(app, cast, 'published');
    const before = await kept();
    const twice = await Promise.all([add(event), add(event)]);
    expect(twice.map(({ items }) => items.length)).toEqual([1, 1]);
    await expect(add(event, 'べつの名前')).rejects.toMatchObject({ code: 'handout.there', status: 409, params: { name: '入学のしおり' } });
    expect([(await app.get(Handouts).list(cast.leader, event.id)).items.map(({ name }) => name), (await kept()) - before]).toEqual([['入学のしおり'], 1]);
  });

  it('of an event that is off is told to nobody, and nothing is added', async () => {
    const event = await anEvent(app, cast, 'published');
    const [mine] = (await add(event)).items;
    await app.get(EventPublications).cancel(cast.leader, event.id, '雨のため');
    expect(await shown(event)).toEqual([]);
    await expect(app.get(ShownHandouts).read({ id: event.id, state: 'cancelled' }, mine!.id)).rejects.toMatchObject({ status: 404 });
    await expect(add(event)).rejects.toMatchObject({ code: 'handout.over' });
  });

  it('goes a fiscal year after the one in which the event ended, with its file', async () => {
    const event = await anEvent(app, cast, 'published');
    await add(event);
    await app.get(EventFiles).sweep(new Date('2028-03-31T23:00:00+09:00'));
    expect(await shown(event)).toHaveLength(1);
    const before = await kept();
    await app.get(EventFiles).sweep(new Date('2028-04-01T00:30:00+09:00'));
    expect([await shown(event), (await kept()) < before]).toEqual([[], true]);
    expect(await app.get(EventFiles).sweep(new Date('2028-04-01T00:30:00+09:00'))).toBe(0);
  });
});
