import { Injectable } from '@nestjs/common';
import { Approvals, FirstChecks, isAwake, type Received, type Submission } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { Db, Outbox, type Tx } from '@yoriai/platform';
import { beginsOn } from './event-day.rules.js';
import type { CheckRequest } from './event-decision.dto.js';
import type { EventDetail } from './event.dto.js';
import type { EventEntity } from './event.entity.js';
import type { EventFacts } from './event.mapper.js';
import { EventMoves } from './event-moves.js';
import { EVENT_SUBJECT } from './event-subject.js';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';

/** Looks whose last day is over, in one turn of the sweep. */
const SLICE = 50;

/** By what an area's council may look at an event first. */
export const toCheck = ({ areaId, category, createdBy, editors }: Pick<EventEntity, 'areaId' | 'category' | 'createdBy' | 'editors'>): NonNullable<Submission['check']> => ({ areaId, kind: category, writers: [createdBy, ...editors] });

/** Tells the council that it is asked, or it and the host that nobody is. Answers whether the council has it now. */
export async function announceCheck(outbox: Outbox, tx: Tx, eventId: string, { councilId, councilSkipped }: Received): Promise<boolean> {
  if (councilSkipped) await outbox.add(tx, 'events.check-ended', { eventId, outcome: 'skipped' });
  if (councilId !== null) await outbox.add(tx, 'events.check-asked', { eventId, councilId });
  return councilId !== null;
}

/** The first check (docs/adr/0045): a council says that it has looked, or the ward goes on without it. Sending back is `EventApprovals.return`. */
@Injectable()
export class EventChecks {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly revisions: EventRevisionRepository,
    private readonly moves: EventMoves,
    private readonly approvals: Approvals,
    private readonly checks: FirstChecks,
  ) {}

  /**
   * The council has looked at what was read: the ward decides now. Refuses `event.not-found` (404), `event.council-only`, `event.own-plan` (403),
   * `event.not-with-council` (409, also to the slower of two officers), `approval.revision-changed` (409).
   */
  confirm(actor: Actor, id: string, { revision, words = null }: CheckRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.moves.begin(tx, actor, id, 'check');
      await this.end(tx, facts, 'check', { outcome: 'confirmed', actor, words, revision });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** The ward does not wait for the council. Refuses `event.not-found` (404), `event.staff-only` (403), `event.reason-required` (422), `event.not-with-council` (409). */
  forward(actor: Actor, id: string, reason: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.moves.begin(tx, actor, id, 'forward', { reason });
      await this.end(tx, facts, 'forward', { outcome: 'forwarded', actor, words: reason });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** Goes past every council whose last day is over, by day only: it is told at once. Answers how many; twice is the same as once. Throws the first failure when all were tried. */
  async sweep(now: Date): Promise<number> {
    if (!isAwake(now)) return 0;
    const late = await this.db.read((tx) => this.checks.late(tx, now, SLICE));
    let passed = 0;
    const failures: unknown[] = [];
    for (const { subjectKind, subjectId } of late) {
      if (subjectKind !== EVENT_SUBJECT) continue;
      try {
        passed += await this.pass(subjectId);
      } catch (error) {
        // One event that fails keeps no other waiting.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return passed;
  }

  private pass(id: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const facts = await this.moves.beginByClock(tx, id, 'pass');
      if (!facts) return 0;
      await this.end(tx, facts, 'pass', { outcome: 'passed', actor: null, words: null });
      return 1;
    });
  }

  private async end(tx: Tx, { event }: EventFacts, verb: 'check' | 'forward' | 'pass', { outcome, actor, words, revision }: { outcome: 'confirmed' | 'forwarded' | 'passed'; actor: Actor | null; words: string | null; revision?: number }): Promise<void> {
    const { id } = event;
    await this.approvals.endCheck(tx, { subjectKind: EVENT_SUBJECT, subjectId: id, begins: beginsOn(event) }, { outcome, by: actor?.personId ?? null, words, ...(revision === undefined ? {} : { revision }) });
    const latest = event.change === null ? ((await this.revisions.latest(tx, id))?.number ?? null) : null;
    await this.moves.finish(tx, actor, event, verb, { reason: words, revision: latest });
    await this.outbox.add(tx, 'events.check-ended', { eventId: id, outcome });
    // The approvers hear of it now: what was handed in has come to them.
    if (latest === null) await this.outbox.add(tx, 'events.change-submitted', { eventId: id });
    else await this.outbox.add(tx, 'events.event-submitted', { eventId: id, revision: latest });
  }
}
