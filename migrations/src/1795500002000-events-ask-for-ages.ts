import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a frame asks besides who comes, and the birth date where it asks for ages. */
export class EventsAskForAges1795500002000 implements MigrationInterface {
  readonly name = 'EventsAskForAges1795500002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.frame
        -- What those who apply are asked, as a whole: it is read and approved with the frame, and nothing is looked for in it.
        add column asks jsonb not null default '{}'`);
    await runner.query(`
      alter table events.application
        -- Only where the frame has a rule about ages; of those who come along it stands with their names.
        add column born date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update events.application set companions = (select jsonb_agg(each - 'born' order by place) from jsonb_array_elements(companions) with ordinality as named (each, place))
      where companions @? '$[*].born'`);
    await runner.query('alter table events.application drop column born');
    await runner.query('alter table events.frame drop column asks');
  }
}
