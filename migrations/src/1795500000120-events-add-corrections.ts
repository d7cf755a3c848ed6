import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** Corrections of the figures of closed events: what was reported stays, a correction says what counts instead, and why. */
export class EventsAddCorrections1795500000120 implements MigrationInterface {
  readonly name = 'EventsAddCorrections1795500000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.figure_correction (
        event_id uuid not null references events.event (id),
        number int not null,
        was_participants int not null,
        was_volunteers int not null,
        was_walk_ins int not null,
        participants int not null,
        volunteers int not null,
        walk_ins int not null,
        reason text not null,
        corrected_by uuid not null references identity.person (id),
        corrected_at timestamptz not null,
        primary key (event_id, number),
        constraint figure_correction_number check (number >= 1),
        constraint figure_correction_counts check (participants >= 0 and volunteers >= 0 and walk_ins >= 0),
        constraint figure_correction_changes check ((participants, volunteers, walk_ins) is distinct from (was_participants, was_volunteers, was_walk_ins)),
        constraint figure_correction_has_reason check (length(btrim(reason)) > 0)
      )`);
    await grantContext(runner, 'events', {
      appendOnly: ['event_transition', 'event_revision', 'event_report', 'application_transition', 'figure_correction'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.figure_correction');
  }
}
