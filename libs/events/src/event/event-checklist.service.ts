import { Injectable } from '@nestjs/common';
import { Checklists, type ItemWord } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Db, Outbox, refuse } from '@yoriai/platform';
import { EventLoader } from './event-loader.js';
import { EventMoves } from './event-moves.js';
import { checklistFactsOf } from './event-papers.service.js';
import { EVENT_SUBJECT } from './event-subject.js';
import type { EventDetail } from './event.dto.js';
import { doerOf } from './event.policy.js';
import type { EventEntity } from './event.entity.js';

/** What host and ward say about the procedures of an event: the host that one is done; the ward that it is, is not, or need not be. */
@Injectable()
export class EventChecklist {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly log: AccessLog,
    private readonly moves: EventMoves,
    private readonly loader: EventLoader,
    private readonly checklists: Checklists,
  ) {}

  /**
   * One word about one procedure. Refuses `event.not-found` (404), `event.host-only` to report and `event.staff-only` to
   * judge (403), `event.is-…` of what is over (409), and what {@link Checklists.step} refuses.
   */
  say(actor: Actor, id: string, code: string, kind: ItemWord['kind'], words: string | null): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      // The event is locked first, like by everybody who changes what its publication depends on.
      const facts = await this.loader.lock(tx, actor, id);
      const { isHost, isStaff } = doerOf(actor, facts.event);
      if (kind === 'reported' && !isHost) refuse('event.host-only', { status: 403 });
      if (kind !== 'reported' && !isStaff) refuse('event.staff-only', { status: 403 });
      insistOnLife(facts.event);
      const files = facts.approval?.hasFiles === false ? [] : await this.moves.papers.filesOf(tx, id);
      const hasFile = files.some(({ aboutKind, aboutId }) => aboutKind === 'item' && aboutId === code);
      const word = { kind, words, submittedBy: facts.approval?.submittedBy ?? null, hasFile };
      await this.checklists.step(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id }, code, checklistFactsOf(facts), word);
      if (kind === 'sent-back') await this.outbox.add(tx, 'events.checklist-returned', { eventId: id, code });
      // While it waits for its approval the ward reads the list with it; afterwards somebody has to be told.
      if (kind === 'reported' && facts.event.state === 'approved') await this.outbox.add(tx, 'events.checklist-reported', { eventId: id, code });
      await this.log.add(tx, { actorPersonId: actor.personId, action: `event.procedure-${kind}`, subject: `event:${id}`, reason: `procedure ${code}` });
      return this.moves.answer(tx, actor, id);
    });
  }

  /**
   * The event is off, and whoever had agreed to this procedure was told. Refuses `event.not-found` (404),
   * `event.host-only` (403), `event.not-called-off` (409), and what {@link Checklists.withdraw} refuses.
   */
  withdraw(actor: Actor, id: string, code: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.loader.lock(tx, actor, id);
      if (!doerOf(actor, facts.event).isHost) refuse('event.host-only', { status: 403 });
      if (facts.event.state !== 'cancelled') refuse('event.not-called-off');
      await this.checklists.withdraw(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id }, code, checklistFactsOf(facts));
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.procedure-withdrawn', subject: `event:${id}`, reason: `procedure ${code}` });
      return this.moves.answer(tx, actor, id);
    });
  }
}

/** What is over or off needs nothing more. Refuses `event.is-…` (409). */
export function insistOnLife({ state }: Pick<EventEntity, 'state'>): void {
  if (state === 'rejected' || state === 'closed' || state === 'cancelled') refuse(`event.is-${state}`);
}
