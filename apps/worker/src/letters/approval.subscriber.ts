import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import { Officers, type Role } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { People } from '@yoriai/identity';
import { Deliveries, type Draft } from '@yoriai/notifications';
import { OnMessage, jstDate, type MessageFacts, type Tx } from '@yoriai/platform';

interface WardNotice {
  eventId: string;
  messageId: string;
  about?: Readonly<Record<string, string>>;
  /** Who is not asked: they have spoken for the other side. */
  but?: readonly string[];
}

/**
 * Notices between host and ward office. They stand in no event's ledger (`eventId` null): the ledger of
 * an event is about the people who come, and its call sheet is telephoned by the host.
 */
@Injectable()
export class ApprovalLettersSubscriber {
  constructor(
    private readonly approvals: Approvals,
    private readonly officers: Officers,
    private readonly people: People,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.event-submitted', 'letters.event-submitted')
  submitted(tx: Tx, { eventId }: Messages['events.event-submitted'], { messageId }: MessageFacts): Promise<void> {
    return this.tellApprovers(tx, 'event-submitted', eventId, messageId);
  }

  @OnMessage('events.change-submitted', 'letters.change-submitted')
  changeSubmitted(tx: Tx, { eventId }: Messages['events.change-submitted'], { messageId }: MessageFacts): Promise<void> {
    return this.tellApprovers(tx, 'change-submitted', eventId, messageId);
  }

  @OnMessage('events.change-returned', 'letters.change-returned')
  changeReturned(tx: Tx, { eventId }: Messages['events.change-returned'], { messageId }: MessageFacts): Promise<void> {
    return this.tellSubmitter(tx, 'change-returned', eventId, messageId);
  }

  @OnMessage('events.event-changed', 'letters.change-approved')
  async changeApproved(tx: Tx, { eventId, withSeries }: Messages['events.event-changed'], { messageId }: MessageFacts): Promise<void> {
    // Who asked for it is told on the date it was written on, not on each that follows.
    if (!withSeries) return this.tellSubmitter(tx, 'change-approved', eventId, messageId);
  }

  @OnMessage('events.change-rejected', 'letters.change-rejected')
  changeRejected(tx: Tx, { eventId }: Messages['events.change-rejected'], { messageId }: MessageFacts): Promise<void> {
    return this.tellSubmitter(tx, 'change-rejected', eventId, messageId);
  }

  @OnMessage('events.event-returned', 'letters.event-returned')
  returned(tx: Tx, { eventId }: Messages['events.event-returned'], { messageId }: MessageFacts): Promise<void> {
    return this.tellSubmitter(tx, 'event-returned', eventId, messageId);
  }

  @OnMessage('events.event-approved', 'letters.event-approved')
  approved(tx: Tx, { eventId }: Messages['events.event-approved'], { messageId }: MessageFacts): Promise<void> {
    return this.tellSubmitter(tx, 'event-approved', eventId, messageId);
  }

  @OnMessage('events.event-rejected', 'letters.event-rejected')
  rejected(tx: Tx, { eventId }: Messages['events.event-rejected'], { messageId }: MessageFacts): Promise<void> {
    return this.tellSubmitter(tx, 'event-rejected', eventId, messageId);
  }

  /** One letter for a condition, however often it is heard that it is due. */
  @OnMessage('approvals.condition-due', 'letters.condition-due')
  conditionDue(tx: Tx, { conditionId, subjectKind, subjectId }: Messages['approvals.condition-due'], _facts: MessageFacts): Promise<void> {
    return subjectKind === 'event' ? this.tellSubmitter(tx, 'condition-due', subjectId, conditionId, { conditionId }) : Promise.resolve();
  }

  /**
   * To the approvers who did not hand it in; after five days also to who gives somebody else the right to decide meanwhile:
   * that letter names no case, so one a day says it, however many cases wait.
   */
  @OnMessage('approvals.decision-waiting', 'letters.decision-waiting')
  async decisionWaiting(tx: Tx, { caseId, revision, subjectKind, subjectId, days }: Messages['approvals.decision-waiting'], { at }: MessageFacts): Promise<void> {
    if (subjectKind !== 'event') return;
    const found = await this.approvals.caseOf(tx, 'event', subjectId);
    if (found?.status !== 'pending' || found.revision !== revision) return;
    const notYet = [found.submittedBy, ...(found.confirmedBy === null ? [] : [found.confirmedBy])];
    const wait = { eventId: subjectId, messageId: `${caseId}:${revision}:${days}`, about: { days: String(days), revision: String(revision) } };
    await this.tellWard(tx, ['approver'], 'decision-waiting', { ...wait, but: notYet });
    if (days === 5) await this.tellWard(tx, ['admin'], 'decision-stuck', { ...wait, messageId: jstDate(at) });
  }

  /** To everybody at the ward who may judge it. */
  @OnMessage('events.condition-reported', 'letters.condition-reported')
  async conditionReported(tx: Tx, { eventId, conditionId }: Messages['events.condition-reported'], { messageId }: MessageFacts): Promise<void> {
    const found = await this.approvals.caseOf(tx, 'event', eventId);
    const parties = found?.conditions.find(({ id }) => id === conditionId)?.parties ?? [];
    await this.tellWard(tx, ['staff', 'approver'], 'condition-reported', { eventId, messageId, about: { conditionId }, but: parties });
  }

  @OnMessage('events.condition-confirmed', 'letters.condition-confirmed')
  conditionConfirmed(tx: Tx, { eventId, conditionId }: Messages['events.condition-confirmed'], { messageId }: MessageFacts): Promise<void> {
    return this.tellSubmitter(tx, 'condition-confirmed', eventId, messageId, { conditionId });
  }

  @OnMessage('events.condition-returned', 'letters.condition-returned')
  conditionReturned(tx: Tx, { eventId, conditionId }: Messages['events.condition-returned'], { messageId }: MessageFacts): Promise<void> {
    return this.tellSubmitter(tx, 'condition-returned', eventId, messageId, { conditionId });
  }

  private tellApprovers(tx: Tx, kind: string, eventId: string, messageId: string): Promise<void> {
    return this.tellWard(tx, ['approver'], kind, { eventId, messageId });
  }

  private async tellWard(tx: Tx, roles: Role[], kind: string, { eventId, messageId, about, but = [] }: WardNotice): Promise<void> {
    const holders = await this.officers.holders(tx, roles);
    const addressOf = new Map(holders.filter(({ person }) => !but.includes(person.id)).map(({ person }) => [person.id, person.email]));
    await this.deliveries.add(tx, [...addressOf].map(([personId, address]) => notice(kind, eventId, messageId, personId, address, about)));
  }

  private async tellSubmitter(tx: Tx, kind: string, eventId: string, key: string, about: Readonly<Record<string, string>> = {}): Promise<void> {
    const found = await this.approvals.caseOf(tx, 'event', eventId);
    if (!found) return;
    const submitter = (await this.people.summaries(tx, [found.submittedBy])).get(found.submittedBy);
    await this.deliveries.add(tx, [notice(kind, eventId, key, found.submittedBy, submitter?.email ?? null, about)]);
  }
}

function notice(kind: string, eventId: string, key: string, personId: string, address: string | null, about: Readonly<Record<string, string>> = {}): Draft {
  return { dedupeKey: `${kind}:${key}:${personId}`, personId, eventId: null, kind, purpose: 'notice', address, template: kind, params: { eventId, ...about } };
}
