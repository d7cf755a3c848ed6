import path from 'node:path';
import TestSequencer from '@jest/test-sequencer';
import { ROOT } from './postgres-place.mjs';

/**
 * What takes longest begins first, so that two workers end together. A machine that has never run them knows nothing of how long; then
 * a file of ten lines that sends thousands of requests would come last, alone.
 */
export const LONGEST = [
  'apps/api/src/rights/matrix.http-spec.ts',
  'apps/worker/src/faults/workers.process-spec.ts',
  'apps/worker/src/faults/mail-server.process-spec.ts',
  'apps/worker/src/faults/queue.process-spec.ts',
  'apps/api/src/fuzz/everybody.http-spec.ts',
  'apps/api/src/fuzz/sweep.http-spec.ts',
  'apps/api/src/fuzz/fuzz.http-spec.ts',
  'apps/api/src/faults/database.process-spec.ts',
  'libs/events/src/application/clients-at-once.db-spec.ts',
  'apps/local/src/backup/backup.process-spec.ts',
  'apps/api/src/faults/leaving.process-spec.ts',
  'apps/bench/src/bench.process-spec.ts',
  'apps/worker/src/reminder-day.process-spec.ts',
  'libs/events/src/public-event/public-growth.db-spec.ts',
  'apps/api/src/rights/two-houses.http-spec.ts',
  'libs/events/src/application/offers.db-spec.ts',
  'apps/worker/src/letters/change.letters.job-spec.ts',
  'apps/worker/src/no-names.process-spec.ts',
  'libs/platform/src/queue/queue-limits.db-spec.ts',
  'apps/api/src/site/events/events.page-spec.ts',
];

const place = ({ path: file }) => {
  const at = LONGEST.indexOf(path.relative(ROOT, file));
  return at < 0 ? LONGEST.length : at;
};

/** Jest's own order, with the longest files in front. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
}
