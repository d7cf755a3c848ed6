import type { ReactElement } from 'react';
import type { TicketAnswer } from '@yoriai/events';
import { Banner, Icon, MoreLink, dateTime } from '@yoriai/ui';
import { AboutPlace, type QueueProps } from './queue-view.js';

const ACTIVE: readonly TicketAnswer['status'][] = ['applied', 'guardian_pending', 'offered', 'waitlisted', 'confirmed'];

/** May the letter to the guardian be sent once more, or to another address? */
export const canAskAgain = ({ guardian, status, event }: TicketAnswer): boolean => guardian !== null && guardian.state === 'asked' && guardian.sentTo !== null && ACTIVE.includes(status) && event.state === 'published';

/** Just after the address was put right, or the letter sent once more: that it is on its way. */
export function AskedAgain({ t, ticket }: Pick<QueueProps, 't' | 'ticket'>): ReactElement | null {
  if (!canAskAgain(ticket)) return null;
  return (
    <Banner kind="good" role="status" className="mb5" title={t('site.guardian.again', { address: ticket.guardian?.sentTo ?? '' })}>
      <p>{t('site.guardian.again.text')}</p>
    </Banner>
  );
}

/** Where the guardian was written to, and the way to put that right. */
export function SentTo({ t, ticket, token }: Pick<QueueProps, 't' | 'ticket' | 'token'>): ReactElement | null {
  if (!canAskAgain(ticket)) return null;
  return (
    <>
      <p className="mt4">{t('site.guardian.sent', { address: ticket.guardian?.sentTo ?? '' })}</p>
      <p className="mt2">
        <MoreLink href={`/t/${encodeURIComponent(token)}/guardian`}>{t('site.guardian.change')}</MoreLink>
      </p>
    </>
  );
}

/** A place that is kept until a guardian says yes: until when, that this is past, and what helps. */
export function GuardianAsked(props: QueueProps & { readonly now: Date }): ReactElement {
  const { t, ticket, now } = props;
  const until = ticket.guardian?.releaseAt ?? null;
  return (
    <>
      <div className="done wait">
        <Icon name="hourglass" />
        <h1>{t('site.ticket.guardian.title')}</h1>
        <p className="mt2">{t('site.ticket.guardian.text')}</p>
        {until === null ? null : <p className="mt2">{t(now < new Date(until) ? 'site.ticket.guardian.until' : 'site.ticket.guardian.past', { when: dateTime(t, until) })}</p>}
        <p className="mt2">{t('site.ticket.guardian.help')}</p>
      </div>
      <SentTo {...props} />
      <AboutPlace t={t} ticket={ticket} />
    </>
  );
}

/** That a guardian is asked again, above a ticket that is good. */
export function GuardianAnew(props: Pick<QueueProps, 't' | 'ticket' | 'token'>): ReactElement {
  const { t } = props;
  return (
    <Banner kind="wait" className="mb5" title={t('site.ticket.guardian.title')}>
      <p>{t('site.ticket.guardian.anew')}</p>
      <p>{t('site.ticket.guardian.help')}</p>
      <SentTo {...props} />
    </Banner>
  );
}

/** Of somebody who waits or is in a draw: no place is kept, and a guardian is asked meanwhile. */
export function GuardianMeanwhile(props: Pick<QueueProps, 't' | 'ticket' | 'token'>): ReactElement | null {
  const { t, ticket } = props;
  if (!canAskAgain(ticket)) return null;
  return (
    <Banner kind="wait" className="mt5" title={t('consent.state.asked')}>
      <p>{t(ticket.status === 'offered' ? 'site.ticket.guardian.offered' : 'site.ticket.guardian.meanwhile')}</p>
      <SentTo {...props} />
    </Banner>
  );
}

/** That it ended by a guardian's answer, or for want of one. */
export function ConsentMissing({ t, ticket: { endedBy } }: Pick<QueueProps, 't' | 'ticket'>): ReactElement | null {
  if (endedBy === null) return null;
  return (
    <Banner kind="info" role="status" className="mb5" title={t(`site.ticket.ended.${endedBy}`)}>
      <p>{t('site.ticket.ended.text')}</p>
    </Banner>
  );
}
