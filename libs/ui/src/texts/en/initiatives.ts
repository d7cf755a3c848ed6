import type { initiatives as ja } from '../ja/initiatives.js';

/** Texts of `initiatives`, en. */
export const initiatives = {
  'events.label.initiative': 'Initiative of the ward (if any)',
  'events.label.initiative.short': 'Initiative of the ward',
  'events.label.initiative.hint': 'If the event belongs to a programme or campaign of the ward’s plan, choose it. The event then stands on its page.',
  'events.label.initiative.none': 'None',
  'refusal.event.initiative-unknown': 'This initiative is not on the list. Choose another one.',
  'refusal.event.initiative-over': 'This initiative is over and can’t be chosen any more. Choose another one, or none.',
  'refusal.initiative.staff-only': 'Only ward staff can write initiatives.',
  'refusal.initiative.exists': 'There is an initiative with this code or name already.',
  'refusal.initiative.not-found': 'There is no such initiative. Please open the list again.',
  'refusal.initiative.changed-meanwhile': 'Somebody else corrected it in the meantime. Please open the list again and correct it once more.',
  'refusal.initiative.code': 'Begin the code with a small letter; letters, digits and dashes, 40 at most.',
  'refusal.initiative.name-missing': 'Please write the name, its reading and its English name.',
  'refusal.initiative.words-missing': 'Please say in Japanese and English what it is.',
  'refusal.initiative.days': 'The last day must be the first day or later.',
  'refusal.initiative.days-of-campaign': 'Only a campaign has days.',
} satisfies Record<keyof typeof ja, string>;
