import type { siteErrors as ja } from '../../ja/site/errors.js';

/** Pages that say no. */
export const siteErrors = {
  'site.error.400.title': 'We could not read that',
  'site.error.403.title': 'This page is for the people in charge',
  'site.error.404.title': 'There is no such page',
  'site.error.409.title': 'This cannot be done now',
  'site.error.410.title': 'This page is gone',
  'site.error.422.title': 'Please fix what you wrote',
  'site.error.429.title': 'Please wait a moment',
  'site.error.500.title': 'Something went wrong on our side',
  'site.error.503.title': 'Not available right now',
  'site.error.saved': 'The events you already applied for are safe.',
  'site.error.kept': 'What you wrote is kept on this page. Please wait a little and send it again. It will count only once.',
  'site.error.way.again': 'Send it again',
  'site.error.way.events': 'Find an event',
  'site.error.way.home': 'To the first page',
  'site.error.way.back': 'Back to the page before',
  'site.error.phone': 'If it is urgent, please phone us.',
  'site.error.for-support': 'When you phone, please tell us this number.',
  'site.error.code': 'Kind of error',
  'site.error.request': 'Reference number',
} as const satisfies Record<keyof typeof ja, string>;
