import type { ReactElement, ReactNode } from 'react';
import type { Moment } from '../dates/dates.js';
import { timeRange } from '../dates/dates.js';
import { plainLink, type RenderLink } from '../link.js';
import { Phrases } from '../page/phrases.js';
import { Icon } from '../picture/icon.js';
import { Motif } from '../picture/motif.js';
import { hostLang, type Translate } from '../texts/translate.js';
import { Counted } from './counted.js';
import { Himekuri } from './himekuri.js';

export interface EventRowProps {
  readonly t: Translate;
  readonly href: string;
  readonly title: ReactNode;
  readonly field: string;
  readonly startsAt: Moment;
  readonly endsAt?: Moment | null;
  readonly holiday?: boolean;
  readonly place: string;
  /** At most two `StatusBadge`s. */
  readonly badges?: ReactNode;
  /** What is left, in words (`SeatsLeft` or a sentence); at the right on a wide screen. */
  readonly left?: ReactNode;
  readonly renderLink?: RenderLink;
}

/** One event of a list: date, picture, title, facts. The whole row is one link. Stands in `EventList`. */
export function EventRow(props: EventRowProps): ReactElement {
  const { t, renderLink = plainLink } = props;
  return (
    <li>
      <article className="ev wide">
        <div className="col">
          <Himekuri t={t} at={props.startsAt} holiday={props.holiday} />
          <Motif field={props.field} />
        </div>
        <div>
          {props.badges === undefined ? null : <div className="tags">{props.badges}</div>}
          <h3 lang={hostLang(t)}>
            {renderLink({
              href: props.href,
              children: typeof props.title === 'string' ? <Phrases text={props.title} /> : props.title,
            })}
          </h3>
          <ul className="meta">
            <li className="num">
              <Icon name="clock" />
              <span className="nb">{timeRange(t, props.startsAt, props.endsAt)}</span>
            </li>
            <li>
              <Icon name="pin" />
              <span lang={hostLang(t)}>{props.place}</span>
            </li>
          </ul>
          {props.left === undefined ? null : <p className="left num ph">{props.left}</p>}
        </div>
        {props.left === undefined ? null : <p className="end left num pc">{props.left}</p>}
      </article>
    </li>
  );
}

/** A newsletter index of events: hairlines, no boxes. */
export function EventList({ children }: { readonly children: ReactNode }): ReactElement {
  return <ul className="evs">{children}</ul>;
}

/** あと24人, the number large. */
export function SeatsLeft({ t, count }: { readonly t: Translate; readonly count: number }): ReactElement {
  return <Counted text={t('ui.seats.left', { count })} />;
}
