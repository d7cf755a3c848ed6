import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import sharp from 'sharp';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventEnds } from '../event/event-ends.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventReports } from '../event/event-report.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import type { ReportPictures, SpotChangeRequest } from './picture.dto.js';
import { MOST_SPOTS, type Side } from './picture.rules.js';
import { EventFiles } from '../handout/event-files.service.js';
import { Pictures } from './pictures.service.js';
import { ShownPictures } from './shown-pictures.service.js';

let app: TestApp;
let cast: Cast;
let photo: Buffer;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  photo = await sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: '#3264c8' } }).withExif({ IFD0: { Copyright: '標野 つばめ' } }).jpeg().toBuffer();
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const pictures = (): Pictures => app.get(Pictures);
const cleanUp = (): Promise<EventDetail> => anEvent(app, cast, 'published', { category: 'cleaning' });
const there = async ({ id }: EventDetail, spotId: string, side: Side): Promise<string | undefined> => (await pictures().list(cast.leader, id)).spots.find((spot) => spot.id === spotId)?.[side]?.fileId;
const send = async (event: EventDetail, spotId: string, side: Side, content = photo, actor = cast.leader): Promise<ReportPictures> => {
  const instead = await there(event, spotId, side);
  return pictures().put(actor, event.id, { spotId, side, instead }, () => Promise.resolve(content));
};
const end = async (): Promise<void> => {
  app.clock.set('2026-11-30T10:00:00+09:00');
  await app.get(EventEnds).sweep(app.clock.now());
};
const shown = async ({ id }: EventDetail) => app.get(ShownPictures).ofEvent({ id, state: (await app.get(EventQueries).detail(cast.leader, id)).state });
/** Marks a picture as the host who looks at it now. */
async function open({ id }: EventDetail, spotId: string, side: Side): Promise<ReportPictures> {
  const seen = (await pictures().list(cast.leader, id)).spots.find((spot) => spot.id === spotId)![side]!.fileId;
  return pictures().change(cast.leader, id, spotId, side === 'before' ? { beforeOpen: true, beforeFile: seen } : { afterOpen: true, afterFile: seen });
}
const filesKept = async (): Promise<number> => (await app.tx((tx) => rows(tx, 'select id from platform.file'))).length;
const logged = async (action: string): Promise<number> => (await app.tx((tx) => rows(tx, 'select 1 from identity.access_log where action = $1', [action]))).length;

async function withPair(): Promise<{ event: EventDetail; spotId: string }> {
  const event = await cleanUp();
  const [spot] = (await pictures().addSpot(cast.leader, event.id, '東トイレの壁')).spots;
  await send(event, spot!.id, 'before');
  await send(event, spot!.id, 'after');
  return { event, spotId: spot!.id };
}

describe('pictures of a report', () => {
  it('stand in pairs by place, kept small and without what the camera wrote, for host and ward; each look is logged', async () => {
    const { event, spotId } = await withPair();
    const { spots, can } = await pictures().list(cast.staff, event.id);
    expect(spots).toEqual([{ id: spotId, place: '東トイレの壁', before: { fileId: expect.any(String), open: false }, after: { fileId: expect.any(String), open: false } }]);
    expect(can).toEqual({ add: true, settle: true });
    const before = await logged('event.picture-read');
    const content = await pictures().read(cast.staff, event.id, { spotId, side: 'after' });
    expect([(await sharp(content).metadata()).width, content.includes('標野'), (await logged('event.picture-read')) - before]).toEqual([1_600, false, 1]);
    await expect(pictures().list(cast.otherLeader, event.id)).rejects.toMatchObject({ code: 'picture.officers-only', status: 403 });
    await expect(pictures().addSpot(cast.otherLeader, event.id, 'ここ')).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
  });

  it('are seen by everybody only once the event is over, only where the host said so, and no longer than that', async () => {
    const { event, spotId } = await withPair();
    const { spots } = await open(event, spotId, 'after');
    const { fileId } = spots[0]!.after!;
    expect(await shown(event)).toEqual([]);
    await end();
    expect(await shown(event)).toEqual([{ id: spotId, place: '東トイレの壁', before: null, after: fileId }]);
    const over = { id: event.id, state: 'awaiting-report' };
    expect((await sharp(await app.get(ShownPictures).read(over, fileId)).metadata()).format).toBe('jpeg');
    await expect(app.get(ShownPictures).read(over, spots[0]!.before!.fileId)).rejects.toMatchObject({ code: 'picture.not-found', status: 404 });
    await expect(app.get(ShownPictures).read({ ...over, state: 'published' }, fileId)).rejects.toMatchObject({ status: 404 });
    await send(event, spotId, 'after');
    // Nobody has looked yet at what took its place.
    expect(await shown(event)).toEqual([]);
    await open(event, spotId, 'before');
    await app.get(EventReports).report(cast.leader, event.id, { participants: 5, cleanedArea: 12.5 });
    await pictures().change(cast.leader, event.id, spotId, { beforeOpen: false });
    expect(await shown(event)).toEqual([]);
  });

  it('are opened only by who looked at them: a mark meant for one opens no other, while closing names none', async () => {
    const { event, spotId } = await withPair();
    const seen = (await pictures().list(cast.leader, event.id)).spots[0]!;
    await send(event, spotId, 'after', photo, cast.officer);
    const mark = (asked: SpotChangeRequest): Promise<ReportPictures> => pictures().change(cast.leader, event.id, spotId, asked);
    for (const afterFile of [seen.after!.fileId, seen.before!.fileId, undefined]) {
      await expect(mark({ beforeOpen: true, beforeFile: seen.before!.fileId, afterOpen: true, ...(afterFile ? { afterFile } : {}) })).rejects.toMatchObject({ code: 'picture.another', status: 409 });
    }
    expect((await pictures().list(cast.leader, event.id)).spots[0]).toMatchObject({ before: { open: false }, after: { open: false } });
    expect((await open(event, spotId, 'after')).spots[0]).toMatchObject({ before: { open: false }, after: { open: true } });
    expect((await mark({ afterOpen: false })).spots[0]).toMatchObject({ after: { open: false } });
  });

  it('are thrown away and replaced only by who looked at them', async () => {
    const { event, spotId } = await withPair();
    const [before = '', after = ''] = [await there(event, spotId, 'before'), await there(event, spotId, 'after')];
    await send(event, spotId, 'after', photo, cast.officer);
    const another = { code: 'picture.another', status: 409 };
    await expect(pictures().take(cast.leader, event.id, { spotId, side: 'after', file: after })).rejects.toMatchObject(another);
    for (const files of [[], [before], [before, after]]) await expect(pictures().removeSpot(cast.leader, event.id, { spotId, files })).rejects.toMatchObject(another);
    for (const instead of [after, undefined]) await expect(pictures().put(cast.leader, event.id, { spotId, side: 'after', instead }, () => Promise.resolve(photo))).rejects.toMatchObject(another);
    const now = (await there(event, spotId, 'after')) ?? '';
    expect(now).not.toBe(after);
    await pictures().take(cast.leader, event.id, { spotId, side: 'after', file: now });
    await expect(pictures().put(cast.leader, event.id, { spotId, side: 'after', instead: now }, () => Promise.resolve(photo))).rejects.toMatchObject(another);
    expect((await pictures().removeSpot(cast.leader, event.id, { spotId, files: [before, now] })).spots).toEqual([]);
  });

  it('are replaced and removed for good; after the report none are added, but taking away is always possible', async () => {
    const { event, spotId } = await withPair();
    const kept = await filesKept();
    await send(event, spotId, 'after');
    expect(await filesKept()).toBe(kept);
    await end();
    await app.get(EventReports).report(cast.leader, event.id, { participants: 5 });
    await expect(send(event, spotId, 'after')).rejects.toMatchObject({ code: 'picture.reported', status: 409 });
    await expect(pictures().addSpot(cast.leader, event.id, 'もう一か所')).rejects.toMatchObject({ code: 'picture.reported' });
    const [before = '', after = ''] = [await there(event, spotId, 'before'), await there(event, spotId, 'after')];
    await pictures().take(cast.leader, event.id, { spotId, side: 'before', file: before });
    await expect(pictures().change(cast.leader, event.id, spotId, { beforeOpen: true })).rejects.toMatchObject({ code: 'picture.none', status: 409 });
    expect((await pictures().removeSpot(cast.leader, event.id, { spotId, files: [before, after] })).spots).toEqual([]);
    expect(await filesKept()).toBe(kept - 2);
  });

  it('are pictures, not too large, and of ten places at most', async () => {
    const { event, spotId } = await withPair();
    for (const [content, code] of [
      [Buffer.from('%PDF-1.7\n%%EOF\n'), 'picture.kind'],
      [Buffer.from('こんにちは'), 'file.kind'],
      [Buffer.alloc(9 * 1024 * 1024), 'file.too-large'],
    ] as const) {
      await expect(send(event, spotId, 'before', content)).rejects.toMatchObject({ code });
    }
    for (let more = 1; more < MOST_SPOTS; more += 1) await pictures().addSpot(cast.leader, event.id, `場所 ${more}`);
    await expect(pictures().addSpot(cast.leader, event.id, '11か所目')).rejects.toMatchObject({ code: 'picture.too-many', status: 422 });
  });

  it('of a draft there are none, and of another event neither', async () => {
    const draft = await anEvent(app, cast, 'draft');
    await expect(pictures().addSpot(cast.leader, draft.id, 'ここ')).rejects.toMatchObject({ code: 'picture.not-yet', status: 409 });
    const [one, other] = [await withPair(), await cleanUp()];
    await expect(pictures().read(cast.leader, other.id, { spotId: one.spotId, side: 'before' })).rejects.toMatchObject({ code: 'picture.not-found', status: 404 });
  });

  it('go a fiscal year after the one in which the event ended, with their files', async () => {
    const { event } = await withPair();
    const kept = await filesKept();
    await app.get(EventFiles).sweep(new Date('2028-03-31T23:00:00+09:00'));
    expect((await pictures().list(cast.leader, event.id)).spots).toHaveLength(1);
    await app.get(EventFiles).sweep(new Date('2028-04-01T00:30:00+09:00'));
    expect((await pictures().list(cast.leader, event.id)).spots).toEqual([]);
    expect(await filesKept()).toBeLessThan(kept - 1);
    expect(await app.get(EventFiles).sweep(new Date('2028-04-01T00:30:00+09:00'))).toBe(0);
  });
});

describe('the area that was cleaned', () => {
  it('is part of the report of a clean-up, and of no other', async () => {
    const [clean, party] = [await cleanUp(), await anEvent(app, cast, 'published', { category: 'festival' })];
    await end();
    expect((await app.get(EventReports).report(cast.leader, clean.id, { participants: 5, cleanedArea: 12.5 })).report).toMatchObject({ cleanedArea: 12.5 });
    await expect(app.get(EventReports).report(cast.leader, party.id, { participants: 5, cleanedArea: 12.5 })).rejects.toMatchObject({ code: 'event.no-area', status: 422 });
    expect((await app.get(EventReports).report(cast.leader, party.id, { participants: 5 })).report).toMatchObject({ cleanedArea: null });
  });
});
