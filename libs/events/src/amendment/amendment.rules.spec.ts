import { describe, expect, it } from '@jest/globals';
import { NO_ASKS, type Asks } from '../asks/asks.rules.js';
import { amendVerdict, comersAgain, groupOf, groupVerdict, linkEnds, moreVerdict, type Asking, type GroupFacts } from './amendment.rules.js';

const NOW = new Date('2026-11-20T10:00:00+09:00');
const facts = (given: Partial<GroupFacts> = {}): GroupFacts => ({
  ...{ told: 'confirmed', state: 'published', startsAt: new Date('2026-11-29T10:00:00+09:00'), endsAt: new Date('2026-11-29T12:00:00+09:00'), receivedAt: null },
  ...{ partOf: null, method: 'first-come', drawnAt: null, closesAt: null, fixed: false, numbered: false, ...given },
});
const on = (at: string): Date => new Date(`2026-11-${at}+09:00`);

describe('an application changes', () => {
  it.each(['confirmed', 'guardian_pending', 'waitlisted', 'offered', 'applied'] as const)('while it is %s', (told) => expect(amendVerdict(facts({ told }), 'ticket', NOW)).toBe(true));
  it.each(['declined', 'expired', 'cancelled_by_applicant', 'cancelled_by_host'] as const)('no more once it is %s', (told) => expect(amendVerdict(facts({ told }), 'host', NOW)).toBe('application.already-cancelled'));

  it('by ticket until the day begins, by the host until it is over', () => {
    expect(amendVerdict(facts(), 'ticket', on('28T23:59:59'))).toBe(true);
    expect(amendVerdict(facts(), 'ticket', on('29T00:00:00'))).toBe('application.amend-day');
    expect(amendVerdict(facts(), 'host', on('29T11:59:59'))).toBe(true);
    expect(amendVerdict(facts(), 'host', on('29T12:00:00'))).toBe('application.event-over');
    expect(amendVerdict(facts({ state: 'cancelled' }), 'ticket', NOW)).toBe('application.event-over');
    expect(amendVerdict(facts({ receivedAt: NOW }), 'host', NOW)).toBe('application.received');
  });

  it.each([
    ['while a place is offered', { told: 'offered' }, 'application.amend-offered'],
    ['of the others of a parted group', { partOf: 'first' }, 'application.amend-part'],
    ['whose heads are numbered', { numbered: true }, 'application.amend-numbered'],
  ] as const)('but for its group %s', (_, given, code) => {
    for (const by of ['ticket', 'host'] as const) expect(groupVerdict(facts(given), by, NOW)).toBe(code);
  });

  it('but for its group after the closing, where the host counts for certain; the host still may', () => {
    const fixed = facts({ fixed: true, closesAt: NOW });
    expect(groupVerdict(fixed, 'ticket', NOW)).toBe('application.amend-closed');
    expect(groupVerdict(fixed, 'ticket', new Date(NOW.getTime() - 1))).toBe(true);
    expect(groupVerdict(fixed, 'host', NOW)).toBe(true);
    expect(groupVerdict({ ...fixed, fixed: false }, 'ticket', NOW)).toBe(true);
  });

  it('to more people only where a free place is anybody’s', () => {
    expect(moreVerdict(facts(), 'ticket')).toBe(true);
    expect(moreVerdict(facts({ method: 'lottery', told: 'applied' }), 'ticket')).toBe(true);
    expect([moreVerdict(facts({ method: 'lottery', drawnAt: NOW }), 'ticket'), moreVerdict(facts({ method: 'lottery', drawnAt: NOW }), 'host')]).toEqual(['application.amend-drawn', true]);
    expect([moreVerdict(facts({ method: 'chosen' }), 'ticket'), moreVerdict(facts({ method: 'chosen' }), 'host')]).toEqual(['application.amend-chosen', true]);
    for (const by of ['ticket', 'host'] as const) expect(moreVerdict(facts({ told: 'waitlisted' }), by)).toBe('application.amend-waiting');
  });
});

const TARO = { name: '山田 太郎', kana: 'やまだ たろう', born: '2016-04-02' };
const HANA = { name: '山田 花', kana: 'やまだ はな', born: '2018-04-02' };
const before = { heads: 3, companions: [TARO, HANA] };

describe('those who come along', () => {
  it('keep the birth date that was said as long as they are the same', () => {
    const spelled = groupOf(before, 'names', { heads: 2, companions: [{ at: 1, name: '山田　花', kana: 'やまだ はな' }] });
    expect(spelled).toMatchObject({ heads: 2, companions: [{ name: '山田　花', born: HANA.born }], added: [] });
    const other = groupOf(before, 'names', { heads: 2, companions: [{ at: 0, name: '西 大人', kana: 'にし おとな' }] });
    expect(other.companions).toEqual([{ name: '西 大人', kana: 'にし おとな' }]);
    expect(other.added).toMatchObject([{ field: 'companions.0' }]);
  });

  it('are nobody twice, and whose date becomes another is looked at again', () => {
    const twice = groupOf(before, 'names', { heads: 3, companions: [{ at: 0, ...TARO }, { at: 0, name: TARO.name, kana: TARO.kana }] });
    expect(twice.added).toMatchObject([{ field: 'companions.1', companion: { name: TARO.name } }]);
    expect(twice.companions?.[1]).not.toHaveProperty('born');
    expect(groupOf(before, 'names', { heads: 2, companions: [{ at: 0, ...TARO, born: '1980-01-01' }] }).added).toHaveLength(1);
  });

  it('are as many as are added where only their number is asked', () => {
    expect(groupOf({ heads: 2, companions: null }, 'number', { heads: 4 })).toMatchObject({ heads: 4, companions: null, added: [{ field: 'heads' }, { field: 'heads' }] });
    expect(groupOf({ heads: 4, companions: null }, 'number', { heads: 2 }).added).toEqual([]);
  });
});

const asking = (asks: Partial<Asks> = {}, given: Partial<Asking> = {}): Asking => ({ capacity: 20, perApplicationMax: 4, companions: 'names', asks: { ...NO_ASKS, ...asks }, day: '2026-11-29', before: 1, besides: 0, consent: 'not-needed', guardian: null, adults: false, ...given });
const AGES = { by: 'age' as const, from: 5, to: null };
const with_ = (companion: { name: string; kana: string; born?: string }) => ({ heads: 2, companions: [companion], added: [{ companion, field: 'companions.0' }] });

describe('who is added', () => {
  it('is judged like who applies', () => {
    expect(comersAgain({ heads: 5, companions: null, added: [] }, asking())).toEqual({ code: 'application.too-many-heads', field: 'heads' });
    expect(comersAgain({ heads: 3, companions: [TARO], added: [] }, asking())).toEqual({ code: 'application.names-needed', field: 'companions' });
    expect(comersAgain(with_({ name: TARO.name, kana: TARO.kana }), asking({ ages: AGES }))).toEqual({ code: 'application.born-needed', field: 'companions.0.born' });
    expect(comersAgain(with_({ ...TARO, born: '2024-04-02' }), asking({ ages: AGES }))).toEqual({ code: 'application.age-outside', field: 'companions.0.born' });
    expect(comersAgain(with_(TARO), asking({ ages: AGES }))).toBe(true);
    // Who came before stands, also where the host asks otherwise since.
    expect(comersAgain({ heads: 2, companions: [{ ...TARO, born: '2024-04-02' }], added: [] }, asking({ ages: AGES }))).toBe(true);
  });

  it('are no more than one application may bring, the others of a parted group among them; fewer than they were is always fine', () => {
    const many = (heads: number) => ({ heads, companions: null, added: [] });
    const counted = (given: Partial<Asking>) => asking({}, { companions: 'number', ...given });
    expect([4, 5, 6].map((heads) => comersAgain(many(heads), counted({ before: 6 })))).toEqual([true, true, true]);
    expect(comersAgain(many(7), counted({ before: 6 }))).toMatchObject({ code: 'application.too-many-heads' });
    expect(comersAgain(many(2), counted({ before: 1, besides: 2 }))).toBe(true);
    expect(comersAgain(many(3), counted({ before: 1, besides: 2 }))).toMatchObject({ code: 'application.too-many-heads' });
  });

  it('is not a minor past a guardian', () => {
    const guarded = { ages: AGES, guardian: true };
    expect(comersAgain(with_(TARO), asking(guarded))).toEqual({ code: 'application.amend-guardian', field: 'companions.0.born' });
    expect(comersAgain(with_({ ...TARO, born: '1980-04-02' }), asking(guarded))).toBe(true);
    // A guardian who applies themselves says so by it; one who is still asked reads the names first; one who said yes said it of the others.
    expect(comersAgain(with_(TARO), asking(guarded, { consent: 'given', guardian: { beside: false } }))).toBe(true);
    expect(comersAgain(with_(TARO), asking(guarded, { consent: 'asked', guardian: { beside: true } }))).toBe(true);
    expect(comersAgain(with_(TARO), asking(guarded, { consent: 'given', guardian: { beside: true } }))).toEqual({ code: 'application.amend-guardian', field: 'companions.0' });
    const counted = groupOf({ heads: 1, companions: null }, 'number', { heads: 2 });
    expect(comersAgain(counted, asking({ guardian: true }, { companions: 'number' }))).toEqual({ code: 'application.amend-adults', field: 'adults' });
    expect(comersAgain(counted, asking({ guardian: true }, { companions: 'number', adults: true }))).toBe(true);
  });
});

it('a link to a new address is good for three days, and not on the day of the event', () => {
  expect(linkEnds(NOW, new Date('2026-11-29T10:00:00+09:00'))).toEqual(new Date('2026-11-23T10:00:00+09:00'));
  expect(linkEnds(NOW, new Date('2026-11-22T10:00:00+09:00'))).toEqual(new Date('2026-11-22T00:00:00+09:00'));
  expect(linkEnds(NOW, null)).toEqual(new Date('2026-11-23T10:00:00+09:00'));
});
