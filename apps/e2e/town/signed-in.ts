import type { Browser } from '@playwright/test';
import type { Roles } from './roles.js';
import { Someone } from './someone.js';

/** Somebody of the seeded ward in a browser of their own, signed in already: the entrance counts how often one address asks for a number. */
export async function signedIn(browser: Browser, roles: Roles, role: string): Promise<Someone> {
  const who = await Someone.at(browser);
  const url = (process.env.E2E_BASE_URL ?? '').replace('http:', 'https:');
  const cookies = (roles.roles[role]?.headers.cookie ?? '').split('; ').map((each) => each.split('='));
  await who.page.context().addCookies(cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url, secure: true })));
  return who;
}
