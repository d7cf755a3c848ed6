import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, textsOf, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anEvent, type Cast } from '../an-event.builder.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import { EventDrafts } from '../event/event-draft.service.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import { Initiatives } from './initiatives.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  app.clock.set('2026-11-20T09:00:00+09:00');
});
afterAll(() => app.close());

const FAIR = { code: 'spring-fair', name: '春のあきない', kana: 'はるのあきない', nameEn: 'Spring fair', words: '店が通りに並びます。', wordsEn: 'Shops stand in the street.', kind: 'campaign' as const, field: 'bunka' as const, fromDay: '2026-11-01', untilDay: '2026-12-31' };
const initiatives = (): Initiatives => app.get(Initiatives);
const of = async (code: string) => (await initiatives().list()).items.find((each) => each.code === code);
const seen = (id: string) => app.tx((tx) => app.get(PublicEvents).byId(tx, id));

describe('the initiatives of the plan', () => {
  it('are there from the start, each with a reading, a sentence and its English; everybody reads them by one statement', async () => {
    const { items } = await initiatives().list();
    expect(items.length).toBeGreaterThan(40);
    expect(items.filter(({ name, kana, nameEn, words, wordsEn, over }) => !name || !/^[ぁ-ん・ー（）]+$/.test(kana) || !/^[ -~’]+$/.test(nameEn) || !words.endsWith('。') || !wordsEn.endsWith('.') || over)).toEqual([]);
    expect(items.find(({ code }) => code === 'nishi-expo')).toMatchObject({ name: '西区万博', kind: 'campaign', fromDay: '2026-04-01', untilDay: null });
    expect((await textsOf(() => initiatives().list())).filter((text) => text.includes('initiative'))).toHaveLength(1);
  });

  it('are added, corrected, ended and taken up again by the ward office alone, each a line of the log', async () => {
    const added = await initiatives().add(cast.staff, FAIR);
    expect(added.items.at(-1)).toEqual({ ...FAIR, category: null, endedAt: null, over: false, version: 1 });
    const { code, ...content } = FAIR;
    await initiatives().correct(cast.staff, code, { ...content, version: 1 });
    await initiatives().correct(cast.approver, code, { ...content, words: '通りに店が出ます。', version: 1 });
    expect(await of(code)).toMatchObject({ words: '通りに店が出ます。', version: 2 });
    await expect(initiatives().correct(cast.staff, code, { ...content, words: '別の方の文。', version: 1 })).rejects.toMatchObject({ code: 'initiative.changed-meanwhile', status: 409 });
    await initiatives().end(cast.staff, code);
    await initiatives().end(cast.staff, code);
    expect(await of(code)).toMatchObject({ over: true });
    await initiatives().resume(cast.staff, code);
    expect(await of(code)).toMatchObject({ over: false, endedAt: null });
    const log = await app.database.asOwner<{ action: string }>('select action from identity.access_log where subject = $1 order by at, id', [`initiative:${code}`]);
    expect(log.map(({ action }) => action).sort()).toEqual(['initiative.added', 'initiative.corrected', 'initiative.ended', 'initiative.resumed']);
    await expect(initiatives().add(cast.leader, { ...FAIR, code: 'mine' })).rejects.toMatchObject({ code: 'initiative.staff-only', status: 403 });
    await expect(initiatives().end(cast.leader, code)).rejects.toMatchObject({ code: 'initiative.staff-only', status: 403 });
    await expect(initiatives().end(cast.staff, 'nothing')).rejects.toMatchObject({ code: 'initiative.not-found', status: 404 });
  });

  it.each([
    ['whose code is there', { name: '別の名前' }, 'initiative.exists', 409],
    ['whose name is there', { code: 'another-code' }, 'initiative.exists', 409],
    ['that ends before it begins', { code: 'c-1', name: '一', untilDay: '2026-10-31' }, 'initiative.days', 422],
    ['of every year that has days', { code: 'c-2', name: '二', kind: 'programme' as const }, 'initiative.days-of-campaign', 422],
    ['whose name is too long for the table', { code: 'c-3', name: '⚠️'.repeat(31) }, 'platform.invalid', 422],
  ])('takes none %s', async (_, given, code, status) => {
    await expect(initiatives().add(cast.staff, { ...FAIR, ...given })).rejects.toMatchObject({ code, status });
  });
});

describe('an event', () => {
  it('says to which it belongs, from the draft to its page, as the ward office calls it by now', async () => {
    const { id } = await anEvent(app, cast, 'published', { initiative: 'rose-concert' });
    expect(await app.get(EventQueries).detail(cast.leader, id)).toMatchObject({ initiative: 'rose-concert' });
    expect((await seen(id)).initiative).toEqual({ code: 'rose-concert', name: '靱公園バラ園コンサート', kana: 'うつぼこうえんばらえんこんさーと', nameEn: 'Rose-garden concert' });
    const { name, kana, nameEn, words, wordsEn, kind, field, category, version } = (await of('rose-concert'))!;
    expect(name).toBe('靱公園バラ園コンサート');
    await initiatives().correct(cast.staff, 'rose-concert', { name: 'バラ園コンサート', kana, nameEn, words, wordsEn, kind, field, category, version });
    expect((await seen(id)).initiative?.name).toBe('バラ園コンサート');
    const other = await anEvent(app, cast, 'published');
    expect((await seen(other.id)).initiative).toBeNull();
    const found = async (initiative: string) => (await app.tx((tx) => app.get(PublicEvents).list(tx, { initiative }))).items.map((each) => each.id);
    expect(await found('rose-concert')).toEqual([id]);
    expect(await found('nothing')).toEqual([]);
  });

  it('takes none that there is not, or that is over: a draft, an edit, and a change of it', async () => {
    await initiatives().end(cast.staff, 'graffiti');
    const drafts = app.get(EventDrafts);
    const refused = (code: string) => ({ code, status: 422, fields: [{ field: 'initiative', code }] });
    await expect(drafts.create(cast.leader, aConcert(cast.host, { initiative: 'nothing' }))).rejects.toMatchObject(refused('event.initiative-unknown'));
    await expect(drafts.create(cast.leader, aConcert(cast.host, { initiative: 'graffiti' }))).rejects.toMatchObject(refused('event.initiative-over'));
    const draft = await drafts.create(cast.leader, aConcert(cast.host));
    await expect(app.get(EventEdits).update(cast.leader, draft.id, { initiative: 'graffiti' }, `"${draft.version}"`)).rejects.toMatchObject(refused('event.initiative-over'));
    const held = await anEvent(app, cast, 'published');
    await expect(app.get(EventChangeDrafts).update(cast.leader, held.id, { initiative: 'graffiti' }, `"${held.version}"`)).rejects.toMatchObject(refused('event.initiative-over'));
    await initiatives().resume(cast.staff, 'graffiti');
  });

  it('keeps the one that ended; held again it goes without', async () => {
    const event = await anEvent(app, cast, 'published', { initiative: 'kite-flying' });
    await initiatives().end(cast.staff, 'kite-flying');
    expect((await seen(event.id)).initiative?.code).toBe('kite-flying');
    const update = (request: object, version: number) => app.get(EventChangeDrafts).update(cast.leader, event.id, request, `"${version}"`);
    const away = await update({ initiative: null, feeText: '100円' }, event.version);
    const back = await update({ initiative: 'kite-flying' }, away.version);
    expect(back.change?.content).toMatchObject({ initiative: 'kite-flying', feeText: '100円' });
    const draft = (given: object) => app.get(EventDrafts).create(cast.leader, { ...aConcert(cast.host, { initiative: 'kite-flying' }), ...given });
    expect(await draft({ againOf: event.id })).toMatchObject({ initiative: null });
    await initiatives().resume(cast.staff, 'kite-flying');
    expect(await draft({ againOf: event.id })).toMatchObject({ initiative: 'kite-flying' });
  });

  it('that was approved changes it by a new approval alone, and the change takes it over', async () => {
    const event = await anEvent(app, cast, 'published', { initiative: 'youth' });
    await expect(app.get(EventEdits).update(cast.leader, event.id, { initiative: null }, `"${event.version}"`)).rejects.toMatchObject({ code: 'event.needs-new-approval', fields: [{ field: 'initiative' }] });
    const change = await app.get(EventChangeDrafts).update(cast.leader, event.id, { initiative: 'nishi-expo' }, `"${event.version}"`);
    expect(change.change).toMatchObject({ kind: 'material', material: ['initiative'] });
    await app.get(EventApprovals).submit(cast.leader, event.id);
    expect((await seen(event.id)).initiative?.code).toBe('youth');
    await app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 });
    expect((await seen(event.id)).initiative?.code).toBe('nishi-expo');
  });

  it('asks no statement more where none is chosen, and one where one is', async () => {
    const asked = async (initiative?: string) => (await textsOf(() => app.get(EventDrafts).create(cast.leader, aConcert(cast.host, initiative === undefined ? {} : { initiative })))).filter((text) => text.includes('events.initiative')).length;
    expect([await asked(), await asked('youth')]).toEqual([0, 1]);
  });
});
