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
  'refusal.passkey.add-first': 'Before you can use these screens, set up signing in with your fingerprint, face or screen lock (a passkey). You can do that on “My page”.',
  'refusal.passkey.gone': 'That took too long or was used already. Press the button once more.',
  'refusal.passkey.known': 'This device has been added already.',
  'refusal.passkey.last': 'This is the last one. Without it you can no longer sign in with fingerprint or face.',
  'refusal.passkey.name': 'Write a name for the device (up to {{most}} letters).',
  'refusal.passkey.not-found': 'This device has been removed already.',
  'refusal.passkey.refused': 'That did not work with this device. Try once more, or sign in with your e-mail address.',
  'refusal.passkey.too-many': 'You can add up to {{most}} devices. Remove one that you no longer use.',
  'refusal.passkey.use-it': 'A letter alone does not open this. Sign in again with the fingerprint, face or screen lock of the device you added (passkey).',
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
