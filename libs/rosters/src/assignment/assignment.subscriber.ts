import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { PostponedDuties } from './postponed-duties.js';
import { Assignments } from './assignment.service.js';

/** What happens to assignments when something happens elsewhere. */
@Injectable()
export class AssignmentSubscriber {
  constructor(
    private readonly assignments: Assignments,
    private readonly postponed: PostponedDuties,
  ) {}

  @OnMessage('events.event-cancelled', 'rosters.close-shifts')
  async closeShifts(tx: Tx, { eventId }: Messages['events.event-cancelled'], _facts: MessageFacts): Promise<void> {
    await this.assignments.releaseEvent(tx, eventId);
  }

  @OnMessage('events.event-changed', 'rosters.follow-change')
  async followChange(tx: Tx, { eventId, revision }: Messages['events.event-changed'], _facts: MessageFacts): Promise<void> {
    // Put off since, or not there yet, everybody goes along to the plan of now, and is asked: nobody is let go for the day that moved.
    if (await this.postponed.since(tx, eventId, revision)) return;
    await this.assignments.followChange(tx, eventId);
  }

  @OnMessage('events.event-postponed', 'rosters.postpone')
  async postpone(tx: Tx, about: Messages['events.event-postponed'], _facts: MessageFacts): Promise<void> {
    await this.postponed.follow(tx, about);
  }

  @OnMessage('identity.person-joined', 'rosters.join-person')
  async joinPerson(tx: Tx, joined: Messages['identity.person-joined'], _facts: MessageFacts): Promise<void> {
    await this.assignments.joinPerson(tx, joined);
  }
}
