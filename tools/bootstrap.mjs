import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError, ROOT, linkLibraries, packagedNative } from './postgres-place.mjs';
import { plainly } from './say.mjs';

const OLDEST = [20, 19];

/** Refuses a Node that is too old to run the product, with a sentence. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new PlainError(
    `Node.js ${OLDEST.join('.')} 以上が必要です（いまは ${version}）。\nYoriai needs Node.js ${OLDEST.join('.')} or newer; this is ${version}. See https://nodejs.org/`,
  );
}

const fits = (allowed, value) =>
  !allowed || (allowed.includes(value) && !allowed.includes(`!${value}`)) || (allowed.every((each) => each.startsWith('!')) && !allowed.includes(`!${value}`));

/** Links the workspaces of the lock that have no link yet: a new folder of ours is no reason to install everything again. */
function linkWorkspaces(root, packages) {
  for (const [where, { link, resolved }] of Object.entries(packages)) {
    const from = path.join(root, where);
    if (!link || existsSync(from) || !existsSync(path.join(root, resolved))) continue;
    mkdirSync(path.dirname(from), { recursive: true });
    rmSync(from, { force: true });
    symlinkSync(path.relative(path.dirname(from), path.join(root, resolved)), from);
  }
}

/** Whether what is installed in `root` is what its package-lock.json asks for; a package for another platform may be absent. Links of our own are made on the way. */
export function isInstalled(root) {
  let wanted;
  let found;
  try {
    wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
    found = JSON.parse(readFileSync(path.join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  linkWorkspaces(root, wanted);
  return Object.entries(wanted).every(([where, entry]) => {
    if (!where.startsWith('node_modules/')) return true;
    if (entry.link) return existsSync(path.join(root, where));
    const optional = entry.optional || entry.devOptional || entry.peer || !fits(entry.os, process.platform) || !fits(entry.cpu, process.arch);
    return found[where] ? found[where].version === entry.version : optional;
  });
}

function npm(args) {
  const script = process.env.npm_execpath;
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'development' } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const dots = setInterval(() => process.stderr.write('.'), 5_000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(dots);
      resolve({ code, said });
    });
  });
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');

/**
 * Installs the packages of package-lock.json when they aren't there yet. `begin` is called only when
 * there is something to do. Works without install scripts too.
 */
export async function bootstrap({ begin = () => {} } = {}) {
  checkNode();
  const stamp = path.join(ROOT, 'node_modules/.yoriai-lock-hash');
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return undefined;
  if (!isInstalled(ROOT)) {
    begin();
    await install();
  }
  linkWherePackaged();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockHash());
  return undefined;
}

async function install() {
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const first = await npm(['ci', ...quiet]);
  if (first.code === 0) return;
  const second = await npm(['install', '--no-save', ...quiet]);
  if (second.code !== 0) throw new PlainError(`部品を入れられません。The packages can't be installed:\n${first.said.trim()}\n\n${second.said.trim()}`);
}

function linkWherePackaged() {
  try {
    linkLibraries(packagedNative());
  } catch (error) {
    // No bundled PostgreSQL for this machine: with DATABASE_URL none is needed, so whoever needs it says so.
    if (!(error instanceof PlainError)) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await plainly(() => bootstrap({ begin: () => process.stderr.write('部品を入れています… Installing the packages\n') }));
}
