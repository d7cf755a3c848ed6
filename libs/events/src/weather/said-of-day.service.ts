import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import type { Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { leadsEvent } from '../event/event.policy.js';
import { Alerts } from './alerts/alerts.service.js';
import type { DayDecisionEntity } from './day-decision.entity.js';
import { DayDecisionRepository } from './day-decision.repository.js';

/** What is said of a day that stays. */
type Said = Pick<DayDecisionEntity, 'cause' | 'reason'> & Partial<Pick<DayDecisionEntity, 'dropped'>> & { kind: 'held' | 'reduced' };

/** That an event takes place on the day that it has, as planned or in a smaller form: what was said last, and what is said now. */
@Injectable()
export class SaidOfDay {
  constructor(
    private readonly decisions: DayDecisionRepository,
    private readonly alerts: Alerts,
    private readonly log: AccessLog,
  ) {}

  /** The last decision, where it is of this day; `isBefore`: a danger of the gravest kind began since ({@link Alerts.gravestSince}), so it is no decision about that, and saying the same again is one. */
  async last(tx: Tx, event: Pick<EventEntity, 'id' | 'startsAt'>): Promise<{ last: DayDecisionEntity | null; isBefore: boolean }> {
    const last = await this.decisions.latest(tx, event.id);
    if (last === null || last.wasStartsAt?.getTime() !== event.startsAt?.getTime()) return { last: null, isBefore: false };
    const danger = await this.alerts.gravestSince(tx);
    return { last, isBefore: danger !== null && last.decidedAt < danger };
  }

  /** Writes down who said what, at `now`. */
  async write(tx: Tx, actor: Actor, event: EventEntity, { said, now }: { said: Said; now: Date }): Promise<DayDecisionEntity> {
    const was = { wasStartsAt: event.startsAt, wasEndsAt: event.endsAt, revision: null };
    const decision = await this.decisions.add(tx, { eventId: event.id, ...said, ...was, decidedBy: actor.personId, byWard: !leadsEvent(actor, event), decidedAt: now });
    await this.log.add(tx, { actorPersonId: actor.personId, action: `event.${said.kind}`, subject: `event:${event.id}` });
    return decision;
  }
}
