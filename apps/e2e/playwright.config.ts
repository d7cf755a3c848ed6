import { defineConfig } from '@playwright/test';

const { E2E_BASE_URL, E2E_CHROMIUM, E2E_DATABASE_URL, E2E_MAIL_URL, E2E_PICTURES } = process.env;
if (!E2E_BASE_URL || !E2E_MAIL_URL || !E2E_DATABASE_URL) {
  throw new Error('The journeys need a running stack of their own: start them with `npm run e2e`.');
}

/** What runs in a project of its own. */
const NOT_FOR_ALL = ['**/crowd.journey.ts', '**/papers.journey.ts', '**/pages.journey.ts', '**/reach.journey.ts', '**/taps.journey.ts', '**/pictures.journey.ts'];

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
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...(E2E_CHROMIUM && { executablePath: E2E_CHROMIUM }), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
  projects: [
    { name: 'phone', testIgnore: NOT_FOR_ALL, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desk', testIgnore: [...NOT_FOR_ALL, '**/states.journey.ts'], use: { viewport: { width: 1280, height: 900 } } },
    // The whole main job without a mouse.
    { name: 'keyboard', testMatch: '**/main-job.journey.ts', use: { viewport: { width: 1280, height: 900 } } },
    // Every page once, against the goals of sight, size and reach.
    { name: 'pages', testMatch: ['**/pages.journey.ts', '**/reach.journey.ts', '**/taps.journey.ts'], use: { trace: 'off', screenshot: 'off', viewport: { width: 390, height: 844 } } },
    // No browser: the crowd calls the API, papers are opened as files.
    { name: 'crowd', testMatch: ['**/crowd.journey.ts', '**/papers.journey.ts'] },
    // The pictures of the README: `npm run pictures`.
    ...(E2E_PICTURES ? [{ name: 'pictures', testMatch: '**/pictures.journey.ts' }] : []),
  ],
});
