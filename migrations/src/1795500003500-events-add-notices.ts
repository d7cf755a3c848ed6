import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Notices of the ward office that stand beside events. */
export class EventsAddNotices1795500003500 implements MigrationInterface {
  readonly name = 'EventsAddNotices1795500003500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.notice (
        id uuid primary key,
        title text not null constraint notice_title check (length(title) between 1 and 60),
        body text not null constraint notice_body check (length(body) between 1 and 400),
        link text constraint notice_link_https check (link ~* '^https://'),
        link_label text,
        from_day date not null,
        until_day date not null,
        audiences text[] not null,
        areas text[] not null,
        fields text[] not null,
        written_by uuid not null references identity.person,
        written_at timestamptz not null,
        ended_at timestamptz,
        version int not null,
        constraint notice_days check (from_day <= until_day),
        constraint notice_link_labelled check ((link is null) = (link_label is null))
      )`);
    await runner.query('create index notice_stands on events.notice (until_day) where ended_at is null');
    await runner.query('create index notice_newest on events.notice (written_at desc, id desc)');
    await runner.query(`grant select, insert, update on events.notice to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.notice');
  }
}
