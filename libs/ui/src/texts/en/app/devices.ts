/** Texts of the App about signing in by the lock of one's own device. */
export const appDevices = {
  'app.devices.known': 'You can sign in by the fingerprint, face or PIN of a device you added.',
  'app.devices.see': 'See the devices you added',
  'app.devices.lost': 'Remove devices',
  'app.devices.lost.title': 'Remove all devices of {{name}}',
  'app.devices.lost.added': 'Added {{day}}',
  'app.devices.lost.used': 'last used {{when}}',
  'app.devices.lost.unused': 'never used',
  'app.devices.lost.body': 'None of them signs in any more, and all their sessions end. They are told by mail, and sign in with a code by mail next time.',
  'app.devices.lost.reason.hint': 'Example: rang up and said that the phone was lost.',
  'app.devices.lost.yes': 'Remove all',
  'app.devices.lost.done': 'All devices of {{name}} are removed.',
  'app.devices.lost.none': '{{name}} has no devices. Nothing was removed.',
  'app.devices.lost.nothing': '{{name}} has no device here; the number of a letter signs them in.',
} as const;
