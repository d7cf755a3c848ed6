import type { EventDetail } from '@yoriai/api-client';
import { Banner, PhoneLink, shortDate } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { useSession } from '../../app/session.js';
import { t } from '../../i18n.js';

/** Before it is handed in: the event begins sooner than the ward usually answers, so a call is better than waiting. */
export function ShortTerm({ review }: { readonly review: EventDetail['review'] }): ReactElement | null {
  const { ward } = useSession();
  if (!review?.short) return null;
  return (
    <Banner kind="note" className="mt4" title={t('app.submit.short')}>
      <p className="num">{t('app.submit.short.body', { due: shortDate(t, review.dueOn) })}</p>
      <p>
        {t('app.submit.short.call')} <PhoneLink number={ward.officePhone} small />
      </p>
    </Banner>
  );
}
