import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const TOOL = path.resolve('tools/complete-lock.mjs');

interface Lock {
  packages: Record<string, Record<string, unknown>>;
}

describe('complete-lock', () => {
  let folder: string;
  const file = () => path.join(folder, 'package-lock.json');
  const tool = (...args: string[]) => spawnSync(process.execPath, [TOOL, file(), ...args], { encoding: 'utf8' });
  const lock = () => JSON.parse(readFileSync(file(), 'utf8')) as Lock;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yoriai-lock-'));
    mkdirSync(path.join(folder, 'libs/new'), { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'town', workspaces: ['libs/*'] }));
    writeFileSync(path.join(folder, 'libs/new/package.json'), JSON.stringify({ name: '@town/new', version: '1.0.0' }));
    const packages = {
      '': { name: 'town', workspaces: ['libs/*'] },
      'libs/old': { name: '@town/old', version: '1.0.0' },
      'node_modules/@town/old': { resolved: 'libs/old', link: true },
      'node_modules/press': {
        version: '2.0.0',
        resolved: 'https://example.jp/press.tgz',
        optionalDependencies: { 'press-linux-x64-gnu': '2.0.0', 'press-darwin-arm64': '2.0.0', 'press-win32-x64-msvc': '^2.0.0' },
      },
      'node_modules/press-linux-x64-gnu': { version: '2.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    };
    writeFileSync(file(), JSON.stringify({ name: 'town', lockfileVersion: 3, packages }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('names what is missing, strayed or addressed, and says so with its exit code', () => {
    const { status, stderr } = tool('--check');
    expect(status).toBe(1);
    expect(stderr).toContain('missing: node_modules/press-darwin-arm64 2.0.0');
    expect(stderr).toContain('missing: node_modules/press-win32-x64-msvc 2.0.0');
    expect(stderr).toContain('address: node_modules/press https://example.jp/press.tgz');
    expect(stderr).toContain('workspace: node_modules/@town/new');
    expect(stderr).toContain('workspace: libs/old');
  });

  test('adds the other platforms, follows the workspaces and drops addresses, once and for all', () => {
    expect(tool().status).toBe(0);
    const { packages } = lock();
    expect(packages['node_modules/press-darwin-arm64']).toEqual({ version: '2.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] });
    expect(packages['node_modules/press-win32-x64-msvc']).toEqual({ version: '2.0.0', optional: true, os: ['win32'], cpu: ['x64'] });
    expect(packages['node_modules/press-linux-x64-gnu']).toEqual({ version: '2.0.0', optional: true, os: ['linux'], cpu: ['x64'] });
    expect(packages['node_modules/press']).not.toHaveProperty('resolved');
    expect(packages['node_modules/@town/new']).toEqual({ resolved: 'libs/new', link: true });
    expect(packages['libs/new']).toEqual({ name: '@town/new', version: '1.0.0' });
    expect(packages).not.toHaveProperty('libs/old');
    expect(tool('--check').status).toBe(0);
  });

  test("this house's own lock is fit for every machine", () => {
    const { status, stderr } = spawnSync(process.execPath, [TOOL, '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
