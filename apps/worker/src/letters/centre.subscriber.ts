import { Injectable } from '@nestjs/common';
import { Approvals, CaseComments } from '@yoriai/approvals';
import { Officers, type Officer } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Events, type EventSummary } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, jstDate, type MessageFacts, type Tx } from '@yoriai/platform';

/** What community centres say, told to those whom it is meant for; in no event's ledger. docs/adr/0086. */
@Injectable()
export class CentreLettersSubscriber {
  constructor(
    private readonly approvals: Approvals,
    private readonly comments: CaseComments,
    private readonly events: Events,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  /** To the leaders of the host, and once a day to whoever has it: the council that looks first, else the approvers. Not to who said it. */
  @OnMessage('approvals.case-commented', 'letters.case-commented')
  async commented(tx: Tx, { commentId, subjectKind, subjectId: eventId }: Messages['approvals.case-commented'], { at }: MessageFacts): Promise<void> {
    const said = (await this.comments.told(tx, [commentId])).get(commentId);
    const found = subjectKind === 'event' ? await this.approvals.caseOf(tx, 'event', eventId) : null;
    const event = await this.eventOf(tx, eventId);
    if (!said || !found || !event) return;
    const looking = found.check?.outcome === null ? found.check.councilId : null;
    const judges = looking === null ? await this.officers.holders(tx, ['approver']) : await this.officers.leadersOf(tx, looking);
    const leaders = await this.officers.leadersOf(tx, event.organisationId);
    await this.tell(tx, 'case-commented', { key: commentId, eventId, about: { commentId, to: 'host' }, to: leaders, but: [said.by] });
    await this.tell(tx, 'case-commented', { key: `${found.caseId}:${found.revision}:${jstDate(at)}`, eventId, about: { commentId, to: 'judge' }, to: judges, but: [said.by, ...leaders.map(({ person }) => person.id)] });
  }

  /** To who hands it in: the leaders of the host, and for a drill its drill leaders. */
  @OnMessage('events.draft-finished', 'letters.draft-finished')
  async finished(tx: Tx, { eventId, centreId, at }: Messages['events.draft-finished'], _facts: MessageFacts): Promise<void> {
    const event = await this.eventOf(tx, eventId);
    if (!event) return;
    const { organisationId, category } = event;
    const drillLeaders = category === 'drill' ? await this.officers.holders(tx, ['drill-leader'], organisationId) : [];
    await this.tell(tx, 'draft-finished', { key: `${eventId}:${at}`, eventId, about: { centreId }, to: [...(await this.officers.leadersOf(tx, organisationId)), ...drillLeaders], but: [] });
  }

  private async eventOf(tx: Tx, eventId: string): Promise<EventSummary | undefined> {
    return (await this.events.byIds(tx, [eventId])).get(eventId);
  }

  private async tell(tx: Tx, kind: string, { key, eventId, about, to, but }: { key: string; eventId: string; about: Readonly<Record<string, string>>; to: readonly Officer[]; but: readonly string[] }): Promise<void> {
    const addressOf = new Map(to.filter(({ person }) => !but.includes(person.id)).map(({ person }) => [person.id, person.email]));
    await this.deliveries.add(tx, [...addressOf].map(([personId, address]) => ({ dedupeKey: `${kind}:${key}:${personId}`, personId, eventId: null, kind, purpose: 'notice' as const, address, template: kind, params: { eventId, ...about } })));
  }
}
