import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import type { EventSummary } from '@yoriai/events';
import { Clock, Db, RateLimits, jstDate, refuse, type Limit, type Tx } from '@yoriai/platform';
import { mayReceiveSelf, type SelfRefusal } from '../reception/check-in.rules.js';
import { CheckIns } from '../reception/check-in.service.js';
import type { CheckInAnswer, CheckInRequest } from '../reception/reception.dto.js';
import { OwnLines, type SelfLine } from './own-lines.js';
import type { NumberRequest, SelfHeadsRequest, WalkInsRequest } from './self.dto.js';
import { VenueCodes } from './venue-codes.js';

export type { SelfLine } from './own-lines.js';

/** What the page behind the code at the entrance shows. */
export interface SelfPlace {
  event: EventSummary;
  /** Why nobody may receive themselves now; null: they may. */
  closed: SelfRefusal | null;
  /** Somebody applied: most who come have a number. */
  applied: boolean;
  /** What is their own there; empty for everybody who is not signed in. */
  lines: readonly SelfLine[];
}

/** What came of it; a name only where it is one's own. */
export type SelfAnswer = Pick<CheckInAnswer, 'answer' | 'at' | 'heads' | 'name' | 'subjectKind'>;

/** Forms of people without an application from one address: a hall behind one connection, no script. */
const WALK_INS: Limit = { name: 'attendance.self-walk-ins', most: 300, minutes: 10 };
/** The other forms, likewise: what is right is taken, however many come at once to a hall. */
const ACTS: Limit = { name: 'attendance.self-acts', most: 600, minutes: 10 };
/** Characters of a subject's id that tell the acts of one form apart. */
const TELLING = 20;

/**
 * 会場のQRでの受付: people receive themselves. The acts go through the log and the rules of the reception, marked
 * as done by themselves; whoever leads the event sees and undoes them like any other. What needs a person's look
 * (`review`) waits there: nobody counts themselves in against it.
 *
 * All refuse `attendance.venue-unknown` (404) and, but for looking, where nobody may receive themselves now, `attendance.self-not-yet`,
 * `attendance.self-over`, `attendance.event-cancelled`, `attendance.not-published`, `attendance.report-made` (409).
 */
@Injectable()
export class SelfReception {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly codes: VenueCodes,
    private readonly own: OwnLines,
    private readonly checkIns: CheckIns,
    private readonly limits: RateLimits,
  ) {}

  /**
   * The event, and what the person has there; on another day the event alone, with why (`closed`): whoever scans the sheet too early
   * learns when. What was never public, or is not for everybody, is refused as everywhere.
   */
  at(actor: Actor | null, code: string): Promise<SelfPlace> {
    return this.db.read(async (tx) => {
      const event = await this.codes.event(tx, code);
      const verdict = mayReceiveSelf(event, this.clock.now());
      // Nothing is named that no public page names: what was never public, or is for its circle.
      if (verdict !== true && (verdict === 'attendance.not-published' || event.visibility !== null)) refuse(verdict, { params: dayOf(event) });
      if (verdict !== true) return { event, closed: verdict, applied: false, lines: [] };
      return { event, closed: null, applied: await this.own.anyApplied(tx, event.id), lines: actor === null ? [] : await this.own.of(tx, actor.personId, event.id) };
    });
  }

  /** Receives everything of the person who asks, an act for each; `heads` by id where fewer came. Refuses `platform.too-often` (429) besides. */
  async receiveOwn(actor: Actor, code: string, asked: SelfHeadsRequest & { heads: ReadonlyMap<string, number> }, caller: string): Promise<SelfAnswer[]> {
    await this.limits.hit(ACTS, caller);
    const { event, closed, lines } = await this.at(actor, code);
    if (closed !== null) refuse(closed, { params: dayOf(event) });
    const answers: SelfAnswer[] = [];
    // A transaction each: the headcount's row is locked last in each of them.
    for (const line of lines) {
      const came = Math.min(asked.heads.get(line.id) ?? line.heads, line.heads);
      const act = { nonce: nonceOf(asked.nonce, line.id), subjectKind: line.kind, subjectId: line.id, heads: came };
      answers.push(told(await this.act(actor.personId, code, () => act), line.name));
    }
    return answers;
  }

  /** Receives the application or the duty with this number, without a name. Refuses `attendance.number-unknown` (422) besides: whoever answers that counts it as a guess. */
  async receiveNumber(code: string, { nonce, number, came }: NumberRequest, caller: string): Promise<SelfAnswer> {
    await this.limits.hit(ACTS, caller);
    const answer = await this.act(null, code, async (tx, event) => {
      const line = await this.own.byNumber(tx, event.id, number);
      return line ? { nonce: nonceOf(nonce, line.id), subjectKind: line.kind, subjectId: line.id, heads: Math.min(came ?? line.heads, line.heads) } : unknownNumber();
    });
    return told(answer, null);
  }

  /** Counts people without an application, of whom nothing else is kept, whoever presses. Refuses `platform.too-often` (429) besides. */
  async receiveWalkIns(code: string, { nonce, heads }: WalkInsRequest, caller: string): Promise<SelfAnswer> {
    await this.limits.hit(WALK_INS, caller);
    return told(await this.act(null, code, () => ({ nonce, subjectKind: 'walk-in', heads })), null);
  }

  private act(personId: string | null, code: string, askedOf: (tx: Tx, event: EventSummary) => CheckInRequest | Promise<CheckInRequest>): Promise<CheckInAnswer> {
    return this.db.transaction(async (tx) => {
      const event = await this.open(tx, code);
      return this.checkIns.receive(tx, { personId, self: true }, event, await askedOf(tx, event));
    });
  }

  private async open(tx: Tx, code: string): Promise<EventSummary> {
    const event = await this.codes.event(tx, code);
    const verdict = mayReceiveSelf(event, this.clock.now());
    if (verdict !== true) refuse(verdict, { params: dayOf(event) });
    return event;
  }
}

const dayOf = ({ startsAt }: EventSummary): { day: string } => ({ day: startsAt ? jstDate(startsAt) : '' });

/** A form that was gone back to and filled in otherwise is another act. */
const nonceOf = (nonce: string, subjectId: string): string => `${nonce}_${subjectId.replaceAll('-', '').slice(-TELLING)}`;

function unknownNumber(): never {
  return refuse('attendance.number-unknown', { status: 422, fields: [{ field: 'number', code: 'attendance.number-unknown' }] });
}

const told = ({ answer, at, heads, subjectKind }: CheckInAnswer, name: string | null): SelfAnswer => ({ answer, at, heads, subjectKind, name });
