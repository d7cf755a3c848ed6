import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTIVE = [
  ['application_one_active_phone', 'frame_id, search_key, contact_phone', 'and contact_phone is not null'],
  ['application_one_active_email', 'frame_id, search_key, contact_email', 'and contact_email is not null'],
  ['application_one_active_person', 'frame_id, person_id', 'and not joined_double'],
] as const;

async function oneActive(runner: QueryRunner, except: string): Promise<void> {
  for (const [name, columns, where] of ACTIVE) {
    await runner.query(`drop index events.${name}`);
    await runner.query(`create unique index ${name} on events.application (${columns}) where status in ('confirmed', 'offered', 'waitlisted') ${where} ${except}`);
  }
}

/** Those who come along are named where the host asks; a group may be parted; the host says how the queue is served. */
export class EventsNameCompanions1795500001100 implements MigrationInterface {
  readonly name = 'EventsNameCompanions1795500001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.frame
        add column companions text not null default 'number',
        add column queue text not null default 'in-order',
        add constraint frame_companions check (companions in ('number', 'names')),
        add constraint frame_queue check (queue in ('in-order', 'who-fits'))`);
    await runner.query(`
      alter table events.application
        -- Name and reading of each who comes along; null where only their number was asked for.
        add column companions jsonb,
        add column part_is_fine boolean not null default false,
        -- The application that this one was parted from: the others of that group, without the applicant.
        add column part_of uuid references events.application (id),
        add constraint application_companions check (companions is null or jsonb_array_length(companions) = heads - case when part_of is null then 1 else 0 end)`);
    await runner.query('create index application_part_of on events.application (part_of) where part_of is not null');
    await oneActive(runner, 'and part_of is null');
    await runner.query(`
      alter table events.application_transition
        drop constraint application_transition_cause,
        add constraint application_transition_cause check (cause in ('ticket', 'promotion', 'host', 'event-cancelled', 'offer', 'acceptance', 'expiry', 'passed-over'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from events.application_transition where cause = 'passed-over'`);
    await runner.query(`
      alter table events.application_transition
        drop constraint application_transition_cause,
        add constraint application_transition_cause check (cause in ('ticket', 'promotion', 'host', 'event-cancelled', 'offer', 'acceptance', 'expiry'))`);
    // A parted group stays two applications; the second is told apart from a repeat as after a joining of records.
    await runner.query('update events.application set joined_double = true, search_key = id::text where part_of is not null');
    await oneActive(runner, '');
    await runner.query('alter table events.application drop constraint application_companions, drop column companions, drop column part_is_fine, drop column part_of');
    await runner.query('alter table events.frame drop column companions, drop column queue');
  }
}
