import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT, sources } from './architecture.js';
import { readExemptions, repositoryReads, unseenRule } from './visibility.js';

const libs = sources('libs');
const exemptions = readExemptions(readFileSync(join(ROOT, 'tools/visibility.txt'), 'utf8'));

describe('a repository', () => {
  it('reads what its asker may see, or is exempted by name, reason and callers', () => {
    const found = repositoryReads(libs);
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter(({ scoped }) => scoped).map(({ name }) => name)).toContain('events/EventRepository.page');
    expect(unseenRule(found, exemptions)).toEqual([]);
  });

  it('is exempted with a reason only', () => {
    expect(exemptions.filter(({ why }) => why.length < 8)).toEqual([]);
  });
});

describe('a planted violation is found:', () => {
  const standing = unseenRule(repositoryReads(libs), exemptions);
  const planted = (text: string) =>
    unseenRule(repositoryReads([...libs, { path: 'libs/events/src/planted.ts', text }]), exemptions).filter((each) => !standing.includes(each));

  it('a read without a scope', () => {
    const text = "export class LeakRepository {\n  all(tx: Tx) {\n    return rows(tx, 'select * from events.application');\n  }\n}";
    expect(planted(text)).toEqual([expect.stringContaining('events/LeakRepository.all reads without')]);
  });

  it('a service that takes an exempted read around its policy', () => {
    const text = 'export class Leak {\n  constructor(private readonly events: EventRepository) {}\n  all(tx: Tx, id: string) {\n    return this.events.byId(tx, id);\n  }\n}';
    expect(planted(text)).toEqual(['events/EventRepository.byId is new to Leak']);
  });

  it('a read that begins with what the asker sees passes', () => {
    const text = "export class FineRepository {\n  all(tx: Tx, sees: string[]) {\n    return rows(tx, 'select * from events.event where organisation_id = any($1)', [sees]);\n  }\n}";
    expect(planted(text)).toEqual([]);
  });
});
