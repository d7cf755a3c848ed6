import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What a host writes to the people of an event, and when it goes. */
export class EventsAddMessages1795500005880 implements MigrationInterface {
  readonly name = 'EventsAddMessages1795500005880';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.message (
        id uuid primary key,
        event_id uuid not null references events.event,
        audiences text[] not null constraint message_audiences check (audiences <> '{}' and audiences <@ array['applied', 'waiting', 'duties', 'stalls', 'guardians']),
        frame_ids uuid[] not null,
        title text not null constraint message_title check (char_length(title) between 1 and 60),
        body text not null constraint message_body check (char_length(body) between 1 and 1200),
        easy jsonb,
        english jsonb,
        written_by uuid not null references identity.person,
        written_at timestamptz not null,
        send_at timestamptz not null,
        sent_at timestamptz,
        dropped_at timestamptz,
        dropped_by uuid references identity.person,
        dropped_because text constraint message_dropped_because check (dropped_because in ('taken-back', 'called-off', 'put-off')),
        constraint message_sent_or_dropped check (sent_at is null or dropped_at is null),
        constraint message_dropped_why check ((dropped_at is null) = (dropped_because is null) and (dropped_because is not distinct from 'taken-back') = (dropped_by is not null))
      )`);
    await runner.query('create index message_event on events.message (event_id, written_at)');
    await runner.query('create index message_due on events.message (send_at) where sent_at is null and dropped_at is null');
    await runner.query(`grant select, insert, delete, update (sent_at, dropped_at, dropped_by, dropped_because) on events.message to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.message');
  }
}
