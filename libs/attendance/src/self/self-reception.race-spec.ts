import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Actor } from '@yoriai/associations';
import { newId } from '@yoriai/platform';
import { race } from '@yoriai/testing';
import { Door } from '../reception/testing/door.js';
import { SelfReception } from './self-reception.service.js';
import { entrance } from './testing/entrance.js';

let door: Door;

beforeAll(async () => {
  door = await Door.open();
});
afterAll(() => door.close());

it('two devices of each of 20 families and the reception at once: each family is counted once, and the others hear that they were', async () => {
  const event = await entrance(door);
  const self = door.app.get(SelfReception);
  const families = await Promise.all((await door.town.people(20)).map((personId) => door.town.application(event, { personId, heads: 2 })));
  const acts = families.flatMap(({ id, personId }) => {
    const actor = new Actor({ personId, accountId: newId(), sessionId: newId(), name: '家族', grants: [] });
    const own = async () => (await self.receiveOwn(actor, event.code, { nonce: newId(), heads: new Map() }, 'home'))[0]!.answer;
    return [own, own, async () => (await door.checkIns.checkIn(event.leader, event.id, door.byName(id))).answer];
  });
  const { values, errors } = await race(acts.length, (index) => acts[index]!());
  expect(errors).toEqual([]);
  expect(values.filter((answer) => answer === 'done')).toHaveLength(20);
  expect(values.filter((answer) => answer === 'already')).toHaveLength(40);
  expect(await door.counts(event.id)).toMatchObject({ participants: 40, sequence: 20 });
});

it('one form sent ten times at once is one act', async () => {
  const event = await entrance(door);
  const self = door.app.get(SelfReception);
  const press = { nonce: newId(), heads: 4 };
  const { values, errors } = await race(10, () => self.receiveWalkIns(event.code, press, 'hall'));
  expect(errors).toEqual([]);
  expect(new Set(values.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await door.counts(event.id)).toMatchObject({ walkIns: 4 });
});
