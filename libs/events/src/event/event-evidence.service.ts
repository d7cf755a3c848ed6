import { Injectable } from '@nestjs/common';
import { Evidence, type EvidenceAbout, type HandedOut } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Db, RateLimits, keptForm, refuse, type RefusalStatus, type Tx } from '@yoriai/platform';
import { insistOnLife } from './event-checklist.service.js';
import { mayRemoveFile } from './checklist.mapper.js';
import { EventLoader } from './event-loader.js';
import { EventMoves } from './event-moves.js';
import { EVENT_SUBJECT } from './event-subject.js';
import type { EventDetail } from './event.dto.js';
import { toEventDetail, type EventFacts } from './event.mapper.js';
import { maySeeInside } from './event.policy.js';

/** Files one person sends in an hour: far more than an event needs. */
const SENT = { name: 'events.evidence', most: 100, minutes: 60 } as const;

const STATUS_OF: Readonly<Record<string, RefusalStatus>> = { 'event.host-only': 403, 'approval.item-not-found': 404, 'approval.condition-not-found': 404 };

/** Files that prove that a condition of an event is met or a procedure done. */
@Injectable()
export class EventEvidence {
  constructor(
    private readonly db: Db,
    private readonly limits: RateLimits,
    private readonly log: AccessLog,
    private readonly loader: EventLoader,
    private readonly moves: EventMoves,
    private readonly evidence: Evidence,
  ) {}

  /**
   * Adds a file, which is read (`take`) only once it is known that it may be added: by the host or the ward office in its place,
   * while the condition or procedure is not settled. Refuses `event.not-found`, `approval.{condition,item}-not-found`
   * (404), `event.host-only` (403), what stands against it (409), `evidence.too-many` (422), and what {@link keptForm} refuses.
   */
  async add(actor: Actor, id: string, about: EvidenceAbout, take: () => Promise<Buffer>): Promise<EventDetail> {
    await this.db.read(async (tx) => this.insist(tx, actor, await this.loader.read(tx, actor, id), about));
    await this.limits.hit(SENT, actor.personId);
    const form = await keptForm(await take());
    return this.db.transaction(async (tx) => {
      await this.insist(tx, actor, await this.loader.lock(tx, actor, id), about);
      await this.evidence.add(tx, actor, subjectOf(id), about, form);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.evidence-added', subject: `event:${id}`, reason: `${about.aboutKind} ${about.aboutId}` });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** A file, for the officers of the host and the ward office; each look is logged. Refuses `event.not-found`, `evidence.not-found` (404), `evidence.officers-only` (403). */
  read(actor: Actor, id: string, fileId: string): Promise<HandedOut> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.read(tx, actor, id);
      if (!maySeeInside(actor, event)) return refuse('evidence.officers-only', { status: 403 });
      const file = await this.evidence.read(tx, subjectOf(id), fileId);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.evidence-read', subject: `event:${id}`, reason: `evidence ${fileId}` });
      return file;
    });
  }

  /** Throws a file away that was added by mistake, while what it is about is not settled: by who added it, or who leads the event. Refuses like {@link add}, and `evidence.not-yours` (403) to all others, also the ward office that judges it. */
  remove(actor: Actor, id: string, fileId: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.loader.lock(tx, actor, id);
      if (!maySeeInside(actor, facts.event)) return refuse('evidence.officers-only', { status: 403 });
      const found = (await this.moves.papers.filesOf(tx, id)).find((row) => row.id === fileId);
      if (!found) return refuse('evidence.not-found', { status: 404 });
      await this.insist(tx, actor, facts, found);
      if (!mayRemoveFile(actor, facts.event, found)) return refuse('evidence.not-yours', { status: 403 });
      await this.evidence.remove(tx, found);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.evidence-removed', subject: `event:${id}`, reason: `evidence ${fileId}` });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** What the answer about the event says about adding: the same verdict for screen and act. */
  private async insist(tx: Tx, actor: Actor, facts: EventFacts, { aboutKind, aboutId }: EvidenceAbout): Promise<void> {
    if (!maySeeInside(actor, facts.event)) return refuse('event.host-only', { status: 403 });
    const { approval, checklist } = toEventDetail(actor, await this.loader.whole(tx, facts), this.moves.now());
    const ofCondition = approval?.conditions.find((condition) => condition.id === aboutId)?.can.attach ?? 'approval.condition-not-found';
    const ofItem = checklist.find(({ code }) => code === aboutId)?.can.attach ?? 'approval.item-not-found';
    const verdict = aboutKind === 'condition' ? ofCondition : ofItem;
    if (verdict !== true) return refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
    insistOnLife(facts.event);
  }
}

const subjectOf = (id: string) => ({ subjectKind: EVENT_SUBJECT, subjectId: id });
