/** Texts of decisions made in another's place. */
export const appDeputy = {
  'app.deputy.open': 'Decide in another approver’s place',
  'app.deputy.who': 'In whose place',
  'app.deputy.hint': 'It has waited five business days. For whom and why stays on record; the host reads it too.',
  'app.deputy.nobody': 'In nobody’s place',
  'app.deputy.reason': 'Why you decide in their place',
  'app.deputy.reason.hint': 'Briefly: “travelling”, “on leave”. Nothing about anybody’s health, please.',
  'app.deputy.story': 'In the place of {{name}} ({{reason}})',
  'refusal.approval.deputy-too-early': 'You can decide in another’s place once the application has waited five business days.',
  'refusal.approval.deputy-unknown': 'Choose in whose place from the ward’s other approvers.',
  'refusal.approval.deputy-reason': 'Write why you decide in their place.',
} as const;
