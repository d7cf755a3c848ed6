import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { OptOuts } from '../opt-out/opt-out.service.js';
import { DeliveryRepository } from './delivery.repository.js';

/** Keeps the ledger right when two records of one person become one. */
@Injectable()
export class DeliverySubscriber {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly optOuts: OptOuts,
  ) {}

  @OnMessage('identity.person-joined', 'notifications.repoint')
  async repoint(tx: Tx, joined: Messages['identity.person-joined'], _facts: MessageFacts): Promise<void> {
    await this.deliveries.repoint(tx, joined);
    await this.optOuts.join(tx, joined);
  }
}
