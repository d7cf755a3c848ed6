import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether pictures of somebody on duty may be shown, where the event asks about pictures: null as long as they said nothing. */
export class RostersAskAboutPhotos1795500004110 implements MigrationInterface {
  readonly name = 'RostersAskAboutPhotos1795500004110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rosters.assignment add column photos boolean');
    await runner.query('create index assignment_photos_kept on rosters.assignment (upper(during)) where photos is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rosters.assignment drop column photos');
  }
}
