import type { ReactElement } from 'react';
import type { TicketAnswer } from '@yoriai/events';
import { Banner, Button, HiddenFields, LinkButton, refusalText, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';

export interface CancelViewProps {
  readonly t: Translate;
  readonly ticket: TicketAnswer;
  readonly token: string;
  readonly formKey: string;
}

/** The second of two steps; no reason is asked. */
export function CancelView({ t, ticket, token, formKey }: CancelViewProps): ReactElement {
  const { title, startsAt, endsAt } = ticket.event;
  const ticketPath = `/t/${encodeURIComponent(token)}`;
  return (
    <>
      <AboutEvent t={t} event={{ title: title ?? '', startsAt: startsAt ?? '', endsAt: endsAt ?? '' }} />
      {ticket.can.cancel === true ? (
        <>
          <h1>{t('site.ticket.cancel.title')}</h1>
          <p className="mt3">{t('site.ticket.cancel.text')}</p>
          <form method="post" action={`${ticketPath}/cancellation`} className="mt6">
            <HiddenFields values={{ _key: formKey }} />
            <Button kind="stop" size="answer" wide>
              {t('site.ticket.cancel.yes')}
            </Button>
          </form>
        </>
      ) : (
        <Banner kind="info" title={refusalText(t, ticket.can.cancel)} />
      )}
      <div className="mt4">
        <LinkButton href={ticketPath} kind="outline" wide>
          {t('site.ticket.cancel.no')}
        </LinkButton>
      </div>
    </>
  );
}
