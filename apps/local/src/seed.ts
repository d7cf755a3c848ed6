import { availableParallelism, loadavg } from 'node:os';
import { HandsBeside } from './demo/hands-beside.js';

/** Loads the demo ward, or with `--json` two organisations with every role; never in production mode. */
const roles = process.argv.includes('--json');
// A second thread helps where a processor is free for it; where all are busy, the two wait for each other and it takes longer.
const processors = availableParallelism();
const isFree = processors > 1 && (loadavg()[0] ?? 0) < processors;
// It loads the product while this one does, so it begins before that.
const beside = roles || !isFree ? undefined : new HandsBeside();
const { load } = await import('./demo/load.js');
console.info(await load({ roles, beside }));
