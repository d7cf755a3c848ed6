import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';
import { INITIATIVES_OF_THE_PLAN } from './initiatives-of-the-plan.js';

/** Initiatives of the ward's plan (取組) as data, and to which of them an event belongs. */
export class EventsAddInitiatives1795500005730 implements MigrationInterface {
  readonly name = 'EventsAddInitiatives1795500005730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.initiative (
        code text primary key constraint initiative_code check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
        -- of two that were added at the same moment the code decides
        sort int not null,
        name text not null constraint initiative_name unique constraint initiative_name_length check (length(name) between 1 and 60),
        kana text not null,
        name_en text not null,
        -- a sentence of what it is
        words text not null constraint initiative_words check (length(words) between 1 and 300),
        words_en text not null,
        kind text not null constraint initiative_kind check (kind in ('programme', 'campaign')),
        field text not null,
        category text,
        -- of a campaign alone; null: open
        from_day date,
        until_day date,
        ended_at timestamptz,
        version int not null default 1,
        constraint initiative_days check (from_day <= until_day),
        constraint initiative_days_of_campaign check (kind = 'campaign' or (from_day is null and until_day is null))
      )`);
    for (const [sort, { code, name, kana, nameEn, words, wordsEn, kind, field, category, fromDay }] of INITIATIVES_OF_THE_PLAN.entries()) {
      await runner.query(
        `insert into events.initiative (code, sort, name, kana, name_en, words, words_en, kind, field, category, from_day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [code, sort, name, kana, nameEn, words, wordsEn, kind, field, category, fromDay ?? null],
      );
    }
    await runner.query('alter table events.event add column initiative text constraint event_initiative references events.initiative (code)');
    await runner.query('create index event_initiative_days on events.event (initiative, starts_at) where initiative is not null');
    await runner.query(`grant select, insert, update on events.initiative to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column initiative');
    await runner.query('drop table events.initiative');
  }
}
