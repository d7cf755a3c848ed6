import { describe, expect, it } from '@jest/globals';
import type { ProgrammeItem } from '../../programme/programme.rules.js';
import type { WeatherAlert } from '../alerts/alert-source.js';
import { heatSeason, isHeatSeason } from '../heat-limit.rules.js';
import { proposalFor, type ProposalFacts } from './proposal.rules.js';
import { asKept, isDropped, notOnProgramme } from './reduction.rules.js';

const item = (title: string, start: string | null = '10:30', place: string | null = null): ProgrammeItem => ({ kind: 'stage', title, day: 0, start, end: null, place, performer: null, note: null });
const NOW = new Date('2026-07-25T20:00:00+09:00');
const EVENT: ProposalFacts = { startsAt: new Date('2026-07-26T10:00:00+09:00'), endsAt: new Date('2026-07-26T12:00:00+09:00'), rainPolicy: 'postponed', heatLimit: null, programme: null };
const alert = (kind: WeatherAlert['kind'], level: WeatherAlert['level'], title: string = kind): WeatherAlert => ({ kind, level, title });
const heat = (wbgt: number, at = '2026-07-26T12:00:00+09:00'): WeatherAlert => ({ kind: 'heat', level: 3, title: `暑さ指数${wbgt}`, wbgt, hours: [{ at, wbgt }] });
const proposed = (alerts: WeatherAlert[], given: Partial<ProposalFacts> = {}, now = NOW) => {
  const found = proposalFor({ ...EVENT, ...given }, alerts, now);
  return found && [found.kind, found.rule, ...found.because];
};

describe('what the weather proposes for the day of an event', () => {
  it.each([
    ['nothing stands', [], {}, null],
    ['an advisory of wind', [alert('wind', 2, '強風注意報')], {}, ['reduced', 'advisory', '強風注意報']],
    ['an advisory where rain changes nothing', [alert('rain', 2)], { rainPolicy: 'go-ahead' }, ['reduced', 'advisory', 'rain']],
    ['an advisory, indoors without a programme', [alert('wind', 2)], { rainPolicy: 'indoors' }, null],
    ['an advisory, indoors with a programme', [alert('wind', 2)], { rainPolicy: 'indoors', programme: [item('もちつき')] }, ['reduced', 'advisory', 'wind']],
    ['thunder and dry air', [alert('other', 2, '雷注意報')], {}, null],
    ['a warning, 雨天順延', [alert('rain', 3, 'レベル3大雨警報')], {}, ['postponed', 'warning', 'レベル3大雨警報']],
    ['a warning, 雨天中止', [alert('rain', 3)], { rainPolicy: 'cancelled' }, ['cancelled', 'warning', 'rain']],
    ['a warning, 小雨決行', [alert('rain', 3)], { rainPolicy: 'light-rain-only' }, ['cancelled', 'warning', 'rain']],
    ['a warning, 雨天決行', [alert('wind', 3)], { rainPolicy: 'go-ahead' }, ['reduced', 'warning', 'wind']],
    ['a warning, indoors with a programme', [alert('rain', 3, 'レベル3大雨警報')], { rainPolicy: 'indoors', programme: [item('もちつき')] }, ['reduced', 'warning', 'レベル3大雨警報']],
    ['a warning, indoors without a programme', [alert('rain', 3)], { rainPolicy: 'indoors' }, null],
    ['a warning that has no name here', [alert('other', 3)], {}, null],
    ['a river that may flood', [alert('flood', 3, 'レベル3氾濫警報（淀川）')], { rainPolicy: 'cancelled' }, ['cancelled', 'warning', 'レベル3氾濫警報（淀川）']],
    ['a river that is about to flood', [alert('flood', 4, 'レベル4氾濫危険警報（淀川）')], { rainPolicy: 'indoors' }, ['cancelled', 'grave', 'レベル4氾濫危険警報（淀川）']],
    ['a danger warning, wherever it is', [alert('rain', 4), alert('wind', 2)], { rainPolicy: 'indoors' }, ['cancelled', 'grave', 'rain']],
    ['heat below 28', [heat(27.9)], {}, null],
    ['heat from 28', [heat(28)], {}, ['reduced', 'heat', '暑さ指数28']],
    ['heat from 31 without a limit', [heat(31)], {}, ['cancelled', 'heat-danger', '暑さ指数31']],
    ['heat from 31 below its limit', [heat(32)], { heatLimit: 33 }, ['reduced', 'heat', '暑さ指数32']],
    ['heat at its limit', [heat(28)], { heatLimit: 28 }, ['cancelled', 'heat-limit', '暑さ指数28']],
    ['heat indoors without a limit', [heat(34)], { rainPolicy: 'indoors' }, null],
    ['heat at its limit and a warning', [heat(33), alert('rain', 3)], { heatLimit: 33 }, ['cancelled', 'heat-limit', '暑さ指数33']],
    ['heat of another evening', [heat(34, '2026-07-25T15:00:00+09:00')], {}, null],
  ] as const)('%s', (_, alerts, given, expected) => {
    expect(proposed([...alerts], given as Partial<ProposalFacts>)).toEqual(expected);
  });

  it('only within a day before it, until it is over', () => {
    const wind = [alert('wind', 2)];
    const at = (time: string) => proposed(wind, {}, new Date(time)) !== null;
    expect([at('2026-07-25T09:59:00+09:00'), at('2026-07-25T10:00:00+09:00'), at('2026-07-26T11:59:00+09:00'), at('2026-07-26T12:00:00+09:00')]).toEqual([false, true, true, false]);
    expect(proposed(wind, { startsAt: null })).toBeNull();
  });

  it('of heat only in its season, by the day of the event', () => {
    expect(heatSeason(2026)).toEqual({ from: '2026-04-22', until: '2026-10-28' });
    expect(heatSeason(2027)).toEqual({ from: '2027-04-28', until: '2027-10-27' });
    expect(['2026-04-21T23:59', '2026-04-22T00:00', '2026-10-28T23:59', '2026-10-29T00:00'].map((at) => isHeatSeason(new Date(`${at}:00+09:00`)))).toEqual([false, true, true, false]);
    const winter = { startsAt: new Date('2026-11-29T10:00:00+09:00'), endsAt: null };
    expect(proposed([heat(34, '2026-11-29T10:00:00+09:00')], winter, new Date('2026-11-29T08:00:00+09:00'))).toBeNull();
  });
});

describe('what is left out of a programme', () => {
  const programme = [item('太鼓', '09:30'), item('合唱', '10:30', '北'), item('合唱', '11:30', '北')];
  const chorus = { title: '合唱', day: 0, start: '10:30', place: '北' };

  it('is the item of that hour and place, each once, in the order of the programme', () => {
    expect(asKept([chorus, { title: '太鼓', day: 0, start: '09:30', place: null }, chorus], programme)).toEqual([{ title: '太鼓', day: 0, start: '09:30', place: null }, chorus]);
    expect(programme.map((each) => isDropped(each, [chorus]))).toEqual([false, true, false]);
  });

  it('has to stand on it', () => {
    expect(notOnProgramme([chorus], programme)).toEqual([]);
    expect(notOnProgramme([{ ...chorus, place: '南' }, chorus], programme)).toEqual([{ ...chorus, place: '南' }]);
    expect(notOnProgramme([chorus], null)).toEqual([chorus]);
  });
});
