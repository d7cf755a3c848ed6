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

/** All Japanese texts by key. */
export const ja = {
  ...inApp,
  ...mail,
  ...print,
  ...reminders,
  ...site,
} as const;
