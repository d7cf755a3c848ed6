import type { ReactElement } from 'react';
import { duration, shortDate, timeRange, type Moment } from '@yoriai/ui';
import { isHoliday } from '../events/holidays.js';

export interface WhenProps {
  readonly startsAt: Moment;
  readonly endsAt?: Moment | null;
  /** Also how long it takes. */
  readonly long?: boolean;
}

/** 11月29日(日) 10時〜13時30分（3時間30分）: lines break between the parts, never inside a time. */
export function When({ startsAt, endsAt, long = false }: WhenProps): ReactElement {
  return (
    <>
      <span className="nb">{shortDate(startsAt, { holiday: isHoliday(startsAt) })}</span> <span className="nb">{timeRange(startsAt, endsAt)}</span>
      {long && endsAt ? <span className="nb">（{duration(startsAt, endsAt)}）</span> : null}
    </>
  );
}
