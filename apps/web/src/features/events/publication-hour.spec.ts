import { expect, it } from '@jest/globals';
import { wrongHour } from './publication-hour.js';

const NOW = new Date('2026-11-27T10:00:00+09:00');

it('refuses an hour that is over, and what is no hour, before it asks', () => {
  expect(['2026-11-27T08:00', '2026-11-27T10:00', '', '2026-11-27T10:01', '2026-12-01T09:00'].map((local) => wrongHour(local, NOW))).toEqual(['event.publish-past', 'event.publish-past', 'app.date', undefined, undefined]);
});
