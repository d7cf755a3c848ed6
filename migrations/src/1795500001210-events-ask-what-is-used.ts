import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One question about park, road and subsidy becomes one mark for each thing that somebody else has to allow. */
export class EventsAskWhatIsUsed1795500001210 implements MigrationInterface {
  readonly name = 'EventsAskWhatIsUsed1795500001210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event add column uses text[],
        add constraint event_uses check (uses <@ array['park', 'road', 'facility', 'naked-flame', 'ward-name', 'subsidy'])`);
    // "Yes" was to any of the three: on the safe side it is all of them, and the host takes away what is not so.
    await runner.query(`update events.event set uses = case when public_use then array['park', 'road', 'subsidy'] else array[]::text[] end where public_use is not null`);
    await runner.query(`
      update events.event set change = (change - 'publicUse') || jsonb_build_object('uses',
        case change->'publicUse' when 'true' then '["park", "road", "subsidy"]'::jsonb when 'false' then '[]' else 'null' end)
      where change is not null`);
    await runner.query('alter table events.event drop column public_use');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event add column public_use boolean');
    await runner.query(`update events.event set public_use = uses && array['park', 'road', 'subsidy'] where uses is not null`);
    await runner.query(`
      update events.event set change = (change - 'uses') || jsonb_build_object('publicUse',
        case when jsonb_typeof(change->'uses') = 'array' then to_jsonb(change->'uses' ?| array['park', 'road', 'subsidy']) else 'null' end)
      where change is not null`);
    await runner.query('alter table events.event drop column uses');
  }
}
