import { appConditions } from './app/conditions.js';
import { appDesk } from './app/desk.js';
import { appFrame } from './app/frame.js';
import { appHome } from './app/home.js';

/** Texts of `app`, en. Flat keys; `{{name}}` is a placeholder. */
export const app = {
  ...appConditions,
  ...appDesk,
  ...appFrame,
  ...appHome,
} as const;
