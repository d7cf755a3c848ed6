import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import { aSeries, dateOf } from '../series/a-series.builder.js';
import { CoHostings } from './co-hostings.service.js';
import { CoHosts } from './co-hosts.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const invite = (eventId: string) => app.get(CoHosts).invite(cast.leader, eventId, { organisationId: cast.otherHost, words: 'いっしょにしませんか。' });
const asked = async (eventId: string) => (await app.get(CoHostings).list(cast.otherLeader)).items.find(({ event }) => event.id === eventId);

describe('holding an event together', () => {
  it('begins as a draft with a question to those who lead the other association, and nobody else reads it', async () => {
    const { id } = await anEvent(app, cast, 'draft');
    const { items, candidates } = await invite(id);
    expect(items).toMatchObject([{ name: '江戸堀連合振興町会', state: 'invited', words: 'いっしょにしませんか。', can: { accept: 'co-host.asked-only', withdraw: true } }]);
    expect(candidates.map((each) => each.id)).not.toContain(cast.host);
    expect(await asked(id)).toMatchObject({ event: { title: '靱公園バラ園コンサート', hostName: '西船場連合振興町会' }, can: { accept: true, decline: true } });
    expect((await app.get(CoHostings).list(cast.leader)).items).toEqual([]);
    await expect(invite(id)).rejects.toMatchObject({ code: 'co-host.asked-already' });
    await expect(app.get(CoHosts).list(cast.otherLeader, id)).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
    await expect(app.get(CoHosts).invite(cast.blockLeader, id, { organisationId: cast.otherHost })).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(app.get(CoHosts).invite(cast.leader, id, { organisationId: cast.host })).rejects.toMatchObject({ code: 'co-host.unknown', status: 422 });
    await expect(app.get(CoHostings).answer(cast.leader, items[0]!.id, 'accepted', null)).rejects.toMatchObject({ code: 'co-host.not-found', status: 404 });
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.co-host-invited', payload: { eventId: id } });
  });

  it('is said on the page and on the list of the co-host once they said yes, and no more once they or the host end it', async () => {
    const { id, slug } = await anEvent(app, cast, 'published');
    await invite(id);
    const other = await app.tx((tx) => rows<{ slug: string }>(tx, 'select slug from associations.organisation where id = $1', [cast.otherHost]));
    const named = () => app.tx(async (tx) => ({ names: (await app.get(PublicEvents).bySlug(tx, slug)).coHosts.map(({ name }) => name), listed: (await app.get(PublicEvents).list(tx, { organisationSlug: other[0]!.slug })).items.map((event) => event.id) }));
    expect(await named()).toEqual({ names: [], listed: [] });
    const { id: coHostId } = (await asked(id))!;
    await app.get(CoHostings).answer(cast.otherLeader, coHostId, 'accepted', 'よろこんで。');
    expect(await named()).toEqual({ names: ['江戸堀連合振興町会'], listed: [id] });
    await app.get(CoHostings).answer(cast.otherLeader, coHostId, 'declined', '人手が足りなくなりました。');
    expect(await named()).toEqual({ names: [], listed: [] });

    await invite(id);
    const again = (await asked(id))!;
    await app.get(CoHostings).answer(cast.otherLeader, again.id, 'accepted', null);
    await app.get(CoHosts).withdraw(cast.leader, again.id, null);
    expect(await named()).toEqual({ names: [], listed: [] });
    await expect(app.get(CoHostings).answer(cast.otherLeader, again.id, 'accepted', null)).rejects.toMatchObject({ code: 'co-host.is-withdrawn', status: 409 });
    const log = await app.tx((tx) => rows<{ action: string }>(tx, `select action from identity.access_log where subject = $1 and action like 'event.co-host-%' order by at, id`, [`event:${id}`]));
    expect(log.map(({ action }) => action.slice('event.co-host-'.length))).toEqual(['invited', 'accepted', 'declined', 'invited', 'accepted', 'withdrawn']);
  });

  it('yes and taken back in the same moment: one of them counts', async () => {
    const { id } = await anEvent(app, cast, 'published');
    await invite(id);
    const { id: coHostId } = (await asked(id))!;
    const both = await Promise.allSettled([app.get(CoHostings).answer(cast.otherLeader, coHostId, 'declined', null), app.get(CoHosts).withdraw(cast.leader, coHostId, null)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is one thing for all dates of a series: asked once, listed on every date, named once however often it was answered', async () => {
    app.clock.set(new Date('2026-11-26T10:00:00+09:00'));
    const series = await aSeries(app, cast);
    const [one, other] = ['2026-12-01', '2026-12-08'].map((date) => dateOf(series, date).event!);
    await invite(one!.id);
    expect((await app.get(CoHosts).list(cast.leader, other!.id)).items).toMatchObject([{ name: '江戸堀連合振興町会', state: 'invited' }]);
    await expect(invite(other!.id)).rejects.toMatchObject({ code: 'co-host.asked-already' });
    await app.get(CoHostings).answer(cast.otherLeader, (await asked(one!.id))!.id, 'accepted', null);
    await app.database.asOwner(`insert into events.co_host select (jsonb_populate_record(co, jsonb_build_object('id', gen_random_uuid(), 'event_id', $2::uuid))).* from events.co_host co where event_id = $1`, [one!.id, other!.id]);
    const { slug } = (await app.tx((tx) => rows<{ slug: string }>(tx, 'select slug from events.event where id = $1', [other!.id])))[0]!;
    expect((await app.tx((tx) => app.get(PublicEvents).bySlug(tx, slug))).coHosts.map(({ name }) => name)).toEqual(['江戸堀連合振興町会']);
  });
});
