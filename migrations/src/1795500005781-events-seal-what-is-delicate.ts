import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumn, sealColumn } from './sealing.js';

const ANSWERS = { table: 'events.application', id: 'id', column: 'answers' };
const SAID = { table: 'events.guardian_consent', id: 'application_id', column: 'said' };
const NAME = { table: 'events.guardian_consent', id: 'application_id', column: 'guardian_name' };
const RELATION = { table: 'events.guardian_consent', id: 'application_id', column: 'relation' };
const INCIDENT = { table: 'events.event_report', id: 'id', column: 'incident' };
const ALL = [ANSWERS, SAID, NAME, RELATION, INCIDENT];
/** What is JSON already; the others become it first. */
const JSONB = [ANSWERS, SAID];
const TEXT = [NAME, RELATION, INCIDENT];

const named = ({ table, column }: (typeof ALL)[number]): string => `${table.split('.')[1]}_${column}_sealed`;

/** Support needs, guardians' consents and who was hurt are sealed at rest: with the database alone nobody reads them. docs/adr/0071. */
export class EventsSealWhatIsDelicate1795500005781 implements MigrationInterface {
  readonly name = 'EventsSealWhatIsDelicate1795500005781';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column } of JSONB) await runner.query(`alter table ${table} alter column ${column} type text using ${column}::text`);
    for (const { table, column } of TEXT) await runner.query(`update ${table} set ${column} = to_json(${column})::text where ${column} is not null`);
    for (const at of ALL) await sealColumn(runner, at);
    // The last judge: nothing is kept there as it was typed, by whatever way.
    for (const at of ALL) await runner.query(`alter table ${at.table} add constraint ${named(at)} check (${at.column} ~ '^k[0-9a-f]{8}[.][A-Za-z0-9_-]{40,}$')`);
    // A report is a history that the serving role can't change: it may put the same words under another key, and nothing else.
    await runner.query(`
      create function events.reseal_incidents(ids uuid[], was text[], sealed text[]) returns integer language sql security definer set search_path = '' as $$
        with done as (
          update events.event_report report set incident = item.sealed from unnest(ids, was, sealed) as item (id, was, sealed)
          where report.id = item.id and report.incident = item.was and split_part(item.was, '.', 1) <> split_part(item.sealed, '.', 1) returning 1)
        select count(*)::integer from done
      $$`);
    await runner.query('revoke all on function events.reseal_incidents(uuid[], text[], text[]) from public');
    await runner.query('grant execute on function events.reseal_incidents(uuid[], text[], text[]) to yoriai_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function events.reseal_incidents(uuid[], text[], text[])');
    for (const at of ALL) await runner.query(`alter table ${at.table} drop constraint ${named(at)}`);
    for (const at of ALL) await openColumn(runner, at);
    for (const { table, column } of TEXT) await runner.query(`update ${table} set ${column} = ${column}::jsonb #>> '{}' where ${column} is not null`);
    for (const { table, column } of JSONB) await runner.query(`alter table ${table} alter column ${column} type jsonb using ${column}::jsonb`);
  }
}
