import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { HORIE, testApp, Town, type TestApp } from '@yoriai/testing';
import { ReportingModule } from '../reporting.module.js';
import { Participation } from './participation.service.js';

let app: TestApp;
let participation: Participation;
let town: Town;
let staff: Actor;
let leader: Actor;

const actorOf = (personId: string, organisationId: string, role: Role): Actor =>
  new Actor({ personId, accountId: newId(), sessionId: newId(), name: '担当', grants: [{ termId: newId(), organisationId, areaId: null, role }] });

const attended = (eventId: string, participants: number, volunteers: number, walkIns: number) =>
  app.tx((tx) => rows(tx, 'insert into attendance.headcount values ($1, $2, $3, $4, 1, now())', [eventId, participants, volunteers, walkIns]));

beforeAll(async () => {
  app = await testApp({ imports: [ReportingModule] });
  participation = app.get(Participation);
  town = new Town(app);
  staff = actorOf(await town.person(), await town.organisation({ name: '区役所', areaId: null, kind: 'ward-office' }), 'staff');
  leader = actorOf(await town.person(), await town.organisation({ name: '堀江連合振興町会', areaId: HORIE }), 'leader');
});
afterAll(() => app.close());

describe('the year before', () => {
  it('is laid beside the year and its months; nothing where nobody came', async () => {
    const at = async (startsAt: string, endsAt: string, people: number) => {
      const { id } = await town.event({ startsAt, endsAt });
      await attended(id, people, 3, 1);
      return id;
    };
    await at('2030-05-05T10:00:00+09:00', '2030-05-05T12:00:00+09:00', 20);
    await at('2031-01-05T10:00:00+09:00', '2031-01-05T12:00:00+09:00', 10);
    const this31 = await at('2031-05-05T10:00:00+09:00', '2031-05-05T12:00:00+09:00', 40);
    const year = await participation.figures(staff, { fiscalYear: 2031 });
    expect(year.before).toEqual({ people: 32, volunteers: 6, until: null });
    expect(year.byMonth.filter(({ peopleBefore }) => peopleBefore).map(({ month, peopleBefore }) => [month, peopleBefore])).toEqual([['2031-05', 21], ['2032-01', 11]]);
    expect((await participation.figures(staff, { fiscalYear: 2031, areaId: HORIE })).before).toBeNull();
    expect((await participation.figures(staff, { fiscalYear: 2031, eventId: this31 })).before).toBeNull();
    expect((await participation.figures(leader, { fiscalYear: 2031 })).before).toBeNull();
    expect((await participation.figures(staff, { fiscalYear: 2030 })).byMonth.map(({ peopleBefore }) => peopleBefore)).toEqual(Array(12).fill(null));
  });
});

describe('how duties filled', () => {
  const shift = async (startsAt: string, duty: string, capacity: number) => {
    const { id: eventId } = await town.event({ startsAt, endsAt: startsAt.replace('T10', 'T12') });
    const [row] = await app.tx((tx) =>
      rows<{ id: string }>(tx, `insert into rosters.shift (id, event_id, plan_key, duty, starts_at, ends_at, capacity, created_at, updated_at) values ($1, $2, 'desk', $3, $4, $4::timestamptz + interval '1 hour', $5, now(), now()) returning id`, [newId(), eventId, duty, startsAt, capacity]),
    );
    return { eventId, shiftId: row!.id, startsAt };
  };
  const taken = async ({ eventId, shiftId, startsAt }: Awaited<ReturnType<typeof shift>>, takenAt: string, endedAt: string | null = null) =>
    app.tx(async (tx) => rows(tx, `insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at, ended_at) values ($1, $2, $3, $4, tstzrange($5, $5::timestamptz + interval '1 hour'), $6, $7, $8, $9)`, [newId(), shiftId, eventId, await town.person(), startsAt, newId(), endedAt ? 'cancelled_by_volunteer' : 'confirmed', takenAt, endedAt]));

  it('is told by their name and by weeks before, and a place that was given back counts while it was taken', async () => {
    const one = await shift('2024-05-29T10:00:00+09:00', '受付', 3);
    await taken(one, '2024-04-20T10:00:00+09:00', '2024-05-10T10:00:00+09:00');
    await taken(one, '2024-05-20T10:00:00+09:00');
    await taken(await shift('2024-06-29T10:00:00+09:00', '受付', 2), '2024-06-28T10:00:00+09:00');
    await shift('2024-07-29T10:00:00+09:00', '火の番', 9);
    expect((await participation.figures(staff, { fiscalYear: 2024 })).dutyFill).toEqual([{ duty: '受付', events: 2, places: 5, taken: [1, 1, 1, 0, 1, 2] }]);
    expect((await participation.figures(leader, { fiscalYear: 2024 })).dutyFill).toEqual([]);
  });

  it('says nothing of duties that are still to begin', async () => {
    await shift('2033-05-29T10:00:00+09:00', '受付', 3);
    await shift('2033-06-29T10:00:00+09:00', '受付', 3);
    expect((await participation.figures(staff, { fiscalYear: 2033 })).dutyFill).toEqual([]);
  });
});
