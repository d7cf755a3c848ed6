import type { ReactElement } from 'react';
import { himekuriOf, type Moment } from '../dates/dates.js';
import { classes } from '../link.js';
import type { Translate } from '../texts/translate.js';

export interface HimekuriProps {
  readonly t: Translate;
  readonly at: Moment;
  readonly holiday?: boolean | undefined;
  readonly large?: boolean;
}

const COLOUR = { sun: 'sun', holiday: 'sun', sat: 'sat', weekday: undefined } as const;

/** The date as a leaf of a tear-off calendar: month on navy, big day, weekday in words; heard as a date. */
export function Himekuri({ t, at, holiday = false, large }: HimekuriProps): ReactElement {
  const leaf = himekuriOf(t, at, holiday);
  return (
    <p className={classes('hm num', COLOUR[leaf.kind], large && 'xl')}>
      <i>{leaf.month}</i>
      <b aria-hidden="true">{leaf.day}</b>
      <em aria-hidden="true">{leaf.weekday}</em>
      <span className="vh">{` ${leaf.spokenDay} ${leaf.spokenWeekday}`}</span>
    </p>
  );
}
