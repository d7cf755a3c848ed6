import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dangersIn } from './migration-dangers.mjs';

const FOLDER = new URL('../migrations/src/', import.meta.url);

/** What stands since before the first ward ran: there was nobody whom it could hold up. Whoever adds one says why a running ward bears it (docs/adr/0085). */
const BEFORE_ANY_WARD: Readonly<Record<string, readonly string[]>> = {
  '1795400000200-events-index-search': ['index-of-large events.event_revision'],
  '1795500000700-events-offer-freed-places': ['scans-large events.application', 'scans-large events.application_transition', 'index-of-large events.application'],
  '1795500001100-events-name-companions': ['index-of-large events.application', 'scans-large events.application_transition'],
  '1795500001210-events-ask-what-is-used': ['drops events.event'],
  '1795500002010-events-ask-questions': ['index-of-large events.application'],
  '1795500002020-events-find-every-birth-date': ['index-of-large events.application'],
  '1795500003000-events-ask-guardians': ['scans-large events.application', 'index-of-large events.application'],
  '1795500003320-reminders-hold-back': ['scans-large reminders.due_reminder', 'index-of-large reminders.due_reminder'],
  '1795500003900-events-let-hosts-choose': ['scans-large events.application', 'index-of-large events.application'],
  '1795500004110-rosters-ask-about-photos': ['index-of-large rosters.assignment'],
  '1795500004200-events-share-places': ['writes-anew events.frame'],
  '1795500004700-events-add-parts-of-venues': ['writes-anew events.venue'],
  '1795500004720-notifications-find-letters-of-starts': ['index-of-large notifications.delivery'],
  '1795500004800-rosters-enter-for-others': ['scans-large rosters.assignment'],
  '1795500005750-events-remove-names': ['index-of-large rosters.assignment'],
};

/** What is new and does it all the same, each with why a running ward bears it. */
const BORNE: Readonly<Record<string, { readonly why: string; readonly dangers: readonly string[] }>> = {};

const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const up = (sql: string): string => `async up(runner) { await runner.query(\`${sql}\`); } async down(runner) { await runner.query('drop table events.application'); }`;

describe('migrations', () => {
  it('do nothing that holds up a ward that runs, but what is named here', () => {
    const files = readdirSync(FOLDER).filter((file) => /^\d{13}-.*\.ts$/.test(file));
    expect(files.length).toBeGreaterThan(100);
    const found = Object.fromEntries(files.map((file) => [file.replace('.ts', ''), dangersIn(read(file))] as const).filter(([, dangers]) => dangers.length > 0));
    expect(found).toEqual({ ...BEFORE_ANY_WARD, ...Object.fromEntries(Object.entries(BORNE).map(([name, { dangers }]) => [name, dangers])) });
    for (const { why } of Object.values(BORNE)) expect(why.length).toBeGreaterThan(20);
  });

  it('wait for a lock for seconds only: behind one that waits everybody else waits too', () => {
    expect(read('main.ts')).toMatch(/extra: \{ lock_timeout: LOCK_MS \}/);
    const [, wait = ''] = /const LOCK_MS = ([\d_]+);/.exec(read('main.ts')) ?? [];
    expect(Number(wait.replaceAll('_', ''))).toBeGreaterThan(0);
    expect(Number(wait.replaceAll('_', ''))).toBeLessThanOrEqual(5_000);
  });

  it.each([
    ['alter table events.venue alter column name type varchar(60)', 'writes-anew events.venue'],
    ['alter table events.venue add column mark uuid not null default gen_random_uuid()', 'writes-anew events.venue'],
    ['alter table events.venue rename column name to title', 'renames events.venue'],
    ['alter table events.venue drop column name', 'drops events.venue'],
    ['drop table events.venue', 'drops events.venue'],
    ['alter table events.venue add column name text not null', 'needs-a-value events.venue'],
    ["alter table events.venue add column a text not null default '', add column b text not null", 'needs-a-value events.venue'],
    ['lock table events.venue', 'holds-all events.venue'],
    ['alter table events.application alter column born set not null', 'scans-large events.application'],
    ['alter table events.application add constraint application_born check (born is not null)', 'scans-large events.application'],
    ['create index application_born on events.application (born)', 'index-of-large events.application'],
  ])('%s is found', (sql, danger) => {
    expect(dangersIn(up(sql))).toEqual([danger]);
  });

  it.each([
    'create index concurrently application_born on events.application (born)',
    'alter table events.application add constraint application_born check (born is not null) not valid',
    "alter table events.application add column kind text not null default 'one'",
    'create index venue_name on events.venue (name)',
    'create table events.new_one (id uuid primary key); create index new_one_id on events.new_one (id); alter table events.new_one add column name text not null',
  ])('%s holds nobody up', (sql) => {
    expect(dangersIn(up(sql))).toEqual([]);
  });
});
