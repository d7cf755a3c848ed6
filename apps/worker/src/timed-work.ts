import { Injectable } from '@nestjs/common';
import { Checklists, Conditions, Evidence, WaitingDecisions } from '@yoriai/approvals';
import { MembershipAsking, RetentionTerms } from '@yoriai/associations';
import { Alerts, AnswerRounds, AnswersForgetting, ConsentRounds, DecisionPrompts, Draws, EventChecks, EventEnds, EventFiles, EventMessages, EventPublicationPlans, Offers, ReportPrompts, Resealing, SeriesDates } from '@yoriai/events';
import { AccessLogSealer, Sessions, SignIn, headText } from '@yoriai/identity';
import { Deliveries } from '@yoriai/notifications';
import { Clock, Db, Idempotency, RateLimits, Relay, SealingKeys } from '@yoriai/platform';
import { DueReminders } from '@yoriai/reminders';
import { DutyPhotos } from '@yoriai/rosters';
import { Slices } from './queue/slices.js';
import { Retention } from './retention.js';

/** Carrying messages. */
@Injectable()
export class OutboxWork {
  constructor(
    private readonly carrier: Relay,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
  ) {}

  async relay(): Promise<boolean> {
    return (await this.carrier.run()) > 0;
  }

  async rescue(): Promise<boolean> {
    return (await this.carrier.rescue()) > 0;
  }

  async tidy(): Promise<boolean> {
    await this.carrier.tidy();
    await this.idempotency.tidy();
    await this.limits.tidy();
    return false;
  }
}

/** What waits for a decision, and what one asked for. */
@Injectable()
export class ApprovalWork {
  constructor(
    private readonly clock: Clock,
    private readonly conditions: Conditions,
    private readonly waiting: WaitingDecisions,
  ) {}

  async remindOfConditions(): Promise<boolean> {
    return (await this.conditions.sweep(this.clock.now())) > 0;
  }

  async remindOfDecisions(): Promise<boolean> {
    return (await this.waiting.sweep(this.clock.now())) > 0;
  }
}

/** Reminders fall due; letters are sent in slices. */
@Injectable()
export class LetterWork {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reminders: DueReminders,
    private readonly deliveries: Deliveries,
    private readonly slices: Slices,
    readonly approvals: ApprovalWork,
  ) {}

  async remind(): Promise<boolean> {
    return (await this.reminders.sweep(this.clock.now())) > 0;
  }

  async tick(): Promise<boolean> {
    const waiting = await this.db.read((tx) => this.deliveries.waitingSlices(tx));
    await this.slices.ask(waiting);
    return false;
  }
}

/** What was said, and who said it, is forgotten when its time is over. */
@Injectable()
export class ForgettingWork {
  constructor(
    private readonly answers: AnswersForgetting,
    private readonly duties: DutyPhotos,
    private readonly joining: MembershipAsking,
    private readonly retention: Retention,
    private readonly terms: RetentionTerms,
    private readonly db: Db,
  ) {}

  async answersOf(now: Date): Promise<boolean> {
    return (await this.answers.sweep(now)) + (await this.duties.sweep(now)) + (await this.joining.sweep(now)) > 0;
  }

  async namesOf(now: Date): Promise<boolean> {
    await this.retention.nightly(now, () => this.db.read(async (tx) => (await this.terms.termsAt(tx))(now)));
    return false;
  }
}

/** While the key of the sealed columns is turned. */
@Injectable()
export class SealingWork {
  constructor(
    private readonly resealing: Resealing,
    private readonly keys: SealingKeys,
  ) {}

  async turn(): Promise<boolean> {
    const { turned, unreadable } = await this.resealing.sweep();
    if (turned > 0) return true;
    if (unreadable === 0) await this.keys.endOlder();
    return false;
  }
}

/** What was written down is sealed, and goes when its time is over. */
@Injectable()
export class KeepingWork {
  constructor(
    private readonly clock: Clock,
    private readonly sealer: AccessLogSealer,
    private readonly evidence: Evidence,
    private readonly files: EventFiles,
    private readonly forgetting: ForgettingWork,
    private readonly sealing: SealingWork,
  ) {}

  async eraseEvidence(): Promise<boolean> {
    return (await this.evidence.sweep(this.clock.now())) > 0;
  }

  async eraseFiles(): Promise<boolean> {
    return (await this.files.sweep(this.clock.now())) > 0;
  }

  async forgetAnswers(): Promise<boolean> {
    return this.forgetting.answersOf(this.clock.now());
  }

  async removeNames(): Promise<boolean> {
    return this.forgetting.namesOf(this.clock.now());
  }

  async turnKeys(): Promise<boolean> {
    return this.sealing.turn();
  }

  async seal(): Promise<boolean> {
    return (await this.sealer.seal()) > 0;
  }

  /** Writes the end of the sealed log where the database doesn't reach: the worker's own log. */
  async tellHead(): Promise<boolean> {
    const head = await this.sealer.head();
    if (head) console.info(`access-log head ${headText(head)}`);
    return false;
  }
}

/** What becomes free is offered to those who wait, and nothing waits for a council longer than its days. */
@Injectable()
export class QueueWork {
  constructor(
    private readonly clock: Clock,
    private readonly offers: Offers,
    private readonly draws: Draws,
    private readonly consents: ConsentRounds,
    private readonly checks: EventChecks,
    private readonly answers: AnswerRounds,
  ) {}

  async passChecks(): Promise<boolean> {
    return (await this.checks.sweep(this.clock.now())) > 0;
  }

  async roundOfConsents(): Promise<boolean> {
    return (await this.consents.sweep(this.clock.now())) > 0;
  }

  async roundOfAnswers(): Promise<boolean> {
    return (await this.answers.sweep()) > 0;
  }

  async offerPlaces(): Promise<boolean> {
    return (await this.offers.sweep()) > 0;
  }

  async drawLots(): Promise<boolean> {
    return (await this.draws.sweep()) > 0;
  }
}

/** What somebody chose an hour for. */
@Injectable()
export class HourWork {
  constructor(
    private readonly publications: EventPublicationPlans,
    private readonly messages: EventMessages,
  ) {}

  async publish(now: Date): Promise<boolean> {
    return (await this.publications.sweep(now)) > 0;
  }

  async sendMessages(now: Date): Promise<boolean> {
    return (await this.messages.sweep(now)) > 0;
  }
}

/** Procedures come to their day, decisions and publications to their hour, events to their report. */
@Injectable()
export class PaperWork {
  constructor(
    private readonly clock: Clock,
    private readonly checklists: Checklists,
    private readonly prompts: DecisionPrompts,
    private readonly alerts: Alerts,
    private readonly reports: ReportPrompts,
    private readonly hours: HourWork,
  ) {}

  publish(): Promise<boolean> {
    return this.hours.publish(this.clock.now());
  }

  sendMessages(): Promise<boolean> {
    return this.hours.sendMessages(this.clock.now());
  }

  async askForReports(): Promise<boolean> {
    return (await this.reports.sweep(this.clock.now())) > 0;
  }

  async pollAlerts(): Promise<boolean> {
    await this.alerts.poll();
    return false;
  }

  async askToDecide(): Promise<boolean> {
    return (await this.prompts.sweep(this.clock.now())) > 0;
  }

  async remindOfProcedures(): Promise<boolean> {
    return (await this.checklists.sweep(this.clock.now())) > 0;
  }
}

/** What a new day or hour brings. */
@Injectable()
export class DayWork {
  constructor(
    private readonly clock: Clock,
    private readonly ends: EventEnds,
    private readonly signIn: SignIn,
    private readonly db: Db,
    private readonly sessions: Sessions,
    private readonly series: SeriesDates,
  ) {}

  async endEvents(): Promise<boolean> {
    return (await this.ends.sweep(this.clock.now())) > 0;
  }

  async makeDates(): Promise<boolean> {
    return (await this.series.sweep(this.clock.now())) > 0;
  }

  async forgetSignIns(): Promise<boolean> {
    await this.signIn.tidy();
    await this.db.transaction((tx) => this.sessions.forget(tx));
    return false;
  }
}
