import type { reporting as ja } from '../ja/reporting.js';

/** Texts of `reporting`, en. Flat keys; `{{name}}` is a placeholder. */
export const reporting = {
  'reporting.attendance-from.reception': 'Check-in record',
  'reporting.attendance-from.report': 'Event report',
  'reporting.figure.applied': 'Applied',
  'reporting.figure.confirmed': 'Confirmed',
  'reporting.figure.events': 'Events',
  'reporting.figure.fillRate': 'Share of places filled',
  'reporting.figure.participants': 'Took part',
  'reporting.figure.places': 'Places',
  'reporting.figure.placesTaken': 'Confirmed within the places',
  'reporting.figure.volunteerPlaces': 'Helpers wanted',
  'reporting.figure.volunteers': 'Helpers who came',
  'reporting.figure.volunteersConfirmed': 'Helpers confirmed',
  'reporting.figure.walkIns': 'Walk-ins',
  'reporting.unit.people': 'people',
  'reporting.whole-ward': 'Whole ward',
  'refusal.participation.not-yours':
    'Only ward office staff and officers of the organising group can see how many took part.',
} as const satisfies Record<keyof typeof ja, string>;
