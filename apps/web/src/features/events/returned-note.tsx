import type { EventDetail } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';

/** What the ward asked to be put right; stands wherever it can be put right. */
export function ReturnedNote({ event }: { readonly event: EventDetail }): ReactElement | null {
  const ofChange = event.changeState === 'returned';
  if (!(event.state === 'returned' || ofChange) || !event.reason) return null;
  return (
    <Banner kind="bad" className="mt4" title={t(ofChange ? 'app.change.standing.returned' : 'app.hub.standing.returned')}>
      <p className="pre">{event.reason.reason}</p>
    </Banner>
  );
}
