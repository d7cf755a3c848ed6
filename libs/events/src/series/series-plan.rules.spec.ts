import { describe, expect, it } from '@jest/globals';
import { addDays, type DateOnly } from '@yoriai/platform';
import fc from 'fast-check';
import type { SchoolClosure } from './days-off.rules.js';
import { DAYS_AHEAD, type Repeats } from './repeats.rules.js';
import { isEmpty, planOf, ruleDates, withRule, type SeriesRule, type StandingDate } from './series-plan.rules.js';

const TUESDAYS: Repeats = { every: 'week', interval: 1, weekdays: [2], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false };
const aSeries = (given: Partial<SeriesRule> = {}): SeriesRule => ({ repeats: TUESDAYS, startedOn: '2026-12-01', countedFrom: '2026-12-01', ruleFrom: '2026-12-01', endedOn: null, ...given });
const aDate = (date: DateOnly, given: Partial<StandingDate> = {}): StandingDate => ({ date, ahead: true, people: false, overridden: [], ...given });
const NOTHING: ReadonlySet<DateOnly> = new Set();

describe('the dates that are made and taken away', () => {
  it('are those of the next eight weeks, without holidays and what was skipped', () => {
    const { add, remove } = planOf(aSeries(), [aDate('2026-12-01')], new Set(['2026-12-15']), [], '2026-11-26');
    expect(add).toEqual(['2026-12-08', '2026-12-22', '2027-01-05', '2027-01-12', '2027-01-19']);
    expect(remove).toEqual([]);
  });

  it('leave a date with people, one with words of its own and one that is decided on where they are', () => {
    const wednesdays = withRule(aSeries(), { ...TUESDAYS, weekdays: [3] }, '2026-12-08');
    const standing = [
      aDate('2026-12-01'),
      aDate('2026-12-08'),
      aDate('2026-12-15', { people: true }),
      aDate('2026-12-22', { overridden: ['placeName'] }),
      aDate('2027-01-05', { ahead: false }),
    ];
    const { add, remove } = planOf(wednesdays, standing, NOTHING, [], '2026-11-26');
    expect(remove).toEqual(['2026-12-08']);
    expect(add).toEqual(['2026-12-09', '2026-12-16', '2026-12-23', '2027-01-06', '2027-01-13', '2027-01-20']);
  });

  it('end where the series was ended, and say why a date of the rule is none', () => {
    const ended = aSeries({ endedOn: '2026-12-22' });
    expect(ruleDates(aSeries(), new Set(['2026-12-15']), [], '2026-12-08', '2027-01-05')).toEqual([
      { date: '2026-12-08', off: null },
      { date: '2026-12-15', off: 'skipped' },
      { date: '2026-12-22', off: null },
      { date: '2026-12-29', off: 'holiday' },
      { date: '2027-01-05', off: null },
    ]);
    expect(planOf(ended, [aDate('2026-12-01'), aDate('2026-12-22'), aDate('2027-01-05', { people: true })], NOTHING, [], '2026-11-26')).toEqual({ add: ['2026-12-08', '2026-12-15'], remove: ['2026-12-22'] });
  });
});

/** A series with its dates, as a history of edits leaves it. */
interface Story {
  series: SeriesRule;
  standing: StandingDate[];
  skips: Set<DateOnly>;
  closures: SchoolClosure[];
  today: DateOnly;
}

const settled = (story: Story): Story => {
  const { add, remove } = planOf(story.series, story.standing, story.skips, story.closures, story.today);
  return { ...story, standing: [...story.standing.filter(({ date }) => !remove.includes(date)), ...add.map((date) => aDate(date))].sort((a, b) => (a.date < b.date ? -1 : 1)) };
};

type Step = (story: Story) => Story;
const touch = (index: number, how: (each: StandingDate) => StandingDate): Step => (story) => {
  const at = story.standing.length === 0 ? -1 : index % story.standing.length;
  return { ...story, standing: story.standing.map((each, place) => (place === at ? how(each) : each)) };
};
const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 }).map((some) => some.sort());
const repeats: fc.Arbitrary<Repeats> = fc
  .record({ every: fc.constantFrom('week' as const, 'month' as const), interval: fc.integer({ min: 1, max: 3 }), weekdays: days, place: fc.constantFrom(1, 2, 3, 4, -1), until: fc.constantFrom('2027-01-20', '2027-03-31'), skipHolidays: fc.boolean(), schoolDays: fc.boolean() })
  .map(({ place, ...rest }) => ({ ...rest, nth: rest.every === 'month' ? [place] : [] }));
const index = fc.nat(40);
const step: fc.Arbitrary<Step> = fc.oneof(
  index.map((at) => touch(at, (each) => ({ ...each, people: true }))),
  index.map((at) => touch(at, (each) => ({ ...each, overridden: ['placeName'] }))),
  index.map((at) => touch(at, (each) => ({ ...each, ahead: false }))),
  // This and following, from a date that stands; all of them.
  fc.tuple(repeats, index).map(([rule, at]): Step => (story) => {
    const from = story.standing[at % (story.standing.length || 1)]?.date;
    return from === undefined || from <= story.today ? story : { ...story, series: withRule(story.series, rule, from) };
  }),
  repeats.map((rule): Step => (story) => ({ ...story, series: withRule(story.series, rule, addDays(story.today, 1)) })),
  index.map((at): Step => (story) => {
    const one = story.standing[at % (story.standing.length || 1)];
    return one && isEmpty(one) ? { ...story, skips: new Set([...story.skips, one.date]) } : story;
  }),
  fc.constant((story: Story): Story => ({ ...story, skips: new Set([...story.skips].slice(1)) })),
  fc.integer({ min: 0, max: 60 }).map((ahead): Step => (story) => ({ ...story, closures: [{ startsOn: addDays(story.today, ahead), endsOn: addDays(story.today, ahead + 14) }] })),
  fc.integer({ min: 1, max: 70 }).map((ahead): Step => (story) => ({ ...story, series: { ...story.series, endedOn: story.series.endedOn ?? addDays(story.today, ahead) } })),
  fc.integer({ min: 1, max: 20 }).map((later): Step => (story) => ({ ...story, today: addDays(story.today, later) })),
);

/** Said once more here, so that the rule can be wrong. */
const isKept = ({ date, ahead, people, overridden }: StandingDate, today: DateOnly): boolean => people || overridden.length > 0 || !ahead || date <= today;

/** What is broken after a step, in words. */
function broken(before: Story, { series, standing, skips, closures, today }: Story): string[] {
  const there = new Map(standing.map((each) => [each.date, each]));
  const lost = before.standing.filter((each) => isKept(each, today) && there.get(each.date) !== each);
  const again = planOf(series, standing, skips, closures, today);
  const wanted = ruleDates(series, skips, closures, addDays(today, 1), addDays(today, DAYS_AHEAD)).flatMap(({ date, off }) => (off === null ? [date] : []));
  const beside = standing.filter((each) => each.date > today && each.date >= series.ruleFrom && each.date <= addDays(today, DAYS_AHEAD) && !wanted.includes(each.date) && !isKept(each, today));
  return [
    ...lost.map(({ date }) => `${date} is lost`),
    ...(there.size === standing.length ? [] : ['a date is there twice']),
    ...[...again.add, ...again.remove].map((date) => `${date} was not settled at once`),
    ...wanted.filter((date) => !there.has(date)).map((date) => `${date} is missing`),
    ...beside.map(({ date }) => `${date} is empty and not of the rule`),
  ];
}

describe('after any history of edits', () => {
  it('no date with people or words of its own is lost, only empty ones go, none is there twice, and the rest are the rule less what is skipped', () => {
    const startedOn = '2026-12-01';
    fc.assert(
      fc.property(repeats, fc.array(step, { maxLength: 12 }), (rule, steps) => {
        const first: Story = { series: aSeries({ repeats: rule, startedOn }), standing: [aDate(startedOn)], skips: new Set(), closures: [], today: '2026-11-26' };
        const stories = steps.reduce<{ story: Story; wrong: string[] }>(
          ({ story, wrong }, next) => {
            const before = next(story);
            const after = settled(before);
            return { story: after, wrong: [...wrong, ...broken(before, after)] };
          },
          { story: settled(first), wrong: [] },
        );
        expect(stories.wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
