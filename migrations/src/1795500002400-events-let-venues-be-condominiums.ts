import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The meeting room of a condominium (マンションの集会室) is a place of the list too. */
export class EventsLetVenuesBeCondominiums1795500002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events.venue drop constraint venue_kind, add constraint venue_kind check (kind in ('park', 'school', 'hall', 'condominium', 'other'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update events.venue set kind = 'other' where kind = 'condominium'`);
    await runner.query(`alter table events.venue drop constraint venue_kind, add constraint venue_kind check (kind in ('park', 'school', 'hall', 'other'))`);
  }
}
