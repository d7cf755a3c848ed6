import type { siteFinding as ja } from '../../ja/site/finding.js';

/** Search, conditions and ways on where nothing was found. */
export const siteFinding = {
  'site.find.label': 'Search by words',
  'site.find.hint': 'Japanese names of events, places or groups. Hiragana works too.',
  'site.find.when': 'When',
  'site.find.when.any': 'From today on',
  'site.find.when.past': 'Past events',
  'site.find.past': 'These events are over. The latest comes first.',
  'site.find.audience': 'Who for',
  'site.find.audience.all': 'No preference',
  'site.find.audience.children': 'With children',
  'site.find.audience.seniors': 'Older people',
  'site.find.audience.anyone': 'Open to anyone',
  'site.find.only': 'More',
  'site.find.free': 'Places left',
  'site.find.gratis': 'Free of charge',
  'site.find.chip.to': 'Until {{date}}',
  'site.find.none.word': 'Nothing found for “{{q}}”',
  'site.find.none.try': 'Try hiragana, or a shorter word.',
  'site.find.way.word': 'Search for “{{q}}” only ({{count}})',
  'site.find.way.bare': 'Without the other filters ({{count}})',
  'site.find.way.past': 'Look among past events ({{count}})',
  'site.find.way.all': 'All coming events ({{count}})',
} as const satisfies Record<keyof typeof ja, string>;
