import type { ReactElement } from 'react';
import type { DroppedItem, Earlier, PublicDecision } from '@yoriai/events';
import { Banner, dateTime, hostLang, shortDate, reasonIn, type Translate } from '@yoriai/ui';
import { ChangedBanner, type ChangedBannerProps } from '../events/changed-banner.js';

export interface DayBannersProps {
  readonly t: Translate;
  readonly event: ChangedBannerProps['event'];
  readonly earlier: Earlier | null;
  readonly decided: PublicDecision | null;
}

/** What was decided about the day, why and when; then what was before and is now. */
export function DayBanners({ t, event, earlier, decided }: DayBannersProps): ReactElement {
  return (
    <>
      {decided === null ? null : <DecidedBanner t={t} startsAt={event.startsAt} decided={decided} />}
      {earlier === null ? null : <ChangedBanner t={t} event={event} earlier={earlier} />}
    </>
  );
}

/** What was decided about the day, why and when: the same on the page of the event and on the tickets for it. */
export function DecidedBanner({ t, startsAt, decided }: { readonly t: Translate; readonly startsAt: string | null; readonly decided: PublicDecision }): ReactElement {
  return (
    <Banner kind={decided.kind === 'held' ? 'good' : 'note'} className="mb5" title={titleOf(t, decided, startsAt)}>
      {decided.moved === null ? null : <p>{t('site.event.decided.moved')}</p>}
      {reasonsOf(decided).map((reason) => (
        <p key={reason}>{t('site.event.cancelled.reason', { reason: reasonIn(t, reason) })}</p>
      ))}
      {decided.kind === 'reduced' ? <Reduced t={t} dropped={decided.dropped} /> : null}
      <p className="num">{t('site.event.decided.at', { when: dateTime(t, decided.decidedAt) })}</p>
    </Banner>
  );
}

/** Why it was put off to this day, and why something is left out on it. */
const reasonsOf = ({ moved, reason }: PublicDecision): string[] => [...new Set([moved?.reason ?? null, reason])].filter((each) => each !== null);

/** Held names its day: after a postponement it is another one than the one people knew. */
function titleOf(t: Translate, { kind }: PublicDecision, startsAt: string | null): string {
  return kind !== 'postponed' && startsAt !== null ? t(`site.event.decided.${kind}-on`, { day: shortDate(t, startsAt) }) : t(`site.event.decided.${kind}`);
}

/** What of the programme is left out, and that the rest goes on. */
function Reduced({ t, dropped }: { readonly t: Translate; readonly dropped: readonly DroppedItem[] }): ReactElement {
  return (
    <>
      {dropped.length === 0 ? null : (
        <ul className="num">
          {dropped.map(({ title, start, day }) => (
            <li key={`${day} ${start} ${title}`}>
              {t('weather.reduce.off')}　{start} <span lang={hostLang(t)}>{title}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{t('site.event.decided.rest')}</p>
    </>
  );
}
