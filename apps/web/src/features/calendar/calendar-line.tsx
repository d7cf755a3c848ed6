import type { CalendarEvent } from '@yoriai/api-client';
import { dateAndRange, StatusBadge, timeRange } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { isUndecided } from './calendar-days.js';

/** An event in a list of the calendar: when, what, where, whose. Its date stands there where no single day does that says it already. */
export function CalendarLine({ of, dated }: { readonly of: CalendarEvent; readonly dated: boolean }): ReactElement {
  return (
    <>
      <span className="num">{dated ? dateAndRange(t, of.startsAt, of.endsAt) : timeRange(t, of.startsAt, of.endsAt)}</span>
      {'　'}
      <AppLink href={paths.event(of.id)} className="more">
        {of.title}
      </AppLink>
      {isUndecided(of) ? (
        <>
          {' '}
          <StatusBadge t={t} status="submitted" />
        </>
      ) : null}
      <br />
      <span className="sub">{[of.placeName, of.organisationName].filter(Boolean).join('　')}</span>
    </>
  );
}
