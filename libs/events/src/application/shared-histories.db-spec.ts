import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { aCast, aNeighbour, tokenOf, type Cast } from '../an-event.builder.js';
import { AnswerRounds } from '../choice/answer-rounds.service.js';
import { CHOICES } from '../choice/choice.rules.js';
import { HostAnswers } from '../choice/host-answers.service.js';
import { ConsentRounds } from '../consent/consent-rounds.service.js';
import { GuardianConsents } from '../consent/guardian-consents.service.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';
import { ApplicationChanges } from './application-changes.service.js';
import { Applications } from './applications.service.js';
import { Draws } from './draws.service.js';
import { Offers } from './offers.service.js';
import { SignUps } from './sign-up.service.js';
import { aHall, hallCounts, type Hall } from './testing/a-hall.js';
import { waitInVain } from './testing/in-vain.js';
import { TicketCodes } from './ticket-codes.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const CLOSES = '2026-11-05T17:00:00+09:00';
const whose = fc.nat(40);
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('apply' as const), frame: fc.nat(3), heads: fc.integer({ min: 1, max: 3 }), partIsFine: fc.boolean(), child: fc.integer({ max: 5, min: 0 }) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'take' as const, 'promote' as const, 'refuse' as const), whose }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer' as const), choice: fc.constantFrom(...CHOICES), whose: fc.array(whose, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), whose: fc.array(whose, { minLength: 1, maxLength: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('places' as const), frame: fc.nat(4), more: fc.integer({ min: -1, max: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(6, 90, 26 * 60, 3 * 24 * 60) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Refused by a rule, which is fine; anything else is not. */
const allowed = (error: { code?: string }): void => expect(error.code).toMatch(/^(application|event)\./);

async function places({ event }: Hall, frame: number, more: number): Promise<void> {
  const { version, totalPlaces, frames } = await app.get(EventQueries).detail(cast.leader, event.id);
  const request = frame === 4 ? { totalPlaces: totalPlaces! + more } : { frames: frames.map(({ id, name, capacity }, index) => ({ id, name, capacity: index === frame ? capacity! + more : capacity })) };
  await app.get(EventEdits).update(cast.leader, event.id, request, `"${version}"`).catch(allowed);
}

async function wait(minutes: number): Promise<void> {
  app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());
  await app.get(AnswerRounds).sweep();
  await app.get(Draws).sweep();
  await app.get(ConsentRounds).sweep(app.clock.now());
}

async function does(hall: Hall, index: number, one: Act): Promise<unknown> {
  const { event } = hall;
  if (one.kind === 'wait') return wait(one.minutes);
  if (one.kind === 'places') return places(hall, one.frame, one.more);
  if (one.kind === 'apply') {
    const guardian = one.child === 0 ? ({ by: 'child', email: `guardian-${index}@example.jp` } as const) : ({ by: 'adults' } as const);
    return app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[one.frame]!.id, ...aNeighbour(index + 500, one.heads), partIsFine: one.partIsFine, guardian }).catch(allowed);
  }
  const all = await app.database.asOwner<{ id: string; root: string }>('select id, coalesce(part_of, id) as root from events.application where event_id = $1 order by id', [event.id]);
  if (all.length === 0) return;
  const pick = (at: number) => all[at % all.length]!;
  if (one.kind === 'answer' || one.kind === 'undo') {
    const ids = [...new Set(one.whose.map((at) => pick(at).id))];
    const answers = app.get(HostAnswers);
    return (one.kind === 'undo' ? answers.undo(cast.leader, event.id, ids) : answers.answer(cast.leader, { eventId: event.id, ids, choice: one.choice, words: null })).catch(allowed);
  }
  const { id, root } = pick(one.whose);
  const changes = app.get(ApplicationChanges);
  const token = tokenOf(app.get(Applications).ticketUrl(id));
  const acts = {
    cancel: () => changes.cancelByTicket(token),
    take: () => changes.acceptByTicket(token),
    promote: () => changes.promote(cast.leader, id),
    refuse: () => app.get(GuardianConsents).refuseByToken(app.get(TicketCodes).consent(root).url.split('/g/')[1]!),
  };
  return acts[one.kind]().catch(allowed);
}

describe('whatever happens in frames with a total, in whatever order', () => {
  it('places are never oversold, the sums stand, orders are told apart, and nobody is left behind', async () => {
    const queue = fc.constantFrom('in-order' as const, 'who-fits' as const);
    const plan = fc.record({ total: fc.integer({ min: 3, max: 7 }), capacity: fc.integer({ min: 3, max: 5 }), queues: fc.tuple(queue, queue, queue, queue) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 35 }), plan, async (acts, { total, capacity, queues }) => {
        app.clock.set('2026-11-02T10:00:00+09:00');
        const methods = ['first-come', 'first-come', 'lottery', 'chosen'] as const;
        const hall = await aHall(app, cast, total, methods.map((method, at) => ({
          ...{ name: `枠 ${at}`, method, capacity, perApplicationMax: 3, queue: queues[at]!, asks: { guardian: true } },
          ...(method === 'lottery' && { closesAt: CLOSES }),
        })));
        for (const [index, one] of acts.entries()) {
          await does(hall, index, one);
          await app.get(Offers).sweep();
          expect((await hallCounts(app, hall)).total).not.toBeNull();
        }
        // No answer can be taken back any more.
        await wait(6);
        await app.get(Offers).sweep();
        await hallCounts(app, hall);
        expect(await waitInVain(app, [hall.event.id])).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
