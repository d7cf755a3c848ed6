import 'reflect-metadata';
import { parentPort } from 'node:worker_threads';
import type { INestApplicationContext } from '@nestjs/common';
import { Config } from '@yoriai/platform';
import { OwnHand, castFrom, type Begun } from './hand.js';
import type { Answer, Asked } from './hands-beside.js';
import { openHand } from './hands.js';
import { prepareStatements } from './prepared.js';

/** The program of the thread that `HandsBeside` starts: does what it is asked, and answers each under its number. */
const demos: INestApplicationContext[] = [];
const hands = new Map<number, OwnHand>();
prepareStatements();

parentPort?.on('message', ({ nth, asked }: { nth: number; asked: Asked }) => {
  const say = (answer: Answer): void => parentPort?.postMessage({ nth, answer });
  act(asked).then(
    (done) => say({ done }),
    (error: unknown) => say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function act(asked: Asked): Promise<Begun[]> {
  if (asked.ask === 'take') return known(asked.hand).take(asked.step, asked.numbers);
  if (asked.ask === 'meet') await known(asked.hand).meet(castFrom(asked.cast));
  if (asked.ask === 'open') await Promise.all(asked.hands.map((hand) => open(hand, new Config(asked.config), asked.today)));
  if (asked.ask === 'close') await Promise.all(demos.map((demo) => demo.close()));
  return [];
}

async function open(hand: number, config: Config, today: Date): Promise<void> {
  const demo = await openHand(hand, config, today);
  demos.push(demo);
  hands.set(hand, new OwnHand(demo));
}

function known(hand: number): OwnHand {
  const found = hands.get(hand);
  if (!found) throw new Error(`There is no hand ${hand} in this thread`);
  return found;
}
