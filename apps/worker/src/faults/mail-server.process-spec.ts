import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkerTown, dueLetters, mailSink, until } from '@yoriai/testing';

let town: WorkerTown;

beforeAll(async () => {
  town = await WorkerTown.open();
  await town.servers.worker().ready();
}, 90_000);
afterAll(() => town.close());

const people = (name: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${name}${n}@example.jp`);
const enter = (addresses: readonly string[]) => dueLetters(town.database, town.event, addresses);
/** The letters that came for an address: their Message-IDs. */
const lettersFor = (address: string): string[] => town.sink.mails.filter((mail) => mail.to.includes(address)).map((mail) => mail.messageId);
const ledger = (name: string) =>
  town.database.asOwner<{ state: string; error: string | null }>('select state, last_error as error from notifications.delivery where address like $1', [`${name}%`]);
const accepted = async (name: string, count: number): Promise<boolean> => (await ledger(name)).filter((row) => row.state === 'accepted').length === count;
/** How many were made to wait for a later round. */
const putOff = async (name: string): Promise<number> =>
  (await town.database.asOwner('select 1 from notifications.delivery where address like $1 and next_attempt_at > created_at', [`${name}%`])).length;
/** The hour that the only repeat of a letter waits which was handed over whole. */
const anHourGoesBy = async (name: string, number: number): Promise<void> => {
  const waiting = (): Promise<unknown[]> => town.database.asOwner(`select 1 from notifications.delivery where address like $1 and state = 'due' and handed_over = 1 and next_attempt_at >= now() + interval '50 minutes'`, [`${name}%`]);
  await until(`${name} wait for their repeat`, async () => (await waiting()).length === number, 60_000);
  await town.database.asOwner(`update notifications.delivery set next_attempt_at = now() where address like $1 and state = 'due' and handed_over = 1`, [`${name}%`]);
};
const everybodyHas = (addresses: readonly string[]): boolean => addresses.every((address) => lettersFor(address).length > 0);

describe('the mail server', () => {
  it('says 421, 451 and 550, lets one wait and breaks the line: the others have their mail at once, everybody in the end, nobody twice without need', async () => {
    const first = new Set<string>();
    const isFirst = (address: string): boolean => !first.has(address) && Boolean(first.add(address));
    let release = (): void => undefined;
    const released = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
    town.sink.refuse = (address) => {
      if (address.startsWith('nobody')) return { code: 550, text: 'no such user' };
      if (address.startsWith('busy') && isFirst(address)) return { code: 421, text: 'too busy, closing' };
      if (address.startsWith('grey') && isFirst(address)) return { code: 451, text: 'greylisted' };
      return address.startsWith('slow') ? released : undefined;
    };
    town.sink.breaks = (mail) => (mail.to[0] ?? '').startsWith('cut') && isFirst(mail.to[0] ?? '');
    const troubled = [...people('cut', 3), ...people('busy', 3), ...people('grey', 3), ...people('nobody', 2)];
    const others = people('other', 150);
    await enter([...people('slow', 2), ...troubled, ...others]);

    // The slow ones are still being held when everybody else has been written to: nobody had to wait for a second try of others.
    await until('the others are written to', () => everybodyHas(others), 18_000);
    expect(await putOff('other')).toBe(0);
    expect(people('slow', 2).flatMap(lettersFor)).toEqual([]);
    release();

    await anHourGoesBy('cut', 3);
    await until('the troubled are written to', async () => (await accepted('cut', 3)) && (await accepted('busy', 3)) && (await accepted('grey', 3)) && accepted('slow', 2), 45_000);
    expect((await ledger('nobody')).map((row) => row.state)).toEqual(['bounced', 'bounced']);
    // A letter whose line broke before the answer is repeated once, an hour later, and can be told by its Message-ID.
    for (const address of people('cut', 3)) {
      expect(lettersFor(address)).toHaveLength(2);
      expect(new Set(lettersFor(address)).size).toBe(1);
    }
    for (const address of [...others, ...people('busy', 3), ...people('grey', 3), ...people('slow', 2)]) expect([address, lettersFor(address).length]).toEqual([address, 1]);
  }, 90_000);

  it('keeps every connection of the bulk: it is given up after twenty seconds, codes come at once all the while, the others as soon as there is a line, and held up letters hold up nobody again', async () => {
    const api = await (await town.servers.api()).ready();
    const silent = new Promise<undefined>(() => undefined);
    const arrived = new Map<string, number>();
    town.sink.refuse = (address) => (address.startsWith('stuck') ? silent : undefined);
    // Taken, and never said so.
    town.sink.onMail = ({ to: [address = ''] }) => {
      arrived.set(address, performance.now());
      return address.startsWith('mute') ? silent : undefined;
    };
    const stuck = people('stuck', 3);
    const mute = people('mute', 2);
    const others = people('behind', 150);
    const heldUp = async (): Promise<number> => (await town.database.asOwner(`select 1 from notifications.delivery where address like 'stuck%' and held_up > 0`)).length;
    await enter([...mute, ...stuck]);
    await until('every connection is kept', () => mute.every((address) => arrived.has(address)));
    await enter(others);

    const asked = performance.now();
    for (const address of people('code', 3)) {
      const answer = await fetch(`${api.url}/api/sign-in-requests`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: address }) });
      expect(answer.status).toBeLessThan(300);
    }
    await until('the codes', () => everybodyHas(people('code', 3)), 10_000);
    expect(others.filter((address) => arrived.has(address))).toEqual([]);

    await until('the others are written to', () => everybodyHas(others), 40_000);
    expect(Math.max(...others.map((address) => arrived.get(address)!)) - asked).toBeLessThan(40_000);
    // Who only stood in the queue is not counted as tried.
    await until('the others are settled', () => accepted('behind', 150));
    expect(await town.database.asOwner(`select 1 from notifications.delivery where address like 'behind%' and (attempts <> 1 or held_up > 0)`)).toEqual([]);

    // Tried again, the held up ones have lines of their own.
    await until('all of them were given up', async () => (await heldUp()) === stuck.length);
    await until('they are being tried again', async () => (await town.database.asOwner(`select 1 from notifications.delivery where address like 'stuck%' and held_up > 0 and state = 'sending'`)).length > 0);
    const later = people('afterwards', 50);
    await enter(later);
    await until('whoever comes afterwards', () => everybodyHas(later), 10_000);
    town.sink.refuse = () => undefined;
    await anHourGoesBy('mute', mute.length);
    await until('the mute ones were tried twice', async () => (await ledger('mute')).every((row) => row.state === 'bounced'), 60_000);
    for (const address of mute) {
      expect(lettersFor(address)).toHaveLength(2);
      expect(new Set(lettersFor(address)).size).toBe(1);
    }
    for (const address of [...others, ...later]) expect([address, lettersFor(address).length]).toEqual([address, 1]);
    town.sink.onMail = () => undefined;
  }, 180_000);

  it('is away: nothing is lost, and when it is back everybody is written to once', async () => {
    const { port } = town.sink;
    await town.sink.close();
    const waiting = people('later', 60);
    await enter(waiting);
    await until('the worker found nobody there', async () => (await ledger('later')).some((row) => row.error?.includes('ECONNREFUSED')));
    town.sink = await mailSink(port);
    await until('everybody is written to', () => accepted('later', 60), 60_000);
    for (const address of waiting) expect([address, lettersFor(address).length]).toEqual([address, 1]);
  }, 90_000);
});
