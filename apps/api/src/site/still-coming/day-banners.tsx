import type { ReactElement } from 'react';
import type { Earlier, PublicDecision } from '@yoriai/events';
import { Banner, dateTime, shortDate, reasonIn, type Translate } from '@yoriai/ui';
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
      {decided === null ? null : (
        <Banner kind={decided.kind === 'held' ? 'good' : 'note'} className="mb5" title={titleOf(t, decided, event.startsAt)}>
          {decided.moved === null ? null : <p>{t('site.event.decided.moved')}</p>}
          {(decided.moved ?? decided).reason === null ? null : <p>{t('site.event.cancelled.reason', { reason: reasonIn(t, (decided.moved ?? decided).reason ?? '') })}</p>}
          <p className="num">{t('site.event.decided.at', { when: dateTime(t, decided.decidedAt) })}</p>
        </Banner>
      )}
      {earlier === null ? null : <ChangedBanner t={t} event={event} earlier={earlier} />}
    </>
  );
}

/** Held names its day: after a postponement it is another one than the one people knew. */
function titleOf(t: Translate, { kind }: PublicDecision, startsAt: string | null): string {
  return kind === 'held' && startsAt !== null ? t('site.event.decided.held-on', { day: shortDate(t, startsAt) }) : t(`site.event.decided.${kind}`);
}
