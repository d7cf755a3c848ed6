import { findingOf, type Finding } from '../ratio.js';
import type { Begun } from '../settings.js';

/** P8 as findings: seconds to the first page, memory at rest, memory after being read. */
export function startFindings({ seconds, memory, grown, readSeconds }: Begun): Finding[] {
  const one = (limit: number) => (product: number) => ({ product, limit });
  return [
    findingOf({ id: 'P8', work: '`npm start` (installed, built, demo ward loaded) to the first page', limit: 'embedded PostgreSQL + bare Fastify', unit: 's', kind: 'at-most', target: 5 }, seconds),
    findingOf({ id: 'P8', work: 'memory of api + worker, just started', limit: 'what it may be', unit: 'MB', kind: 'at-most', target: 350 }, memory.map(one(350))),
    findingOf({ id: 'P8', work: `memory after ${readSeconds} s of reading, 20 readers`, limit: 'just started', unit: '×', kind: 'at-most', target: 1.3 }, [one(1)(grown)]),
  ];
}
