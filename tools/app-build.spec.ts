import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const WEB = fileURLToPath(new URL('../apps/web', import.meta.url));
const KB = 1024;
const folder = mkdtempSync(join(tmpdir(), 'yoriai-web-'));
let page = '';

beforeAll(() => {
  const vite = join(WEB, '../../node_modules/vite/bin/vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'warn'], {
    cwd: WEB,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(run.stderr || run.stdout);
  page = readFileSync(join(folder, 'index.html'), 'utf8');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zipped = (file: string): number => gzipSync(readFileSync(join(folder, 'assets', file)), { level: 9 }).length;
/** A script and all that has to be there before it runs. */
function withNeeds(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const text = readFileSync(join(folder, 'assets', file), 'utf8');
  for (const [, need = ''] of text.matchAll(/(?:^|[;}\n])\s*import\s*(?:[^"';()]*?from\s*)?["'`]\.\/([\w.-]+\.js)["'`]/g)) withNeeds(need, known);
  return known;
}

const scripts = (): string[] => readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'));

describe('the built App', () => {
  it('has nothing in its page that a strict content policy forbids', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('loads from its own address only', () => {
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses.every((address) => address.startsWith('/'))).toBe(true);
    for (const file of scripts()) expect(readFileSync(join(folder, 'assets', file), 'utf8')).not.toMatch(/\beval\(|new Function\(/);
  });

  it('opens with at most 195 kB of script in any language, and no later part is above 110', () => {
    const entry = /assets\/(index-[\w-]+\.js)/.exec(page)?.[1] ?? '';
    const first = withNeeds(entry);
    const kilobytes = [...first].reduce((sum, file) => sum + zipped(file), 0);
    const languages = scripts().filter((file) => /^(ja|ja-easy|en)-[\w-]{8}\.js$/.test(file));
    expect(languages).toHaveLength(3);
    // Exactly one of them is loaded, and none comes with the rest.
    expect(languages.filter((file) => first.has(file))).toEqual([]);
    for (const file of languages) expect(kilobytes + zipped(file)).toBeLessThan(195 * KB);
    for (const file of scripts().filter((each) => each !== entry)) expect(zipped(file)).toBeLessThan(110 * KB);
  });
});
