import type { appFigures as ja } from '../../ja/app/figures.js';

/** Texts of what the figures are laid beside, and of their pictures, en. */
export const appFigures = {
  'app.stats.table': 'Table: {{of}}',
  'app.stats.before.same-day': 'Last year until the same day: {{people}}',
  'app.stats.before.whole': 'The year before: {{people}}',
  'app.stats.before.change': ' ({{change}})',
  'app.stats.head.before': 'Year before',
  'app.stats.head.difference': 'Difference',
  'app.stats.month.now': 'This year',
  'app.stats.month.before': 'Year before',
  'app.stats.area.low': 'Below 60% of the mean',
  'app.stats.area.mean': 'Dotted line: mean of {{people}}',
  'app.stats.duty.title': 'Hardest to fill: “{{duty}}” ({{share}} at the start)',
  'app.stats.duty.full': 'Duties were filled by the start',
  'app.stats.duty.sub': 'How full duties were (%), by weeks before. Events so far, by the name of the duty.',
  'app.stats.duty.caption': 'How duties filled',
  'app.stats.duty.head': 'Duty',
  'app.stats.duty.places': 'Wanted',
  'app.stats.duty.weeks': '{{weeks}} wk',
  'app.stats.duty.day': 'Start',
  'app.stats.field.title': 'Most in “{{field}}”, with {{people}} taking part',
  'app.stats.field.sub': 'People by field and area (all visits). Darker means more.',
  'app.stats.field.caption': 'Participants by field and area',
  'app.stats.event.count': 'All events ({{count}})',
} as const satisfies Record<keyof typeof ja, string>;
