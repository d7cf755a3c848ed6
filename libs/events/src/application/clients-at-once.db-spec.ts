import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { aCast, aNeighbour, anEvent, told, tokenOf, type Cast } from '../an-event.builder.js';
import { Amendments } from '../amendment/amendments.service.js';
import { ConsentRounds } from '../consent/consent-rounds.service.js';
import { readOf } from '../consent/consent.rules.js';
import { GuardianConsents } from '../consent/guardian-consents.service.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import { ApplicationChanges } from './application-changes.service.js';
import { Applications } from './applications.service.js';
import { Draws } from './draws.service.js';
import { Offers } from './offers.service.js';
import { SignUps } from './sign-up.service.js';
import { TicketCodes } from './ticket-codes.js';

/** As many histories as there is time for: `HISTORIES=2000 npm run check:histories`. */
const HISTORIES = Number(process.env.HISTORIES ?? 20);

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const BEGINS = '2026-11-02T10:00:00+09:00';
const CLOSES = '2026-11-10T17:00:00+09:00';
const ASKS = { guardian: true };

/** A queue in order, a queue for whoever fits, and lots; all of children as well. */
const FRAMES: readonly FrameDraft[] = [
  { name: '席', capacity: 3, perApplicationMax: 3, companions: 'names', queue: 'in-order', asks: ASKS },
  { name: 'ゆか', capacity: 4, perApplicationMax: 3, companions: 'names', queue: 'who-fits', asks: ASKS },
  { name: 'バルコニー', method: 'lottery', closesAt: CLOSES, capacity: 3, perApplicationMax: 3, companions: 'names', asks: ASKS },
];

const frame = fc.nat(FRAMES.length - 1);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('apply' as const), frame, heads: fc.integer({ min: 1, max: 3 }), partIsFine: fc.boolean(), child: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'take' as const, 'promote' as const, 'consent' as const, 'refuse' as const), whose: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('amend' as const), whose: fc.nat(40), heads: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('places' as const), frame, capacity: fc.integer({ min: 3, max: 7 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sweep' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;
/** What several clients do in the same moment, some hours after the ones before. */
const moment = fc.record({ hours: fc.constantFrom(0, 0, 0, 1, 7, 26, 80), acts: fc.array(act, { minLength: 1, maxLength: 5 }) });

/** Refused by a rule, or because somebody else changed the event or holds it just then, which is fine; anything else is not. */
const allowed = (error: { code?: string }): void => expect(error.code ?? error).toMatch(/^(application\.|event\.|platform\.(stale|invalid|busy)|approval\.)/);

const alongWith = (heads: number) => Array.from({ length: heads - 1 }, (_, number) => ({ name: `連れ ${number}`, kana: 'つれ' }));

async function apply(event: EventDetail, index: number, { frame: at, heads, partIsFine, child }: Extract<Act, { kind: 'apply' }>): Promise<void> {
  const companions = alongWith(heads);
  const guardian = child ? ({ by: 'child', email: `guardian-${index}@example.jp` } as const) : ({ by: 'adults' } as const);
  await app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[at]!.id, ...aNeighbour(index, heads), companions, partIsFine, guardian }).catch(allowed);
}

/** More or fewer places: the leader changes them on the event's page, or the ward looks at the change first where the rules ask for it. */
async function places(event: EventDetail, at: number, capacity: number): Promise<void> {
  const { version, frames } = await app.get(EventQueries).detail(cast.leader, event.id);
  const changed = { frames: FRAMES.map((draft, index) => ({ ...draft, id: event.frames[index]!.id, capacity: index === at ? capacity : frames[index]!.capacity })) };
  try {
    await app.get(EventEdits).update(cast.leader, event.id, changed, `"${version}"`);
  } catch (error) {
    if ((error as { code?: string }).code !== 'event.needs-new-approval') throw error;
    const [drafts, approvals] = [app.get(EventChangeDrafts), app.get(EventApprovals)];
    await drafts.update(cast.leader, event.id, changed, `"${version}"`);
    const { approval } = await approvals.submit(cast.leader, event.id);
    await approvals.approve(cast.approver, event.id, { revision: approval!.revision });
  }
}

async function sweep(): Promise<void> {
  await Promise.all([app.get(Draws).sweep(), app.get(Offers).sweep(), app.get(ConsentRounds).sweep(app.clock.now())]);
}

interface Row {
  id: string;
  root: string;
  frame: number;
  heads: number;
  named: number;
  status: string;
  consent: string;
  /** What is public now. */
  revision: number;
}

const applicationsOf = (event: EventDetail): Promise<Row[]> =>
  app.database.asOwner<Row>(
    `select id, coalesce(part_of, id) as root, array_position($2::uuid[], frame_id) - 1 as frame, heads, coalesce(jsonb_array_length(companions), 0)::int as named, status, consent,
       (select public_revision from events.event where event.id = event_id) as revision
     from events.application where event_id = $1 order by id`,
    [event.id, event.frames.map(({ id }) => id)],
  );

async function does(event: EventDetail, known: readonly Row[], one: Act, index: number): Promise<void> {
  if (one.kind === 'apply') return apply(event, index, one);
  if (one.kind === 'places') return places(event, one.frame, one.capacity).catch(allowed);
  if (one.kind === 'sweep') return sweep();
  const about = known[one.whose % Math.max(1, known.length)];
  if (!about) return;
  const [changes, consents] = [app.get(ApplicationChanges), app.get(GuardianConsents)];
  const token = tokenOf(app.get(Applications).ticketUrl(about.id));
  const link = app.get(TicketCodes).consent(about.root).url.split('/g/')[1]!;
  const acts = {
    amend: () => app.get(Amendments).byTicket(token, one.kind === 'amend' ? { heads: one.heads, companions: alongWith(one.heads) } : {}),
    cancel: () => changes.cancelByTicket(token),
    take: () => changes.acceptByTicket(token),
    promote: () => changes.promote(cast.leader, about.id),
    consent: () => consents.giveByToken(link, { name: '標野 花', relation: '母', revision: about.revision, read: readOf(null) }),
    refuse: () => consents.refuseByToken(link),
  };
  await acts[one.kind]().catch(allowed);
}

/** Counters are the sums they stand for, no frame has more people than places, and nobody comes without a yes that was asked for. */
async function sound(event: EventDetail): Promise<void> {
  const frames = await app.database.asOwner<{ capacity: number; taken: number; waiting: number; entered: number; held: number; queued: number; applied: number; uncertain: number }>(
    `select capacity, places_taken as taken, waiting, entered,
       coalesce(sum(heads) filter (where status in ('confirmed', 'guardian_pending', 'offered')), 0)::int as held,
       (count(*) filter (where status = 'waitlisted'))::int as queued,
       coalesce(sum(heads) filter (where status = 'applied'), 0)::int as applied,
       (count(*) filter (where status = 'confirmed' and consent = 'asked'))::int as uncertain
     from events.frame left join events.application on frame_id = frame.id where frame.event_id = $1 group by frame.id`,
    [event.id],
  );
  for (const { capacity, taken, waiting, entered, held, queued, applied, uncertain } of frames) {
    expect({ taken, waiting, entered, uncertain }).toEqual({ taken: held, waiting: queued, entered: applied, uncertain: 0 });
    expect(taken).toBeLessThanOrEqual(capacity);
  }
}

/** By day, with every offer settled, no place is free that somebody waits for who may have it. */
async function nobodyWaitsInVain(event: EventDetail): Promise<void> {
  const [frames, waiting] = [
    await app.database.asOwner<{ id: string; free: number }>('select id, capacity - places_taken as free from events.frame where event_id = $1', [event.id]),
    await app.database.asOwner<{ frame_id: string; heads: number; part_is_fine: boolean }>(`select frame_id, heads, part_is_fine from events.application where event_id = $1 and status = 'waitlisted' order by waitlist_order`, [event.id]),
  ];
  for (const [index, { id }] of event.frames.entries()) {
    const free = frames.find((each) => each.id === id)!.free;
    const line = waiting.filter((each) => each.frame_id === id);
    const next = FRAMES[index]!.queue === 'who-fits' ? line : line.slice(0, 1);
    expect(next.filter(({ heads, part_is_fine: partIsFine }) => free > 0 && (heads <= free || partIsFine))).toEqual([]);
  }
}

describe('whatever several clients do in the same moment', () => {
  it('places are never oversold, counters are the sums, each head stays somebody, each is told once, and nobody waits in vain', async () => {
    let neighbour = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 5, maxLength: 14 }), async (moments) => {
        app.clock.set(BEGINS);
        const event = await anEvent(app, cast, 'published', { frames: [...FRAMES] });
        for (const { hours, acts } of moments) {
          app.clock.set(new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString());
          const known = await applicationsOf(event);
          await Promise.all(acts.map((one) => does(event, known, one, (neighbour += 1))));
          await sound(event);
        }
        // A morning on which lots are drawn and every offer and every question to a guardian is over or just begun.
        app.clock.set('2026-11-20T10:00:00+09:00');
        await sweep();
        await sweep();
        await sound(event);
        await nobodyWaitsInVain(event);
        const all = await applicationsOf(event);
        expect(all.filter(({ status }) => status === 'applied')).toEqual([]);
        for (const { root } of all) {
          const group = all.filter((each) => each.root === root);
          const heads = group.reduce((sum, each) => sum + each.heads, 0);
          expect(group.reduce((sum, each) => sum + each.named, 0)).toBe(heads - 1);
        }
        const heard = (await told(app, event.id)).map((one) => JSON.stringify(one));
        const once = heard.filter((one) => /"(waitlisted|drawn|cancelled|expired)"/.test(one));
        expect(once.filter((one, at) => once.indexOf(one) !== at)).toEqual([]);
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
  }, 60_000 + HISTORIES * 10_000);
});
