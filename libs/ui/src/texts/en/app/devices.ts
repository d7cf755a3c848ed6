/** Texts of the App about signing in by the lock of one's own device. */
export const appDevices = {
  'app.devices.title': 'Sign in by fingerprint or face',
  'app.devices.body': 'Use this device’s fingerprint, face or PIN instead of waiting for a code by mail. Lists of people stay safe even when somebody reads your mail.',
  'app.devices.known': 'You can sign in by the fingerprint, face or PIN of a device you added.',
  'app.devices.add': 'Add this device',
  'app.devices.see': 'See the devices you added',
  'app.devices.away': 'Hide this',
  'app.devices.lost': 'Remove devices',
  'app.devices.lost.title': 'Remove all devices of {{name}}',
  'app.devices.lost.body': 'None of them signs in any more, and all their sessions end. They are told by mail, and sign in with a code by mail next time.',
  'app.devices.lost.reason.hint': 'Example: rang up and said that the phone was lost.',
  'app.devices.lost.yes': 'Remove all',
  'app.devices.lost.done': 'All devices of {{name}} are removed.',
  'app.devices.lost.none': '{{name}} has no devices. Nothing was removed.',
} as const;
