import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event in the words of other readers (docs/adr/0081), what it is insured by, what it costs, and whether one takes part from elsewhere. */
export class EventsSayMore1795500005872 implements MigrationInterface {
  readonly name = 'EventsSayMore1795500005872';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event
        add column title_easy text constraint event_title_easy check (length(title_easy) between 1 and 240),
        add column description_easy text constraint event_description_easy check (length(description_easy) between 1 and 15000),
        add column title_en text constraint event_title_en check (length(title_en) between 1 and 240),
        add column description_en text constraint event_description_en check (length(description_en) between 1 and 15000),
        add column insurance text constraint event_insurance check (length(insurance) between 1 and 600),
        add column budget int constraint event_budget check (budget between 0 and 100000000),
        add column attendance_mode text constraint event_attendance_mode check (attendance_mode in ('in-person', 'online', 'both'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event drop column title_easy, drop column description_easy, drop column title_en, drop column description_en,
        drop column insurance, drop column budget, drop column attendance_mode`);
  }
}
