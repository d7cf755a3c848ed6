import type { Tx } from '@yoriai/platform';
import type { Purpose } from './delivery.rules.js';

/** A file in a letter, made in memory. */
export interface LetterFile {
  filename: string;
  contentType: string;
  content: string;
}

/** What one person reads. The addressee, the sender and the Message-ID come from the ledger, never from here. */
export interface Letter {
  /** The name beside the sender's address. */
  fromName: string;
  subject: string;
  text: string;
  html?: string;
  files?: LetterFile[];
  /** Where the person can say "no more of these" (adds List-Unsubscribe). */
  unsubscribeUrl?: string;
}

/** A delivery that this worker holds for the length of its lease. */
export interface ClaimedDelivery {
  id: string;
  personId: string | null;
  eventId: string | null;
  kind: string;
  purpose: Purpose;
  address: string;
  template: string;
  params: Record<string, unknown>;
  scheduledFor: Date | null;
  validUntil: Date | null;
  anyHour: boolean;
  attempts: number;
  /** Tries that ran into the limit of one letter. */
  heldUp: number;
  /** Tries in which the letter was handed over whole, and no answer came. */
  handedOver: number;
  messageId: string;
  createdAt: Date;
  claimedUntil: Date;
}

/**
 * Writes letters at the moment of sending, from what is true then. The worker provides one;
 * a delivery whose id is missing from the answer is no longer wanted (the event was cancelled, the
 * application withdrawn), is never sent and puts nobody on the call sheet. Whether it is too late is not the
 * writer's business: `validUntil` says so.
 */
export abstract class LetterWriter {
  abstract write(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>>;
}
