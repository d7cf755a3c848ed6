import { app } from './app.js';
import { approvals } from './approvals.js';
import { associations } from './associations.js';
import { events } from './events.js';
import { identity } from './identity.js';
import { platform } from './platform.js';
import { reporting } from './reporting.js';
import { series } from './series.js';
import { ui } from './ui.js';

/** What the App says in Japanese, every file by its name: all texts but those that come with a screen (with-screens.ts), and those of pages, papers and letters, which the server writes. */
export const inApp = { app, approvals, associations, events, identity, platform, reporting, series, ui };
