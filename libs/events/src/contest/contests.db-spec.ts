import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import { Applications } from '../application/applications.service.js';
import { SignUps } from '../application/sign-up.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { ContestResults } from './contest-results.service.js';
import type { ContestDetail, ContestRequest } from './contest.dto.js';
import { Contests } from './contests.service.js';
import { Judging } from './judging.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const FRAMES = [{ name: '小学生の部', capacity: 50, perApplicationMax: 4, companions: 'names' as const }, { name: '団体の部', capacity: 50, perApplicationMax: 10, kind: 'group' as const }];
let people = 0;

const published = (frames: readonly object[] = FRAMES): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: frames as typeof FRAMES });
const setUp = (event: EventDetail, more: Partial<ContestRequest> = {}): Promise<ContestDetail> =>
  app.get(Contests).setUp(cast.leader, event.id, {
    ...{ criteria: ['高さ', '絵'], scale: 5, places: 3 },
    divisions: event.frames.map(({ id, name, kind }) => ({ frameId: id, name, unit: kind === 'group' ? ('group' as const) : ('person' as const) })),
    ...more,
  });
async function enter(event: EventDetail, nth = 0, heads = 1): Promise<{ id: string; token: string; entries: number[] }> {
  const frame = event.frames[nth]!;
  const companions = Array.from({ length: heads - 1 }, (_, index) => ({ name: `きょうだい ${index}`, kana: 'きょうだい' }));
  const said = await app.get(SignUps).apply(null, { eventId: event.id, frameId: frame.id, ...aNeighbour((people += 1) + 500_000, heads), ...(frame.companions === 'names' ? { companions } : {}), ...(frame.kind === 'group' ? { groupName: `たこの会 ${people}` } : {}) });
  const token = tokenOf(said.ticketUrl);
  return { id: said.id!, token, entries: (await app.get(Applications).ticket(token)).entries };
}
const numbersOf = async ({ id }: EventDetail): Promise<number[]> => (await app.get(Contests).ofEvent(cast.leader, id)).entries.map(({ number }) => number);

describe('thirty days after the event', () => {
  it('nobody knows who judged, and no link of theirs leads anywhere', async () => {
    const event = await published();
    await setUp(event);
    const { judges } = await app.get(Contests).addJudge(cast.leader, event.id, { name: '青山 一郎', head: true });
    const names = async () => (await app.get(Contests).ofEvent(cast.leader, event.id)).judges.map(({ name }) => name);
    const ended = new Date(event.endsAt!).getTime();
    const day = 24 * 60 * 60 * 1000;
    await app.get(AnswersForgetting).sweep(new Date(ended + 29 * day));
    expect([await names(), judges.map(({ name }) => name)]).toEqual([['青山 一郎'], ['青山 一郎']]);
    const [before] = await app.database.asOwner<{ token: string }>(`select encode(token_hash, 'hex') as token from events.contest_judge where event_id = $1`, [event.id]);
    await app.get(AnswersForgetting).sweep(new Date(ended + 31 * day));
    const [after] = await app.database.asOwner<{ token: string }>(`select encode(token_hash, 'hex') as token from events.contest_judge where event_id = $1`, [event.id]);
    expect([await names(), after!.token === before!.token]).toEqual([['（消しました）'], false]);
    expect(await app.get(AnswersForgetting).sweep(new Date(ended + 32 * day))).toBe(0);
  });
});

describe('entry numbers', () => {
  it('are given when a place is: one to each head, or to a group; who came before there were divisions has one too', async () => {
    const event = await published();
    const early = await enter(event);
    expect(early.entries).toEqual([]);
    await setUp(event);
    expect((await app.get(Applications).ticket(early.token)).entries).toEqual([1]);
    expect((await enter(event, 0, 3)).entries).toEqual([2, 3, 4]);
    expect((await enter(event, 1, 8)).entries).toEqual([5]);
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.map(({ entries }) => entries).sort()).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('stay what they are: a cancelled one is nobody’s any more and is not given again, by nobody', async () => {
    const event = await published();
    await setUp(event);
    const [first, second] = [await enter(event), await enter(event)];
    await app.get(ApplicationChanges).cancelByTicket(second.token);
    expect((await app.get(Applications).ticket(second.token)).entries).toEqual([]);
    expect((await enter(event)).entries).toEqual([3]);
    await setUp(event, { criteria: ['高さ'] });
    expect((await app.get(Applications).ticket(first.token)).entries).toEqual([1]);
    expect((await app.get(Contests).ofEvent(cast.leader, event.id)).entries.map(({ number, stands }) => [number, stands])).toEqual([[1, true], [2, false], [3, true]]);
    for (const statement of ['update events.contest_entry set number = 9', 'delete from events.contest_entry', 'insert into events.contest_entry (event_id, number, application_id, head, frame_id) select event_id, 9, application_id, 9, frame_id from events.contest_entry limit 1'])
      await expect(app.database.asApp(statement)).rejects.toThrow('permission denied');
  });

  it('come with a place out of the queue, for as many as came up', async () => {
    const event = await published([{ name: '小学生の部', capacity: 3, perApplicationMax: 3 }]);
    await setUp(event);
    const [first] = [await enter(event), await enter(event)];
    const said = await app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(600_001, 3), partIsFine: true });
    const waiting = await app.get(Applications).ticket(tokenOf(said.rest!.ticketUrl));
    expect([said.status, waiting.status, waiting.entries]).toEqual(['confirmed', 'waitlisted', []]);
    // On the morning itself nobody is asked by mail any more: the host gives the one place by hand, and one of the two waits on.
    app.clock.set('2026-11-29T09:30:00+09:00');
    await app.get(ApplicationChanges).cancel(cast.leader, first.id, null);
    await app.get(ApplicationChanges).promote(cast.leader, waiting.id);
    expect(await app.get(Applications).ticket(tokenOf(waiting.ticketUrl))).toMatchObject({ heads: 1, entries: [4] });
    expect((await app.get(Applications).ticket(tokenOf(said.ticketUrl))).entries).toEqual([3]);
  });

  it('are unique however many are confirmed at once in several divisions, and some while the contest is set up', async () => {
    const event = await published(Array.from({ length: 6 }, (_, nth) => ({ name: `${nth}年`, capacity: 50, perApplicationMax: 2 })));
    const acts = Array.from({ length: 48 }, (_, index) => (): Promise<unknown> => (index === 7 ? setUp(event) : enter(event, index % 6)));
    const { errors } = await race(acts.length, (index) => acts[index]!());
    expect(errors).toEqual([]);
    expect(await numbersOf(event)).toEqual(Array.from({ length: 47 }, (_, index) => index + 1));
  });

  it('control: without the lock on the count two get one number, which the table refuses', async () => {
    const event = await published(Array.from({ length: 4 }, (_, nth) => ({ name: `${nth}年`, capacity: 1 })));
    await setUp(event);
    // Four whose turn it is, each in a frame of their own: four transactions.
    const turns = await Promise.all([0, 1, 2, 3].map(async (nth) => {
      const [first, next] = [await enter(event, nth), await enter(event, nth)];
      await app.get(ApplicationChanges).cancel(cast.leader, first.id, null);
      return next.id;
    }));
    const [shipped] = await app.database.asOwner<{ definition: string }>(`select pg_get_functiondef('events.number_entries'::regproc) as definition`);
    const slow = (lock: string): Promise<unknown> => app.database.asOwner(shipped!.definition.replace('for no key update;', `${lock}; perform pg_sleep(0.05);`));
    await slow('');
    const without = await race(4, (index) => app.get(ApplicationChanges).promote(cast.leader, turns[index]!));
    const numbered = (await numbersOf(event)).length;
    await slow('for no key update');
    const left = await app.database.asOwner<{ id: string }>(`select id from events.application where event_id = $1 and status = 'offered'`, [event.id]);
    const within = await race(left.length, (index) => app.get(ApplicationChanges).promote(cast.leader, left[index]!.id));
    await app.database.asOwner(shipped!.definition);
    expect([without.errors.length, numbered, within.errors]).toEqual([left.length, 8 - left.length, []]);
    expect(left.length).toBeGreaterThan(0);
    expect(await numbersOf(event)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('judging', () => {
  async function aDay(): Promise<{ event: EventDetail; judges: { id: string; token: string }[]; tickets: Awaited<ReturnType<typeof enter>>[] }> {
    const event = await published();
    await setUp(event);
    const tickets = [await enter(event, 0, 2), await enter(event), await enter(event), await enter(event, 1, 5)];
    await app.get(Contests).addJudge(cast.leader, event.id, { name: '青山 一郎', head: true });
    const { judges } = await app.get(Contests).addJudge(cast.leader, event.id, { name: '赤井 花', head: false });
    app.clock.set('2026-11-29T11:00:00+09:00');
    return { event, tickets, judges: judges.map(({ id, url }) => ({ id, token: url.split('/j/')[1]! })) };
  }

  it('is by a link, from the day on; a judge sees numbers and their own points, and nobody', async () => {
    const { judges, event } = await aDay();
    const [head, other] = judges.map(({ token }) => token) as [string, string];
    app.clock.set('2026-11-28T11:00:00+09:00');
    await expect(app.get(Judging).write(head, 1, [3, 3])).rejects.toMatchObject({ code: 'contest.not-yet', status: 409 });
    app.clock.set('2026-11-29T11:00:00+09:00');
    await app.get(Judging).write(head, 1, [5, 4]);
    await app.get(Judging).write(head, 1, [2, 2]);
    const desk = await app.get(Judging).desk(head);
    expect(desk).toMatchObject({ name: '青山 一郎', criteria: ['高さ', '絵'], scale: 5, can: true });
    expect(desk.divisions[0]).toEqual({ name: '小学生の部', entries: [{ number: 1, points: [2, 2] }, { number: 2, points: null }, { number: 3, points: null }, { number: 4, points: null }] });
    expect((await app.get(Judging).desk(other)).divisions[0]!.entries[0]).toEqual({ number: 1, points: null });
    expect(JSON.stringify(desk)).not.toMatch(/町民|きょうだい|neighbour/);
    await expect(app.get(Judging).desk('nobody')).rejects.toMatchObject({ code: 'contest.judge-unknown', status: 404 });
    await expect(app.get(Judging).write(head, 1, [6, 1])).rejects.toMatchObject({ code: 'contest.points', status: 422 });
    await expect(app.get(Judging).write(head, 99, [1, 1])).rejects.toMatchObject({ code: 'contest.entry-unknown', status: 404 });
    await expect(setUp(event, { scale: 10 })).rejects.toMatchObject({ code: 'contest.has-sheets', status: 409 });
    await expect(app.get(Contests).removeJudge(cast.leader, judges[0]!.id)).rejects.toMatchObject({ code: 'contest.judge-has-judged', status: 409 });
    await expect(app.get(Contests).addJudge(cast.leader, event.id, { name: '白井', head: true })).rejects.toMatchObject({ code: 'contest.one-head-judge', status: 409 });
  });

  it('two at once and one on paper count each once; what comes after the closing is refused, whoever is first', async () => {
    const { event, judges } = await aDay();
    const acts = [1, 2, 3, 4, 5].flatMap((number) => judges.map(({ token }) => () => app.get(Judging).write(token, number, [3, 3])));
    expect((await race(acts.length, (index) => acts[index]!())).errors).toEqual([]);
    await app.get(Judging).enterPaper(cast.leader, judges[1]!.id, 2, [5, 5]);
    const { entries } = await app.get(Contests).ofEvent(cast.leader, event.id);
    expect(entries.map(({ number, sheets, points, rank }) => [number, sheets, points, rank])).toEqual([[1, 2, 6, 2], [2, 2, 8, 1], [3, 2, 6, 2], [4, 2, 6, 2], [5, 2, 6, 1]]);
    const closing = [() => app.get(Contests).close(cast.leader, event.id), ...[1, 2, 3].map((number) => () => app.get(Judging).write(judges[0]!.token, number, [1, 1]))];
    const { errors } = await race(closing.length, async (index): Promise<unknown> => closing[index]!());
    for (const error of errors) expect(error).toMatchObject({ code: 'contest.judging-closed', status: 409 });
    await expect(app.get(Judging).write(judges[0]!.token, 4, [1, 1])).rejects.toMatchObject({ code: 'contest.judging-closed' });
    await app.get(Contests).reopen(cast.leader, event.id);
    await app.get(Judging).write(judges[0]!.token, 4, [1, 1]);
  });

  it('leaves out who was absent or cancelled after it; ties go to the head judge; results are frozen, and without a name nobody allowed', async () => {
    const { event, judges, tickets } = await aDay();
    const { id } = event;
    for (const [number, points] of [[1, [4, 4]], [3, [4, 4]], [4, [5, 5]], [5, [3, 3]]] as const) for (const { token } of judges) await app.get(Judging).write(token, number, [...points]);
    await app.get(ApplicationChanges).cancel(cast.leader, tickets[2]!.id, 'けがのため');
    await expect(app.get(Judging).write(judges[0]!.token, 4, [1, 1])).rejects.toMatchObject({ code: 'contest.entry-cancelled', status: 409 });
    const seen = await app.get(Contests).ofEvent(cast.leader, id);
    expect([seen.entries.map(({ number, rank }) => [number, rank]), seen.tied]).toEqual([[[1, 1], [2, null], [3, 1], [4, null], [5, 1]], [[1, 3]]]);
    await expect(app.get(Contests).confirm(cast.leader, id)).rejects.toMatchObject({ code: 'contest.judging-open', status: 409 });
    await app.get(Contests).close(cast.leader, id);
    await expect(app.get(Contests).award(cast.leader, id, { ties: [], prizes: [{ name: '区長賞', number: 4 }] })).rejects.toMatchObject({ code: 'contest.entry-unknown', status: 422 });
    await app.get(Contests).award(cast.leader, id, { ties: [{ numbers: [3, 1], words: '長く安定していました。' }], prizes: [{ name: '区長賞', number: 1 }] });
    expect(await app.get(ContestResults).shown(id)).toBeNull();
    await expect(app.get(ContestResults).certificates(cast.leader, id)).rejects.toMatchObject({ code: 'contest.no-results', status: 409 });
    await app.get(Contests).confirm(cast.leader, id);
    const places = [{ name: '小学生の部', entries: 2, places: [{ number: 3, rank: 1 }, { number: 1, rank: 2 }] }, { name: '団体の部', entries: 1, places: [{ number: 5, rank: 1 }] }];
    expect(await app.get(ContestResults).shown(id)).toEqual({ divisions: places, prizes: [{ name: '区長賞', number: 1, division: '小学生の部' }], names: new Map() });
    await app.get(ContestResults).allowNames(tickets[1]!.token, true);
    expect((await app.get(ContestResults).shown(id))!.names).toEqual(new Map([[3, expect.stringMatching(/^町民/)]]));
    await app.get(ContestResults).allowNames(tickets[1]!.token, false);
    expect((await app.get(ContestResults).shown(id))!.names.size).toBe(0);
    expect((await app.get(ContestResults).certificates(cast.leader, id)).certificates.map(({ number, rank, prize, name }) => [number, rank, prize, name !== ''])).toEqual([[3, 1, null, true], [1, 2, null, true], [5, 1, null, true], [1, null, '区長賞', true]]);
    await app.database.asOwner(`update events.event set state = 'reported' where id = $1`, [id]);
    for (const act of [() => app.get(Contests).reopen(cast.leader, id), () => app.get(Contests).award(cast.leader, id, { ties: [], prizes: [] }), () => setUp(event)]) await expect(act()).rejects.toMatchObject({ code: 'event.is-reported', status: 409 });
    const log = await app.database.asOwner<{ action: string }>('select action from identity.access_log where subject = $1 order by id', [`event:${id}`]);
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(['contest.saved', 'contest.judge-named', 'contest.judging-closed', 'contest.awarded', 'contest.results-confirmed', 'certificates.printed']));
  });

  it('is the host’s: nobody else reads or changes it, and what has entries stays', async () => {
    const [another, { event }] = [await published(), await aDay()];
    for (const actor of [cast.staff, cast.blockLeader, cast.otherLeader]) {
      await expect(app.get(Contests).ofEvent(actor, event.id)).rejects.toMatchObject({ code: 'contest.leaders-only', status: 403 });
      await expect(app.get(Contests).close(actor, event.id)).rejects.toMatchObject({ code: 'contest.leaders-only', status: 403 });
      await expect(app.get(ContestResults).certificates(actor, event.id)).rejects.toMatchObject({ code: 'contest.leaders-only', status: 403 });
    }
    const [first] = event.frames;
    const only = { divisions: [{ frameId: first!.id, name: '小学生', unit: 'person' as const }] };
    await expect(setUp(event, only)).rejects.toMatchObject({ code: 'contest.division-in-use', status: 409 });
    await expect(setUp(event, { divisions: event.frames.map(({ id, name }) => ({ frameId: id, name, unit: 'person' as const })) })).rejects.toMatchObject({ code: 'contest.division-in-use' });
    await expect(setUp(another, only)).rejects.toMatchObject({ code: 'contest.frame-unknown', status: 422 });
    await expect(app.get(Contests).close(cast.leader, event.id)).rejects.toMatchObject({ code: 'contest.no-sheets', status: 409 });
  });
});
