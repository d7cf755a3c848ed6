import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What hosts wrote to guardians before that was a kind of its own becomes one of that kind, so that the address goes with the rest of
 * what a guardian left. Where those thirty days are over nobody would come by again: it goes at once.
 */
export class NotificationsKnowGuardians1795500005910 implements MigrationInterface {
  readonly name = 'NotificationsKnowGuardians1795500005910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update notifications.delivery set kind = 'guardian-message' where kind = 'event-message' and params ? 'guardianOf'`);
    await runner.query(`
      update notifications.delivery delivery
      set state = case when delivery.state in ('due', 'sending') then 'withdrawn' else delivery.state end, claimed_until = null, address = 'erased@invalid.invalid', last_error = null
      from events.event
      where event.id = delivery.event_id and event.ends_at < now() - interval '30 days' and delivery.kind = 'guardian-message' and delivery.channel = 'mail'`);
  }

  /** The kind was there before: whatever has it keeps it, or the addresses would stay. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
