import type { EventChecklistItem } from '@yoriai/api-client';
import { Badge, StatusBadge } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { leftOf } from './checklist-words.js';

/** What is left of the procedures: first what the ward did not find done, then how many are still to do, then that the ward has the others before it. */
export function leftBadge(asked: readonly Pick<EventChecklistItem, 'state' | 'wanted' | 'conditionId' | 'last'>[]): ReactElement {
  const left = leftOf(asked);
  const waits = leftOf(asked.filter(({ state }) => state === 'reported'));
  if (asked.some((item) => item.wanted && item.state === 'open' && item.conditionId === null && item.last?.kind === 'sent-back')) return <Badge tone="warm" icon="warning">{t('app.checklist.said.sent-back')}</Badge>;
  if (left === 0) return <StatusBadge t={t} status="done" />;
  return left === waits ? <Badge icon="clock">{t('app.condition.state.reported')}</Badge> : <Badge icon="sheet">{t('app.checklist.left', { count: left - waits })}</Badge>;
}
