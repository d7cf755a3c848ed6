import { Injectable } from '@nestjs/common';
import { ConsentLinks, DRILL_MARK, EventMessages, type GuardianConsent, type MessageEntity } from '@yoriai/events';
import { OptOuts, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { isLang, messageRead } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts, type ApplicationFacts, type AssignmentFacts, type EventFacts } from './facts.js';
import type { Paper } from './paper.js';
import { StallFacts } from './stall-facts.js';
import { dutyFacts, goodToKnow, greetingOf, whenAndWhere } from './words.js';

/** Who reads a message, and the pages that are theirs. */
interface Reader {
  name: string;
  language: string;
  applications: readonly ApplicationFacts[];
  assignments: readonly AssignmentFacts[];
  stallId: string | null;
  guardian: GuardianConsent | null;
}

/** Of whom nothing came: they cancelled, or their place went to others, before the message could go. */
const STANDS: ReadonlySet<string> = new Set(['confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied']);

/** What hosts write to the people of their events, each in the reader's language as far as the host wrote it so. */
@Injectable()
export class MessageLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = { 'event-message': (tx, deliveries) => this.write(tx, deliveries) };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly messages: EventMessages,
    private readonly stalls: StallFacts,
    private readonly consents: ConsentLinks,
    private readonly optOuts: OptOuts,
  ) {}

  private async write(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    const messages = await this.messages.byIds(tx, [...new Set(deliveries.flatMap((one) => idsOf(one, 'messageId')))]);
    const events = await this.facts.eventsById(tx, deliveries.flatMap(({ eventId }) => eventId ?? []));
    const readers = await this.readers(tx, deliveries);
    return lettersOf(deliveries, (delivery) => {
      const [message, event, reader] = [messages.get(idsOf(delivery, 'messageId')[0] ?? ''), events.get(delivery.eventId ?? ''), readers.get(delivery.id)];
      return message && event && reader && event.state !== 'cancelled' ? this.letter(message, event, reader, delivery.personId) : null;
    });
  }

  /** Absent: nobody of them is to read it any more. */
  private async readers(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<Map<string, Reader>> {
    const childOf = ({ params }: ClaimedDelivery): string[] => (typeof params['guardianOf'] === 'string' ? [params['guardianOf']] : []);
    const applications = await this.facts.applications(tx, deliveries.flatMap((one) => idsOf(one, 'applicationIds')));
    const assignments = await this.facts.assignments(tx, deliveries.flatMap((one) => idsOf(one, 'assignmentIds')));
    const consents = await this.consents.ofApplications(tx, deliveries.flatMap(childOf), false);
    const stallOf = await this.stalls.of(tx, deliveries.filter(({ params }) => typeof params['stallId'] === 'string'));
    const none = { applications: [], assignments: [], stallId: null, guardian: null };
    const readerOf = (delivery: ClaimedDelivery): Reader | undefined => {
      if (typeof delivery.params['stallId'] === 'string') {
        const stall = stallOf(delivery)?.stall;
        return stall?.state === 'accepted' ? { ...none, name: stall.contactName, language: stall.language, stallId: stall.id } : undefined;
      }
      const [child] = childOf(delivery);
      if (child !== undefined) {
        const guardian = consents.get(child);
        return guardian && guardian.guardianEmail === delivery.address ? { ...none, name: guardian.guardianName ?? '', language: guardian.language, guardian } : undefined;
      }
      const mine = idsOf(delivery, 'applicationIds').flatMap((id) => applications.get(id) ?? []).filter(({ status }) => STANDS.has(status));
      const duties = idsOf(delivery, 'assignmentIds').flatMap((id) => assignments.get(id) ?? []).filter(({ status }) => status === 'confirmed');
      const first = mine[0] ?? duties[0];
      return first && { ...none, name: first.name, language: first.language, applications: mine, assignments: duties };
    };
    return new Map(deliveries.flatMap((delivery) => {
      const reader = readerOf(delivery);
      return reader ? [[delivery.id, reader] as const] : [];
    }));
  }

  private letter(message: MessageEntity, event: EventFacts, { name, language, applications, assignments, stallId, guardian }: Reader, personId: string | null): Letter {
    const desk = this.desk.in(isLang(language) ? language : 'ja');
    const { t, links } = desk;
    const { subject, lead, paragraphs } = messageRead(t, { ...message, text: message.body, eventTitle: event.title, hostName: event.hostName, mark: event.isDrill ? DRILL_MARK : null });
    const tickets = applications.map((one): Paper['blocks'][number] => ({ facts: [[t('mail.label.number'), one.number]], link: { label: t('mail.ticket'), url: links.ticket(one.id) } }));
    const duties = assignments.map((one): Paper['blocks'][number] => ({ facts: dutyFacts(t, one), link: { label: t('mail.my-page'), url: links.me() } }));
    return desk.letter({
      subject,
      greeting: greetingOf(t, name),
      lead,
      words: paragraphs,
      blocks: [
        {
          heading: event.title,
          // Where it is and whom to ask; what to bring or do when it rains is the page's to say.
          facts: [...whenAndWhere(t, event).slice(0, 2), ...goodToKnow(t, event).slice(-2)],
          ...(stallId === null ? {} : { link: { label: t('mail.stall.open'), url: links.stall(stallId) } }),
          ...(guardian === null ? {} : { link: { label: t('mail.consent.open'), url: links.consent(guardian) } }),
        },
        ...duties,
        ...tickets,
      ],
      after: [t('mail.event-message.ask')],
      // A guardian's wish would be the child's: theirs alone is asked by the link of who gets reminders.
      ...(personId === null || guardian !== null ? {} : { unsubscribeUrl: this.optOuts.link(personId) }),
    });
  }
}
