import { rowLock } from '../limits/row-lock.js';
import { load, type Load } from '../load.js';
import { findingOf, inTurns, type Finding } from '../ratio.js';
import { SIZES, grouped } from '../sizes.js';
import type { OpenEvent, Town } from '../town.js';

const CONNECTIONS = 200;
const APPLICANTS = SIZES.applicants;

let people = 0;

/** Everybody of a load is somebody new, with a key of their own. */
function applicants(pathOf: (event: OpenEvent) => string, events: readonly OpenEvent[], origin: string) {
  return {
    method: 'POST' as const,
    setupRequest: (request: object) => {
      people += 1;
      const event = events[people % events.length]!;
      const body = JSON.stringify({ frameId: event.frameId, name: `町民 ${people}`, kana: 'ちょうみん', email: `resident-${people}@example.jp`, heads: 1 });
      const headers = { 'content-type': 'application/json', origin, 'idempotency-key': `bench-${process.pid}-${people}` };
      return { ...request, path: pathOf(event), body, headers };
    },
  };
}

const SIGNED_UP = ['events.application', 'identity.person', "platform.outbox where message in ('events.application-confirmed', 'events.application-waitlisted')", 'platform.idempotency_key where status = 201'];

/** Frames that don't hold what they say, or more than they may. */
const MISCOUNTED = `events.frame f left join (
    select frame_id, sum(heads) filter (where status = 'confirmed') as heads, count(*) filter (where status = 'waitlisted') as waiting
    from events.application group by frame_id
  ) held on held.frame_id = f.id
  where f.places_taken > f.capacity or f.places_taken <> coalesce(held.heads, 0) or f.waiting <> coalesce(held.waiting, 0)`;

async function rowsLeft(town: Town): Promise<number[]> {
  const rows: number[] = [];
  for (const table of SIGNED_UP) rows.push(await town.count(table));
  return rows;
}

/** Sends the crowd through the product, and makes sure that every rule left its row: application, person, message, kept answer. */
async function through(town: Town, events: readonly OpenEvent[], amount = APPLICANTS): Promise<number> {
  const before = await rowsLeft(town);
  const { apiUrl, publicUrl } = town.settings;
  const done = await load({ url: apiUrl, connections: CONNECTIONS, amount, request: applicants((event) => `/api/events/${event.id}/applications`, events, publicUrl) });
  const after = await rowsLeft(town);
  insist(done, amount);
  for (const [index, table] of SIGNED_UP.entries()) {
    const added = after[index]! - before[index]!;
    if (added !== amount) throw new Error(`${amount} sign-ups left ${added} rows in ${table}`);
  }
  const wrong = await town.count(MISCOUNTED);
  if (wrong > 0) throw new Error(`${wrong} frames do not count what they hold`);
  return done.perSecond;
}

function insist({ answered, byStatus }: Load, amount: number): void {
  if (answered !== amount || byStatus[201] !== amount) throw new Error(`Of ${amount} requests: ${JSON.stringify(byStatus)}`);
}

async function entriesAdded(town: Town, amount: number, work: () => Promise<number>): Promise<number> {
  const before = await town.count('bench.entry');
  const perSecond = await work();
  const added = (await town.count('bench.entry')) - before;
  if (added !== amount) throw new Error(`${amount} entries left ${added} rows`);
  return perSecond;
}

/** P1: everybody wants the same event. */
export async function hotFrame(town: Town, rounds: number): Promise<Finding> {
  const events = await town.publish(rounds + 1, '人気の行事', 50);
  await through(town, [events[rounds]!], SIZES.warming);
  // PostgreSQL counts its tables by itself within a minute; plans made for empty ones read them from end to end.
  await town.db.query('analyze');
  const measured = await inTurns(
    rounds,
    (round) => through(town, [events[round]!]),
    (round) => entriesAdded(town, APPLICANTS / 2, () => rowLock(town.settings.ownerUrl, events[round]!.frameId, APPLICANTS / 2)),
  );
  return findingOf(
    { id: 'P1', work: 'sign-ups to one hot frame over HTTP, 200 connections', limit: '`SELECT … FOR UPDATE` + insert + commit each, bare `pg`, 20 clients', unit: '/s', kind: 'at-least', target: 3 },
    measured,
  );
}

/** P2: everybody wants something else. */
export async function spread(town: Town, rounds: number, events: readonly OpenEvent[], bareUrl: string): Promise<Finding> {
  const bare = (amount: number) => async () => {
    const done = await load({ url: bareUrl, connections: CONNECTIONS, amount, request: applicants(() => '/entries', events, town.settings.publicUrl) });
    insist(done, amount);
    return done.perSecond;
  };
  await through(town, events, SIZES.warming);
  // PostgreSQL counts its tables by itself within a minute; plans made for empty ones read them from end to end.
  await town.db.query('analyze');
  await bare(SIZES.warming)();
  const measured = await inTurns(
    rounds,
    () => through(town, events),
    () => entriesAdded(town, APPLICANTS, bare(APPLICANTS)),
  );
  return findingOf(
    { id: 'P2', work: `sign-ups spread over ${grouped(SIZES.events)} frames over HTTP, 200 connections`, limit: 'bare Fastify + one named insert, same pool', unit: '/s', kind: 'at-least', target: 0.6 },
    measured,
  );
}
