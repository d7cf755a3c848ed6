import type { reminders as ja } from '../ja/reminders.js';

/** Texts of `reminders`, en. Flat keys; `{{name}}` is a placeholder. */
export const reminders = {
  'reminders.kind.d7': '1 week before (10:00)',
  'reminders.kind.d1': 'The day before (18:00)',
  'reminders.kind.day': 'On the day (7:30)',
  'reminders.state.due': 'Planned',
  'reminders.state.expanded': 'Sent',
  'reminders.state.withdrawn': 'Called off',
  'reminders.state.skipped': 'None (the time has passed)',
} as const satisfies Record<keyof typeof ja, string>;
