import type { ReactElement } from 'react';
import type { TicketAnswer } from '@yoriai/events';
import { Banner, Button, Facts, HiddenFields, LinkButton, refusalText, spokenNumber, withReading, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';

export interface CancelViewProps {
  readonly t: Translate;
  readonly ticket: TicketAnswer;
  readonly token: string;
  readonly formKey: string;
}

/** What giving it up is called: a place that is offered is declined, who waits stops waiting, for no seat is theirs. */
export function cancelWords({ status }: Pick<TicketAnswer, 'status'>): 'decline' | 'leave' | 'cancel' {
  return status === 'offered' ? 'decline' : status === 'waitlisted' ? 'leave' : 'cancel';
}

/** The second of two steps: whose application it is and for how many, because a family's tickets look alike. No reason is asked. */
export function CancelView({ t, ticket, token, formKey }: CancelViewProps): ReactElement {
  const words = cancelWords(ticket);
  const { title, startsAt, endsAt } = ticket.event;
  const ticketPath = `/t/${encodeURIComponent(token)}`;
  return (
    <>
      <AboutEvent t={t} event={{ title: title ?? '', startsAt: startsAt ?? '', endsAt: endsAt ?? '' }} />
      {ticket.can.cancel === true ? (
        <>
          <h1>{t(`site.ticket.${words}.title`)}</h1>
          <Whose t={t} ticket={ticket} />
          <p className="mt5">{t(`site.ticket.${words}.text`, { count: ticket.heads })}</p>
          {ticket.heads > 1 && words === 'cancel' ? <p>{t('site.ticket.cancel.all', { count: ticket.heads })}</p> : null}
          <form method="post" action={`${ticketPath}/cancellation`} className="mt6">
            <HiddenFields values={{ _key: formKey }} />
            <Button kind="stop" size="answer" wide>
              {t(`site.ticket.${words}.yes`)}
            </Button>
          </form>
        </>
      ) : (
        <>
          <Banner kind="info" title={refusalText(t, ticket.can.cancel)} />
          <Whose t={t} ticket={ticket} />
        </>
      )}
      <div className="mt4">
        <LinkButton href={ticketPath} kind="outline" wide>
          {t(`site.ticket.${words}.no`)}
        </LinkButton>
      </div>
    </>
  );
}

function Whose({ t, ticket }: Pick<CancelViewProps, 't' | 'ticket'>): ReactElement {
  return (
    <div className="mt5">
      <Facts
        rows={[
          { term: t('site.ticket.name'), detail: <b>{t('site.ticket.san', { name: withReading(ticket.name, ticket.kana) })}</b> },
          { term: t('site.ticket.heads'), detail: <b>{t('site.ticket.heads.value', { count: ticket.heads })}</b> },
          { term: t('site.done.number'), detail: <span className="num">{spokenNumber(ticket.number)}</span> },
        ]}
      />
    </div>
  );
}
