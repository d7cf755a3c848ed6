/** Texts of what the form asks besides: words for other readers, insurance, budget, taking part. */
export const appMoreFields = {
  'app.field.words.open': 'Write it in easy Japanese and English too',
  'app.field.words.lead': 'Who reads in that language sees these words. What you leave out stays Japanese.',
  'app.field.titleEasy': 'Name in easy Japanese',
  'app.field.titleEasy.hint': 'Short words, and few kanji.',
  'app.field.descriptionEasy': 'Description in easy Japanese',
  'app.field.titleEn': 'Name in English',
  'app.field.descriptionEn': 'Description in English',
  'app.field.attendanceMode': 'How one takes part',
  'app.field.attendanceMode.in-person': 'At the place',
  'app.field.attendanceMode.online': 'Online',
  'app.field.attendanceMode.both': 'At the place or online',
  'app.field.insurance': 'Insurance of the event',
  'app.field.insurance.hint': 'By what it is insured, or “none”. Hosts and the ward see it, and a council or community centre that looks at the plan; it is not public.',
  'app.field.budget': 'Budget (yen)',
  'app.field.budget.hint': 'Roughly. Hosts and the ward see it, and a council or community centre that looks at the plan; it is not public.',
  'app.field.budget.yen': '{{yen}} yen',
} as const;
