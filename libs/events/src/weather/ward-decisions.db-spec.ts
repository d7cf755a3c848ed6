import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { CoHosts } from '../co-host/co-hosts.service.js';
import { CoHostings } from '../co-host/co-hostings.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventsModule } from '../events.module.js';
import { Holdings } from './holdings.service.js';
import { Postponements } from './postponements.service.js';
import type { WardDecision } from './ward-decision.dto.js';
import { WardDecisions } from './ward-decisions.service.js';

let app: TestApp;
let cast: Cast;
let event: EventDetail;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-02T10:00:00+09:00');
  event = await anEvent(app, cast, 'published', { rainPolicy: 'postponed' });
});

const seen = async (actor: Actor): Promise<WardDecision[]> => (await app.get(WardDecisions).list(actor)).items.filter(({ eventId }) => eventId === event.id);
const cancel = (by: Actor): Promise<EventDetail> => app.get(EventPublications).cancel(by, event.id, '警報が出ているため', 'warning');

describe('what the ward office decides about an association’s event', () => {
  it('called off: who leads it reads who, why and when, until they say that they have read it', async () => {
    await cancel(cast.approver);
    expect(await seen(cast.leader)).toMatchObject([{ kind: 'cancelled', by: cast.approver.name, reason: '警報が出ているため', decidedAt: '2026-11-02T01:00:00.000Z', wasStartsAt: event.startsAt, isRead: false }]);
    await app.get(WardDecisions).read(cast.leader, event.id);
    await app.get(WardDecisions).read(cast.leader, event.id);
    expect(await seen(cast.leader)).toMatchObject([{ isRead: true }]);
  });

  it('put off, or held: the last of it counts, and is to be read anew', async () => {
    await app.get(Holdings).hold(cast.approver, event.id, event.startsAt!);
    expect(await seen(cast.leader)).toMatchObject([{ kind: 'held', isRead: false }]);
    await app.get(WardDecisions).read(cast.leader, event.id);
    app.clock.set('2026-11-03T10:00:00+09:00');
    await app.get(Postponements).postpone(cast.approver, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
    expect(await seen(cast.leader)).toMatchObject([{ kind: 'postponed', wasStartsAt: event.startsAt, isRead: false }]);
  });

  it('who holds it together with the host reads it too, each for themselves; nobody else', async () => {
    expect(await seen(cast.otherLeader)).toEqual([]);
    const { items } = await app.get(CoHosts).invite(cast.leader, event.id, { organisationId: cast.otherLeader.grants[0]!.organisationId, words: null });
    await app.get(CoHostings).answer(cast.otherLeader, items[0]!.id, 'accepted', null);
    await cancel(cast.approver);
    await app.get(WardDecisions).read(cast.leader, event.id);
    expect(await seen(cast.otherLeader)).toMatchObject([{ kind: 'cancelled', isRead: false }]);
    expect(await seen(cast.approver)).toEqual([]);
    await expect(app.get(WardDecisions).read(cast.approver, event.id)).rejects.toMatchObject({ code: 'event.host-only' });
  });

  it('where its host decides, there is nothing to read, also after the ward office did', async () => {
    await app.get(Holdings).hold(cast.approver, event.id, event.startsAt!);
    app.clock.set('2026-11-03T10:00:00+09:00');
    await cancel(cast.leader);
    expect(await seen(cast.leader)).toEqual([]);
  });
});
