import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** A contest within an event: divisions, entry numbers that the database gives, judges, sheets, results. */
export class EventsAddContests1795500003200 implements MigrationInterface {
  readonly name = 'EventsAddContests1795500003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.contest (
        event_id uuid primary key references events.event,
        criteria text[] not null constraint contest_criteria check (cardinality(criteria) between 1 and 5),
        scale int not null constraint contest_scale check (scale in (5, 10)),
        places int not null constraint contest_places check (places between 1 and 20),
        state text not null constraint contest_state check (state in ('open', 'judged', 'confirmed')),
        ties jsonb not null,
        prizes jsonb not null,
        results jsonb,
        last_number int not null default 0,
        updated_at timestamptz not null,
        constraint contest_results_of_confirmed check ((results is not null) = (state = 'confirmed'))
      )`);
    await runner.query(`
      create table events.contest_division (
        frame_id uuid primary key references events.frame on delete cascade,
        event_id uuid not null references events.contest,
        name text not null,
        unit text not null constraint contest_division_unit check (unit in ('person', 'group')),
        sort int not null
      )`);
    await runner.query('create index contest_division_event on events.contest_division (event_id)');
    await runner.query(`
      create table events.contest_entry (
        event_id uuid not null references events.contest,
        number int not null constraint contest_entry_number check (number > 0),
        application_id uuid not null references events.application,
        head int not null,
        frame_id uuid not null constraint contest_entry_division references events.contest_division,
        named boolean not null default false,
        primary key (event_id, number),
        constraint contest_entry_once unique (application_id, head)
      )`);
    await runner.query('create index contest_entry_frame on events.contest_entry (frame_id)');
    await this.judging(runner);
    await this.numbers(runner);
  }

  private async judging(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.contest_judge (
        id uuid primary key,
        event_id uuid not null references events.contest,
        name text not null,
        head boolean not null,
        token_hash bytea not null constraint contest_judge_token unique,
        unique (event_id, id)
      )`);
    await runner.query('create unique index contest_judge_one_head on events.contest_judge (event_id) where head');
    await runner.query(`
      create table events.contest_sheet (
        event_id uuid not null,
        number int not null,
        judge_id uuid not null,
        points int[] not null constraint contest_sheet_points check (cardinality(points) between 1 and 5 and 1 <= all (points) and 10 >= all (points)),
        written_at timestamptz not null,
        primary key (event_id, number, judge_id),
        constraint contest_sheet_entry foreign key (event_id, number) references events.contest_entry,
        constraint contest_sheet_judge foreign key (event_id, judge_id) references events.contest_judge (event_id, id)
      )`);
    await runner.query(`grant select, insert, update on events.contest, events.contest_sheet to ${APP_ROLE}`);
    await runner.query(`grant select, insert, update, delete on events.contest_division, events.contest_judge to ${APP_ROLE}`);
    // A number is given by the database alone, and stays: nobody changes or removes one.
    await runner.query(`grant select, update (named) on events.contest_entry to ${APP_ROLE}`);
  }

  private async numbers(runner: QueryRunner): Promise<void> {
    // One place for every way of being confirmed: first come, offer, promotion, draw. The count is on the contest's row, locked
    // and never taken back; so two who are confirmed at once get two numbers, and no number is given again.
    await runner.query(`
      create function events.number_entries(of_event uuid, of_application uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
      declare last int;
      declare given int;
      begin
        select last_number into last from events.contest where event_id = of_event for no key update;
        if not found then return; end if;
        insert into events.contest_entry (event_id, number, application_id, head, frame_id)
        select of_event, last + row_number() over (order by application.created_at, application.id, heads.head), application.id, heads.head, application.frame_id
        from events.application
        join events.contest_division division on division.frame_id = application.frame_id
        cross join lateral generate_series(0, case division.unit when 'group' then 0 else application.heads - 1 end) heads (head)
        where application.event_id = of_event and (of_application is null or application.id = of_application) and application.status = 'confirmed'
          and not exists (select from events.contest_entry entry where entry.application_id = application.id and entry.head = heads.head);
        get diagnostics given = row_count;
        if given > 0 then update events.contest set last_number = last + given where event_id = of_event; end if;
      end $$`);
    await runner.query(`
      create function events.number_confirmed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin
        if exists (select from events.contest_division where frame_id = new.frame_id) then
          perform events.number_entries(new.event_id, new.id);
        end if;
        return null;
      end $$`);
    // At the commit: a group that is parted is confirmed first and made smaller then.
    await runner.query(`
      create constraint trigger application_numbered after insert or update of status on events.application
      deferrable initially deferred for each row when (new.status = 'confirmed') execute function events.number_confirmed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger application_numbered on events.application');
    await runner.query('drop function events.number_confirmed');
    await runner.query('drop function events.number_entries');
    for (const table of ['sheet', 'judge', 'entry', 'division']) await runner.query(`drop table events.contest_${table}`);
    await runner.query('drop table events.contest');
  }
}
