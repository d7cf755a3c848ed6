import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** Where an event came from that was taken out of a list of open data: the row as it came, and what we said for each of its cells then. */
export class EventsAddOrigins1795500001310 implements MigrationInterface {
  readonly name = 'EventsAddOrigins1795500001310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.event_origin (
        event_id uuid primary key references events.event (id),
        organisation_id uuid not null references associations.organisation (id),
        edition text not null,
        no text not null,
        file_name text not null,
        cells jsonb not null,
        ours jsonb not null,
        imported_by uuid not null references identity.person (id),
        imported_at timestamptz not null,
        constraint event_origin_once unique (organisation_id, edition, no)
      )`);
    await grantContext(runner, 'events', {
      appendOnly: ['event_transition', 'event_revision', 'event_report', 'application_transition', 'figure_correction', 'event_origin'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.event_origin');
  }
}
