import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

const STATUSES = `'confirmed', 'waitlisted', 'offered', 'expired', 'cancelled_by_applicant', 'cancelled_by_host', 'applied', 'guardian_pending'`;
const CAUSES = `'ticket', 'promotion', 'host', 'event-cancelled', 'offer', 'acceptance', 'expiry', 'passed-over', 'draw', 'consent', 'consent-refused', 'no-consent', 'consent-anew'`;
const CHOICE_CAUSES = `'chosen', 'chosen-undone', 'unanswered'`;

async function statusesAndCauses(runner: QueryRunner, statuses: string, causes: string): Promise<void> {
  await runner.query(`alter table events.application drop constraint application_status, add constraint application_status check (status in (${statuses}))`);
  await runner.query(`alter table events.application_transition drop constraint application_transition_cause, add constraint application_transition_cause check (cause in (${causes}))`);
}

/** Frames of which the host says who gets a place: an answer to each who applies, told a while after it was given. */
export class EventsLetHostsChoose1795500003900 implements MigrationInterface {
  readonly name = 'EventsLetHostsChoose1795500003900';

  async up(runner: QueryRunner): Promise<void> {
    await statusesAndCauses(runner, `${STATUSES}, 'declined'`, `${CAUSES}, ${CHOICE_CAUSES}`);
    await runner.query(`
      alter table events.frame
        drop constraint frame_method,
        add constraint frame_method check (method in ('first-come', 'open', 'lottery', 'chosen')),
        drop constraint frame_entered,
        add constraint frame_entered check (entered >= 0 and (entered = 0 or method = 'chosen' or (method = 'lottery' and drawn_at is null))),
        -- By which day those who applied are answered, as they are told; null: nothing was said.
        add column answers_by date`);
    await runner.query(`create index frame_to_answer on events.frame (event_id) where method = 'chosen' and entered > 0`);
    await runner.query(`
      alter table events.application
        -- When the host answered, and when that was told: until then it can be taken back, and nobody knows it.
        add column answered_at timestamptz,
        add column answer_told_at timestamptz,
        -- What the host says to who was not chosen, in their own words.
        add column host_words text constraint application_host_words check (length(host_words) between 1 and 300),
        add constraint application_told_after_answer check (answer_told_at is null or answered_at is not null)`);
    await runner.query('create index application_untold on events.application (answered_at) where answered_at is not null and answer_told_at is null');
    await runner.query(`
      create table events.answer_prompt (
        event_id uuid not null references events.event,
        due_on date not null,
        stage text not null constraint answer_prompt_stage check (stage in ('near', 'over')),
        at timestamptz not null,
        primary key (event_id, due_on, stage)
      )`);
    await runner.query(`grant select, insert on events.answer_prompt to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.answer_prompt');
    // Nobody is chosen any more: who has no answer waits, in the order they came; who was declined was told so by the host.
    await runner.query(`
      update events.application changed set status = 'waitlisted', waitlist_order = entered.place
      from (select application.id, frame.last_waitlist_order + row_number() over (partition by frame_id order by application.created_at, application.id) as place
            from events.application join events.frame on frame.id = frame_id where status = 'applied' and method = 'chosen') entered
      where changed.id = entered.id`);
    await runner.query(`
      update events.frame set entered = 0, waiting = (select count(*) from events.application where frame_id = frame.id and status = 'waitlisted'),
        last_waitlist_order = (select coalesce(max(waitlist_order), frame.last_waitlist_order) from events.application where frame_id = frame.id and status = 'waitlisted')
      where method = 'chosen'`);
    await runner.query(`delete from events.application_transition where cause in (${CHOICE_CAUSES}) or from_status = 'declined' or to_status = 'declined'`);
    await runner.query(`update events.application set status = 'cancelled_by_host' where status = 'declined'`);
    await runner.query(`update events.frame set method = 'first-come' where method = 'chosen'`);
    await statusesAndCauses(runner, STATUSES, CAUSES);
    await runner.query(`
      alter table events.application
        drop constraint application_told_after_answer,
        drop column answered_at,
        drop column answer_told_at,
        drop column host_words`);
    await runner.query('drop index events.frame_to_answer');
    await runner.query(`
      alter table events.frame
        drop constraint frame_method,
        add constraint frame_method check (method in ('first-come', 'open', 'lottery')),
        drop constraint frame_entered,
        add constraint frame_entered check (entered >= 0 and (entered = 0 or (method = 'lottery' and drawn_at is null))),
        drop column answers_by`);
  }
}
