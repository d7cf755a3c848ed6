import { describe, expect, it } from '@jest/globals';
import { countsFrom, standingAt, termsAt, type SetTerm } from './retention-term.rules.js';
import { namesGoBefore, nightOf } from './retention.rules.js';

const at = (text: string): Date => new Date(`${text}+09:00`);
const term = (years: number, setAt: string): SetTerm => ({ years, setAt: at(setAt) });
const standing = (now: string, ...terms: SetTerm[]) => standingAt('applications', terms, at(now));

describe('years that are set', () => {
  it.each([
    ['more of them count at once', 2, '2026-11-27T10:00:00', '2026-11-27T10:00:00'],
    ['fewer from the coming first of April', 0, '2026-11-27T10:00:00', '2027-04-01T00:00:00'],
    ['thirty days before it, from that', 0, '2027-03-02T23:59:00', '2027-04-01T00:00:00'],
    ['a day later, from that of the next year', 0, '2027-03-03T00:00:00', '2028-04-01T00:00:00'],
  ])('%s', (_, years, setAt, from) => {
    expect(countsFrom(term(years, setAt), 1)).toEqual(at(from));
  });

  it('count as nobody has set any, from the beginning', () => {
    expect(standing('2026-11-27T10:00:00')).toEqual({ years: 1, since: null, coming: null });
    expect(standingAt('duties', [], at('2026-11-27T10:00:00')).years).toBe(3);
  });

  it('that are fewer are told beforehand, then count', () => {
    const shorter = term(0, '2026-11-27T10:00:00');
    expect(standing('2027-03-31T23:59:59', shorter)).toEqual({ years: 1, since: null, coming: { years: 0, from: at('2027-04-01T00:00:00') } });
    expect(standing('2027-04-01T00:00:00', shorter)).toEqual({ years: 0, since: at('2027-04-01T00:00:00'), coming: null });
    expect(standing('2026-11-27T09:59:59', shorter)).toEqual({ years: 1, since: null, coming: null });
  });

  it('and do not count yet are undone by what is set after them', () => {
    const mistake = term(0, '2026-11-27T10:00:00');
    expect(standing('2027-06-01T00:00:00', mistake, term(1, '2026-11-28T10:00:00'))).toEqual({ years: 1, since: null, coming: null });
    expect(standing('2027-06-01T00:00:00', mistake, term(2, '2026-11-28T10:00:00')).years).toBe(2);
    // Said again in March it is thirty days again.
    expect(standing('2027-06-01T00:00:00', mistake, term(0, '2027-03-20T10:00:00'))).toMatchObject({ years: 1, coming: { years: 0, from: at('2028-04-01T00:00:00') } });
  });

  it('that count already are followed by others in the same way', () => {
    const terms = [term(0, '2026-11-27T10:00:00'), term(3, '2027-05-01T10:00:00'), term(1, '2027-06-01T10:00:00')];
    expect(standing('2027-05-02T00:00:00', ...terms).years).toBe(3);
    expect(standing('2028-03-31T00:00:00', ...terms)).toMatchObject({ years: 3, coming: { years: 1, from: at('2028-04-01T00:00:00') } });
    expect(standing('2028-04-01T00:00:00', ...terms).years).toBe(1);
  });

  it('say which names go in a night: those in force then', () => {
    const terms = termsAt({ applications: [term(0, '2026-11-27T10:00:00')], duties: [term(5, '2026-11-27T10:00:00')] });
    expect(nightOf('2027-03-31', terms).before).toEqual({ applications: namesGoBefore(at('2027-03-31T01:00:00'), 1), duties: at('2021-04-01T00:00:00') });
    expect(nightOf('2027-04-01', terms).before).toEqual({ applications: at('2027-04-01T00:00:00'), duties: at('2022-04-01T00:00:00') });
  });
});
