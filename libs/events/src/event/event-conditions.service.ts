import { Injectable } from '@nestjs/common';
import { Conditions, type ConditionStepKind } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import type { MessageName } from '@yoriai/contracts';
import { AccessLog } from '@yoriai/identity';
import { Db, Outbox, refuse } from '@yoriai/platform';
import { EventLoader } from './event-loader.js';
import { EVENT_SUBJECT } from './event-subject.js';
import { EventMoves } from './event-moves.js';
import type { EventDetail } from './event.dto.js';
import { doerOf } from './event.policy.js';

const ANNOUNCED = { reported: 'events.condition-reported', confirmed: 'events.condition-confirmed', 'sent-back': 'events.condition-returned' } as const satisfies Record<ConditionStepKind, MessageName>;

/** What host and ward say about the conditions of an approval: the host that one is met, the ward that it is, or what is missing. */
@Injectable()
export class EventConditions {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly log: AccessLog,
    private readonly loader: EventLoader,
    private readonly moves: EventMoves,
    private readonly conditions: Conditions,
  ) {}

  /**
   * One word about one condition. Refuses `event.not-found` (404), `event.host-only` to report and `event.staff-only` to
   * judge (403), and what {@link Conditions.step} refuses.
   */
  say(actor: Actor, id: string, conditionId: string, kind: ConditionStepKind, words: string | null): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      // The event is locked first, like by everybody who changes what its publication depends on.
      const { event } = await this.loader.lock(tx, actor, id);
      const { isHost, isStaff } = doerOf(actor, event);
      if (kind === 'reported' && !isHost) refuse('event.host-only', { status: 403 });
      if (kind !== 'reported' && !isStaff) refuse('event.staff-only', { status: 403 });
      await this.conditions.step(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id }, conditionId, { kind, words });
      await this.outbox.add(tx, ANNOUNCED[kind], { eventId: id, conditionId });
      await this.log.add(tx, { actorPersonId: actor.personId, action: `event.condition-${kind}`, subject: `event:${id}`, reason: `condition ${conditionId}` });
      return this.moves.answer(tx, actor, id);
    });
  }
}
