import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { ja } from '@yoriai/ui/texts/ja';
import { testDatabase, type TestDatabase } from '@yoriai/testing';
import { ROOT, isTest, refusalCodes, sources, unorderedMigrations, unsaid, wallViolations } from './architecture.js';
import { MAY_IMPORT } from './walls.mjs';

const libs = sources('libs');
const apps = sources('apps');
const contexts = Object.keys(MAY_IMPORT).filter((lib) => !['contracts', 'platform', 'ui', 'testing', 'api-client'].includes(lib));

describe('the walls between rooms', () => {
  it('no import goes through a wall', () => {
    expect(libs.length).toBeGreaterThan(100);
    expect(wallViolations([...libs, ...apps])).toEqual([]);
  });

  it('an import through a wall is found', () => {
    const planted = [
      { path: 'libs/identity/src/planted.ts', text: "import { Events } from '@yoriai/events';" },
      { path: 'libs/events/src/planted.ts', text: "import type { Shifts } from '@yoriai/rosters';" },
      { path: 'apps/web/src/planted.ts', text: "const db = await import('@yoriai/platform');" },
      { path: 'libs/contracts/src/planted.ts', text: "export { rows } from '@yoriai/platform';" },
    ];
    expect(wallViolations(planted)).toHaveLength(planted.length);
  });

  it('every lib has one door and a page that says what it is for', () => {
    const rooms = readdirSync(join(ROOT, 'libs'));
    const missing = rooms
      .flatMap((room) => ['src/index.ts', 'README.md', 'package.json'].map((file) => `libs/${room}/${file}`))
      .filter((file) => !existsSync(join(ROOT, file)));
    expect(missing).toEqual([]);
  });

  it('no folder hides behind a name that says nothing', () => {
    const nameless = [...libs, ...apps].map(({ path }) => path).filter((path) => /\/(shared|common|utils|helpers|core)\//.test(path));
    expect(nameless).toEqual([]);
  });

  it('an entity stands in the schema of its own context', () => {
    const strangers = libs.flatMap(({ path, text }) => {
      const room = path.split('/')[1];
      return [...text.matchAll(/@Entity\(\{[^}]*schema:\s*'([a-z_]+)'/g)].filter((match) => match[1] !== room).map((match) => `${path}: ${match[1]}`);
    });
    expect(strangers).toEqual([]);
  });
});

describe('migrations', () => {
  it('have one order: each its own number, the same in file and class', () => {
    const migrations = sources('migrations');
    expect(migrations.length).toBeGreaterThan(10);
    expect(unorderedMigrations(migrations)).toEqual([]);
  });

  it('with one number, or a class numbered otherwise, are found', () => {
    const planted = [
      { path: 'migrations/src/1795300009900-events-add-a.ts', text: 'export class EventsAddA1795300009900 implements MigrationInterface {' },
      { path: 'migrations/src/1795300009900-rosters-add-b.ts', text: 'export class RostersAddB1795300009900 implements MigrationInterface {' },
      { path: 'migrations/src/1795300009901-rosters-add-c.ts', text: 'export class RostersAddC1795300009900 implements MigrationInterface {' },
    ];
    expect(unorderedMigrations(planted)).toEqual([
      'migrations/src/1795300009900-rosters-add-b.ts has the number of migrations/src/1795300009900-events-add-a.ts',
      'migrations/src/1795300009901-rosters-add-c.ts: its class has another number',
    ]);
  });
});

describe('the words of a refusal', () => {
  it('every refusal code has a sentence', () => {
    const codes = refusalCodes([...libs, ...apps].filter(({ path }) => !isTest(path)));
    expect(codes.size).toBeGreaterThan(40);
    const mute = [...codes].filter(([code]) => !translator('ja').has(`refusal.${code}`)).map(([code, path]) => `${code} (${path})`);
    expect(mute).toEqual([]);
  });

  it('a code without a sentence is found', () => {
    const codes = refusalCodes([{ path: 'libs/events/src/planted.ts', text: "refuse('event.planted-without-words', { status: 409 })" }]);
    expect([...codes.keys()].filter((code) => !translator('ja').has(`refusal.${code}`))).toEqual(['event.planted-without-words']);
  });
});

describe('the texts', () => {
  it('are all said somewhere', () => {
    const page = { path: 'apps/web/index.html', text: readFileSync(join(ROOT, 'apps/web/index.html'), 'utf8') };
    expect(unsaid(Object.keys(ja), [...libs, ...apps, page])).toEqual([]);
  });

  it('one that nobody says is found, or only a test', () => {
    const said = { path: 'apps/web/src/planted.tsx', text: "t('app.whole') + t(`app.part.${each}`) + refuse('app.refused')" };
    const tested = { path: 'apps/web/src/planted.spec.ts', text: "t('app.tested')" };
    expect(unsaid(['app.whole', 'app.part.one', 'refusal.app.refused', 'app.tested', 'app.silent'], [said, tested])).toEqual(['app.tested', 'app.silent']);
  });
});

describe('what the linter holds', () => {
  const untyped = new ESLint({
    cwd: ROOT,
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: false } },
      rules: {
        '@typescript-eslint/no-floating-promises': 'off',
        '@typescript-eslint/no-misused-promises': 'off',
        '@typescript-eslint/await-thenable': 'off',
        '@typescript-eslint/switch-exhaustiveness-check': 'off',
      },
    },
  });
  const broken = async (path: string, text: string): Promise<string[]> => {
    const [result] = await untyped.lintText(text, { filePath: join(ROOT, path) });
    return [...new Set(result?.messages.map((message) => message.ruleId ?? message.message) ?? [])];
  };

  it.each([
    [
      'an import through a wall',
      'libs/identity/src/planted.ts',
      "import { Events } from '@yoriai/events';\nexport const x = Events;\n",
      'no-restricted-imports',
    ],
    [
      'a door of another lib used from inside',
      'libs/events/src/planted.ts',
      "import { x } from '@yoriai/identity/src/person';\nexport { x };\n",
      'no-restricted-imports',
    ],
    ['the testing lib in what ships', 'libs/identity/src/planted.ts', "import { Town } from '@yoriai/testing';\nexport { Town };\n", 'no-restricted-imports'],
    [
      'a framework in a pure rule',
      'libs/events/src/planted.rules.ts',
      "import { Injectable } from '@nestjs/common';\nexport { Injectable };\n",
      'no-restricted-imports',
    ],
    ['synchronize', 'libs/platform/src/planted.ts', 'export const options = { synchronize: true };\n', 'no-restricted-syntax'],
    ['a hidden clock', 'libs/events/src/planted.ts', 'export const now = new Date();\n', 'no-restricted-syntax'],
    ['a file over 300 lines', 'libs/events/src/planted.ts', 'export const a = 1;\n'.replace('a', 'b') + '// line\n'.repeat(301), 'max-lines'],
    [
      'a function over 60 lines',
      'libs/events/src/planted.ts',
      `export function f(): number {\n  let n = 0;\n${'  n += 1;\n'.repeat(61)}  return n;\n}\n`,
      'max-lines-per-function',
    ],
    [
      'a constructor with seven parameters',
      'libs/events/src/planted.ts',
      'export class A {\n  constructor(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1) {\n    [a, b, c, d, e, f, g].sort();\n  }\n}\n',
      'max-params',
    ],
    ['a hook of React in what Site and App share', 'libs/ui/src/page/planted.tsx', "import { useState } from 'react';\nexport const f = useState;\n", 'no-restricted-syntax'],
    ['a hook by another name', 'libs/ui/src/page/planted.tsx', "import * as react from 'react';\nexport const f = (): unknown => react.useId();\n", 'no-restricted-syntax'],
    ['a hook of its own', 'libs/ui/src/planted.ts', 'declare const useOpened: () => boolean;\nexport const f = (): boolean => useOpened();\n', 'no-restricted-syntax'],
    ['any', 'libs/events/src/planted.ts', 'export const a: any = 1;\n', '@typescript-eslint/no-explicit-any'],
  ])('refuses %s', async (_what, path, text, rule) => {
    expect(await broken(path, text)).toContain(rule);
  });

  it('refuses a circle of imports, however long', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yoriai-circle-'));
    const said = (last: string): string => {
      writeFileSync(join(folder, 'z.ts'), last);
      return spawnSync(process.execPath, [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-c', join(ROOT, '.oxlintrc.json'), folder], { encoding: 'utf8' }).stdout;
    };
    try {
      const files = [...'abcdefghijkl'];
      for (const [at, name] of files.entries()) writeFileSync(join(folder, `${name}.ts`), `import { x as next } from './${files[at + 1] ?? 'z'}.js';\nexport const x = (): unknown => next;\n`);
      expect(said("import { x as next } from './a.js';\nexport const x = (): unknown => next;\n")).toContain('import(no-cycle)');
      expect(said('export const x = 1;\n')).toContain('0 errors');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('lets an innocent file pass', async () => {
    expect(await broken('libs/events/src/planted.ts', "import { People } from '@yoriai/identity';\nexport { People };\n")).toEqual([]);
  });

  it('lets what specs share use the testing lib, and no other that its room may not', async () => {
    const shared = (lib: string) => broken('libs/identity/src/person/testing/planted.ts', `import { x } from '@yoriai/${lib}';\nexport { x };\n`);
    expect(await shared('testing')).toEqual([]);
    expect(await shared('events')).toEqual(['no-restricted-imports']);
  });
});

describe('the walls between schemas', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const foreignKeys = async (): Promise<string[]> => {
    const keys = await database.asOwner<{ name: string; from: string; to: string }>(`
      select c.conname as name, a.nspname as "from", b.nspname as "to"
      from pg_constraint c
      join pg_class ca on ca.oid = c.conrelid join pg_namespace a on a.oid = ca.relnamespace
      join pg_class cb on cb.oid = c.confrelid join pg_namespace b on b.oid = cb.relnamespace
      where c.contype = 'f' and a.nspname <> b.nspname`);
    return keys.filter(({ from, to }) => !(MAY_IMPORT[from] ?? []).includes(to)).map(({ name, from, to }) => `${name}: ${from} → ${to}`);
  };

  it('every context has a schema of its own and nothing stands in public', async () => {
    const schemas = await database.asOwner<{ name: string }>("select nspname as name from pg_namespace where nspname !~ '^pg_|information_schema'");
    const names = schemas.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(contexts.filter((context) => existsSync(join(ROOT, 'libs', context)) && context !== 'reporting')));
    const strays = await database.asOwner<{ relname: string }>(
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'",
    );
    expect(strays).toEqual([]);
  });

  it('foreign keys run along the import direction only', async () => {
    expect(await foreignKeys()).toEqual([]);
  });

  it('a foreign key against the direction is found', async () => {
    await database.asOwner('create table identity.planted (id uuid primary key, event_id uuid references events.event (id))');
    expect(await foreignKeys()).toEqual([expect.stringContaining('identity → events')]);
  });

  it.each([
    'create table public.planted (id int)',
    'create table events.planted (id int)',
    'alter table events.event add column planted int',
    'drop table events.event',
  ])('the serving role can not: %s', async (statement) => {
    await expect(database.asApp(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  const HISTORIES = [
    ...['approvals.condition_step', 'approvals.decision', 'approvals.revision', 'associations.term_ending', 'attendance.check_in_operation', 'attendance.review_settlement'],
    ...['events.application_transition', 'events.event_report', 'events.event_revision', 'events.event_transition', 'events.figure_correction'],
    ...['identity.access_log', 'identity.access_log_seal', 'identity.account_standing', 'identity.joining'],
  ];
  /** Histories of which the serving role may do more than read and add. */
  const rewritable = async (): Promise<string[]> => {
    const found = await database.asOwner<{ name: string }>(
      `select name from unnest($1::text[]) as name, unnest('{UPDATE,DELETE,TRUNCATE}'::text[]) as act
       where has_table_privilege('yoriai_app', name, act) or (act = 'UPDATE' and has_any_column_privilege('yoriai_app', name, act))`,
      [HISTORIES],
    );
    return found.map(({ name }) => name);
  };

  it('the serving role can add to a history and change nothing of it', async () => {
    expect(await rewritable()).toEqual([]);
  });

  it('a history that can be changed is found', async () => {
    await database.asOwner('grant update (reason) on identity.access_log to yoriai_app');
    await database.asOwner('grant delete on identity.joining to yoriai_app');
    expect((await rewritable()).sort()).toEqual(['identity.access_log', 'identity.joining']);
  });

  it('the queue role sees nothing but the queue', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: database.queueUrl });
    await client.connect();
    await expect(client.query('select * from identity.person')).rejects.toThrow(/permission denied/);
    await client.end();
  });
});
