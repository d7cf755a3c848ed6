import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What a report says besides heads: the area that was cleaned, and pictures before and after. */
export class EventsAddReportPictures1795500003800 implements MigrationInterface {
  readonly name = 'EventsAddReportPictures1795500003800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event_report add column cleaned_area numeric(6, 1) constraint event_report_area check (cleaned_area between 0 and 10000)');
    await runner.query(`
      create table events.report_spot (
        id uuid primary key,
        event_id uuid not null references events.event,
        place text not null constraint report_spot_place check (length(place) between 1 and 60),
        before_file uuid references platform.file,
        before_open boolean not null default false,
        after_file uuid references platform.file,
        after_open boolean not null default false,
        added_at timestamptz not null,
        -- a picture is open to everybody or not; a picture that is not there is neither
        constraint report_spot_before_open check (before_file is not null or not before_open),
        constraint report_spot_after_open check (after_file is not null or not after_open)
      )`);
    await runner.query('create index report_spot_event on events.report_spot (event_id, added_at)');
    for (const side of ['before', 'after']) await runner.query(`create unique index report_spot_${side} on events.report_spot (${side}_file)`);
    await runner.query(`grant select, insert, update, delete on events.report_spot to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.report_spot');
    await runner.query('alter table events.event_report drop column cleaned_area');
  }
}
