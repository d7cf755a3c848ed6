import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TypeOrmModule } from '@nestjs/typeorm';
import { newId } from '@yoriai/platform';
import { testApp, Town, type TestApp } from '@yoriai/testing';
import { DutyListRepository, MOST_DATES, type DutyWish } from './duty-list.repository.js';
import { reserve } from './reserve.js';
import { ShiftEntity } from './shift.entity.js';
import { ShiftRepository } from './shift.repository.js';

const shifts = new ShiftRepository();
const list = new DutyListRepository();
const on = (day: string, time: string): Date => new Date(`2026-${day}T${time}:00+09:00`);

let app: TestApp;
let town: Town;
let series: string;
let made: { id: string; owner: string; held: string | null }[];

beforeAll(async () => {
  app = await testApp({ imports: [TypeOrmModule.forFeature([ShiftEntity])] });
  town = new Town(app);
});
afterAll(() => app.close());
beforeEach(() => {
  series = newId();
  made = [];
});

interface Given {
  duty?: string;
  place?: string;
  from?: string;
  to?: string;
  people?: number;
}

/** An event on a day, a date of the series unless it stands alone, with these shifts; answers their ids. */
async function date(day: string, given: readonly Given[] = [{}], owner: string = series, held: string | null = null): Promise<string[]> {
  const { id } = await town.event();
  made.push({ id, owner: owner === 'itself' ? id : owner, held });
  const plan = given.map(({ duty = '角に立つ', place = '', from = '14:30', to = '16:00', people = 4 }, at) => ({ key: `k${at}`, duty, place, note: `${day} ${at}`, startsAt: on(day, from), endsAt: on(day, to), people }));
  return app.tx(async (tx) => {
    await shifts.upsert(tx, id, plan, app.clock.now());
    const of = await shifts.ofEvent(tx, id);
    return plan.map(({ key }) => of.find(({ planKey }) => planKey === key)!.id);
  });
}

const page = (wish: DutyWish = {}, { personId = null as string | null, skip = 0, take = 50 } = {}) => app.tx((tx) => list.page(tx, { personId, now: app.clock.now(), events: made, wish }, { skip, take }));
const said = async (...asked: Parameters<typeof page>) => (await page(...asked)).map(({ duty, days, dates }) => [duty, days, new Date(dates[0]!.startsAt).toISOString().slice(5, 10)]);

describe('the list of free duties', () => {
  it('tells a date that is held elsewhere in a row of its own', async () => {
    for (const [day, held] of [['12-02', '堀江公園'], ['12-09', '堀江公園'], ['12-16', '松島公園']] as const) await date(day, [{}], series, held);
    await date('12-23', [{ place: '堀江公園' }], series, '松島公園');
    expect(await said()).toEqual([
      ['角に立つ', 3, '12-02'],
      ['角に立つ', 1, '12-16'],
    ]);
  });

  it('tells what comes again in one row: the same work at the same hours of one series, by its next free day', async () => {
    const [first] = await date('12-02', [{ people: 1 }]);
    await date('12-03', [{}, { duty: '名札を配る' }, { from: '07:30', to: '08:30' }, { place: '西の角' }]);
    await date('12-07', [{ people: 2 }]);
    await date('12-01', [{}], 'itself');
    expect(await said()).toEqual([
      ['角に立つ', 1, '12-01'],
      ['角に立つ', 3, '12-02'],
      ['角に立つ', 1, '12-02'],
      ['名札を配る', 1, '12-03'],
      ['角に立つ', 1, '12-03'],
    ]);
    expect((await page())[1]).toMatchObject({ note: '12-02 0', least: 1, most: 4, weekdays: [1, 3, 4], total: 5, dates: [{ id: first, free: 1 }, { free: 4 }, { free: 2 }] });
    await app.tx(async (tx) => reserve(tx, [{ shiftId: first!, personId: await town.person() }], app.clock.now()));
    expect((await said())[2]).toEqual(['角に立つ', 2, '12-03']);
  });

  it('leaves two of the same day as two', async () => {
    await date('12-02', [{}, {}]);
    await date('12-03', [{}, {}]);
    expect(await said()).toEqual([['角に立つ', 2, '12-02'], ['角に立つ', 2, '12-02']]);
  });

  it('leaves out the days on which the person is elsewhere, and whatever is not asked for', async () => {
    await date('12-02');
    await date('12-03', [{}, { duty: 'ｺﾞﾐの分別' }]);
    const [elsewhere] = await date('12-03', [{ duty: '受付', from: '15:30', to: '17:00' }], 'itself');
    const me = await town.person();
    await app.tx((tx) => reserve(tx, [{ shiftId: elsewhere!, personId: me }], app.clock.now()));
    expect(await said({}, { personId: me })).toEqual([['角に立つ', 1, '12-02']]);
    expect(await said({ from: on('12-03', '00:00'), says: '立つ' })).toEqual([['角に立つ', 1, '12-03']]);
    expect(await said({ to: on('12-03', '00:00') })).toEqual([['角に立つ', 1, '12-02']]);
    expect(await said({ says: 'ゴミ' })).toEqual([['ｺﾞﾐの分別', 1, '12-03']]);
    expect(await said({ saysNot: 'ゴミ|立つ' })).toEqual([['受付', 1, '12-03']]);
    made.length = 0;
    expect(await page()).toEqual([]);
  });

  it('is paged by rows; of a row the first days are told and all are counted', async () => {
    for (let at = 0; at < MOST_DATES + 2; at += 1) await date(new Date(Date.UTC(2026, 10, 28 + at)).toISOString().slice(5, 10), [{ from: '09:00', to: '10:00' }]);
    await date('12-20', [{ duty: '受付' }], 'itself');
    await date('12-21', [{ duty: '救護' }], 'itself');
    const found = await page();
    expect([found[0]!.days, found[0]!.dates.length]).toEqual([MOST_DATES + 2, MOST_DATES]);
    expect([await said({}, { skip: 1, take: 1 }), (await page({}, { skip: 1, take: 1 }))[0]!.total]).toEqual([[['受付', 1, '12-20']], 3]);
  });
});
