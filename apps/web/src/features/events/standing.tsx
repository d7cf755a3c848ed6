import type { EventDetail, EventReduction } from '@yoriai/api-client';
import { Banner, dateTime, shortDate, type BannerKind, type TextKey } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { ByWard } from '../weather/ward-decided.js';
import { RemarkList } from './remark-note.js';
import { changesOnly, mayWrite } from './writing.js';

/** What everybody must know first: it went back, it does not take place, a change of it waits or was turned down. */
export function Standing({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { reason, heldAt, startsAt } = event;
  if (isHeld(event) && heldAt !== null && startsAt !== null)
    return (
      <Banner kind="good" className="mt5" title={t('app.hub.standing.held', { day: shortDate(t, startsAt) })}>
        <p className="num">{t('app.hub.standing.held.at', { when: dateTime(t, heldAt) })}</p>
        <ByWard event={event} />
        {reason?.verb === 'postpone' ? <p className="num">{t('app.hub.standing.held.moved', { when: dateTime(t, reason.at), reason: reason.reason })}</p> : null}
      </Banner>
    );
  if (isReduced(event) && event.reduction !== null && startsAt !== null) return <Smaller event={event} reduction={event.reduction} startsAt={startsAt} />;
  const look = lookOf(event);
  if (look === undefined) return null;
  return (
    <Banner kind={look.kind} className="mt5" title={t(look.title)}>
      {changesOnly(event) && look.title !== 'app.hub.standing.postponed' ? <p>{t(event.state === 'published' ? 'app.change.stays.published' : 'app.change.stays.approved')}</p> : null}
      {reason ? (
        <>
          <p className="pre">{reason.reason}</p>
          <p className="num">{dateTime(t, reason.at)}</p>
        </>
      ) : null}
      {reason?.verb === 'cancel' || reason?.verb === 'postpone' ? <ByWard event={event} /> : null}
      <RemarkList event={event} linked={mayWrite(event) === true} />
    </Banner>
  );
}

/** It was said that it takes place, and nothing else is in the way. */
const isHeld = ({ state, changeState, reason, heldAt }: EventDetail): boolean => heldAt !== null && state === 'published' && changeState === null && (reason === null || reason.verb === 'postpone');

/** It takes place in a smaller form, and nothing else is in the way. */
const isReduced = ({ state, changeState, reason, reduction }: EventDetail): boolean => reduction !== null && state === 'published' && changeState === null && (reason === null || reason.verb === 'postpone');

function Smaller({ event, reduction: { at, reason, dropped }, startsAt }: { readonly event: EventDetail; readonly reduction: EventReduction; readonly startsAt: string }): ReactElement {
  return (
    <Banner kind="note" className="mt5" title={t('weather.reduce.standing', { day: shortDate(t, startsAt) })}>
      <p className="pre">{reason}</p>
      {dropped.length === 0 ? null : <p>{t('weather.reduce.off.list', { items: dropped.map(({ title }) => title).join(t('weather.and')) })}</p>}
      <p className="num">{t('app.hub.standing.held.at', { when: dateTime(t, at) })}</p>
      <ByWard event={event} />
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
