import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { AgainScreen } from './again-screen.js';
import { aLine, anEvent, NOW } from './an-event.builder.js';
import { eventQuery, eventsQuery } from './queries.js';

const series = anEvent({ startsAt: '2026-11-08T01:00:00.000Z', endsAt: '2026-11-08T02:00:00.000Z', repeats: { every: 'month', interval: 1, weekdays: [0], nth: [2], until: '2027-03-31', skipHolidays: true, schoolDays: false } });
const drawn = (there: Parameters<typeof aLine>[0][]): Promise<string> =>
  drawnScreen({
    ...{ route: '/events/$id/again', at: `/events/${series.id}/again`, screen: AgainScreen, now: NOW },
    answers: [[eventQuery(series.id).queryKey, series], [eventsQuery({ scope: 'mine', on: '2027-04-11' }).queryKey, { items: there.map((each) => aLine(each)), total: there.length }]],
  });

it('proposes the first day after the fiscal year to which a series goes, and says why', async () => {
  const page = await drawn([]);
  expect(page).toContain('value="2027-04-11"');
  expect(page).toMatch(/今の期間（.*3月31日.*まで）のあとの、最初の日/);
  expect(page).not.toContain('もうあります');
});

it('says that one of the same name stands on that day already', async () => {
  expect(await drawn([{ id: 'other', startsAt: '2027-04-11T01:00:00.000Z' }])).toMatch(/この日には、同じ名前の行事がもうあります.*href="\/app\/events\/other".*靱公園バラ園コンサート/s);
});
