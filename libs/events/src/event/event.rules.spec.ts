import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CHANGE_STATES,
  EVENT_STATES,
  EVENT_VERBS,
  LIFECYCLE,
  lifecycleVerdict,
  stateAfter,
  statusOfVerdict,
  type ChangeState,
  type DoerFacts,
  type EventState,
  type EventVerb,
  type LifecycleFacts,
} from './event.rules.js';

const nobody: DoerFacts = { personId: 'visitor', isLeader: false, isWriter: false, isHost: false, isStaff: false, isApprover: false, isCouncil: false };
const DOERS = {
  clock: { ...nobody, personId: null },
  visitor: nobody,
  host: { ...nobody, personId: 'host', isLeader: true, isWriter: true, isHost: true },
  staff: { ...nobody, personId: 'staff', isWriter: true, isHost: true, isStaff: true },
  approver: { ...nobody, personId: 'approver', isWriter: true, isHost: true, isStaff: true, isApprover: true },
} satisfies Record<string, DoerFacts>;
type Who = keyof typeof DOERS;

const facts = (state: EventState, given: Partial<LifecycleFacts> = {}): LifecycleFacts => ({ state, submittedBy: 'host', missing: [], ...given });

type Change = ChangeState | null;

/** The whole table once more, told from the people's side: who may do what, and where it leads. */
const ALLOWED: readonly [EventVerb, EventState, EventState, Who[]][] = [
  ['edit', 'draft', 'draft', ['host', 'staff', 'approver']],
  ['edit', 'returned', 'returned', ['host', 'staff', 'approver']],
  ['submit', 'draft', 'submitted', ['host', 'staff', 'approver']],
  ['submit', 'returned', 'submitted', ['host', 'staff', 'approver']],
  ['withdraw', 'submitted', 'draft', ['host']],
  ['return', 'submitted', 'returned', ['staff', 'approver']],
  ['reject', 'submitted', 'rejected', ['approver']],
  ['approve', 'submitted', 'approved', ['approver']],
  ['publish', 'approved', 'published', ['host', 'staff', 'approver']],
  ['postpone', 'published', 'published', ['host', 'staff', 'approver']],
  ['cancel', 'approved', 'cancelled', ['host', 'staff', 'approver']],
  ['cancel', 'published', 'cancelled', ['host', 'staff', 'approver']],
  ['end', 'published', 'awaiting-report', ['clock']],
  ['report', 'awaiting-report', 'reported', ['host', 'staff', 'approver']],
  ['return', 'reported', 'awaiting-report', ['staff', 'approver']],
  ['close', 'reported', 'closed', ['staff', 'approver']],
  ['correct', 'closed', 'closed', ['staff', 'approver']],
];

/** And of a change of what was approved, public or not: the event stays where it is, the change moves. */
const OF_CHANGE: readonly [EventVerb, Change, Change, Who[]][] = [
  ['edit', null, null, ['host', 'staff', 'approver']],
  ['change', null, 'draft', ['host', 'staff', 'approver']],
  ['change', 'draft', 'draft', ['host', 'staff', 'approver']],
  ['change', 'returned', 'returned', ['host', 'staff', 'approver']],
  ['abandon', 'draft', null, ['host', 'staff', 'approver']],
  ['abandon', 'returned', null, ['host', 'staff', 'approver']],
  ['submit', 'draft', 'pending', ['host', 'staff', 'approver']],
  ['submit', 'returned', 'pending', ['host', 'staff', 'approver']],
  ['withdraw', 'pending', 'draft', ['host']],
  ['return', 'pending', 'returned', ['staff', 'approver']],
  ['reject', 'pending', null, ['approver']],
  ['approve', 'pending', null, ['approver']],
];

/** Every place an event can stand in; a change is only of what was approved. */
const PLACES: readonly (readonly [EventState, Change])[] = EVENT_STATES.flatMap((state) => {
  const changes: Change[] = state === 'approved' || state === 'published' ? [null, ...CHANGE_STATES] : [null];
  return changes.map((change) => [state, change] as const);
});
// The look of a council is told of by itself.
const everyCase = EVENT_VERBS.filter((verb) => !['check', 'forward', 'pass'].includes(verb)).flatMap((verb) => PLACES.flatMap(([state, change]) => (Object.keys(DOERS) as Who[]).map((who) => [verb, state, change, who] as const)));

/** Who may, and where it leads; nothing where the table has no row. */
function rowFor(verb: EventVerb, state: EventState, change: Change): { to: EventState; change: Change; people: Who[] } | undefined {
  const plain = ALLOWED.find(([each, from]) => each === verb && from === state);
  if (plain) return { to: plain[2], change: plain[2] === 'published' && verb !== 'postpone' ? change : null, people: plain[3] };
  const ofChange = state === 'approved' || state === 'published' ? OF_CHANGE.find(([each, from]) => each === verb && from === change) : undefined;
  return ofChange && { to: state, change: ofChange[2], people: ofChange[3] };
}

describe('the first check of a council', () => {
  const council: DoerFacts = { ...nobody, personId: 'councillor', isCouncil: true };
  const open = { open: true, writers: ['host', 'writer'], confirmedBy: null };
  const confirmed = { open: false, writers: ['host'], confirmedBy: 'councillor' };
  const states = [facts('submitted', { reason: 'わけ' }), facts('published', { change: 'pending', reason: 'わけ' })];
  const ask = (verb: EventVerb, doer: DoerFacts, check: LifecycleFacts['check']) => states.map((each) => lifecycleVerdict(verb, doer, { ...each, check: check ?? null }));
  const both = (verdict: unknown) => [verdict, verdict];

  it('while it has it, the council confirms or sends back, the ward pulls it forward, and nobody decides', () => {
    expect(['check', 'return'].map((verb) => ask(verb as EventVerb, council, open))).toEqual([both(true), both(true)]);
    expect(ask('forward', DOERS.staff, open)).toEqual(both(true));
    expect(ask('pass', DOERS.clock, open)).toEqual(both(true));
    expect(['return', 'approve', 'reject'].map((verb) => ask(verb as EventVerb, DOERS.approver, open))).toEqual([both('event.with-council'), both('event.with-council'), both('event.with-council')]);
    expect(ask('withdraw', DOERS.host, open)).toEqual(both(true));
    for (const verb of ['check', 'forward'] as const) expect(ask(verb, { ...DOERS.host, isStaff: true, isCouncil: true }, null)).toEqual(both('event.not-with-council'));
    for (const state of ['submitted', 'published'] as const) expect(stateAfter('check', state, state === 'published' ? 'pending' : null)).toEqual({ state, change: state === 'published' ? 'pending' : null });
  });

  it('is nobody’s who wrote it, and who looked at it does not decide', () => {
    for (const writer of ['host', 'writer']) expect([ask('check', { ...council, personId: writer }, open), ask('return', { ...council, personId: writer }, open)]).toEqual([both('event.own-plan'), both('event.own-plan')]);
    expect(ask('approve', { ...DOERS.approver, personId: 'councillor' }, confirmed)).toEqual(both('event.own-check'));
    expect(ask('approve', DOERS.approver, confirmed)).toEqual(both(true));
    expect(ask('return', council, confirmed)).toEqual(both('event.staff-only'));
    expect(ask('check', DOERS.approver, open)).toEqual(both('event.council-only'));
  });
});

describe('help with a draft', () => {
  const helper: DoerFacts = { ...nobody, personId: 'helper', isWriter: true };

  it('is writing at what is not handed in, and nothing else', () => {
    const may = EVENT_STATES.flatMap((state) => EVENT_VERBS.filter((verb) => lifecycleVerdict(verb, helper, facts(state, { reason: 'わけ', hasHeadcount: true })) === true).map((verb) => [verb, state]));
    expect(may).toEqual([['edit', 'draft'], ['edit', 'returned']]);
    expect(lifecycleVerdict('submit', helper, facts('draft'))).toBe('event.host-only');
    expect(lifecycleVerdict('edit', helper, facts('published'))).toBe('event.host-only');
  });

  it('is no decision on it afterwards, in whatever other role', () => {
    const helped = facts('submitted', { reason: 'わけ', helpers: ['approver'] });
    for (const verb of ['approve', 'reject', 'return'] as const) expect([lifecycleVerdict(verb, DOERS.approver, helped), statusOfVerdict('event.own-help')]).toEqual(['event.own-help', 403]);
    expect(lifecycleVerdict('approve', { ...DOERS.approver, personId: 'other' }, helped)).toBe(true);
  });
});

describe('the life of an event', () => {
  it.each(everyCase)('%s from %s with change %s by %s', (verb, state, change, who) => {
    const row = rowFor(verb, state, change);
    const verdict = lifecycleVerdict(verb, DOERS[who], facts(state, { change, reason: 'わけ', hasHeadcount: true }));
    const mayAtAll = [...ALLOWED, ...OF_CHANGE].some(([each, , , people]) => each === verb && people.includes(who));
    if (row?.people.includes(who)) {
      expect(verdict).toBe(true);
      expect(stateAfter(verb, state, change)).toEqual({ state: row.to, change: row.change });
    } else if (mayAtAll) expect(verdict).toMatch(/^event\.(is-|change-)/);
    else expect(statusOfVerdict(verdict as Exclude<typeof verdict, true>)).toBe(403);
  });

  it('says of a change why not', () => {
    const why = (verb: EventVerb, change: Change) => lifecycleVerdict(verb, DOERS.approver, facts('published', { change }));
    expect([why('edit', 'draft'), why('edit', 'pending'), why('change', 'pending'), why('submit', 'pending')]).toEqual([
      'event.change-open',
      'event.change-pending',
      'event.change-pending',
      'event.change-pending',
    ]);
    expect([why('approve', null), why('approve', 'draft'), why('reject', 'returned'), why('submit', null)]).toEqual([
      'event.is-published',
      'event.change-not-pending',
      'event.change-not-pending',
      'event.is-published',
    ]);
    expect(statusOfVerdict('event.change-pending')).toBe(409);
  });

  it('never leads out of a final state', () => {
    for (const final of ['rejected', 'closed', 'cancelled'] as const) expect(LIFECYCLE.filter((row) => row.from === final && row.to !== final)).toEqual([]);
  });

  it('publishes nothing that was not approved, and takes no change over that was not, on any path', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENT_VERBS), { maxLength: 60 }), (walk) => {
        let at: { state: EventState; change: Change } = { state: 'draft', change: null };
        const seen: EventState[] = [at.state];
        for (const verb of walk) {
          const before = at;
          if (!rowFor(verb, at.state, at.change)) continue;
          at = stateAfter(verb, at.state, at.change);
          if (at.state !== seen.at(-1)) seen.push(at.state);
          // A change that was written goes away by being approved, or without a trace in what is public.
          if (before.change === 'pending' && at.change === null && at.state === before.state) expect(['approve', 'reject']).toContain(verb);
          if (at.change !== null) expect(['approved', 'published']).toContain(at.state);
        }
        if (seen.includes('published')) expect(seen.indexOf('approved')).toBeLessThan(seen.indexOf('published'));
        if (seen.includes('published')) expect(seen).toContain('approved');
        if (seen.includes('approved')) expect(seen[seen.indexOf('approved') - 1]).toBe('submitted');
      }),
    );
  });
});

describe('what a verb asks for', () => {
  it.each(['return', 'reject'] as const)('%s wants a reason', (verb) => {
    expect(lifecycleVerdict(verb, DOERS.approver, facts('submitted', { reason: '  ' }))).toBe('event.reason-required');
    expect(lifecycleVerdict(verb, DOERS.approver, facts('submitted', { reason: null }))).toBe('event.reason-required');
    // Asked without a reason in hand, as for `can`: possible.
    expect(lifecycleVerdict(verb, DOERS.approver, facts('submitted'))).toBe(true);
  });

  it('cancelling wants a reason, approving does not', () => {
    expect(lifecycleVerdict('cancel', DOERS.host, facts('published', { reason: '' }))).toBe('event.reason-required');
    expect(lifecycleVerdict('approve', DOERS.approver, facts('submitted', { reason: '' }))).toBe(true);
  });

  it.each(['approve', 'reject'] as const)('nobody may %s what they handed in themselves, also in a second role', (verb) => {
    expect(lifecycleVerdict(verb, DOERS.approver, facts('submitted', { submittedBy: 'approver', reason: 'わけ' }))).toBe('event.own-submission');
    expect(statusOfVerdict('event.own-submission')).toBe(403);
  });

  it('nor return it to themselves; a report they may return, it is theirs to mend', () => {
    expect(lifecycleVerdict('return', DOERS.staff, facts('submitted', { submittedBy: 'staff', reason: 'わけ' }))).toBe('event.own-submission');
    expect(lifecycleVerdict('return', DOERS.staff, facts('reported', { submittedBy: null, reportedBy: 'staff', reason: 'わけ' }))).toBe(true);
  });

  it('nobody accepts their own report', () => {
    expect(lifecycleVerdict('close', DOERS.staff, facts('reported', { reportedBy: 'staff' }))).toBe('event.own-report');
    expect(lifecycleVerdict('close', DOERS.staff, facts('reported', { reportedBy: 'host' }))).toBe(true);
    expect(statusOfVerdict('event.own-report')).toBe(403);
  });

  it('a submission must be complete, a report needs a headcount', () => {
    expect(lifecycleVerdict('submit', DOERS.host, facts('draft', { missing: ['title'] }))).toBe('event.incomplete');
    expect(lifecycleVerdict('report', DOERS.host, facts('awaiting-report', { hasHeadcount: false }))).toBe('event.headcount-missing');
    expect([statusOfVerdict('event.incomplete'), statusOfVerdict('event.headcount-missing'), statusOfVerdict('event.is-draft')]).toEqual([422, 422, 409]);
  });

  it('who comes before state: whoever may not do it learns nothing of where it stands', () => {
    for (const state of EVENT_STATES) expect(lifecycleVerdict('approve', DOERS.host, facts(state))).toBe('event.approver-only');
  });
});
