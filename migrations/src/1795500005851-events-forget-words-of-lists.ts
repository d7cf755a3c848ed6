import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What was said about a list of names goes with the names of its event; where these are gone already, at once. */
export class EventsForgetWordsOfLists1795500005851 implements MigrationInterface {
  readonly name = 'EventsForgetWordsOfLists1795500005851';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant update (words) on events.list_request to ${APP_ROLE}`);
    await runner.query(`
      update events.list_request request set words = null, reply = null
      from events.event where event.id = request.event_id and event.names_removed_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update (words) on events.list_request from ${APP_ROLE}`);
  }
}
