import type { ReactElement } from 'react';
import { Banner, Icon, dateTime } from '@yoriai/ui';
import { AboutPlace, type QueueProps } from './queue-view.js';

/** A place that is kept until a guardian says yes: until when, and what helps. */
export function GuardianAsked({ t, ticket }: QueueProps): ReactElement {
  const until = ticket.guardian?.releaseAt ?? null;
  return (
    <>
      <div className="done wait">
        <Icon name="hourglass" />
        <h1>{t('site.ticket.guardian.title')}</h1>
        <p className="mt2">{t('site.ticket.guardian.text')}</p>
        {until === null ? null : <p className="mt2">{t('site.ticket.guardian.until', { when: dateTime(t, until) })}</p>}
        <p className="mt2">{t('site.ticket.guardian.help')}</p>
      </div>
      <AboutPlace t={t} ticket={ticket} />
    </>
  );
}

/** That a guardian is asked again, above a ticket that is good. */
export function GuardianAnew({ t }: Pick<QueueProps, 't'>): ReactElement {
  return (
    <Banner kind="wait" className="mb5" title={t('site.ticket.guardian.title')}>
      <p>{t('site.ticket.guardian.anew')}</p>
      <p>{t('site.ticket.guardian.help')}</p>
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

