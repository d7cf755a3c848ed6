import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiDocument } from '../apps/api/src/api-document.js';
import { ROOT } from './architecture.js';

const folder = mkdtempSync(join(tmpdir(), 'yoriai-client-'));
const GENERATED = 'libs/api-client/src/generated/api.ts';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function clientOf(document: OpenAPIObject): string {
  const description = join(folder, 'openapi.json');
  writeFileSync(description, JSON.stringify(document));
  const run = spawnSync(process.execPath, ['tools/api-client.mjs', '--from', description, '--to', folder], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return readFileSync(join(folder, 'generated/api.ts'), 'utf8');
}

describe("the App's client", () => {
  it('is what the API describes today (else: npm run api-client)', async () => {
    expect(readFileSync(join(ROOT, GENERATED), 'utf8') === clientOf(await apiDocument())).toBe(true);
  });

  it('notices a changed answer', async () => {
    const document = await apiDocument();
    const schemas = document.components?.schemas ?? {};
    schemas['WardAnswer'] = { type: 'object', properties: { name: { type: 'number' } } };
    expect(clientOf(document)).not.toBe(readFileSync(join(ROOT, GENERATED), 'utf8'));
  });
});
