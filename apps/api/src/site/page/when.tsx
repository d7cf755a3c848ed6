import type { ReactElement } from 'react';
import { duration, gapIn, inBrackets, shortDate, timeRange, type Moment, type Translate } from '@yoriai/ui';
import { isHoliday } from '../events/holidays.js';

export interface WhenProps {
  readonly t: Translate;
  readonly startsAt: Moment;
  readonly endsAt?: Moment | null;
  /** Also how long it takes. */
  readonly long?: boolean;
}

/** 11月29日(日) 10時〜13時30分（3時間30分）: lines break between the parts, never inside a time. */
export function When({ t, startsAt, endsAt, long = false }: WhenProps): ReactElement {
  return (
    <>
      <span className="nb">{shortDate(t, startsAt, { holiday: isHoliday(startsAt) })}</span> <span className="nb">{timeRange(t, startsAt, endsAt)}</span>
      {long && endsAt ? (
        <>
          {gapIn(t)}
          <span className="nb">{inBrackets(t, duration(t, startsAt, endsAt)).trim()}</span>
        </>
      ) : null}
    </>
  );
}
