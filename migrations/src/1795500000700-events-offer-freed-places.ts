import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTIVE = [
  ['application_one_active_phone', 'frame_id, search_key, contact_phone', 'and contact_phone is not null'],
  ['application_one_active_email', 'frame_id, search_key, contact_email', 'and contact_email is not null'],
  ['application_one_active_person', 'frame_id, person_id', 'and not joined_double'],
] as const;

async function oneActive(runner: QueryRunner, statuses: string): Promise<void> {
  for (const [name, columns, where] of ACTIVE) {
    await runner.query(`drop index events.${name}`);
    await runner.query(`create unique index ${name} on events.application (${columns}) where status in (${statuses}) ${where}`);
  }
}

/** A freed place is offered to the next who waits, and kept for them for a time. */
export class EventsOfferFreedPlaces1795500000700 implements MigrationInterface {
  readonly name = 'EventsOfferFreedPlaces1795500000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.application
        add column offer_ends_at timestamptz,
        drop constraint application_status,
        add constraint application_status check (status in ('confirmed', 'waitlisted', 'offered', 'expired', 'cancelled_by_applicant', 'cancelled_by_host')),
        add constraint application_offer check ((status = 'offered') = (offer_ends_at is not null))`);
    await runner.query(`
      alter table events.application_transition
        drop constraint application_transition_cause,
        add constraint application_transition_cause check (cause in ('ticket', 'promotion', 'host', 'event-cancelled', 'offer', 'acceptance', 'expiry'))`);
    await oneActive(runner, "'confirmed', 'offered', 'waitlisted'");
    await runner.query(`create index application_offered on events.application (frame_id, offer_ends_at) where status = 'offered'`);
    await runner.query('create index frame_waited_for on events.frame (event_id) where waiting > 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.frame_waited_for');
    await runner.query('drop index events.application_offered');
    await runner.query(`delete from events.application_transition where cause in ('offer', 'acceptance', 'expiry')`);
    // Nobody loses a place that is kept for them, and nobody is asked any more.
    await runner.query(`update events.application set status = case status when 'offered' then 'confirmed' else 'cancelled_by_host' end, offer_ends_at = null where status in ('offered', 'expired')`);
    await runner.query(`
      alter table events.application_transition
        drop constraint application_transition_cause,
        add constraint application_transition_cause check (cause in ('ticket', 'promotion', 'host', 'event-cancelled'))`);
    await runner.query(`
      alter table events.application
        drop constraint application_offer,
        drop constraint application_status,
        add constraint application_status check (status in ('confirmed', 'waitlisted', 'cancelled_by_applicant', 'cancelled_by_host')),
        drop column offer_ends_at`);
    await oneActive(runner, "'confirmed', 'waitlisted'");
  }
}
