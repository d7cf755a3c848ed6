import type { ReactElement } from 'react';
import type { Earlier, PublicDecision } from '@yoriai/events';
import { Banner, dateTime, type Translate } from '@yoriai/ui';
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
        <Banner kind={decided.kind === 'held' ? 'good' : 'note'} className="mb5" title={t(`site.event.decided.${decided.kind}`)}>
          {decided.reason === null ? null : <p>{t('site.event.cancelled.reason', { reason: decided.reason })}</p>}
          <p className="num">{t('site.event.decided.at', { when: dateTime(t, decided.decidedAt) })}</p>
        </Banner>
      )}
      {earlier === null ? null : <ChangedBanner t={t} event={event} earlier={earlier} />}
    </>
  );
}
