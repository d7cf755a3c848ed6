import { Module } from '@nestjs/common';
import { Deliverer } from './delivery/deliverer.js';
import { DeliverySubscriber } from './delivery/delivery.subscriber.js';
import { MailPool } from './delivery/mail-pool.js';
import { NotificationsModule } from './notifications.module.js';

/** What the worker needs besides: the deliverer and the mail pool. The process provides the `LetterWriter`, globally. */
@Module({
  imports: [NotificationsModule],
  providers: [Deliverer, MailPool, DeliverySubscriber],
  exports: [Deliverer, NotificationsModule],
})
export class NotificationsWorkerModule {}
