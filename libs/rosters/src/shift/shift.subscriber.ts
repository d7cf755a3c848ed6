import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Shifts } from './shift.service.js';

/** Shifts follow the plan of the event. */
@Injectable()
export class ShiftSubscriber {
  constructor(private readonly shifts: Shifts) {}

  @OnMessage('events.event-published', 'rosters.open-shifts')
  async openShifts(tx: Tx, { eventId }: Messages['events.event-published'], _facts: MessageFacts): Promise<void> {
    await this.shifts.followPlan(tx, eventId);
  }

  @OnMessage('events.event-edited', 'rosters.follow-edit')
  async followEdit(tx: Tx, { eventId }: Messages['events.event-edited'], _facts: MessageFacts): Promise<void> {
    await this.shifts.followPlan(tx, eventId);
  }
}
