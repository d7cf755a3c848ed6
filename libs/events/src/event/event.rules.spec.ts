import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  EVENT_STATES,
  EVENT_VERBS,
  LIFECYCLE,
  lifecycleVerdict,
  stateAfter,
  statusOfVerdict,
  type DoerFacts,
  type EventState,
  type EventVerb,
  type LifecycleFacts,
} from './event.rules.js';

const nobody: DoerFacts = { personId: 'visitor', isLeader: false, isHost: false, isStaff: false, isApprover: false };
const DOERS = {
  clock: { ...nobody, personId: null },
  visitor: nobody,
  host: { ...nobody, personId: 'host', isLeader: true, isHost: true },
  staff: { personId: 'staff', isLeader: false, isHost: true, isStaff: true, isApprover: false },
  approver: { personId: 'approver', isLeader: false, isHost: true, isStaff: true, isApprover: true },
} satisfies Record<string, DoerFacts>;
type Who = keyof typeof DOERS;

const facts = (state: EventState, given: Partial<LifecycleFacts> = {}): LifecycleFacts => ({ state, submittedBy: 'host', missing: [], ...given });

/** The whole table once more, told from the people's side: who may do what, and where it leads. */
const ALLOWED: readonly [EventVerb, EventState, EventState, Who[]][] = [
  ['edit', 'draft', 'draft', ['host', 'staff', 'approver']],
  ['edit', 'returned', 'returned', ['host', 'staff', 'approver']],
  ['edit', 'approved', 'approved', ['host', 'staff', 'approver']],
  ['edit', 'published', 'published', ['host', 'staff', 'approver']],
  ['submit', 'draft', 'submitted', ['host', 'staff', 'approver']],
  ['submit', 'returned', 'submitted', ['host', 'staff', 'approver']],
  ['withdraw', 'submitted', 'draft', ['host']],
  ['return', 'submitted', 'returned', ['staff', 'approver']],
  ['reject', 'submitted', 'rejected', ['approver']],
  ['approve', 'submitted', 'approved', ['approver']],
  ['publish', 'approved', 'published', ['host', 'staff', 'approver']],
  ['cancel', 'approved', 'cancelled', ['host', 'staff', 'approver']],
  ['cancel', 'published', 'cancelled', ['host', 'staff', 'approver']],
  ['end', 'published', 'awaiting-report', ['clock']],
  ['report', 'awaiting-report', 'reported', ['host', 'staff', 'approver']],
  ['return', 'reported', 'awaiting-report', ['staff', 'approver']],
  ['close', 'reported', 'closed', ['staff', 'approver']],
];

const everyCase = EVENT_VERBS.flatMap((verb) => EVENT_STATES.flatMap((state) => (Object.keys(DOERS) as Who[]).map((who) => [verb, state, who] as const)));

describe('the life of an event', () => {
  it('has exactly the rows of the table', () => {
    expect(LIFECYCLE.map(({ verb, from, to }) => [verb, from, to])).toEqual(ALLOWED.map(([verb, from, to]) => [verb, from, to]));
  });

  it.each(everyCase)('%s from %s by %s', (verb, state, who) => {
    const row = ALLOWED.find(([each, from]) => each === verb && from === state);
    const verdict = lifecycleVerdict(verb, DOERS[who], facts(state, { reason: 'わけ', hasHeadcount: true }));
    const mayAtAll = ALLOWED.some(([each, , , people]) => each === verb && people.includes(who));
    if (row?.[3].includes(who)) expect(verdict).toBe(true);
    else if (mayAtAll) expect(verdict).toBe(`event.is-${state}`);
    else expect(statusOfVerdict(verdict as Exclude<typeof verdict, true>)).toBe(403);
  });

  it('never leads out of a final state', () => {
    for (const final of ['rejected', 'closed', 'cancelled'] as const) expect(LIFECYCLE.filter((row) => row.from === final)).toEqual([]);
  });

  it('publishes nothing that was not approved, on any path', () => {
    const verbs = EVENT_VERBS.filter((verb) => verb !== 'edit');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 30 }), (walk) => {
        let state: EventState = 'draft';
        const seen: EventState[] = [state];
        for (const verb of walk) {
          if (!LIFECYCLE.some((row) => row.verb === verb && row.from === state)) continue;
          state = stateAfter(verb, state);
          seen.push(state);
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
