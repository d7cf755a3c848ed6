import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { ApplicationRepository } from './application.repository.js';

/** Applications follow their person. */
@Injectable()
export class ApplicationSubscriber {
  constructor(private readonly applications: ApplicationRepository) {}

  @OnMessage('identity.person-joined', 'events.repoint-applications')
  async repoint(tx: Tx, { keptPersonId, joinedPersonId }: Messages['identity.person-joined'], _facts: MessageFacts): Promise<void> {
    await this.applications.repoint(tx, joinedPersonId, keptPersonId);
  }
}
