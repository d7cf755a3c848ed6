import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who apply answered to the host's questions, and what they need. */
export class EventsAskQuestions1795500002010 implements MigrationInterface {
  readonly name = 'EventsAskQuestions1795500002010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.application add column answers jsonb');
    // Few rows have any of it, and they are looked for every hour until it is forgotten.
    await runner.query('create index application_asked on events.application (event_id) where born is not null or answers is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.application_asked');
    await runner.query('alter table events.application drop column answers');
  }
}
