import type { siteFrame as ja } from '../../ja/site/frame.js';

/** Texts around every page of the Site. */
export const siteFrame = {
  'site.office-hours': 'Weekdays 9:00–17:30',
  'site.nav.sign-in': 'Sign in',
  'site.back-to-events': 'All events',
  'site.back-to-found': 'Back to your search',
  'refusal.site.form-without-key': 'This page is too old. Please reload the page before and send it again.',
  'refusal.site.choose': 'Please choose one.',
  'refusal.site.heads': 'Please choose how many people, from 1 to {{max}}.',
} as const satisfies Record<keyof typeof ja, string>;
