import { randomInt } from 'node:crypto';

/** No I, L, O and no digits: read over the telephone, nothing sounds or looks like something else. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';

/** Six letters, 148 million of them; unique within an event by `assignment_number_free`. */
export function newNumber(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
