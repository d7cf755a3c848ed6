import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A call for stalls of an event that has no day yet: so many days before it, until the day is said. */
export class EventsPlanCalls1795500005930 implements MigrationInterface {
  readonly name = 'EventsPlanCalls1795500005930';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.stall_call
        alter column closes_on drop not null,
        add column closes_before int constraint stall_call_before check (closes_before between 1 and 365),
        add constraint stall_call_closes check (closes_on is not null or closes_before is not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.stall_call drop constraint stall_call_closes, drop column closes_before`);
    // A call that never had a day was nobody's to answer: no stall can have asked for a place.
    await runner.query('delete from events.stall_plot where event_id in (select event_id from events.stall_call where closes_on is null)');
    await runner.query('delete from events.stall_call where closes_on is null');
    await runner.query('alter table events.stall_call alter column closes_on set not null');
  }
}
