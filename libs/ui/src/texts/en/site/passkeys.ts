import type { sitePasskeys as ja } from '../../ja/site/passkeys.js';

/** Texts about signing in by the lock of one's own device: pages, letters and refusals, en. */
export const sitePasskeys = {
  'refusal.passkey.add-first': 'Before you can use these screens, set up signing in with your fingerprint, face or screen lock (a passkey). You can do that on “My page”.',
  'refusal.passkey.gone': 'That took too long or was used already. Press the button once more.',
  'refusal.passkey.known': 'This device has been added already.',
  'refusal.passkey.last': 'This is the last one. Without it you can no longer sign in with fingerprint or face.',
  'refusal.passkey.name': 'Write a name for the device (up to {{most}} letters).',
  'refusal.passkey.not-found': 'This device has been removed already.',
  'refusal.passkey.refused': 'That did not work with this device. Try once more, or sign in with your e-mail address.',
  'refusal.passkey.too-many': 'You can add up to {{most}} devices. Remove one that you no longer use.',
  'refusal.passkey.use-it': 'A letter alone does not open this. Sign in again with the fingerprint, face or screen lock of the device you added (passkey).',
} as const satisfies Record<keyof typeof ja, string>;
