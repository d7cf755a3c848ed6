import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Actor, type Role } from '@yoriai/associations';
import { newId, rows, type Refusal } from '@yoriai/platform';
import { HORIE, NISHISENBA, testApp, Town, type TestApp } from '@yoriai/testing';
import { ReportingModule } from '../reporting.module.js';
import { ParticipationController } from './participation.controller.js';
import { Participation } from './participation.service.js';

let app: TestApp;
let participation: Participation;
let town: Town;
let staff: Actor;
let leader: Actor;
const eventIds: Record<string, string> = {};

const actorOf = (personId: string, organisationId: string, role: Role): Actor =>
  new Actor({ personId, accountId: newId(), sessionId: newId(), name: '担当', grants: [{ termId: newId(), organisationId, areaId: null, role }] });

async function attended(eventId: string, participants: number, volunteers: number, walkIns: number): Promise<void> {
  await app.tx((tx) => rows(tx, 'insert into attendance.headcount values ($1, $2, $3, $4, 1, now())', [eventId, participants, volunteers, walkIns]));
}

async function shiftsOf(eventId: string, capacity: number, taken: number): Promise<void> {
  await app.tx((tx) =>
    rows(
      tx,
      `insert into rosters.shift (id, event_id, plan_key, duty, starts_at, ends_at, capacity, places_taken, created_at, updated_at)
       values ($1, $2, $3, '受付', now(), now() + interval '1 hour', $4, $5, now(), now())`,
      [newId(), eventId, newId(), capacity, taken],
    ),
  );
}

/** The year of the test: three events in 令和8年度, one before, one after, one cancelled, one draft. */
async function aYear(): Promise<{ nishisenba: string }> {
  const nishisenba = await town.organisation({ name: '=西船場連合振興町会' });
  const horie = await town.organisation({ name: '堀江連合振興町会', areaId: HORIE });
  const office = await town.organisation({ name: '区役所', areaId: null, kind: 'ward-office' });

  const concert = await town.event({ organisationId: nishisenba, frames: [{ capacity: 50 }, { capacity: null }], startsAt: '2026-11-22T13:00:00+09:00' });
  await town.application(concert, { heads: 4 });
  await town.application(concert, { heads: 2 });
  await town.application(concert, { heads: 3, status: 'waitlisted' });
  await town.application(concert, { heads: 1, status: 'cancelled_by_applicant' });
  await town.application(concert, { heads: 2, status: 'offered' });
  await shiftsOf(concert.id, 4, 3);
  await shiftsOf(concert.id, 6, 2);
  await attended(concert.id, 5, 4, 7);

  const clean = await town.event({
    organisationId: horie,
    areaId: HORIE,
    title: '落書き消去活動',
    state: 'closed',
    frames: [{ capacity: 10 }],
    startsAt: '2026-04-01T00:00:00+09:00',
    endsAt: '2026-04-01T02:00:00+09:00',
  });
  await app.database.asOwner(`update events.event set initiative = 'graffiti' where id = $1`, [clean.id]);
  await town.application(clean, { heads: 5 });
  await attended(clean.id, 1, 0, 0);
  const reporter = await town.person();
  for (const [participants, at] of [
    [2, '2026-04-02'],
    [4, '2026-04-03'],
  ] as const) {
    await app.tx((tx) =>
      rows(
        tx,
        'insert into events.event_report (id, event_id, participants, volunteers, walk_ins, cleaned_area, handed_out, reported_by, reported_at) values ($1, $2, $3, 1, 2, 12.3, 140, $4, $5)',
        [newId(), clean.id, participants, reporter, at],
      ),
    );
  }

  const ward = await town.event({
    organisationId: office,
    areaId: null,
    title: '区民まつり',
    state: 'awaiting-report',
    startsAt: '2027-03-31T22:00:00+09:00',
    endsAt: '2027-03-31T23:30:00+09:00',
  });
  await attended(ward.id, 0, 0, 300);

  await town.event({ organisationId: nishisenba, startsAt: '2026-03-31T23:59:00+09:00', state: 'closed' });
  await town.event({ organisationId: nishisenba, startsAt: '2027-04-01T00:00:00+09:00', endsAt: '2027-04-01T02:00:00+09:00' });
  await town.event({ organisationId: nishisenba, startsAt: '2026-12-01T10:00:00+09:00', endsAt: '2026-12-01T11:00:00+09:00', state: 'cancelled' });
  await town.event({ organisationId: nishisenba, startsAt: '2026-12-02T10:00:00+09:00', endsAt: '2026-12-02T11:00:00+09:00', state: 'draft' });
  Object.assign(eventIds, { concert: concert.id, clean: clean.id, ward: ward.id });
  staff = actorOf(await town.person(), office, 'staff');
  leader = actorOf(await town.person(), nishisenba, 'leader');
  return { nishisenba };
}

beforeAll(async () => {
  app = await testApp({ imports: [ReportingModule] });
  participation = app.get(Participation);
  town = new Town(app);
  await aYear();
});
afterAll(() => app.close());

describe('the figures of a fiscal year', () => {
  it('are what one counts by hand', async () => {
    const year = await participation.figures(staff, { fiscalYear: 2026 });
    expect(year.byEvent.map(({ eventId }) => eventId)).toEqual([eventIds.clean, eventIds.concert, eventIds.ward]);
    expect(year.byEvent[1]).toMatchObject({
      applied: 11,
      confirmed: 6,
      places: 50,
      placesTaken: 8,
      fillRate: 0.16,
      participants: 5,
      walkIns: 7,
      volunteerPlaces: 10,
      volunteersConfirmed: 5,
      volunteers: 4,
      attendanceFrom: 'reception',
      areaName: '西船場',
    });
    expect(year.byEvent[0]).toMatchObject({ applied: 5, confirmed: 5, participants: 4, volunteers: 1, walkIns: 2, cleanedArea: 12.3, handedOut: 140, attendanceFrom: 'report' });
    expect([year.total.handedOut, year.byArea.map(({ handedOut }) => handedOut)]).toEqual([140, [0, 140, 0]]);
    expect([year.total.cleanedArea, year.byArea.map(({ areaName, cleanedArea }) => [areaName, cleanedArea])]).toEqual([12.3, [['西船場', 0], ['堀江', 12.3], [null, 0]]]);
    expect(year.total).toMatchObject({
      events: 3,
      applied: 16,
      confirmed: 11,
      places: 60,
      placesTaken: 13,
      participants: 9,
      walkIns: 309,
      volunteerPlaces: 10,
      volunteersConfirmed: 5,
      volunteers: 5,
    });
    expect(year.cancelledEvents).toBe(1);
  });

  it('agree with themselves by area and by month', async () => {
    const year = await participation.figures(staff, { fiscalYear: 2026 });
    expect(year.byArea.map(({ areaName, events }) => [areaName, events])).toEqual([
      ['西船場', 1],
      ['堀江', 1],
      [null, 1],
    ]);
    expect(year.byMonth.map(({ month }) => month)).toHaveLength(12);
    expect(year.byMonth.filter(({ events }) => events > 0).map(({ month }) => month)).toEqual(['2026-04', '2026-11', '2027-03']);
    for (const parts of [year.byEvent, year.byArea, year.byMonth]) {
      expect(parts.reduce((sum, part) => sum + part.participants + part.walkIns, 0)).toBe(year.total.participants + year.total.walkIns);
    }
  });

  it('are summed by initiative of the plan; what belongs to none is in no line', async () => {
    const year = await participation.figures(staff, { fiscalYear: 2026 });
    expect(year.byInitiative).toEqual([expect.objectContaining({ code: 'graffiti', name: '落書き消去活動', events: 1, participants: 4, walkIns: 2, cleanedArea: 12.3 })]);
    expect((await participation.figures(leader, { fiscalYear: 2026 })).byInitiative).toEqual([]);
  });

  it('narrow to an area and to an event', async () => {
    expect((await participation.figures(staff, { fiscalYear: 2026, areaId: NISHISENBA })).byEvent.map(({ eventId }) => eventId)).toEqual([eventIds.concert]);
    expect((await participation.figures(staff, { fiscalYear: 2026, eventId: eventIds.ward })).total).toMatchObject({ events: 1, walkIns: 300 });
  });

  it('are of the current year where none is named, and the years are offered', async () => {
    expect((await participation.figures(staff, {})).fiscalYear).toBe(2026);
    expect(await participation.years(staff)).toEqual({ years: [2027, 2026, 2025], current: 2026 });
  });
});

describe('who sees them', () => {
  it('shows a leader the own events and nothing of others', async () => {
    const own = await participation.figures(leader, { fiscalYear: 2026 });
    expect(own.byEvent.map(({ eventId }) => eventId)).toEqual([eventIds.concert]);
    expect((await participation.figures(leader, { fiscalYear: 2026, eventId: eventIds.ward })).byEvent).toEqual([]);
  });

  it('refuses everybody else', async () => {
    const member = actorOf(await town.person(), await town.organisation(), 'member');
    await expect(participation.figures(member, {})).rejects.toMatchObject({ code: 'participation.not-yours', status: 403 } satisfies Partial<Refusal>);
  });
});

describe('the Excel file', () => {
  it('reads back as tables with real numbers and days, and is logged', async () => {
    const file = await participation.file(staff, { fiscalYear: 2026 });
    expect([file.name, file.plainName]).toEqual(['参加状況_令和8年度.xlsx', 'participation-2026.xlsx']);

    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.content as unknown as ExcelJS.Buffer);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['行事別', '地域別', '取組別', '月別', '当番別']);
    for (const sheet of book.worksheets) {
      expect(sheet.getRow(1).font).toMatchObject({ bold: true });
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    }

    const [events, areas, initiatives, months] = book.worksheets;
    const head = (events!.getRow(1).values as string[]).slice(1);
    const cell = (row: number, title: string) => events!.getRow(row).getCell(head.indexOf(title) + 1);
    expect(cell(3, '開催日').value).toEqual(new Date('2026-11-22T00:00:00Z'));
    expect(cell(3, '主催').value).toBe("'=西船場連合振興町会");
    expect([cell(3, '申込人数').value, cell(3, '充足率').value, cell(3, 'うち当日').value]).toEqual([11, 0.16, 7]);
    // Named as on the screen, where the sum is what is read.
    expect(cell(3, '参加人数(合計)').value).toBe(Number(cell(3, 'うち申込').value) + 7);
    // A place that is kept for somebody is taken, and not confirmed.
    expect([cell(3, '確定人数').value, cell(3, '定員のうち埋まった人数').value]).toEqual([6, 8]);
    expect(cell(4, '充足率').value).toBeNull();
    expect([cell(5, '行事番号').value, cell(5, 'うち当日').value]).toEqual(['合計', 309]);
    expect([cell(2, 'きれいにした面積(㎡)').value, cell(5, 'きれいにした面積(㎡)').value, cell(2, 'きれいにした面積(㎡)').numFmt]).toEqual([12.3, 12.3, '#,##0.0']);
    expect(areas!.getColumn(1).values.slice(1)).toEqual(['地域', '西船場', '堀江', '区全体', '合計']);
    expect(areas!.getRow(5).getCell(2).value).toBe(3);
    expect(initiatives!.getColumn(1).values.slice(1)).toEqual(['区の取組', '落書き消去活動', '合計']);
    expect([initiatives!.getRow(2).getCell(2).value, initiatives!.getRow(3).getCell(2).value]).toEqual([1, 1]);
    expect([initiatives!.getRow(1).getCell(3).value, areas!.getRow(5).getCell(3).value]).toEqual(['うちこれから', (await participation.figures(staff, { fiscalYear: 2026 })).total.eventsToCome]);
    expect(months!.getRow(2).getCell(1).value).toEqual(new Date('2026-04-01T00:00:00Z'));
    expect(months!.rowCount).toBe(14);

    const log = await app.database.asOwner('select actor_person_id, action, subject, row_count from identity.access_log');
    expect(log).toEqual([{ actor_person_id: staff.personId, action: 'participation.exported', subject: 'fiscal-year:2026', row_count: 3 }]);
  });
});

describe('figures that the ward corrected', () => {
  it('count as corrected last, and say so; on the screen, in the sums, in the file', async () => {
    const person = await town.person();
    const corrections = [[1, 4, 6], [2, 6, 7]] as const;
    for (const [number, was, participants] of corrections) {
      await app.tx((tx) =>
        rows(tx, `insert into events.figure_correction values ($1, $2, $3, 1, 2, $4, 1, 5, '紙が見つかった', $5, now())`, [eventIds.clean, number, was, participants, person]),
      );
    }
    const year = await participation.figures(staff, { fiscalYear: 2026 });
    expect(year.byEvent[0]).toMatchObject({ participants: 7, volunteers: 1, walkIns: 5, attendanceFrom: 'correction' });
    expect(year.byEvent[1]).toMatchObject({ attendanceFrom: 'reception' });
    expect(year.total).toMatchObject({ participants: 12, walkIns: 312 });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await participation.file(staff, { fiscalYear: 2026 })).content as unknown as ExcelJS.Buffer);
    const line = book.getWorksheet('行事別')!.getRow(2).values as unknown[];
    expect([line.includes(7), line.at(-1)]).toEqual([true, '実施報告（完了のあとで訂正）']);
  });
});

describe('frames that share a total', () => {
  const filled = async (total: number | null, places: number[], beside: number[] = []) => {
    const { id, frameIds } = await town.event({ startsAt: '2028-05-05T10:00:00+09:00', endsAt: '2028-05-05T12:00:00+09:00', frames: [...places, ...beside].map((capacity) => ({ capacity })) });
    await app.database.asOwner('update events.frame set outside_total = true where id = any($1)', [frameIds.slice(places.length)]);
    await app.database.asOwner('update events.event set total_places = $2 where id = $1', [id, total]);
    await town.application({ id, frameIds }, { heads: 6 });
    const [line] = (await participation.figures(staff, { fiscalYear: 2028, eventId: id })).byEvent;
    return [line!.places, line!.placesTaken, line!.fillRate];
  };

  it('have no more places together than it says; whoever is beside it is counted beside', async () => {
    expect(await filled(150, [120, 80])).toEqual([150, 6, 0.04]);
    expect(await filled(150, [120, 80], [50])).toEqual([200, 6, 0.03]);
  });

  it('have their own places where they say less, and where there is no total', async () => {
    expect(await filled(600, [120, 80])).toEqual([200, 6, 0.03]);
    expect(await filled(null, [120, 80])).toEqual([200, 6, 0.03]);
  });
});

describe('the download', () => {
  it('carries its Japanese name for everybody who can read it, and a plain one', async () => {
    const file = await new ParticipationController(participation).getParticipationFile(staff, { fiscalYear: 2026 });
    expect(file.getHeaders()).toMatchObject({
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: `attachment; filename="participation-2026.xlsx"; filename*=UTF-8''${encodeURIComponent('参加状況_令和8年度.xlsx')}`,
    });
  });
});
