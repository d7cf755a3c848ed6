import type { ReactElement, ReactNode } from 'react';
import { classes } from '../link.js';
import { StatusBadge } from '../notice/badge.js';
import type { Status } from '../notice/status.js';
import { Phrases } from '../page/phrases.js';
import { QrCode } from '../picture/qr-code.js';
import type { Translate } from '../texts/translate.js';

export interface TicketProps {
  readonly t: Translate;
  readonly status: Status;
  /** Days until the event; 0 says 「きょう」, a negative number nothing. */
  readonly daysLeft?: number;
  readonly title: ReactNode;
  /** Date and time in words. */
  readonly when: ReactNode;
  readonly place: ReactNode;
  /** Six letters of the application; written 3-3. */
  readonly number: string;
  /** What the reception's camera reads; none for a ticket that is no longer good. */
  readonly qrText?: string | undefined;
  /** お名前, 人数, 持ち物. */
  readonly rows: ReadonlyArray<{ readonly term: string; readonly detail: ReactNode }>;
}

/** The number as people read it aloud: ABC-DEF. */
export function spokenNumber(number: string): string {
  return number.length === 6 ? `${number.slice(0, 3)}-${number.slice(3)}` : number;
}

/** The ticket: state, title, QR of at least 240 px, number, whose it is. */
export function Ticket(props: TicketProps): ReactElement {
  const { t, status, daysLeft, title, when, place, number, qrText, rows } = props;
  return (
    <article className={classes('ticket', qrText === undefined && 'void')}>
      <div className="ticket-h">
        <div className="row between">
          <StatusBadge t={t} status={status} />
          {daysLeft === undefined || daysLeft < 0 ? null : (
            <p className="num">{daysLeft === 0 ? t('ui.ticket.today') : t('ui.ticket.days', { days: daysLeft })}</p>
          )}
        </div>
        <h1>{typeof title === 'string' ? <Phrases text={title} /> : title}</h1>
        <p className="num">
          <b>{when}</b>
          <br />
          {place}
        </p>
      </div>
      <div className="cut" aria-hidden="true" />
      <div className="ticket-q">
        {qrText === undefined ? null : (
          <div className="q">
            <QrCode text={qrText} label={t('ui.qr')} />
          </div>
        )}
        <p className="no num">{spokenNumber(number)}</p>
        {qrText === undefined ? (
          <p className="sub">{t('ui.ticket.void')}</p>
        ) : (
          <p className="sub">
            {t('ui.ticket.show')}
            <br />
            {t('ui.ticket.bright')}
          </p>
        )}
      </div>
      <div className="cut" aria-hidden="true" />
      <dl className="ticket-f">
        {rows.map((row) => (
          <TicketRow key={row.term} {...row} />
        ))}
      </dl>
    </article>
  );
}

function TicketRow({ term, detail }: { readonly term: string; readonly detail: ReactNode }): ReactElement {
  return (
    <>
      <dt>{term}</dt>
      <dd>{detail}</dd>
    </>
  );
}
