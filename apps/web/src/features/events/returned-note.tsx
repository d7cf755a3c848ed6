import type { EventDetail } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { RemarkList } from './remark-note.js';
import { mayWrite } from './writing.js';

/** What the ward, or the council before it, asked to be put right; stands wherever it can be put right. */
export function ReturnedNote({ event, list = true }: { readonly event: EventDetail; /** With what was written about single answers; a page of the form shows those at their boxes. */ readonly list?: boolean }): ReactElement | null {
  const ofChange = event.changeState === 'returned';
  if (event.state !== 'returned' && !ofChange) return null;
  const check = event.approval?.check;
  const title = check?.outcome === 'returned' ? t('app.check.returned', { council: check.councilName }) : t(ofChange ? 'app.change.standing.returned' : 'app.hub.standing.returned');
  return (
    <Banner kind="bad" className="mt4" title={title}>
      {event.reason ? <p className="pre">{event.reason.reason}</p> : null}
      {list ? <RemarkList event={event} linked={mayWrite(event) === true} /> : null}
    </Banner>
  );
}
