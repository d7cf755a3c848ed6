import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { CheckInRepository } from './check-in.repository.js';

/** What happens to records when something happens elsewhere. */
@Injectable()
export class ReceptionSubscriber {
  constructor(private readonly checkIns: CheckInRepository) {}

  @OnMessage('identity.person-joined', 'attendance.join-person')
  async joinPerson(tx: Tx, joined: Messages['identity.person-joined'], _facts: MessageFacts): Promise<void> {
    await this.checkIns.repoint(tx, joined.keptPersonId, joined.joinedPersonId);
  }
}
