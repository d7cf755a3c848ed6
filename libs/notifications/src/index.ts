export { Calls, type Called, type CallsLeft } from './delivery/calls.service.js';
export { Deliveries, type Draft } from './delivery/deliveries.service.js';
export { Deliverer, type SliceOptions, type SliceReport } from './delivery/deliverer.js';
export { SLICE_LIMIT, isPlainAddress, maskAddress, quietAt, type DeliveryState, type Lane, type Purpose } from './delivery/delivery.rules.js';
export { Ledger, type Balance, type CallSheetLine, type LedgerLine } from './delivery/ledger.service.js';
export { LetterWriter, type ClaimedDelivery, type Letter, type LetterFile } from './delivery/letter.js';
export { NotificationsModule } from './notifications.module.js';
export { NotificationsWorkerModule } from './notifications.worker.js';
export { OptOuts } from './opt-out/opt-out.service.js';
