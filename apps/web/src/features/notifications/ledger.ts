import type { DeliveryBalance } from '@yoriai/api-client';
import { t } from '../../i18n.js';

/** The sums of a ledger, without what names a row. */
export type LedgerSums = Omit<DeliveryBalance, 'kind' | 'scheduledFor' | 'heldUntil'>;

const NONE: LedgerSums = { audience: 0, accepted: 0, callSheet: 0, optedOut: 0, waiting: 0, withdrawn: 0 };

/** All letters of an event, added up. */
export function sumsOf(balance: readonly LedgerSums[]): LedgerSums {
  return balance.reduce<LedgerSums>(
    (sum, each) => ({
      audience: sum.audience + each.audience,
      accepted: sum.accepted + each.accepted,
      callSheet: sum.callSheet + each.callSheet,
      optedOut: sum.optedOut + each.optedOut,
      waiting: sum.waiting + each.waiting,
      withdrawn: sum.withdrawn + each.withdrawn,
    }),
    NONE,
  );
}

/** What a letter is called; an unknown kind is called a notice. */
export function kindWord(kind: string): string {
  const key = `app.letter.${kind}`;
  return t(t.has(key) ? key : 'app.letter.other');
}
