import type { identity as ja } from '../ja/identity.js';

/** Texts of `identity`, en. Flat keys; `{{name}}` is a placeholder. */
export const identity = {
  'refusal.access.forbidden':
    'Only people who hold an office can use this page. Please ask your chair or the ward office if your term has started.',
  'refusal.account.already-suspended': 'This person’s access is already stopped.',
  'refusal.account.email-taken': 'Someone else uses this email address. Please use a different one.',
  'refusal.account.not-found': 'This person is not registered to sign in.',
  'refusal.account.not-suspended': 'This person’s access is not stopped.',
  'refusal.account.person-has-one': 'This person is already registered to sign in.',
  'refusal.contact.email': 'Please check the email address. Write just one, for example hanako@example.jp.',
  'refusal.contact.email-missing': 'Please write your email address, for example hanako@example.jp.',
  'refusal.contact.phone':
    'Please check the phone number. Start with the area code, for example 090-0000-0000.',
  'refusal.joining.not-offered':
    'This record cannot be brought together now. Please reload the page and choose again.',
  'refusal.person.kana': 'Please write how the name is read, in hiragana, katakana or Latin letters.',
  'refusal.person.name': 'Please write your name (up to 100 characters).',
  'refusal.person.not-found': 'We cannot find this person’s record.',
  'refusal.session.needed': 'Please sign in first to go on.',
  'refusal.session.not-found': 'That sign-in has already ended.',
  'refusal.sign-in.gone':
    'This link and number no longer work. 10 minutes have passed, or they were used. Please send a new number.',
  'refusal.sign-in.other-browser':
    'Please write the number in the same browser that asked for the email. If you are not sure, press “Send a new number”.',
  'refusal.sign-in.too-many-tries':
    'The number was wrong 5 times, so it no longer works. Please press “Send a new number”.',
  'refusal.sign-in.wrong-code':
    'That is not the number. Please check the 6 digits in the email. Tries left: {{triesLeft}}.',
} as const satisfies Record<keyof typeof ja, string>;
