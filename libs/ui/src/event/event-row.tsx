import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Moment } from '../dates/dates.js';
import { dateAndRange, shortDate, timeRange } from '../dates/dates.js';
import { heldDays } from '../dates/held-days.js';
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
  /** When it takes place after that, soonest first, where it repeats. */
  readonly later?: readonly Later[];
  /** At most two `StatusBadge`s. */
  readonly badges?: ReactNode;
  /** What is left, in words (`SeatsLeft` or a sentence); at the right on a wide screen. */
  readonly left?: ReactNode;
  readonly renderLink?: RenderLink;
}

/** A further day, and whether it is a holiday. */
interface Later {
  readonly at: Moment;
  readonly holiday: boolean;
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
              <When {...props} />
            </li>
            <li>
              <Icon name="pin" />
              <span lang={hostLang(t)}>{props.place}</span>
            </li>
            {props.later === undefined || props.later.length === 0 ? null : <LaterDays t={t} later={props.later} />}
          </ul>
          {props.left === undefined ? null : <p className="left num ph">{props.left}</p>}
        </div>
        {props.left === undefined ? null : <p className="end left num pc">{props.left}</p>}
      </article>
    </li>
  );
}

/** 10時〜13時; of several days also the first one, so that nobody reads the leaf beside it with the last one's hour: 12月29日(火) 10時〜1月2日(土) 15時. */
function When({ t, startsAt, endsAt, holiday = false }: EventRowProps): ReactElement {
  const held = heldDays(startsAt, endsAt ?? startsAt);
  if (held.first === held.last) return <span className="nb">{timeRange(t, startsAt, endsAt)}</span>;
  return (
    <span>
      {dateAndRange(t, startsAt, endsAt, { holiday })
        .split(/(?=[〜–])/u)
        .map((half) => (
          <Fragment key={half}>
            <wbr />
            <span className="nb">{half}</span>
          </Fragment>
        ))}
    </span>
  );
}

function LaterDays({ t, later }: { readonly t: Translate; readonly later: readonly Later[] }): ReactElement {
  return (
    <li className="num">
      <Icon name="calendar" />
      <span>
        {t('series.then')}{' '}
        {later.map(({ at, holiday }, index) => (
          <Fragment key={String(at)}>
            {/* No line begins with a comma. */}
            {index === 0 ? null : t.lang === 'ja' ? <wbr /> : ' '}
            <span className="nb day">
              {shortDate(t, at, { holiday })}
              {index === later.length - 1 ? null : t('series.then.and').trim()}
            </span>
          </Fragment>
        ))}
      </span>
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
