import type { CalendarEvent } from '@yoriai/api-client';
import { timeRange } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';

/** An event under its day in a list of the calendar: at which hours, what, where, whose. */
export function CalendarLine({ of }: { readonly of: CalendarEvent }): ReactElement {
  return (
    <>
      <span className="num">{timeRange(t, of.startsAt, of.endsAt)}</span>
      {'　'}
      <AppLink href={paths.event(of.id)} className="more">
        {of.title}
      </AppLink>
      <br />
      <span className="sub">{[of.placeName, of.organisationName].filter(Boolean).join('　')}</span>
    </>
  );
}
