import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether pictures of those who come may be shown: their own word, or their guardian's; nothing until somebody said so. */
export class EventsAskAboutPhotos1795500003810 implements MigrationInterface {
  readonly name = 'EventsAskAboutPhotos1795500003810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.application add column photos boolean');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.application drop column photos');
  }
}
