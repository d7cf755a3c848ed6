import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { aCast, aNeighbour, told, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import { Applications } from '../application/applications.service.js';
import { Offers } from '../application/offers.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { TicketCodes } from '../application/ticket-codes.js';
import { ConsentRounds } from '../consent/consent-rounds.service.js';
import { readOf } from '../consent/consent.rules.js';
import { GuardianConsents } from '../consent/guardian-consents.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { CHOICES } from './choice.rules.js';
import { HostAnswers } from './host-answers.service.js';
import { aChoice, counted, later } from './testing/a-choice.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const who = fc.nat(30);
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('apply' as const), heads: fc.integer({ min: 1, max: 3 }), partIsFine: fc.boolean(), child: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('answer' as const), choice: fc.constantFrom(...CHOICES), whose: fc.array(who, { minLength: 1, maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), whose: fc.array(who, { minLength: 1, maxLength: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'take' as const, 'promote' as const, 'consent' as const, 'refuse' as const), whose: who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 90, 24 * 60, 5 * 24 * 60) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Refused by a rule, which is fine; anything else is not. */
const allowed = (error: { code?: string }): void => expect(error.code).toMatch(/^application\./);

async function apply(event: EventDetail, index: number, { heads, partIsFine, child }: { heads: number; partIsFine: boolean; child: boolean }): Promise<void> {
  const guardian = child ? ({ by: 'child', email: `guardian-${index}@example.jp` } as const) : ({ by: 'adults' } as const);
  const request = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index + 500, heads), partIsFine, guardian };
  await app.get(SignUps).apply(null, request).catch(allowed);
}

async function does(event: EventDetail, index: number, one: Act): Promise<void> {
  if (one.kind === 'apply') return apply(event, index, one);
  if (one.kind === 'wait') {
    await later(app, one.minutes);
    await app.get(Offers).sweep();
    await app.get(ConsentRounds).sweep(app.clock.now());
    return;
  }
  const all = await app.database.asOwner<{ id: string; root: string }>('select id, coalesce(part_of, id) as root from events.application where event_id = $1 order by id', [event.id]);
  if (all.length === 0) return;
  const pick = (at: number) => all[at % all.length]!;
  if (one.kind === 'answer' || one.kind === 'undo') {
    const ids = [...new Set(one.whose.map((at) => pick(at).id))];
    const answers = app.get(HostAnswers);
    await (one.kind === 'undo' ? answers.undo(cast.leader, event.id, ids) : answers.answer(cast.leader, { eventId: event.id, ids, choice: one.choice, words: null })).catch(allowed);
    return;
  }
  const { id, root } = pick(one.whose);
  const [changes, consents] = [app.get(ApplicationChanges), app.get(GuardianConsents)];
  const token = tokenOf(app.get(Applications).ticketUrl(id));
  const link = app.get(TicketCodes).consent(root).url.split('/g/')[1]!;
  const acts = {
    cancel: () => changes.cancelByTicket(token),
    take: () => changes.acceptByTicket(token),
    promote: () => changes.promote(cast.leader, id),
    consent: () => consents.giveByToken(link, { name: '標野 花', relation: '母', revision: 1, read: readOf(null) }),
    refuse: () => consents.refuseByToken(link),
  };
  await acts[one.kind]().catch(allowed);
}

describe('whatever the host answers, in whatever order', () => {
  it('places are never oversold, counters are the sums, nobody is told before it stands or twice, and the end leaves nobody without an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 25 }), fc.integer({ min: 3, max: 5 }), fc.constantFrom('in-order' as const, 'who-fits' as const), async (acts, capacity, queue) => {
        app.clock.set('2026-11-02T10:00:00+09:00');
        const event = await aChoice(app, cast, { capacity, queue, asks: { guardian: true } });
        for (const [index, one] of acts.entries()) {
          await does(event, index, one);
          await counted(app, event);
        }
        app.clock.set('2026-11-29T10:00:00+09:00');
        await later(app);
        expect((await counted(app, event)).entered).toBe(0);
        const rows = await app.database.asOwner<{ id: string; answered: boolean; told: boolean; confirmed: boolean; consent: string }>(
          `select id, answered_at is not null as answered, answer_told_at is not null as told, status = 'confirmed' as confirmed, consent from events.application where event_id = $1`,
          [event.id],
        );
        const heard = await told(app, event.id);
        const telling = (id: string) => heard.flatMap(([what, whose]) => (whose === id && ['answered', 'offered', 'promoted'].includes(what as string) ? [what as string] : []));
        // An answer is told at most once and before any offer; a place that the host gives out of the queue may tell it instead.
        const mistold = rows.filter(({ id, told: isTold }) => {
          const all = telling(id);
          return all.lastIndexOf('answered') > 0 || (isTold ? all[0] !== 'answered' && all[0] !== 'promoted' : all.includes('answered'));
        });
        expect(mistold).toEqual([]);
        expect(rows.filter((row) => row.answered !== row.told || (row.confirmed && row.consent === 'asked'))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
