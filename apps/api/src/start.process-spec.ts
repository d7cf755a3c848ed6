import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

/** What costs tens of megabytes and half a second each, and is needed by few requests or by none. */
const LATER = ['playwright-core', 'exceljs', 'mailparser'];

/** The packages that a new process holds once it has loaded this program. */
async function packagesOf(program: string): Promise<string[]> {
  const script = `await import(${JSON.stringify(program)});
    const { default: modules } = await import('node:module');
    console.log(Object.keys(modules._cache).join('\\n'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env: { PATH: process.env['PATH'] } });
  return [...new Set([...stdout.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(([, name]) => name!))];
}

describe('a process that starts', () => {
  it.each(['../dist/create-api.js', '../../worker/dist/worker.module.js'])('loads nothing that it may never need: %s', async (file) => {
    const held = await packagesOf(new URL(file, import.meta.url).href);
    expect(held).toContain('typeorm');
    expect(held.filter((name) => LATER.includes(name))).toEqual([]);
  });
});
