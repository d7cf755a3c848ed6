import { Module } from '@nestjs/common';
import { IdentityModule } from '@yoriai/identity';
import { Deliveries } from './delivery/deliveries.service.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { Ledger } from './delivery/ledger.service.js';
import { OptOuts } from './opt-out/opt-out.service.js';

/** The ledger and its doors, for every process. Sends nothing. */
@Module({
  imports: [IdentityModule],
  providers: [DeliveryRepository, Deliveries, Ledger, OptOuts],
  exports: [DeliveryRepository, Deliveries, Ledger, OptOuts],
})
export class NotificationsModule {}
