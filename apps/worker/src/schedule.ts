import { Injectable } from '@nestjs/common';
import { Retention } from './retention.js';
import { ApprovalWork, DayWork, ForgettingWork, HourWork, KeepingWork, LetterWork, OutboxWork, PaperWork, QueueWork, SealingWork } from './timed-work.js';

/** One piece of timed work. `run` answers true when more of it waits, and is then run again at once. */
export interface TimedWork {
  name: string;
  everyMs: number;
  run(): Promise<boolean>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** ALL timed work of the product, on this one page. Each entry may run in any number of workers at once. */
@Injectable()
export class Schedule {
  readonly work: readonly TimedWork[];

  constructor(outbox: OutboxWork, letters: LetterWork, keeping: KeepingWork, queues: QueueWork, days: DayWork, papers: PaperWork) {
    this.work = [
      { name: 'outbox.relay', everyMs: 250, run: () => outbox.relay() },
      { name: 'outbox.rescue', everyMs: 2 * SECOND, run: () => outbox.rescue() },
      { name: 'outbox.tidy', everyMs: HOUR, run: () => outbox.tidy() },
      { name: 'reminders.sweep', everyMs: 2 * SECOND, run: () => letters.remind() },
      { name: 'conditions.remind', everyMs: MINUTE, run: () => letters.approvals.remindOfConditions() },
      { name: 'decisions.remind', everyMs: MINUTE, run: () => letters.approvals.remindOfDecisions() },
      { name: 'checks.pass', everyMs: MINUTE, run: () => queues.passChecks() },
      { name: 'procedures.remind', everyMs: MINUTE, run: () => papers.remindOfProcedures() },
      { name: 'evidence.erase', everyMs: HOUR, run: () => keeping.eraseEvidence() },
      { name: 'files.erase', everyMs: HOUR, run: () => keeping.eraseFiles() },
      { name: 'answers.forget', everyMs: HOUR, run: () => keeping.forgetAnswers() },
      // Does something at night alone.
      { name: 'names.remove', everyMs: HOUR, run: () => keeping.removeNames() },
      { name: 'deliveries.tick', everyMs: SECOND, run: () => letters.tick() },
      { name: 'access-log.seal', everyMs: SECOND, run: () => keeping.seal() },
      // A line a day in the worker's own log, which is outside the database.
      { name: 'access-log.head', everyMs: 24 * HOUR, run: () => keeping.tellHead() },
      // Finds something only while the settings have an older key beside the new one.
      { name: 'sealed.turn', everyMs: HOUR, run: () => keeping.turnKeys() },
      { name: 'lots.draw', everyMs: 20 * SECOND, run: () => queues.drawLots() },
      { name: 'places.offer', everyMs: 20 * SECOND, run: () => queues.offerPlaces() },
      { name: 'answers.round', everyMs: 20 * SECOND, run: () => queues.roundOfAnswers() },
      { name: 'consents.round', everyMs: 20 * SECOND, run: () => queues.roundOfConsents() },
      { name: 'alerts.poll', everyMs: 5 * MINUTE, run: () => papers.pollAlerts() },
      { name: 'decisions.ask', everyMs: MINUTE, run: () => papers.askToDecide() },
      { name: 'events.publish', everyMs: 10 * SECOND, run: () => papers.publish() },
      { name: 'messages.send', everyMs: 10 * SECOND, run: () => papers.sendMessages() },
      { name: 'reports.ask', everyMs: MINUTE, run: () => papers.askForReports() },
      { name: 'events.end', everyMs: 30 * SECOND, run: () => days.endEvents() },
      // The dates of a new day, and those that an edit left to be made.
      { name: 'series.dates', everyMs: 10 * SECOND, run: () => days.makeDates() },
      { name: 'sign-ins.forget', everyMs: HOUR, run: () => days.forgetSignIns() },
    ];
  }
}

/** What the schedule needs to be built; for the module. */
export const SCHEDULED = [Schedule, Retention, ForgettingWork, SealingWork, ApprovalWork, OutboxWork, LetterWork, KeepingWork, QueueWork, DayWork, HourWork, PaperWork];
