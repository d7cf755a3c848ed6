import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom an event is, in a word that lists can be narrowed by; and the address of a video about it, with or without captions. */
export class EventsAddAudienceAndVideo1795500001330 implements MigrationInterface {
  readonly name = 'EventsAddAudienceAndVideo1795500001330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event add column audience text, add column video_url text, add column video_captions boolean,
        add constraint event_audience check (audience in ('anyone', 'children', 'families', 'seniors')),
        add constraint event_video_url check (video_url like 'https://%')`);
    // Changes that are being written say everything: here that nobody said anything yet.
    await runner.query(`update events.event set change = '{"audience": null, "videoUrl": null, "videoCaptions": null}'::jsonb || change where change is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column audience, drop column video_url, drop column video_captions');
  }
}
