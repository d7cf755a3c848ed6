import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../../an-event.builder.js';
import { EventQueries } from '../../event/event-queries.service.js';
import type { EventDetail } from '../../event/event.dto.js';
import { EventsModule } from '../../events.module.js';
import { PublicEvents } from '../../public-event/public-event.service.js';
import { AlertSource, AlertSources, type WeatherAlert } from '../alerts/alert-source.js';
import { Alerts } from '../alerts/alerts.service.js';
import { DecisionPrompts } from '../decision-prompts.service.js';
import { Holdings } from '../holdings.service.js';
import { Postponements } from '../postponements.service.js';
import { WardDecisions } from '../ward-decisions.service.js';
import { DayProposals } from './day-proposals.service.js';
import { Reductions } from './reductions.service.js';

class Office extends AlertSource {
  readonly name = 'jma';
  says: readonly WeatherAlert[] = [];
  read = (): Promise<readonly WeatherAlert[]> => Promise.resolve(this.says);
}

let app: TestApp;
let cast: Cast;
let event: EventDetail;

const CHORUS = { title: '合唱', day: 0, start: '10:30', place: '北ステージ' };
const item = (given: typeof CHORUS) => ({ kind: 'stage' as const, end: null, performer: null, note: null, ...given });

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-02T10:00:00+09:00');
  event = await anEvent(app, cast, 'published', { rainPolicy: 'postponed', programme: [item(CHORUS), item({ ...CHORUS, title: '太鼓', start: '11:30' })] });
  app.clock.set('2026-11-28T19:00:00+09:00');
});

/** As the screen of who decides has it now. */
const reduce = async (given: Partial<Parameters<Reductions['reduce']>[2]> = {}, actor: Actor = cast.leader): Promise<EventDetail> =>
  app.get(Reductions).reduce(actor, event.id, { startsAt: event.startsAt!, after: (await app.get(EventQueries).detail(cast.leader, event.id)).reduction?.at ?? null, cause: 'wind', reason: '風が強いため、外の舞台を取りやめます。', dropped: [CHORUS], ...given });
const told = async (): Promise<unknown[]> => (await app.outbox()).filter(({ message, payload }) => message === 'events.event-reduced' && payload['eventId'] === event.id);
const decided = () => app.tx((tx) => app.get(PublicEvents).decided(tx, event.id));

describe('an event in a smaller form', () => {
  it('says what is left out, to everybody once; day, content and approval stay', async () => {
    const before = await app.get(EventQueries).detail(cast.leader, event.id);
    const after = await reduce();
    expect(after).toMatchObject({ state: 'published', publicRevision: before.publicRevision, startsAt: before.startsAt, heldAt: null, reduction: { reason: '風が強いため、外の舞台を取りやめます。', dropped: [CHORUS] } });
    expect(after.approval).toEqual(before.approval);
    expect(after.programme).toHaveLength(2);
    expect(await decided()).toMatchObject({ kind: 'reduced', dropped: [CHORUS], moved: null });
    await reduce();
    expect(await told()).toHaveLength(1);
    await reduce({ dropped: [] });
    expect(await told()).toHaveLength(2);
    expect((await app.get(EventQueries).history(cast.leader, event.id)).items.slice(0, 2)).toMatchObject([{ verb: 'reduce', reason: '風が強いため、外の舞台を取りやめます。' }, { verb: 'reduce' }]);
  });

  it('is a decision: nobody is asked any more whether it takes place, and nobody says that it does as planned', async () => {
    await reduce();
    expect(await app.get(DecisionPrompts).sweep(app.clock.now())).toBe(0);
    expect((await app.get(EventQueries).detail(cast.leader, event.id)).decideBy).toBeNull();
    await expect(app.get(Holdings).hold(cast.leader, event.id, event.startsAt!)).rejects.toMatchObject({ code: 'event.is-reduced', status: 409 });
  });

  it('said before a danger of the gravest kind, it is asked about again; the same words are a decision about that, once, and told again', async () => {
    const office = new Office();
    Object.assign(app.get(AlertSources), { all: [office] });
    const onHome = async (): Promise<string | null> => (await app.get(EventQueries).detail(cast.leader, event.id)).decideBy;
    app.clock.set('2026-11-29T06:00:00+09:00');
    await reduce();
    expect(await onHome()).toBeNull();
    app.clock.set('2026-11-29T07:00:00+09:00');
    office.says = [{ kind: 'wind', title: '暴風特別警報', level: 5 }];
    await app.get(Alerts).poll();
    expect([(await onHome()) !== null, (await told()).length]).toEqual([true, 1]);
    app.clock.set('2026-11-29T07:10:00+09:00');
    for (let twice = 0; twice < 2; twice += 1) await reduce();
    expect([await onHome(), (await told()).length]).toEqual([null, 2]);
    expect((await app.get(EventQueries).detail(cast.leader, event.id)).reduction).toMatchObject({ at: '2026-11-28T22:10:00.000Z', dropped: [CHORUS] });
    office.says = [];
    await app.get(Alerts).poll();
    Object.assign(app.get(AlertSources), { all: [] });
  });

  it('is of that day: put off, the whole of it is on again', async () => {
    await reduce();
    const after = await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'wind', reason: '強風のため', startsAt: event.startsAt! });
    expect(after).toMatchObject({ reduction: null });
    expect(await decided()).toMatchObject({ kind: 'postponed', dropped: [] });
    await expect(reduce()).rejects.toMatchObject({ code: 'event.postponed-meanwhile', status: 409 });
  });

  it('can be told while it is on, and not once it is over; only of what is on its programme, by host and ward', async () => {
    await expect(reduce({ dropped: [{ ...CHORUS, start: '10:31' }] })).rejects.toMatchObject({ code: 'event.programme-unknown', status: 422 });
    await expect(reduce({}, cast.otherLeader)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    app.clock.set('2026-11-29T10:30:00+09:00');
    expect(await reduce()).toMatchObject({ reduction: { dropped: [CHORUS] } });
    app.clock.set(new Date(event.endsAt!).toISOString());
    await expect(reduce({ dropped: [] })).rejects.toMatchObject({ code: 'event.reduce-over', status: 409 });
  });

  it('is taken back by holding it as planned, by who saw what was left out, also while it is on; everybody is told once', async () => {
    const { reduction } = await reduce();
    const hold = (after: string | null) => app.get(Holdings).hold(cast.leader, event.id, event.startsAt!, after);
    await expect(hold('2026-11-28T09:00:00.000Z')).rejects.toMatchObject({ code: 'event.is-reduced', status: 409 });
    app.clock.set('2026-11-29T10:30:00+09:00');
    expect(await hold(reduction!.at)).toMatchObject({ reduction: null, heldAt: '2026-11-29T01:30:00.000Z' });
    expect([await decided(), (await told()).length]).toMatchObject([{ kind: 'held', dropped: [] }, 2]);
    await expect(reduce({ after: reduction!.at, dropped: [] })).rejects.toMatchObject({ code: 'event.reduced-meanwhile' });
    await reduce();
    app.clock.set(new Date(event.endsAt!).toISOString());
    await expect(hold('2026-11-29T01:30:00.000Z')).rejects.toMatchObject({ code: 'event.reduce-over', status: 409 });
  });

  it('decided by a colleague in the meantime, a screen of before puts nothing on again; the same words are no conflict', async () => {
    const DRUMS = { ...CHORUS, title: '太鼓', start: '11:30' };
    const { reduction } = await reduce();
    await expect(reduce({ after: null, dropped: [DRUMS] }, cast.staff)).rejects.toMatchObject({ code: 'event.reduced-meanwhile', status: 409 });
    expect([(await reduce({ after: null })).reduction, (await told()).length]).toEqual([reduction, 1]);
    app.clock.set('2026-11-28T19:10:00+09:00');
    const both = await reduce({ after: reduction!.at, dropped: [CHORUS, DRUMS] }, cast.staff);
    expect(both.reduction?.dropped).toEqual([CHORUS, DRUMS]);
    await expect(reduce({ after: reduction!.at, dropped: [] })).rejects.toMatchObject({ code: 'event.reduced-meanwhile' });
  });

  it('by the ward office, the leaders of its host read that it was', async () => {
    await reduce({}, cast.staff);
    expect((await app.get(WardDecisions).list(cast.leader)).items.find(({ eventId }) => eventId === event.id)).toMatchObject({ kind: 'reduced', isRead: false });
  });
});

describe('what is proposed', () => {
  const office = new Office();
  const of = (actor: Actor) => app.get(DayProposals).of(actor, event.id);

  it('is told to its host and the ward office with the rule that fired, and changes nothing', async () => {
    Object.assign(app.get(AlertSources), { all: [office] });
    office.says = [{ kind: 'wind', title: '強風注意報', level: 2 }];
    await app.get(Alerts).poll();
    for (const actor of [cast.leader, cast.staff]) expect(await of(actor)).toEqual({ proposal: { kind: 'reduced', rule: 'advisory', because: ['強風注意報'] } });
    await expect(of(cast.otherLeader)).rejects.toMatchObject({ code: 'event.host-only' });
    expect(await decided()).toBeNull();
    office.says = [];
    await app.get(Alerts).poll();
    expect(await of(cast.leader)).toEqual({ proposal: null });
  });
});
