import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allOf } from '@yoriai/ui';
import { ja } from '@yoriai/ui/texts/ja';
import { inApp } from '@yoriai/ui/texts/ja/in-app';
import { withScreens } from '@yoriai/ui/texts/ja/with-screens';

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

const namedIn = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, file = '']) => file);
const words = (): string[] => scripts().filter((file) => /^words-/.test(file));
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

  it('opens with at most 166 kB of script in any language, and no part is above 70', () => {
    const entries = namedIn(/<script[^>]* src="\/app\/assets\/([^"]+)"/g);
    const first = entries.reduce((known, file) => withNeeds(file, known), new Set<string>());
    // Nothing is found late: all that has to be there before the first screen stands in the page.
    expect([...first].sort()).toEqual([...entries].sort());
    expect(entries.length).toBeLessThanOrEqual(4);
    const kilobytes = [...first].reduce((sum, file) => sum + zipped(file), 0);
    expect(words()).toHaveLength(3);
    // Exactly one of them is loaded, and none comes with the rest.
    expect(words().filter((file) => first.has(file))).toEqual([]);
    for (const file of words()) expect(kilobytes + zipped(file)).toBeLessThan(166 * KB);
    for (const file of scripts()) expect(zipped(file)).toBeLessThan(70 * KB);
  });

  it('asks for the sheet before any script, and for the words with them', () => {
    const asked = namedIn(/<(?:script|link)[^>]* (?:src|href)="\/app\/assets\/([^"]+)"/g);
    expect(asked[0]).toMatch(/\.css$/);
    expect(page.match(/<script(?![^>]* fetchpriority="low")/g)).toBeNull();
    expect(asked.filter((file) => file.endsWith('.css'))).toHaveLength(1);
    expect(asked).toEqual(expect.arrayContaining(words()));
    // Those files and no others: one that only leads to them would be found late.
    const leading = scripts().filter((file) => !words().includes(file) && words().some((each) => readFileSync(join(folder, 'assets', file), 'utf8').includes(each)));
    expect(leading).toEqual([expect.stringMatching(/^app-/)]);
  });

  it('says on its first screen only what comes with it', () => {
    const [entry = ''] = namedIn(/<script[^>]* src="\/app\/assets\/(app-[^"]+)"/g);
    const code = readFileSync(join(folder, 'assets', entry), 'utf8');
    // What the file of all screens may ask for before they are there: whether they are.
    const late = Object.keys(allOf(withScreens)).filter((key) => key !== 'app.wizard.next');
    expect(late.length).toBeGreaterThan(300);
    expect(late.filter((key) => ['`', '"', "'"].some((quote) => code.includes(quote + key + quote)))).toEqual([]);
    const begun = [...code.matchAll(/`([a-z]+\.[\w.-]*)\$\{/g)].map(([, prefix = '']) => prefix).filter((prefix) => prefix !== 'refusal.');
    expect(begun.filter((prefix) => late.some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  it('says nothing that is not among its words: texts of pages, papers and letters stay with the server', () => {
    const kept = Object.keys(ja).filter((key) => !Object.hasOwn(allOf({ ...inApp, ...withScreens }), key));
    expect(kept.length).toBeGreaterThan(500);
    const code = scripts()
      .filter((file) => !words().includes(file) && !file.startsWith('more-words-'))
      .map((file) => readFileSync(join(folder, 'assets', file), 'utf8'))
      .join('\n');
    expect(kept.filter((key) => ['`', '"', "'"].some((quote) => code.includes(quote + key + quote)))).toEqual([]);
    expect(code).not.toMatch(/[`"'](?:mail|print|site)\.[\w.-]*\$\{/);
  });
});
