import type { EventDetail } from '@yoriai/api-client';
import { Banner, dateTime, type BannerKind, type TextKey } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { RemarkList } from './remark-note.js';
import { changesOnly, mayWrite } from './writing.js';

/** What everybody must know first: it went back, it does not take place, a change of it waits or was turned down. */
export function Standing({ event }: { readonly event: EventDetail }): ReactElement | null {
  const look = lookOf(event);
  if (look === undefined) return null;
  const { reason } = event;
  return (
    <Banner kind={look.kind} className="mt5" title={t(look.title)}>
      {changesOnly(event) && look.title !== 'app.hub.standing.postponed' ? <p>{t(event.state === 'published' ? 'app.change.stays.published' : 'app.change.stays.approved')}</p> : null}
      {reason ? (
        <>
          <p className="pre">{reason.reason}</p>
          <p className="num">{dateTime(t, reason.at)}</p>
        </>
      ) : null}
      <RemarkList event={event} linked={mayWrite(event) === true} />
    </Banner>
  );
}

function lookOf({ state, changeState, reason }: EventDetail): { kind: BannerKind; title: TextKey } | undefined {
  if (state === 'cancelled') return { kind: 'cancelled', title: 'app.hub.standing.cancelled' };
  if (state === 'published' && changeState === null && reason?.verb === 'postpone') return { kind: 'note', title: 'app.hub.standing.postponed' };
  if (state === 'rejected' || state === 'returned') return { kind: 'bad', title: `app.hub.standing.${state}` };
  if (changeState === 'pending') return { kind: 'info', title: 'app.change.standing.pending' };
  if (changeState === 'returned') return { kind: 'bad', title: 'app.change.standing.returned' };
  if (changeState === null && (state === 'published' || state === 'approved') && reason?.verb === 'reject') return { kind: 'bad', title: 'app.change.standing.rejected' };
  return undefined;
}
