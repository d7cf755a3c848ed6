/** Texts of `find`, en: finding a screen or an event from anywhere, and the keys for it. */
export const find = {
  'find.title': 'Find',
  'find.words': 'Name of a screen or an event',
  'find.screens': 'Screens',
  'find.events': 'Events',
  'find.count': 'Found: {{count}}',
  'find.people': 'Who takes part in “{{title}}”',
  'find.all': 'See all in the list of events',
  'find.close': 'Close',
  'find.keys': 'Keyboard',
  'find.keys.body': 'Ctrl+K (Command+K on a Mac) finds screens and events. F6 goes to the next part of the page, Shift+F6 to the one before.',
} as const;
