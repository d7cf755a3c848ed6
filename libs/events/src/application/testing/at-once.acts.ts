import { expect } from '@jest/globals';
import { rows } from '@yoriai/platform';
import type { TestApp } from '@yoriai/testing';
import fc from 'fast-check';
import { Amendments } from '../../amendment/amendments.service.js';
import { aNeighbour, tokenOf, type Cast } from '../../an-event.builder.js';
import { AnswerRounds } from '../../choice/answer-rounds.service.js';
import { CHOICES } from '../../choice/choice.rules.js';
import { HostAnswers } from '../../choice/host-answers.service.js';
import { ConsentRounds } from '../../consent/consent-rounds.service.js';
import { readOf } from '../../consent/consent.rules.js';
import { GuardianConsents } from '../../consent/guardian-consents.service.js';
import { EventApprovals } from '../../event/event-approval.service.js';
import { EventChangeDrafts } from '../../event/event-change-drafts.service.js';
import { EventEdits } from '../../event/event-edit.service.js';
import { EventPublications } from '../../event/event-publication.service.js';
import type { FrameDraft } from '../../frame/frame-draft.dto.js';
import { Postponements } from '../../weather/postponements.service.js';
import { ApplicationChanges } from '../application-changes.service.js';
import { Applications } from '../applications.service.js';
import { Draws } from '../draws.service.js';
import { Offers } from '../offers.service.js';
import { SignUps } from '../sign-up.service.js';
import { TicketCodes } from '../ticket-codes.js';
import type { EventCopy } from './event-copies.js';

const CLOSES = '2026-11-10T17:00:00+09:00';
const ASKS = { guardian: true };

/** A queue in order, a queue for whoever fits, lots, and the host's choice; all of children as well. */
export const FRAMES: readonly FrameDraft[] = [
  { name: '席', capacity: 3, perApplicationMax: 3, companions: 'names', queue: 'in-order', asks: ASKS },
  { name: 'ゆか', capacity: 4, perApplicationMax: 3, companions: 'names', queue: 'who-fits', asks: ASKS },
  { name: 'バルコニー', method: 'lottery', closesAt: CLOSES, capacity: 3, perApplicationMax: 3, companions: 'names', asks: ASKS },
  { name: '出演', method: 'chosen', answersBy: '2026-11-20', capacity: 3, perApplicationMax: 3, companions: 'names', asks: ASKS },
];
/** The places of all frames together, where they share them. */
export const TOTAL = 8;

/** Of one event a few people apply, so that somebody applies twice. */
const PEOPLE = 7;
const frame = fc.nat(FRAMES.length - 1);
const whose = fc.nat(40);
const someOf = fc.array(whose, { minLength: 1, maxLength: 3 });
/** Most of an event's people want the same: `where` beyond the frames is the one that all look at. */
const application = fc.record({ kind: fc.constant('apply' as const), who: fc.nat(PEOPLE - 1), where: fc.nat(2 * FRAMES.length), heads: fc.integer({ min: 1, max: 3 }), partIsFine: fc.boolean(), child: fc.nat(3).map((one) => one === 0) });
const move = fc.record({ kind: fc.constant('move' as const), day: fc.constantFrom('2026-11-28', '2026-12-05') });
/** Fewer places of a frame, or of all together: of a published event only by a change that the ward approves. */
const fewer = fc.record({ kind: fc.constant('fewer' as const), frame: fc.constantFrom(0, 1, 2, 3, FRAMES.length, FRAMES.length, FRAMES.length), less: fc.integer({ min: 1, max: 2 }) });
const act = fc.oneof(
  { weight: 12, arbitrary: application },
  { weight: 22, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'cancel' as const, 'take' as const, 'take' as const, 'promote' as const, 'promote' as const, 'promote' as const, 'consent' as const, 'consent' as const, 'refuse' as const), whose }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('answer' as const), choice: fc.constantFrom(...CHOICES), whose: someOf }) },
  { weight: 16, arbitrary: fc.record({ kind: fc.constant('undo' as const), whose: fc.tuple(whose) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('amend' as const), whose, heads: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('places' as const), frame, more: fc.constantFrom(-1, 1, 2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('total' as const), more: fc.constantFrom(-2, 1, 2) }) },
  { weight: 1, arbitrary: move },
  { weight: 1, arbitrary: fewer },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('hand-in' as const, 'approve' as const, 'reject' as const, 'own-yes' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('put-off' as const), day: fc.constantFrom('2026-12-06', '2026-12-13'), by: fc.constantFrom('leader' as const, 'staff' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('call-off' as const), sure: fc.nat(2) }) },
);
/** What one client does. */
export type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** In each moment several clients; first come people, and in some histories another day is written, handed in and judged while they go on. */
export const history = fc
  .record({
    wanted: frame,
    opening: fc.array(application, { minLength: 4, maxLength: 6, size: 'max' }),
    moments: fc.array(fc.array(act, { minLength: 1, maxLength: 4, size: 'max' }), { minLength: 5, maxLength: 5 }),
    change: fc.option(fc.record({ write: fc.oneof(move, fewer), at: fc.nat(2), verdict: fc.constantFrom('approve' as const, 'approve' as const, 'reject' as const) })),
  })
  .map(({ wanted, opening, moments, change }): Act[][] => {
    const steps: readonly Act[] = change === null ? [] : [change.write, { kind: 'hand-in' }, { kind: change.verdict }];
    const along = moments.map((acts, at) => [...acts, ...steps.slice(Math.max(0, at - (change?.at ?? 0)), at - (change?.at ?? 0) + 1)]);
    return [opening, ...along].map((acts) => acts.map((one): Act => (one.kind === 'apply' && one.where >= FRAMES.length ? { ...one, where: wanted } : one)));
  });

/** An application, and what its event was like, before a moment. */
export interface Row {
  id: string;
  root: string;
  event: string;
  frame: string;
  heads: number;
  named: number;
  status: string;
  consent: string;
  part: boolean;
  order: number | null;
  /** The host has answered, and nobody was told yet. */
  untold: boolean;
}
/** What a client has on the screen when the moment comes: somebody else may be faster. */
export interface Screen {
  version: number;
  revision: number;
  startsAt: Date;
  judged: number;
  total: number | null;
  capacities: number[];
  applications: Row[];
}

/** What clients of these events see now. */
export async function screensOf(app: TestApp, copies: readonly EventCopy[]): Promise<Map<string, Screen>> {
  const ids = copies.map(({ id }) => id);
  const [events, applications] = await app.tx(async (tx) => [
    await rows<Omit<Screen, 'applications'> & { id: string }>(
      tx,
      `select event.id, event.version, public_revision as revision, starts_at as "startsAt", total_places as total,
         (select revision from approvals.approval_case where subject_id = event.id) as judged,
         (select array_agg(capacity order by sort) from events.frame where event_id = event.id) as capacities
       from events.event where id = any($1::uuid[])`,
      [ids],
    ),
    await rows<Row>(
      tx,
      `select id, coalesce(part_of, id) as root, event_id as event, frame_id as frame, heads, coalesce(jsonb_array_length(companions), 0)::int as named, status, consent, part_is_fine as part, waitlist_order as order, answered_at is not null and answer_told_at is null as untold
       from events.application where event_id = any($1::uuid[]) order by id`,
      [ids],
    ),
  ] as const);
  return new Map(events.map(({ id, ...seen }) => [id, { ...seen, applications: applications.filter(({ event }) => event === id) }]));
}

/** How often something was tried, how often of each kind it was done, and how often a slow machine had no connection for it within three seconds (503). */
export const tried = { acts: 0, unavailable: 0, done: new Map<Act['kind'], number>() };

/** There was nothing to try it on. */
const NOTHING = Symbol('nothing to do');

/** Refused by a rule, or because somebody else changed the event or holds it just then, which is fine; so is what the database can't take now, as long as that is rare. Anything else is not. */
function allowed(error: { code?: string; constraint?: string }): void {
  if (error.code === 'platform.unavailable') tried.unavailable += 1;
  expect(error.constraint ?? error.code ?? error).toMatch(/^(application\.|event\.|platform\.(stale|invalid|busy|unavailable)|approval\.)/);
}

/** What a screen can ask for: a frame or an event of no places is refused before any rule is asked (`FrameDraft.capacity`: at least one). */
const someLeft = (places: readonly number[]): boolean => places.every((each) => each >= 1);

const alongWith = (heads: number) => Array.from({ length: heads - 1 }, (_, number) => ({ name: `連れ ${number}`, kana: 'つれ' }));

/** Does it; a refusal that the product words is fine. `index`: of the event, so that its people are its own. */
export async function does(app: TestApp, cast: Cast, event: EventCopy, seen: Screen, one: Act, index: number): Promise<void> {
  tried.acts += 1;
  const answer = await doing(app, cast, event, seen, one, index).catch((error: { code?: string }) => (allowed(error), NOTHING));
  if (answer !== NOTHING) tried.done.set(one.kind, (tried.done.get(one.kind) ?? 0) + 1);
}

async function doing(app: TestApp, cast: Cast, event: EventCopy, seen: Screen, one: Act, index: number): Promise<unknown> {
  const { id } = event;
  switch (one.kind) {
    case 'apply': {
      const guardian = one.child ? ({ by: 'child', email: `guardian-${index}-${one.who}@example.jp` } as const) : ({ by: 'adults' } as const);
      return app.get(SignUps).apply(null, { eventId: id, frameId: event.frames[one.where]!, ...aNeighbour(index * PEOPLE + one.who, one.heads), companions: alongWith(one.heads), partIsFine: one.partIsFine, guardian });
    }
    case 'places': {
      const capacities = seen.capacities.map((each, at) => each + (at === one.frame ? one.more : 0));
      return !someLeft(capacities) ? NOTHING : app.get(EventEdits).update(cast.leader, id, { frames: framesOf(event, capacities) }, `"${seen.version}"`);
    }
    case 'total':
      return seen.total === null || !someLeft([seen.total + one.more]) ? NOTHING : app.get(EventEdits).update(cast.leader, id, { totalPlaces: seen.total + one.more }, `"${seen.version}"`);
    case 'move':
      return app.get(EventChangeDrafts).update(cast.leader, id, { startsAt: `${one.day}T10:00:00+09:00`, endsAt: `${one.day}T13:00:00+09:00`, rainDecisionAt: null, rainPolicy: 'go-ahead' }, `"${seen.version}"`);
    case 'fewer':
      return fewerPlaces(app, cast, event, seen, one);
    case 'hand-in':
      return app.get(EventApprovals).submit(cast.leader, id);
    case 'approve':
    case 'own-yes':
      return app.get(EventApprovals).approve(one.kind === 'approve' ? cast.approver : cast.leader, id, { revision: seen.judged });
    case 'reject':
      return app.get(EventApprovals).reject(cast.approver, id, { reason: 'その日は公園が使えません。', revision: seen.judged });
    case 'put-off':
      return app.get(Postponements).postpone(cast[one.by], id, { day: one.day, cause: 'rain', reason: '雨の予報のため', startsAt: seen.startsAt.toISOString() });
    case 'call-off':
      return one.sure > 0 ? NOTHING : app.get(EventPublications).cancel(cast.staff, id, '台風のため');
    default:
      return toApplication(app, cast, event, seen, one);
  }
}

const framesOf = (event: EventCopy, capacities: readonly number[]) => FRAMES.map((draft, at) => ({ ...draft, id: event.frames[at]!, capacity: capacities[at]! }));

async function fewerPlaces(app: TestApp, cast: Cast, event: EventCopy, { total, capacities, version }: Screen, { frame: which, less }: Extract<Act, { kind: 'fewer' }>): Promise<unknown> {
  const ofAll = which === FRAMES.length;
  const places = ofAll ? [(total ?? 0) - less] : capacities.map((each, at) => each - (at === which ? less : 0));
  if (!someLeft(places)) return NOTHING;
  return app.get(EventChangeDrafts).update(cast.leader, event.id, ofAll ? { totalPlaces: places[0]! } : { frames: framesOf(event, places) }, `"${version}"`);
}

const CAN: Partial<Record<Act['kind'], (row: Row) => boolean>> = {
  take: ({ status }) => status === 'offered',
  promote: ({ status }) => status === 'waitlisted' || status === 'offered',
  answer: ({ status }) => status === 'applied',
  undo: ({ untold }) => untold,
  consent: ({ consent }) => consent === 'asked',
  refuse: ({ consent }) => consent !== 'not-needed',
  cancel: ({ status }) => status !== 'waitlisted',
};

async function toApplication(app: TestApp, cast: Cast, event: EventCopy, { applications, revision }: Screen, one: Extract<Act, { whose: unknown }>): Promise<unknown> {
  if (applications.length === 0) return NOTHING;
  // Mostly somebody who can; now and then somebody who can't.
  const able = applications.filter((each) => CAN[one.kind]?.(each) ?? true);
  const pick = (at: number): Row => {
    const among = able.length > 0 && at % 5 > 0 ? able : applications;
    return among[at % among.length]!;
  };
  if (one.kind === 'answer' || one.kind === 'undo') {
    const ids = [...new Set(one.whose.map((at) => pick(at).id))];
    const answers = app.get(HostAnswers);
    return one.kind === 'undo' ? answers.undo(cast.leader, event.id, ids) : answers.answer(cast.leader, { eventId: event.id, ids, choice: one.choice, words: null });
  }
  const about = pick(one.whose);
  const [changes, consents] = [app.get(ApplicationChanges), app.get(GuardianConsents)];
  const token = tokenOf(app.get(Applications).ticketUrl(about.id));
  const link = app.get(TicketCodes).consent(about.root).url.split('/g/')[1]!;
  const acts = {
    amend: () => app.get(Amendments).byTicket(token, one.kind === 'amend' ? { heads: one.heads, companions: alongWith(one.heads) } : {}),
    cancel: () => changes.cancelByTicket(token),
    take: () => changes.acceptByTicket(token),
    promote: () => changes.promote(cast.leader, about.id),
    consent: () => consents.giveByToken(link, { name: '標野 花', relation: '母', revision, read: readOf(null) }),
    refuse: () => consents.refuseByToken(link),
  };
  return acts[one.kind]();
}

/** What the worker does every minute, for all events. */
export async function sweep(app: TestApp): Promise<void> {
  const rounds = [app.get(AnswerRounds).sweep(), app.get(Draws).sweep(), app.get(Offers).sweep(), app.get(ConsentRounds).sweep(app.clock.now())];
  await Promise.all(rounds.map((round) => round.catch(allowed)));
}
