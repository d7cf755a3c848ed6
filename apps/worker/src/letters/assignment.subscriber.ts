import { Injectable } from '@nestjs/common';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { ENDED_BY_EVENT } from '@yoriai/rosters';
import { LetterFacts } from './facts.js';

interface About {
  assignmentId: string;
}

/** What happened to a duty is written to the volunteer. */
@Injectable()
export class AssignmentLettersSubscriber {
  constructor(
    private readonly facts: LetterFacts,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('rosters.assignment-confirmed', 'letters.assignment-confirmed')
  confirmed(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'assignment-confirmed', about, messageId);
  }

  @OnMessage('rosters.assignment-cancelled', 'letters.assignment-cancelled')
  cancelled(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'assignment-cancelled', about, messageId);
  }

  private async enter(tx: Tx, kind: 'assignment-confirmed' | 'assignment-cancelled', { assignmentId }: About, messageId: string): Promise<void> {
    const assignment = (await this.facts.assignments(tx, [assignmentId])).get(assignmentId);
    // When the whole event is off, one letter says so; a second about the duty would only frighten.
    if (!assignment || assignment.endedReason === ENDED_BY_EVENT) return;
    // Who has no mail address said yes to the leader who entered them: nobody has to telephone that.
    if (kind === 'assignment-confirmed' && assignment.email === null) return;
    await this.deliveries.add(tx, [
      {
        dedupeKey: `${kind}:${messageId}`,
        personId: assignment.personId,
        eventId: assignment.event.id,
        kind,
        purpose: kind === 'assignment-confirmed' ? 'confirmation' : 'cancellation',
        address: assignment.email,
        template: kind,
        params: { assignmentId },
        validUntil: assignment.endsAt,
      },
    ]);
  }
}
