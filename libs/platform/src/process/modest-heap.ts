import { setFlagsFromString } from 'node:v8';

/**
 * The heap may grow by this before it is tidied (percent). Left alone, V8 lets it grow to four times what is alive
 * while somebody reads much: twice the memory of a quiet process, on a machine that also runs the database.
 */
const GROWTH_PERCENT = 150;

/** Keeps this process small under load, for a few percent of its time. Call it first. Unlike a bound it never refuses memory that is needed. */
export function keepHeapModest(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
