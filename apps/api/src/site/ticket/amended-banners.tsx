import type { ReactElement } from 'react';
import type { TicketAnswer } from '@yoriai/events';
import { Banner, dateTime, type Translate } from '@yoriai/ui';

/** For so long the ticket says on top what was just changed. */
const FRESH_MS = 15 * 60 * 1000;

interface AmendedProps {
  readonly t: Translate;
  readonly ticket: TicketAnswer;
  /** The new address as it was just typed, on the page right after; null later: a ticket shows no address in full. */
  readonly typed: string | null;
  readonly now: Date;
}

/** What was just changed, and the address that is still to answer. */
export function AmendedBanners({ t, ticket: { amended, emailAsked }, typed, now }: AmendedProps): ReactElement {
  const fresh = amended !== null && now.getTime() - Date.parse(amended.at) < FRESH_MS;
  return (
    <>
      {fresh ? (
        <Banner kind="good" role="status" className="mb5" title={t('amend.done')}>
          {amended.what.map((what) => (
            <p key={what} className="num">
              {what === 'heads' ? t('amend.done.heads', { before: amended.headsBefore, after: amended.headsAfter }) : t(`amend.what.${what}`)}
            </p>
          ))}
        </Banner>
      ) : null}
      {emailAsked === null ? null : (
        <Banner kind="info" icon="mail" role="status" className="mb5" title={t('amend.asked', { email: typed ?? emailAsked.email })}>
          <p>{t('amend.asked.text', { until: dateTime(t, emailAsked.until) })}</p>
        </Banner>
      )}
    </>
  );
}
