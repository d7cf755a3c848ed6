import { appConditions } from './app/conditions.js';
import { appDesk } from './app/desk.js';
import { appForm } from './app/form.js';
import { appFrame } from './app/frame.js';
import { appHome } from './app/home.js';
import { appPeople } from './app/people.js';
import { appSeries } from './app/series.js';

/** Texts of `app`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const app = {
  ...appConditions,
  ...appDesk,
  ...appForm,
  ...appFrame,
  ...appHome,
  ...appPeople,
  ...appSeries,
} as const;
