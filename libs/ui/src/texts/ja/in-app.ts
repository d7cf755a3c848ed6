import { app } from './app.js';
import { events } from './events.js';
import { identity } from './identity.js';
import { platform } from './platform.js';
import { ui } from './ui.js';

/** What the App says in Japanese, every file by its name: all texts but those that come with a screen (with-screens.ts), and those of pages, papers and letters, which the server writes. */
export const inApp = { app, events, identity, platform, ui };
