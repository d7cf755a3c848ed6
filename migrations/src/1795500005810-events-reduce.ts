import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event that takes place in a smaller form (縮小): what of its programme is off stands with the decision. */
export class EventsReduce1795500005810 implements MigrationInterface {
  readonly name = 'EventsReduce1795500005810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.day_decision
        drop constraint day_decision_kind,
        add constraint day_decision_kind check (kind in ('cancelled', 'postponed', 'held', 'reduced')),
        add column dropped jsonb,
        add constraint day_decision_dropped check ((kind = 'reduced') = (dropped is not null))`);
  }

  /** Before, an event in a smaller form was one that is held: that it took place stays, what of it was off is said nowhere any more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.day_decision drop constraint day_decision_dropped');
    await runner.query(`update events.day_decision set kind = 'held', dropped = null where kind = 'reduced'`);
    await runner.query(`
      alter table events.day_decision
        drop column dropped,
        drop constraint day_decision_kind,
        add constraint day_decision_kind check (kind in ('cancelled', 'postponed', 'held'))`);
  }
}
