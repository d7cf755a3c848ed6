import { describe, expect, it } from '@jest/globals';
import { asAnnounced, begun, causesOf, errorsIn, mayBeHot, isDecisionDay, kindsOf, proposalFor, reductionOf, stillOn, templateOf, withCause, withDropped } from './proposal.js';

const event = { rainPolicy: 'postponed', startsAt: '2026-11-29T01:00:00.000Z' } as const;

describe('what somebody is about to decide', () => {
  it('begins with the rule for rain, a week later', () => {
    expect(proposalFor(event)).toEqual({ kind: 'postponed', reason: '', day: '2026-12-06' });
    expect(proposalFor({ rainPolicy: 'cancelled', startsAt: null })).toEqual({ kind: 'cancelled', reason: '', day: '' });
  });

  it('is on the day that was announced for rain, whole with one press', () => {
    const announced = { ...event, rainDate: { startsAt: '2026-12-12T03:00:00.000Z', endsAt: '2026-12-12T06:00:00.000Z', placeName: null } };
    expect(proposalFor(announced).day).toBe('2026-12-12');
    expect(errorsIn(asAnnounced(announced), announced)).toEqual({});
    expect(asAnnounced(announced)).toEqual({ kind: 'postponed', cause: 'rain', reason: templateOf('rain'), day: '2026-12-12' });
  });

  it('a template takes the place of another, and never of own words', () => {
    const rain = withCause(proposalFor(event), 'rain');
    expect(rain.reason).toBe(templateOf('rain'));
    expect(withCause(rain, 'heat').reason).toBe(templateOf('heat'));
    expect(withCause(rain, 'other').reason).toBe('');
    expect(withCause({ ...rain, reason: '園が水びたしのため' }, 'wind')).toMatchObject({ cause: 'wind', reason: '園が水びたしのため' });
  });

  it('needs a reason, and a day that comes after', () => {
    expect(errorsIn({ ...proposalFor(event), day: '2026-11-29' }, event)).toEqual({ day: 'event.postpone-day', reason: 'event.reason-required', cause: 'event.cause-missing' });
    expect(errorsIn({ kind: 'cancelled', reason: '雨', day: '', cause: 'rain' }, event)).toEqual({});
  });
});

it('leads to putting it off from the day on which that is decided', () => {
  const event = { rainDecisionAt: '2026-11-28T08:00:00.000Z', startsAt: '2026-11-29T01:00:00.000Z' };
  const on = (day: string) => new Date(`${day}T08:00:00+09:00`);
  expect([isDecisionDay(event, on('2026-11-27')), isDecisionDay(event, on('2026-11-28')), isDecisionDay({ ...event, rainDecisionAt: null }, on('2026-11-28')), isDecisionDay({ ...event, rainDecisionAt: null }, on('2026-11-29'))]).toEqual([false, true, false, true]);
});

describe('a smaller form', () => {
  const chorus = { title: '合唱', day: 0, start: '10:30', place: null };

  it('says what is left out: by a mark or in words, and not only why', () => {
    const windy = { ...withCause(proposalFor({ rainPolicy: 'cancelled', startsAt: null }), 'wind'), kind: 'reduced' as const, day: '' };
    expect(errorsIn({ ...windy, reason: '' }, event)).toEqual({ reason: 'event.reason-required' });
    expect(errorsIn({ ...windy, reason: templateOf('wind') }, event)).toEqual({ reason: 'event.reduce-what' });
    expect(errorsIn({ ...windy, dropped: [chorus] }, event)).toEqual({});
    expect(errorsIn({ ...windy, reason: '風が強いため、外の舞台を取りやめます。' }, event)).toEqual({});
    expect(errorsIn({ ...windy, kind: 'cancelled' }, event)).toEqual({});
  });

  it('begins with what was said of it, and leaves out what is ticked', () => {
    const programme = [{ ...chorus, kind: 'stage' as const, end: null, performer: null, note: null }];
    expect(reductionOf({ programme, reduction: { at: '2026-11-28T01:00:00.000Z', reason: '強風のため', dropped: [chorus] } })).toEqual({ reason: '強風のため', dropped: [chorus] });
    const ticked = withDropped(withDropped(proposalFor(event), chorus, true), chorus, true);
    expect(ticked.dropped).toEqual([chorus]);
    expect(withDropped(ticked, { ...chorus }, false).dropped).toEqual([]);
  });

  it('leaves out nothing that was changed on the programme since: no box shows it, and nobody could untick it', () => {
    const programme = [{ ...chorus, start: '11:00', kind: 'stage' as const, end: null, performer: null, note: null }];
    const reduction = { at: '2026-11-28T01:00:00.000Z', reason: '強風のため', dropped: [chorus, { ...chorus, start: '11:00' }] };
    expect(reductionOf({ programme, reduction }).dropped).toEqual([{ ...chorus, start: '11:00' }]);
    expect([stillOn([chorus], { programme }), stillOn([chorus], { programme: null })]).toEqual([[], []]);
  });

  it('begins again with what somebody else said of it meanwhile, by what the form began with', () => {
    const programme = [{ ...chorus, kind: 'stage' as const, end: null, performer: null, note: null }];
    const said = { programme, reduction: { at: '2026-11-28T01:00:00.000Z', reason: '強風のため', dropped: [chorus] } };
    const nothing = { programme, reduction: null };
    const mine = { ...proposalFor(event), kind: 'reduced' as const, reason: '暑いため', dropped: [] };
    expect(begun(nothing, mine)).toBe(mine);
    const theirs = begun(said, mine);
    expect(theirs).toMatchObject({ reason: '強風のため', dropped: [chorus], after: said.reduction.at });
    const unticked = withDropped(theirs, chorus, false);
    expect(begun(said, unticked)).toBe(unticked);
    expect(begun(nothing, theirs)).toMatchObject({ dropped: [], after: null });
    expect(begun(said, { ...mine, kind: 'cancelled' }).after).toBeUndefined();
  });

  it('can be told until the event is over', () => {
    const facts = { can: { postpone: true, putOff: 'event.postpone-not-approved' } as never, startsAt: '2026-11-29T01:00:00.000Z', endsAt: '2026-11-29T03:00:00.000Z' };
    expect([kindsOf(facts, new Date('2026-11-29T02:59:00Z')), kindsOf(facts, new Date('2026-11-29T03:00:00Z'))]).toEqual([['cancelled', 'reduced'], ['cancelled']]);
  });
});

it('is about heat in the months of heat alone, by the day of the event', () => {
  const on = (day: string) => mayBeHot(`${day}T00:00:00+09:00`);
  expect([on('2026-03-31'), on('2026-04-01'), on('2026-10-31'), on('2026-11-01'), mayBeHot(null)]).toEqual([false, true, true, false, true]);
  expect([causesOf(event).includes('heat'), causesOf({ startsAt: null }).includes('heat')]).toEqual([false, true]);
});
