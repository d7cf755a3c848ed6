import type { ja } from '../ja/index.js';
import { app } from './app.js';
import { approvals } from './approvals.js';
import { associations } from './associations.js';
import { attendance } from './attendance.js';
import { events } from './events.js';
import { identity } from './identity.js';
import { inApp } from './in-app.js';
import { mail } from './mail.js';
import { notifications } from './notifications.js';
import { platform } from './platform.js';
import { print } from './print.js';
import { reminders } from './reminders.js';
import { reporting } from './reporting.js';
import { rosters } from './rosters.js';
import { site } from './site.js';
import { ui } from './ui.js';

/** Every file by its name; a key may stand in one file only (a spec guards it). */
export const files = {
  app,
  approvals,
  associations,
  attendance,
  events,
  identity,
  mail,
  notifications,
  platform,
  print,
  reminders,
  reporting,
  rosters,
  site,
  ui,
} as const;

/** All texts in やさしい日本語 by key; kanji carry their reading as `{漢字|かんじ}`. One for every key of `ja`, no more. */
export const jaEasy = {
  ...inApp,
  ...mail,
  ...print,
  ...reminders,
  ...site,
} as const satisfies Record<keyof typeof ja, string>;
