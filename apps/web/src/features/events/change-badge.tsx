import type { EventLine } from '@yoriai/api-client';
import { StatusBadge } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';

/** Beside the state of an approved event: that a change of it is written, waits or came back. */
export function ChangeBadge({ of }: { readonly of: Pick<EventLine, 'changeState'> }): ReactElement | null {
  if (of.changeState === null) return null;
  return <StatusBadge t={t} status={`change-${of.changeState === 'pending' ? 'submitted' : of.changeState}`} />;
}
