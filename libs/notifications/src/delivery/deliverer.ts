import { Injectable } from '@nestjs/common';
import { Clock, Db, type Tx } from '@yoriai/platform';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { DeliveryRepository, type Settlement } from './delivery.repository.js';
import {
  GIVE_UP_MS,
  LEASE_MS,
  LEAVING_MS,
  MOST_HANDED_OVER,
  PRIORITIES,
  SILENCE_LIMIT,
  SLICE_LIMIT,
  START_WINDOW_MS,
  afterQuiet,
  backoff,
  lineOf,
  quietAt,
  waitOf,
  type Lane,
  type SendVerdict,
} from './delivery.rules.js';
import { LetterWriter, type ClaimedDelivery, type Letter } from './letter.js';
import { MailPool } from './mail-pool.js';
import { SettlementBook } from './settlement-book.js';

/** Letters on their way at once: more than the pool's connections, so that none idles while a letter is put together. */
const IN_FLIGHT = 20;

/** What became of a slice. `released` went back untried: the lease, the server or the night ended the round. */
export interface SliceReport {
  claimed: number;
  accepted: number;
  bounced: number;
  optedOut: number;
  withdrawn: number;
  later: number;
  released: number;
}

/** Which rows a job may take; `chance` is 0 … 1 and spreads retries. */
export interface SliceOptions {
  limit?: number;
  /** Left out: whatever waits, the urgent first. */
  lane?: Lane;
  chance?: () => number;
}

/** Sends what is due: claims a slice, has it written, sends, enters what happened. */
@Injectable()
export class Deliverer {
  private leaving = false;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly deliveries: DeliveryRepository,
    private readonly writer: LetterWriter,
    private readonly mail: MailPool,
    private readonly optOuts: OptOuts,
  ) {}

  /**
   * Sends one slice of at most 200 letters; `claimed` 0 means that nothing waits. Any number of callers,
   * on any number of machines, may run at once: a letter is held by one of them. One letter's failure
   * delays no other. Throws after everything is entered when a letter could not be written (a bug).
   */
  async deliverSlice(options: SliceOptions = {}): Promise<SliceReport> {
    const slice = await this.claim(options);
    const report: SliceReport = { claimed: slice.length, accepted: 0, bounced: 0, optedOut: 0, withdrawn: 0, later: 0, released: 0 };
    const [first] = slice;
    if (!first) return report;
    const round = new Round(this.clock, first.claimedUntil, options.chance ?? Math.random, report);
    const book = new SettlementBook((batch) =>
      this.db.transaction(async (tx) => void (await this.deliveries.settle(tx, batch, first.claimedUntil))),
    );
    const declined = await this.db.read((tx) => this.declined(tx, slice));
    const written = await this.write(slice.filter((one) => !declined.has(one)));
    const queue = [...slice];
    const sendNext = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await book.enter(declined.has(next) ? round.optedOut(next) : await this.deliver(next, written, round));
      }
    };
    // Every lane comes to its end before a failure is reported: a letter on its way is never forgotten.
    const lanes = await Promise.allSettled(Array.from({ length: Math.min(IN_FLIGHT, slice.length) }, sendNext));
    await book.close();
    for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
    if (written.failures.size > 0) throw new AggregateError([...written.failures.values()], 'Letters that could not be written');
    return report;
  }

  /** The process leaves: no further letter is begun, and those on their way get 8 s. The running slices then come to their end. */
  leave(): void {
    this.leaving = true;
    setTimeout(() => this.mail.stopWaiting(), LEAVING_MS).unref();
  }

  private claim({ limit = SLICE_LIMIT, lane }: SliceOptions): Promise<ClaimedDelivery[]> {
    const now = this.clock.now();
    return this.db.transaction((tx) =>
      this.deliveries.claim(tx, {
        now,
        quiet: quietAt(now),
        priorities: lane ? PRIORITIES[lane] : [PRIORITIES.urgent[0], PRIORITIES.bulk[1]],
        limit: Math.min(limit, SLICE_LIMIT),
        until: new Date(now.getTime() + LEASE_MS),
        host: this.mail.host,
      }),
    );
  }

  /** Who said no after the letter was entered; the row may have been held by a worker at that moment. */
  private async declined(tx: Tx, slice: readonly ClaimedDelivery[]): Promise<Set<ClaimedDelivery>> {
    const reminders = slice.filter((one) => one.purpose === 'reminder');
    const people = await this.optOuts.declined(tx, reminders.flatMap((one) => one.personId ?? []));
    return new Set(reminders.filter((one) => one.personId !== null && people.has(one.personId)));
  }

  /** The whole slice in one go; when a letter can't be written, one by one, so that only that letter stays behind. */
  private async write(slice: readonly ClaimedDelivery[]): Promise<Written> {
    if (slice.length === 0) return { letters: new Map(), failures: new Map() };
    try {
      return { letters: await this.db.read((tx) => this.writer.write(tx, slice)), failures: new Map() };
    } catch (error) {
      if (slice.length === 1 && slice[0]) return { letters: new Map(), failures: new Map([[slice[0].id, error]]) };
    }
    const letters = new Map<string, Letter>();
    const failures = new Map<string, unknown>();
    for (const one of slice) {
      const alone = await this.write([one]);
      for (const [id, letter] of alone.letters) letters.set(id, letter);
      for (const [id, failure] of alone.failures) failures.set(id, failure);
    }
    return { letters, failures };
  }

  private async deliver(one: ClaimedDelivery, written: Written, round: Round): Promise<Settlement> {
    const letter = written.letters.get(one.id);
    const failed = written.failures.has(one.id);
    // The writer is asked even where it is too late: who is no longer concerned need not be telephoned.
    if (!letter && !failed) return round.withdrawn(one);
    if (round.tooLate(one)) return round.bounced(one, 'Too late to be of use.');
    if (!letter) return round.later(one, 'The letter could not be written.');
    const pause = round.pause(one, this.leaving);
    if (pause) return pause;
    const verdict = await this.mail.send({ to: one.address, messageId: one.messageId, at: this.clock.now(), line: lineOf(one), letter });
    return round.settle(one, verdict);
  }
}

interface Written {
  letters: ReadonlyMap<string, Letter>;
  failures: ReadonlyMap<string, unknown>;
}

/** One worker's round over its slice: how long it may go on, and what each answer means for the ledger. */
class Round {
  private readonly startsUntil: number;
  /** Letters in a row to which no server answered. */
  private silence = 0;

  constructor(
    private readonly clock: Clock,
    lease: Date,
    private readonly chance: () => number,
    private readonly report: SliceReport,
  ) {
    this.startsUntil = lease.getTime() - LEASE_MS + START_WINDOW_MS;
  }

  tooLate(one: ClaimedDelivery): boolean {
    return one.validUntil !== null && one.validUntil <= this.clock.now();
  }

  /** Why this letter is not tried now, if so: the process leaves, the server is away, night has come, or the lease might run out. */
  pause(one: ClaimedDelivery, leaving: boolean): Settlement | undefined {
    const now = this.clock.now();
    const night = !one.anyHour && quietAt(now);
    const serverDown = this.silence >= SILENCE_LIMIT;
    if (!leaving && !serverDown && !night && now.getTime() <= this.startsUntil) return undefined;
    return this.released(one, serverDown ? backoff(1, this.chance()) : 0);
  }

  private released(one: ClaimedDelivery, wait: number): Settlement {
    this.report.released += 1;
    return { id: one.id, state: 'due', next_attempt_at: this.at(one, wait), give_back: 1 };
  }

  settle(one: ClaimedDelivery, verdict: SendVerdict): Settlement {
    if (verdict.kind === 'untried') return this.untried(one);
    this.silence = verdict.kind === 'later' && verdict.serverDown ? this.silence + 1 : 0;
    if (verdict.kind === 'refused') return this.bounced(one, verdict.error);
    if (verdict.kind === 'later') {
      const counts = { held_up: Number(verdict.heldUp), handed_over: Number(verdict.handedOver) };
      // What a worker gave up that leaves says nothing of the server: the next one repeats it soon.
      const often = verdict.handedOver && one.handedOver + 1 >= MOST_HANDED_OVER;
      return { ...(often ? this.bounced(one, verdict.error) : this.later(one, verdict.error, verdict.handedOver && (verdict.heldUp || verdict.serverDown))), ...counts };
    }
    this.report.accepted += 1;
    return { id: one.id, state: 'accepted', accepted_at: this.clock.now().toISOString() };
  }

  /** At once again where the ordinary connections were taken; behind the others of their kind where it is the patient ones. */
  private untried(one: ClaimedDelivery): Settlement {
    if (this.clock.now().getTime() - one.createdAt.getTime() >= GIVE_UP_MS) return this.bounced(one, 'No connection came free.');
    return this.released(one, one.heldUp > 0 ? backoff(one.heldUp, this.chance()) : 0);
  }

  later(one: ClaimedDelivery, error: string, muchLater = false): Settlement {
    const now = this.clock.now();
    if (now.getTime() - one.createdAt.getTime() >= GIVE_UP_MS) return this.bounced(one, error);
    this.report.later += 1;
    return { id: one.id, state: 'due', next_attempt_at: this.at(one, waitOf(one, muchLater, now, this.chance())), error };
  }

  bounced(one: ClaimedDelivery, error: string): Settlement {
    this.report.bounced += 1;
    return { id: one.id, state: 'bounced', error };
  }

  optedOut(one: ClaimedDelivery): Settlement {
    this.report.optedOut += 1;
    return { id: one.id, state: 'opted-out', give_back: 1 };
  }

  withdrawn(one: ClaimedDelivery): Settlement {
    this.report.withdrawn += 1;
    return { id: one.id, state: 'withdrawn', give_back: 1 };
  }

  private at(one: ClaimedDelivery, wait: number): string {
    const at = new Date(this.clock.now().getTime() + wait);
    return (one.anyHour ? at : afterQuiet(at)).toISOString();
  }
}
