import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { EventProcedures } from './event-procedures.service.js';
import { EventRepository } from './event.repository.js';

/** What others tell events: the reception its headcount (an event never asks to its right), the catalogue of procedures what it got. */
@Injectable()
export class EventSubscriber {
  constructor(
    private readonly events: EventRepository,
    private readonly procedures: EventProcedures,
  ) {}

  @OnMessage('attendance.headcount-changed', 'events.keep-headcount')
  async keepHeadcount(tx: Tx, { eventId, ...count }: Messages['attendance.headcount-changed'], _facts: MessageFacts): Promise<void> {
    await this.events.setHeadcount(tx, eventId, count);
  }

  @OnMessage('approvals.checklist-kind-added', 'events.write-procedure-down')
  async writeProcedureDown(tx: Tx, { code }: Messages['approvals.checklist-kind-added'], _facts: MessageFacts): Promise<void> {
    await this.procedures.writeDown(tx, code);
  }
}
