import type { ReactElement, ReactNode } from 'react';
import { plainLink, type RenderLink } from '../link.js';
import { Motif } from '../picture/motif.js';
import type { Translate } from '../texts/translate.js';
import { LinkButton } from '../page/button.js';
import { Counted } from './counted.js';
import { Seats } from './seats.js';

/** One duty people are wanted for. */
export interface WantedDuty {
  readonly id: string;
  readonly duty: string;
  /** Hours (with the date where several days stand together). */
  readonly when: ReactNode;
  readonly note?: ReactNode;
  readonly capacity: number;
  readonly free: number;
  /** The event, where duties of several events stand together. */
  readonly event?: string;
  /** Where 「この当番に入る」 leads. */
  readonly href?: string;
  /** In place of the link: a form with its button. */
  readonly action?: ReactNode;
}

export interface HelpWantedProps {
  readonly t: Translate;
  readonly id: string;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly duties: readonly WantedDuty[];
  /** `seats` draws the seats (event page); `brief` one line (home). */
  readonly form?: 'seats' | 'brief';
  readonly renderLink?: RenderLink;
  readonly children?: ReactNode;
}

/** The warm box: a person is wanted here. */
export function HelpWanted(props: HelpWantedProps): ReactElement {
  const { t, id, title, lead, duties, form = 'seats', renderLink = plainLink, children } = props;
  return (
    <section className="help" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead === undefined ? null : <p className="mt1">{lead}</p>}
      <ul className="sh mt4">
        {duties.map((duty) => (
          <li key={duty.id}>
            {form === 'seats' ? (
              <DutyWithSeats t={t} duty={duty} renderLink={renderLink} />
            ) : (
              <DutyInBrief t={t} duty={duty} renderLink={renderLink} />
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

interface DutyProps {
  readonly t: Translate;
  readonly duty: WantedDuty;
  readonly renderLink: RenderLink;
}

/** あと2人, in the warm colour. */
export function PeopleWanted({ t, count }: { readonly t: Translate; readonly count: number }): ReactElement {
  return (
    <p className="need num">
      <Counted text={t('ui.help.short', { count })} />
    </p>
  );
}

function DutyWithSeats({ t, duty, renderLink }: DutyProps): ReactElement {
  return (
    <>
      <div className="row between">
        <h3>{duty.duty}</h3>
        <PeopleWanted t={t} count={duty.free} />
      </div>
      <p className="num">
        {duty.when}
        {duty.note === undefined ? null : <span className="sub">　{duty.note}</span>}
      </p>
      <Seats taken={duty.capacity - duty.free} capacity={duty.capacity} />
      {duty.action}
      {duty.href === undefined ? null : (
        <LinkButton
          href={duty.href}
          kind="outline"
          size="s"
          wide
          about={`${duty.duty}${t('ui.help.colon')}`}
          renderLink={renderLink}
        >
          {t('ui.help.take')}
        </LinkButton>
      )}
    </>
  );
}

function DutyInBrief({ t, duty, renderLink }: DutyProps): ReactElement {
  return (
    <>
      {duty.event === undefined ? null : <p className="sub">{duty.event}</p>}
      <h3>{duty.href === undefined ? duty.duty : renderLink({ href: duty.href, children: duty.duty })}</h3>
      <div className="row between">
        <p className="num">{duty.when}</p>
        <PeopleWanted t={t} count={duty.free} />
      </div>
    </>
  );
}

export interface DutyRowProps extends Omit<DutyProps, 'duty'> {
  /** `free` null: it differs from day to day, and the days say it. */
  readonly duty: Omit<WantedDuty, 'free'> & { readonly free: number | null };
  readonly field: string;
  /** Date in words, above the hours. */
  readonly date: string;
}

/** One duty of the flat list 「入れる当番」; stands in a `<ul className="vl">`. */
export function DutyRow({
  t,
  duty,
  field,
  date,
  renderLink = plainLink,
}: Omit<DutyRowProps, 'renderLink'> & {
  readonly renderLink?: RenderLink;
}): ReactElement {
  return (
    <li>
      <div className="vh-r">
        <Motif field={field} />
        <p className="num">
          <b className="strong">{date}</b>
          <br />
          {duty.when}
        </p>
        {duty.free === null ? null : <PeopleWanted t={t} count={duty.free} />}
      </div>
      <h3>{duty.duty}</h3>
      {duty.event === undefined && duty.note === undefined ? null : (
        <p className="sub">
          {duty.event}
          {duty.event !== undefined && duty.note !== undefined ? <br /> : null}
          {duty.note}
        </p>
      )}
      {duty.action}
      {duty.href === undefined ? null : (
        <LinkButton
          href={duty.href}
          kind="outline"
          size="m"
          wide
          about={`${date} ${duty.event === undefined ? '' : `${duty.event} `}${duty.duty}${t('ui.help.colon')}`}
          renderLink={renderLink}
        >
          {t('ui.help.take')}
        </LinkButton>
      )}
    </li>
  );
}
