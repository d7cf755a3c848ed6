import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { jest } from './jest.mjs';
import { ROOT } from './postgres-place.mjs';
import { REDIS_REQUIRED, WITHOUT_REDIS, hasRedis } from './redis.mjs';
import { plainly } from './say.mjs';
import { sweep } from './test-leftovers.mjs';

const seconds = (before) => `${((Date.now() - before) / 1000).toFixed(1)} s`;

/** Runs one check; what it says is shown only when it fails. */
function check(name, args) {
  const before = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => {
      console.info(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds(before)}`);
      if (code !== 0) console.info(said.trimEnd());
      resolve(code === 0);
    });
  });
}

/** Circles between files, which oxlint sees in two seconds and eslint in forty, and then everything else. */
async function lint() {
  if (!(await check('輪になった読みこみ Circles of imports', ['node_modules/oxlint/bin/oxlint']))) return false;
  return check('書き方と壁 Lint and walls', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
}

/** Types and then the build, and lint, at once: they take a core each. Some tests start the real processes, and those run what is built. */
function staticChecks() {
  const configs = ['tsconfig.json', 'apps/web/tsconfig.json', 'apps/e2e/tsconfig.json'].filter((file) => existsSync(path.join(ROOT, file)));
  const types = async () => {
    for (const config of configs) if (!(await check(`型 Types (${config})`, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', config]))) return false;
    await build();
    return true;
  };
  return Promise.all([types(), lint()]);
}

/**
 * Two rounds. Tests with real processes come last, away from what fills every core: they stop, freeze and kill, and
 * wait for most of their time.
 */
const ROUNDS = [
  { name: 'テスト Tests', args: ['--testRegex', String.raw`(\.|/)(?!process-)(spec|[a-z]+-spec)\.tsx?$`] },
  { name: '故障のテスト Tests with real processes', args: ['--testRegex', String.raw`\.process-spec\.ts$`] },
];

/** As many failures as a screen holds. */
const NAMED = 20;

/** Which tests failed, a line each: the last thing on the screen, also where the round before it filled many. */
function failures({ testResults }) {
  const lines = testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(ROOT, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message && assertionResults.length === 0) return [`✗ ${file}: ${firstLine(message)}`];
    return failed.map(({ fullName, failureMessages }) => `✗ ${file} › ${fullName}: ${firstLine(failureMessages.join('\n'))}`);
  });
  return lines.length > NAMED ? [...lines.slice(0, NAMED), `✗ … ${lines.length - NAMED} more`] : lines;
}

const firstLine = (text) => stripVTControlCharacters(text).trim().split('\n', 3).join(' ').slice(0, 300);

/** Runs one round and answers how many passed and failed; a file that can't even be loaded counts as one failure. */
async function tests(name, args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yoriai-result-'));
  const file = path.join(folder, 'result.json');
  const before = Date.now();
  try {
    const code = await jest(['--json', `--outputFile=${file}`, ...args], { stdio: ['inherit', 'ignore', 'inherit'] });
    await sweep();
    console.info(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds(before)}`);
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const result = JSON.parse(readFileSync(file, 'utf8'));
    for (const line of failures(result)) console.info(line);
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await plainly(async () => {
  await bootstrap({ begin: () => console.info('部品を入れています… Installing the packages') });
  const checks = await staticChecks();
  let passed = checks.filter(Boolean).length;
  let failed = checks.length - passed;
  if (failed === 0) {
    const given = process.argv.slice(2);
    if (!hasRedis() && !REDIS_REQUIRED) console.info(WITHOUT_REDIS);
    for (const { name, args } of ROUNDS) {
      const result = await tests(name, [...args, ...(given.length > 0 ? ['--passWithNoTests', ...given] : [])]);
      passed += result.passed;
      failed += result.failed;
    }
  }
  console.info(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
