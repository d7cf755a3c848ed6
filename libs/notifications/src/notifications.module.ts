import { Module } from '@nestjs/common';
import { IdentityModule } from '@yoriai/identity';
import { Calls } from './delivery/calls.service.js';
import { Deliveries } from './delivery/deliveries.service.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { Ledger } from './delivery/ledger.service.js';
import { OptOuts } from './opt-out/opt-out.service.js';

/** The ledger and its doors, for every process. Sends nothing. */
@Module({
  imports: [IdentityModule],
  providers: [DeliveryRepository, Deliveries, Ledger, Calls, OptOuts],
  exports: [DeliveryRepository, Deliveries, Ledger, Calls, OptOuts],
})
export class NotificationsModule {}
