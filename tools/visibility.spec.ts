import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT, sources } from './architecture.js';
import { readExemptions, rowReads, unseenRule } from './visibility.js';

const all = [...sources('libs'), ...sources('apps')];
const exemptions = readExemptions(readFileSync(join(ROOT, 'tools/visibility.txt'), 'utf8'));

describe('whoever reads rows', () => {
  it('reads what its asker may see, or is exempted by name, reason and callers', () => {
    const found = rowReads(all);
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter(({ scoped }) => scoped).map(({ name }) => name)).toContain('events/EventRepository.page');
    expect(unseenRule(found, exemptions)).toEqual([]);
  });

  it('is exempted with a reason only', () => {
    expect(exemptions.filter(({ why }) => why.length < 8)).toEqual([]);
  });
});

describe('a planted violation is found:', () => {
  const standing = unseenRule(rowReads(all), exemptions);
  const planted = (text: string, path = 'libs/events/src/planted.ts') =>
    unseenRule(rowReads([...all, { path, text }]), exemptions).filter((each) => !standing.includes(each));

  it('a read without a scope', () => {
    const text = "export class LeakRepository {\n  all(tx: Tx) {\n    return rows(tx, 'select * from events.application');\n  }\n}";
    expect(planted(text)).toEqual([expect.stringContaining('events/LeakRepository.all reads without')]);
  });

  it.each([
    ['speaks of a scope in a comment', "all(tx: Tx) {\n    // only what the asker sees\n    return rows(tx, 'select * from events.application');"],
    ['takes a scope and does not use it', "all(tx: Tx, sees: string[]) {\n    return rows(tx, 'select * from events.application');"],
  ])('a read that %s', (_what, method) => {
    expect(planted(`export class LeakRepository {\n  ${method}\n  }\n}`)).toEqual([expect.stringContaining('events/LeakRepository.all reads without')]);
  });

  it('the same in a service', () => {
    const text = "export class Leaks {\n  async all(tx: Tx) {\n    return rows(tx, 'select * from notifications.delivery');\n  }\n}";
    expect(planted(text)).toEqual([expect.stringContaining('events/Leaks.all reads without')]);
  });

  it.each([
    ['a function', "export async function leak(tx: Tx) {\n  return rows(tx, 'select * from events.application');\n}"],
    ['a function that is not exported', "async function leak(tx: Tx) {\n  return rows(tx, 'select * from events.application');\n}"],
    ['an arrow', "export const leak = (tx: Tx) => rows(tx, 'select * from events.application');"],
    ['one whose statement stands at the head of the file', 'const ALL = `select * from events.application`;\nexport const leak = (tx: Tx) => rows(tx, ALL);'],
  ])('the same in %s', (_what, text) => {
    expect(planted(text)).toEqual([expect.stringContaining('events/leak reads without')]);
  });

  it.each(['leak', 'get leak', 'static leak'])('the same in a class: %s', (name) => {
    const text = `export class Leaks {\n  ${name}(tx: Tx) {\n    return rows(tx, 'select * from events.application');\n  }\n}`;
    expect(planted(text)).toEqual([expect.stringContaining('events/Leaks.leak reads without')]);
  });

  it('the same in an arrow that a class holds', () => {
    const text = "export class Leaks {\n  readonly leak = (tx: Tx) => rows(tx, 'select * from events.application');\n}";
    expect(planted(text)).toEqual([expect.stringContaining('events/Leaks.leak reads without')]);
  });

  it.each([
    ['a page of the Site', 'apps/api/src/site/leak.page.tsx', 'api'],
    ['a controller', 'apps/api/src/leak.controller.ts', 'api'],
    ['the worker', 'apps/worker/src/letters/leak.ts', 'worker'],
  ])('a statement in %s', (_what, path, room) => {
    const inClass = "export class Leak {\n  all(tx: Tx) {\n    return rows(tx, 'select * from events.application');\n  }\n}";
    expect(planted(inClass, path)).toEqual([expect.stringContaining(`${room}/Leak.all reads without`)]);
    expect(planted("function leak(tx: Tx) {\n  return tx.find(ApplicationEntity);\n}", path)).toEqual([expect.stringContaining(`${room}/leak reads without`)]);
  });

  it('a page that takes a function of which the lists of names are made', () => {
    const text = "import { amendmentsOf } from '../amendment/amendment.repository.js';\nexport class LeakPage {\n  all(tx: Tx, id: string) {\n    return amendmentsOf(tx, id);\n  }\n}";
    expect(planted(text, 'libs/events/src/planted/leak.page.ts')).toEqual(['events/amendmentsOf is new to LeakPage']);
  });

  it('a function that takes an exempted read of what it is given', () => {
    const text = 'export function leak(events: EventRepository, tx: Tx, id: string) {\n  return events.byId(tx, id);\n}';
    expect(planted(text)).toEqual(['events/EventRepository.byId is new to leak']);
  });

  it('a page that takes the list of who has to be telephoned', () => {
    const text = 'export class LeakPage {\n  constructor(private readonly ledger: Ledger) {}\n  all(tx: Tx, id: string) {\n    return this.ledger.callSheet(tx, id);\n  }\n}';
    expect(planted(text, 'apps/api/src/site/leak.page.ts')).toEqual(['notifications/Ledger.callSheet is new to LeakPage']);
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
