import { appConditions } from './app/conditions.js';
import { appFrame } from './app/frame.js';
import { appHome } from './app/home.js';

/** Texts of `app`, en. Flat keys; `{{name}}` is a placeholder. */
export const app = {
  ...appConditions,
  ...appFrame,
  ...appHome,
} as const;
