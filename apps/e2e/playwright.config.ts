import { defineConfig } from '@playwright/test';

const { E2E_BASE_URL, E2E_CHROMIUM, E2E_DATABASE_URL, E2E_FULL, E2E_MAIL_URL, E2E_PICTURES } = process.env;
if (!E2E_BASE_URL || !E2E_MAIL_URL || !E2E_DATABASE_URL) {
  throw new Error('The journeys need a running stack of their own: start them with `npm run e2e`.');
}

/** What runs in projects of its own. */
const OF_THEIR_OWN = ['keys', 'by-keyboard', 'crowd', 'papers', 'papers-in-grey', 'pages', 'reach', 'large', 'taps', 'speed', 'matrix', 'pictures'].map((name) => `**/${name}.journey.ts`);

/** Looked at, not played: nothing is recorded. */
const PHONE_SEEN = { trace: 'off', screenshot: 'off', viewport: { width: 390, height: 844 } } as const;

/** What only `npm run check:full` runs: how fast pages come, and every page and state in every language and size of letters. */
const FULL = [
  { name: 'speed', testMatch: '**/speed.journey.ts', use: PHONE_SEEN },
  { name: 'matrix', testMatch: '**/matrix.journey.ts', use: PHONE_SEEN },
];

/** Journeys against the real processes; tools/e2e.mjs starts those and says where they are. */
export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.journey.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // One town for all: journeys that change it follow one another.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  use: {
    baseURL: E2E_BASE_URL,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    actionTimeout: 15_000,
    // A page that does not come fails where it is waited for, and not when the time of the whole test is over.
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...(E2E_CHROMIUM && { executablePath: E2E_CHROMIUM }), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
  projects: [
    { name: 'phone', testIgnore: OF_THEIR_OWN, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desk', testIgnore: [...OF_THEIR_OWN, '**/states.journey.ts'], use: { viewport: { width: 1280, height: 900 } } },
    // The main job, a change of what is approved, what keys do on every screen, and shorter ways of hosts: without a mouse.
    { name: 'keyboard', testMatch: ['**/main-job.journey.ts', '**/change.journey.ts', '**/keys.journey.ts', '**/by-keyboard.journey.ts'], use: { viewport: { width: 1280, height: 900 } } },
    // Every page once, against the goals of sight, size and reach.
    { name: 'pages', testMatch: ['**/pages.journey.ts', '**/reach.journey.ts', '**/large.journey.ts', '**/taps.journey.ts'], use: PHONE_SEEN },
    ...(E2E_FULL ? FULL : []),
    // No browser: the crowd calls the API, papers are opened as files.
    { name: 'crowd', testMatch: ['**/crowd.journey.ts', '**/papers.journey.ts', '**/papers-in-grey.journey.ts'] },
    // The pictures of the README: `npm run pictures`.
    ...(E2E_PICTURES ? [{ name: 'pictures', testMatch: '**/pictures.journey.ts' }] : []),
  ],
});
