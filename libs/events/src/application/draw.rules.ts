import { createHash, createHmac } from 'node:crypto';
import { fitting } from './application.rules.js';

/** Somebody in a draw, without a name. */
export interface Entry {
  /** The application's number: what the holder of the ticket finds themselves by. */
  number: string;
  heads: number;
  /** 一部だけでもよい. */
  partIsFine: boolean;
}

/** What became of an entry. */
export interface Lot<Of extends Entry = Entry> {
  entry: Of;
  /** HMAC-SHA256 of the number under the seed, as 64 hexadecimal digits: the lower, the earlier. */
  lot: string;
  /** Of all who entered, from 1. */
  rank: number;
  /** Heads that have places; the others of the group wait. */
  won: number;
}

/** What is published before anybody enters: SHA-256 of the seed's text, as 64 hexadecimal digits. */
export const commitmentOf = (seed: string): string => createHash('sha256').update(seed, 'utf8').digest('hex');

/**
 * The draw (docs/adr/0036), which anybody can repeat with nothing but what is published: entries stand in the order of
 * their lots; from the first on each group has places when all of it fits, or as many as fit where a part is fine; who
 * does not get any waits in this order.
 */
export function draw<Of extends Entry>(seed: string, entries: readonly Of[], capacity: number): Lot<Of>[] {
  const lots = entries.map((entry) => ({ entry, lot: createHmac('sha256', seed).update(entry.number, 'utf8').digest('hex') }));
  // Two lots are never the same but where two numbers are, and numbers are unique in an event.
  lots.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  let free = capacity;
  return lots.map(({ entry, lot }, index) => {
    const won = fitting(entry, free);
    free -= won;
    return { entry, lot, rank: index + 1, won };
  });
}
