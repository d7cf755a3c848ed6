import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { Deliverer } from './delivery/deliverer.js';
import { DeliverySubscriber } from './delivery/delivery.subscriber.js';
import { MailPool } from './delivery/mail-pool.js';
import { NotificationsModule } from './notifications.module.js';

/** What the worker needs besides: the deliverer and the mail pool. */
@Module({})
export class NotificationsWorkerModule {
  /** `letters` are modules that export the {@link LetterWriter}. */
  static forRoot(letters: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: NotificationsWorkerModule,
      imports: [NotificationsModule, ...letters],
      providers: [Deliverer, MailPool, DeliverySubscriber],
      exports: [Deliverer, NotificationsModule],
    };
  }
}
