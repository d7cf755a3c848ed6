import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { jstOf } from '../../app/jst.js';
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

it('asks anew for what was not approved, on the day that was asked for', async () => {
  const rejected = anEvent({ state: 'rejected', publicRevision: null });
  const day = jstOf(rejected.startsAt!).date;
  const page = await drawnScreen({
    ...{ route: '/events/$id/again', at: `/events/${rejected.id}/again`, screen: AgainScreen, now: NOW },
    answers: [[eventQuery(rejected.id).queryKey, rejected], [eventsQuery({ scope: 'mine', on: day }).queryKey, { items: [aLine({ id: rejected.id, state: 'rejected' })], total: 1 }]],
  });
  expect(page).toContain(`value="${day}"`);
  expect(page).toMatch(/<h1[^>]*>.*内容を.*写して.*不承認の理由を読んで.*前に申請した日を入れてあります/s);
  for (const said of ['もうあります', '前とかわるところ', '同じ曜日']) expect(page).not.toContain(said);
});
