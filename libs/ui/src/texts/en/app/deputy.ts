/** Texts of decisions made in another's place. */
export const appDeputy = {
  'app.deputy.open': 'Decide in another approver’s place',
  'app.deputy.who': 'In whose place',
  'app.deputy.hint': 'It has waited five business days. For whom and why stays on record.',
  'app.deputy.nobody': 'In nobody’s place',
  'app.deputy.reason': 'Why you decide in their place',
  'app.deputy.story': 'In the place of {{name}} ({{reason}})',
} as const;
