import { siteAbout } from './site/about.js';
import { siteApplications } from './site/applications.js';
import { siteConsent } from './site/consent.js';
import { siteErrors } from './site/errors.js';
import { siteEvents } from './site/events.js';
import { siteFinding } from './site/finding.js';
import { siteFrame } from './site/frame.js';
import { sitePasskeys } from './site/passkeys.js';
import { sitePeople } from './site/people.js';
import { siteVenue } from './site/venue.js';

/** Texts of `site`, en. Flat keys; `{{name}}` is a placeholder. */
export const site = {
  ...siteAbout,
  ...siteApplications,
  ...siteConsent,
  ...siteErrors,
  ...siteEvents,
  ...siteFinding,
  ...siteFrame,
  ...sitePasskeys,
  ...sitePeople,
  ...siteVenue,
} as const;
