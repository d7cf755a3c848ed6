import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MEASURES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P10'];

/** `npm run bench` with so little of everything that it says nothing about speed; on what `npm test` has built. */
function bench(): Promise<{ code: number | null; table: string; said: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: '', BENCH_SMOKE: '1', BENCH_ROUNDS: '1' };
    const child = spawn(process.execPath, ['tools/bench.mjs', ...MEASURES], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let table = '';
    let said = '';
    child.stdout.on('data', (text) => (table += String(text)));
    child.stderr.on('data', (text) => (said += String(text)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, table, said }));
  });
}

describe('npm run bench', () => {
  it('measures everything but the start to its end, each beside its limit', async () => {
    const { code, table, said } = await bench();
    expect([code, said]).toEqual([0, expect.not.stringContaining('✗')]);
    const lines = table.split('\n').filter((line) => /^\| P\d+ \|/.test(line));
    expect([...new Set(lines.map((line) => line.split('|')[1]?.trim()))]).toEqual(MEASURES);
    for (const line of lines) expect(line).toMatch(/\| \*\*\d+\.\d\d ×\*\* \|/);
  }, 300_000);
});
