import type { reporting as ja } from '../ja/reporting.js';

/** Texts of `reporting`, en. Flat keys; `{{name}}` is a placeholder. */
export const reporting = {
  'reporting.attendance-from.reception': 'Check-in record',
  'reporting.attendance-from.report': 'Event report',
  'refusal.participation.not-yours':
    'Only ward office staff and officers of the organising group can see how many took part.',
  'reporting.attendance-from.correction': 'Report, corrected',
} as const satisfies Record<keyof typeof ja, string>;
