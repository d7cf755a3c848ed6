import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTS = ['children', 'wheelchairs'] as const;

/** What a report says besides: how many of those who came were children or came with a wheelchair, what it cost, who was hurt; a correction says those figures anew. */
export class EventsTellMoreOfReports1795500004400 implements MigrationInterface {
  readonly name = 'EventsTellMoreOfReports1795500004400';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['event_report', 'figure_correction'])
      await runner.query(`
        alter table events.${table}
          ${PARTS.map((part) => `add column ${part} int constraint ${table}_${part} check (${part} between 0 and participants + walk_ins),`).join('\n')}
          add column cost int constraint ${table}_cost check (cost between 0 and 100000000)`);
    await runner.query('alter table events.event_report add column incident text');
    await runner.query(`
      alter table events.figure_correction
        add column was_children int, add column was_wheelchairs int, add column was_cost int,
        drop constraint figure_correction_changes,
        add constraint figure_correction_changes check ((participants, volunteers, walk_ins, children, wheelchairs, cost) is distinct from (was_participants, was_volunteers, was_walk_ins, was_children, was_wheelchairs, was_cost))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.figure_correction
        drop constraint figure_correction_changes, drop column was_children, drop column was_wheelchairs, drop column was_cost,
        drop column children, drop column wheelchairs, drop column cost`);
    await runner.query(`
      alter table events.figure_correction
        add constraint figure_correction_changes check ((participants, volunteers, walk_ins) is distinct from (was_participants, was_volunteers, was_walk_ins)) not valid`);
    await runner.query('alter table events.event_report drop column children, drop column wheelchairs, drop column cost, drop column incident');
  }
}
