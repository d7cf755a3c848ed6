import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkNode, isInstalled } from './bootstrap.mjs';

describe('bootstrap', () => {
  let folder: string;
  const wanted: Record<string, object> = {
    '': { name: 'town' },
    'libs/hall': { name: '@town/hall' },
    'node_modules/@town/hall': { resolved: 'libs/hall', link: true },
    'node_modules/press': { version: '2.0.0' },
    'node_modules/press-other': { version: '2.0.0', os: ['no-such-system'] },
    'node_modules/maybe': { version: '1.0.0', optional: true },
  };
  const installed = (packages: Record<string, object>) => writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yoriai-install-'));
    mkdirSync(path.join(folder, 'libs/hall'), { recursive: true });
    mkdirSync(path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('nothing installed yet', () => {
    expect(isInstalled(folder)).toBe(false);
  });

  test("what the lock asks for is there; other platforms' packages may be absent", () => {
    installed({ 'node_modules/press': { version: '2.0.0' } });
    expect(isInstalled(folder)).toBe(true);
  });

  test('links a workspace of ours that has no link yet', () => {
    installed({ 'node_modules/press': { version: '2.0.0' } });
    isInstalled(folder);
    expect(existsSync(path.join(folder, 'node_modules/@town/hall'))).toBe(true);
  });

  test.each([
    ['another version', { 'node_modules/press': { version: '1.9.0' } }],
    ['a package is missing', {}],
    ['another version of an optional one', { 'node_modules/press': { version: '2.0.0' }, 'node_modules/maybe': { version: '0.9.0' } }],
  ])('installs again: %s', (_, packages) => {
    installed(packages);
    expect(isInstalled(folder)).toBe(false);
  });

  test.each(['18.20.0', '20.18.9'])('refuses Node %s with a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(`this is ${version}`);
  });

  test.each(['20.19.0', '22.0.0', '24.11.1'])('accepts Node %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
});
