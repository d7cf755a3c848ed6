import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDS = `state not in ('draft', 'returned', 'rejected', 'cancelled')`;

/** The ward's calendar shows an event on each of its days, so it asks for what lasts, not for what begins. */
export class EventsIndexLasting1795500005840 implements MigrationInterface {
  readonly name = 'EventsIndexLasting1795500005840';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index event_lasting on events.event using gist (tstzrange(starts_at, ends_at)) where ${STANDS}`);
    await runner.query('drop index events.event_on_calendar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create index event_on_calendar on events.event (starts_at) where ${STANDS}`);
    await runner.query('drop index events.event_lasting');
  }
}
