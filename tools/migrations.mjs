import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FOLLOWING } from './following.mjs';
import { PlainError, ROOT } from './postgres-place.mjs';

const SOURCE = path.join(ROOT, 'migrations', 'src');
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'yoriai');

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(path.join(ROOT, '.swcrc')));
  for (const file of readdirSync(SOURCE, { recursive: true }).sort()) {
    const full = path.join(SOURCE, file);
    if (statSync(full).isFile()) hash.update(file).update('\0').update(readFileSync(full)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function dropOldBuilds(kept) {
  for (const name of readdirSync(CACHE)) {
    const full = path.join(CACHE, name);
    if (full !== kept && name.startsWith('migrations-') && Date.now() - statSync(full).mtimeMs > 86_400_000) rmSync(full, { recursive: true, force: true });
  }
}

/**
 * The migration step compiled for the tests, in a folder named after its content: unchanged sources
 * cost nothing, and two runs at once don't disturb each other.
 */
export function builtMigrations() {
  const folder = path.join(CACHE, `migrations-${fingerprint()}`);
  const main = path.join(folder, 'main.js');
  if (existsSync(main)) return main;
  const unfinished = path.join(CACHE, `unfinished-${randomUUID()}`);
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(path.join(unfinished, 'package.json'), '{ "type": "module" }\n');
  execFileSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/@swc/cli/bin/swc.js'),
      'src',
      '-d',
      unfinished,
      '--strip-leading-paths',
      '--config-file',
      path.join(ROOT, '.swcrc'),
      '--quiet',
    ],
    {
      cwd: path.dirname(SOURCE),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(main)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  dropOldBuilds(folder);
  return main;
}

/** Runs the migration step as the owner; answers what it said. Passwords left undefined leave the roles as they are. */
export function migrate({ main, url, appPassword, queuePassword, env = process.env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...FOLLOWING, main], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...env, DATABASE_URL: url, YORIAI_APP_PASSWORD: appPassword, YORIAI_QUEUE_PASSWORD: queuePassword },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new PlainError(`データベースの更新に失敗しました。The migration step failed:\n${said.trim()}`));
      resolve(said.trim());
    });
  });
}
