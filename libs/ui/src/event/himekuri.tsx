import type { ReactElement } from 'react';
import { himekuriOf, type Moment } from '../dates.js';
import { classes } from '../link.js';
import type { Translate } from '../texts/index.js';

export interface HimekuriProps {
  readonly t: Translate;
  readonly at: Moment;
  readonly holiday?: boolean | undefined;
  readonly large?: boolean;
}

const COLOUR = { sun: 'sun', holiday: 'sun', sat: 'sat', weekday: undefined } as const;

/** The date as a leaf of a tear-off calendar: month on navy, big day, weekday in words. */
export function Himekuri({ t, at, holiday = false, large }: HimekuriProps): ReactElement {
  const leaf = himekuriOf(at, holiday);
  return (
    <p className={classes('hm num', COLOUR[leaf.kind], large && 'xl')}>
      <i>{t('ui.himekuri.month', { month: leaf.month })}</i>
      <b>
        {leaf.day}
        <span className="vh">日</span>
      </b>
      <em>
        {leaf.weekday}
        {leaf.kind === 'holiday' ? null : <span className="vh">曜日</span>}
      </em>
    </p>
  );
}
