import type { choice as ja } from '../ja/choice.js';

/** Texts of applications that the host answers, en. */
export const choice = {
  'choice.by': 'The host answers by {{day}}.',
  'choice.soon': 'The host will answer you.',
  'choice.not-yet': 'You have no place yet.',
  'choice.words': 'From the host: {{words}}',
  'choice.guardian': 'The host decides who takes part and tells them; they have no place yet. Please answer now, for the case that they are chosen.',
  'choice.unanswered': 'The event began before the host had answered, so this application has ended. We are sorry that you waited.',
  'refusal.application.not-chosen': 'The host does not choose here. Please open the page again.',
  'refusal.application.answered-already': 'Some of these were answered already, perhaps by another officer. Please look at the list again.',
  'refusal.application.others-wait': 'Others are waiting, and a free place goes to them in their order. You can put this group on the waiting list too.',
  'refusal.application.places-free': 'Somebody of these fits into a place that is free, so they can’t be put on the waiting list. Accept or decline them.',
  'refusal.application.answer-told': 'They have been told already, so this answer cannot be taken back.',
  'refusal.event.answers-after-start': 'Please choose a day for your answers that is not after the event.',
  'refusal.event.answers-before-closing': 'Choose the closing day or a later one as the day of answers.',
} as const satisfies Record<keyof typeof ja, string>;
