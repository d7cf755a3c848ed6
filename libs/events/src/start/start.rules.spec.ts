import { describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { sightOf, seesRequest } from './start.policy.js';
import { START_STATES, beginVerdict, firstDayOf, isToCall, programmeOf, startVerdict, type StartState } from './start.rules.js';

const MOVES = ['talking', 'accepted', 'declined', 'withdrawn'] as const;

describe('a request to begin something', () => {
  it.each<[StartState, readonly string[]]>([
    ['waiting', ['talking', 'accepted', 'declined', 'withdrawn']],
    ['talking', ['accepted', 'declined', 'withdrawn']],
    ['accepted', ['declined', 'withdrawn']],
    ['declined', []],
    ['withdrawn', []],
  ])('that is %s can become %j, and nothing once its series is begun', (state, allowed) => {
    const verdicts = MOVES.map((to) => startVerdict({ state, eventId: null, forgottenAt: null }, to));
    expect(verdicts).toEqual(MOVES.map((to) => (allowed.includes(to) ? true : `start.is-${state}`)));
    expect(MOVES.map((to) => startVerdict({ state, eventId: 'event', forgottenAt: null }, to))).toEqual(MOVES.map(() => 'start.begun'));
  });

  it('becomes a series once it was accepted, and one only', () => {
    expect(START_STATES.map((state) => beginVerdict({ state, eventId: null, forgottenAt: null }))).toEqual(['start.is-waiting', 'start.is-talking', true, 'start.is-declined', 'start.is-withdrawn']);
    expect(beginVerdict({ state: 'accepted', eventId: 'event', forgottenAt: null })).toBe('start.begun');
  });

  it('has to be telephoned where the answer reaches nobody by mail', () => {
    const open = { contactEmail: null, calledAt: null, forgottenAt: null };
    expect(START_STATES.filter((state) => isToCall({ state, ...open }))).toEqual(['accepted', 'declined']);
    expect(isToCall({ state: 'declined', contactEmail: 'a@example.jp', calledAt: null, forgottenAt: null })).toBe(false);
    expect(isToCall({ state: 'declined', contactEmail: null, calledAt: new Date(0), forgottenAt: null })).toBe(false);
  });

  it('stays as it is once nobody knows who asked: no answer, no series, no call', () => {
    const forgottenAt = new Date(0);
    expect(START_STATES.map((state) => isToCall({ state, contactEmail: null, calledAt: null, forgottenAt }))).toEqual(START_STATES.map(() => false));
    expect(START_STATES.flatMap((state) => [...MOVES.map((to) => startVerdict({ state, eventId: null, forgottenAt }, to)), beginVerdict({ state, eventId: null, forgottenAt })])).toEqual(Array.from({ length: START_STATES.length * 5 }, () => 'start.forgotten'));
  });

  it('suits first on the next such weekday, two weeks ahead', () => {
    // 26 November 2026 is a Thursday.
    expect([[], [4], [3], [1, 5]].map((weekdays) => firstDayOf('2026-11-26', weekdays))).toEqual(['2026-12-10', '2026-12-10', '2026-12-16', '2026-12-11']);
  });

  it.each([
    ['いきいき百歳体操', 'exercise'],
    ['１００歳体操の日', 'exercise'],
    ['ふれあいサロン 九条', 'salon'],
    ['にっしー広場 0〜3さいのあそび場', 'playground'],
    ['バラ園コンサート', null],
  ])('is offered beside %s: %s', (title, programme) => expect(programmeOf(title)).toBe(programme));
});

describe('who sees a request for a place in an area', () => {
  const actor = (role: Role, organisationId: string, areaId: string | null): Actor => new Actor({ personId: 'p', accountId: 'a', sessionId: 's', name: '花子', grants: [{ termId: 't', organisationId, areaId, role }] });
  const request = { organisationId: 'condo', areaId: 'meiji' };
  const led = (id: string, kind: 'council' | 'federation' | 'neighbourhood' | 'condominium', areaId: string) => [{ id, kind, areaId } as const];
  it.each([
    ['ward staff', actor('staff', 'office', null), [], true],
    ['the association that asks', actor('leader', 'condo', 'meiji'), led('condo', 'condominium', 'meiji'), true],
    ['the council of the area', actor('council-officer', 'council', 'meiji'), led('council', 'council', 'meiji'), true],
    ['the council of another', actor('council-officer', 'council', 'horie'), led('council', 'council', 'horie'), false],
    ['a neighbours’ association of the area', actor('leader', 'town', 'meiji'), led('town', 'neighbourhood', 'meiji'), false],
    ['the centre of the area', actor('center', 'center', 'meiji'), [], true],
    ['the centre of another', actor('center', 'center', 'horie'), [], false],
    ['a block leader of the association', actor('block-leader', 'condo', 'meiji'), [], false],
    ['an administrator', actor('admin', 'office', null), [], false],
  ])('%s: %s', (_, asking, organisations, sees) => expect(seesRequest(sightOf(asking, organisations), request)).toBe(sees));
  it('where nobody knows the area: the ward office, who asks, and a centre of the whole ward', () => {
    const unknown = { organisationId: 'condo', areaId: null };
    const sees = (asking: Actor, organisations: Parameters<typeof sightOf>[1] = []) => seesRequest(sightOf(asking, organisations), unknown);
    expect([sees(actor('staff', 'office', null)), sees(actor('leader', 'condo', 'meiji'), led('condo', 'condominium', 'meiji')), sees(actor('center', 'center', null)), sees(actor('center', 'center', 'meiji'))]).toEqual([true, true, true, false]);
  });
});
