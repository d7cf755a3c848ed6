import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of the host decides whether rain stops an event: an office, not a person. */
export class EventsNameDeciders1795500004330 implements MigrationInterface {
  readonly name = 'EventsNameDeciders1795500004330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events.event add column rain_decider text constraint event_rain_decider check (length(rain_decider) between 1 and 40)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column rain_decider');
  }
}
