import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { PlainError, ROOT, throwAwayPlace } from './postgres-place.mjs';
import { freePort } from './postgres.mjs';
import { Steps, plainly } from './say.mjs';
import { passingSecrets } from './secrets.mjs';
import { Stack } from './stack.mjs';
import { PREFIX, sweep } from './test-leftovers.mjs';

const E2E = path.join(ROOT, 'apps/e2e');
const RESULTS = path.join(ROOT, '.local/e2e');
const LOG = path.join(RESULTS, 'processes.log');
const JSON_RESULT = path.join(RESULTS, 'result.json');

function browser() {
  const found = findChromium(process.env.E2E_CHROMIUM);
  if (!found) {
    throw new PlainError(
      'Chromium が見つかりません。Chromium is missing: install it (Debian: apt-get install chromium fonts-noto-cjk), or name it: E2E_CHROMIUM=/path/to/chromium npm run e2e',
    );
  }
  return found;
}

/** Several ports, all different and all free. */
async function freePorts(...names) {
  const ports = {};
  while (Object.keys(ports).length < names.length) {
    const port = await freePort();
    if (!Object.values(ports).includes(port)) ports[names[Object.keys(ports).length]] = port;
  }
  return ports;
}

/** The journeys in a browser against this stack; their settings are read by apps/e2e/playwright.config.ts. */
function playwright(stack, chromium, args) {
  const env = {
    ...stack.env,
    DATABASE_URL: stack.ownerUrl,
    E2E_BASE_URL: stack.publicUrl,
    E2E_MAIL_URL: stack.mailUrl,
    E2E_DATABASE_URL: stack.ownerUrl,
    E2E_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: JSON_RESULT,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json', ...args], {
      cwd: E2E,
      stdio: 'inherit',
      env,
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function counts(code) {
  if (!existsSync(JSON_RESULT)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(JSON_RESULT, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function journeys(stack, args) {
  const chromium = browser();
  const steps = new Steps(5);
  await steps.step('組み立てています', 'Building', build);
  await steps.step('使い捨てのデータベースを作っています', 'A throw-away database', () => stack.database());
  await steps.step('表を整えています', 'Migrating', () => stack.migrate());
  await steps.step('デモデータを入れています', 'Demo data', () => stack.seed());
  await steps.step('プロセスを起動しています', 'Starting the processes', () => stack.processes());
  return playwright(stack, chromium, args);
}

await plainly(async () => {
  await bootstrap({ begin: () => console.info('部品を入れています… Installing the packages') });
  await sweep();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(LOG, '');
  const place = throwAwayPlace(PREFIX);
  const env = {
    ...process.env,
    DATABASE_URL: undefined,
    DATABASE_APP_URL: undefined,
    DATABASE_QUEUE_URL: undefined,
    SMTP_URL: undefined,
    PUBLIC_URL: undefined,
    NODE_ENV: 'development',
  };
  const stack = new Stack({
    place,
    secrets: passingSecrets(),
    ports: await freePorts('api', 'mail', 'smtp', 'database'),
    env,
    fast: true,
    write: (text) => appendFileSync(LOG, text),
  });
  let stopped;
  const tidy = () => (stopped ??= stack.stop({ mode: 'immediate' }).finally(() => rmSync(place.folder, { recursive: true, force: true })));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void tidy().then(() => process.exit(130)));
  let result = { passed: 0, failed: 1 };
  try {
    result = counts(await journeys(stack, process.argv.slice(2)));
  } finally {
    await tidy();
    if (result.failed > 0)
      console.info(
        `\nプロセスの記録 What the processes said (${path.relative(ROOT, LOG)}), its end:\n${readFileSync(LOG, 'utf8').split('\n').slice(-40).join('\n')}`,
      );
    console.info(`${result.passed} passed, ${result.failed} failed`);
    if (result.failed > 0) process.exitCode = 1;
  }
});
