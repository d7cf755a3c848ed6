import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './postgres-place.mjs';

const NAMES = ['ownerPassword', 'appPassword', 'queuePassword', 'appSecret', 'sealingKey'];

/**
 * The secrets of this machine's copy: made once, kept beside the database they open, readable by its
 * owner alone.
 */
export function localSecrets(folder) {
  const file = path.join(folder, 'secrets.json');
  let kept = {};
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'EACCES') throw new PlainError(`${file} を読めません。It belongs to another user: start as that user or as root.`);
    if (error.code !== 'ENOENT') throw new PlainError(`${file} が壊れています。It can't be read: ${error.message}`);
  }
  if (NAMES.every((name) => kept[name])) return kept;
  const secrets = { ...Object.fromEntries(NAMES.map((name) => [name, randomBytes(24).toString('hex')])), ...kept };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** Secrets for a run that leaves nothing behind. */
export function passingSecrets() {
  return Object.fromEntries(NAMES.map((name) => [name, randomBytes(24).toString('hex')]));
}
