import { useQuery } from '@tanstack/react-query';
import { Badge } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { CalendarLine } from './calendar-line.js';
import { besideQuery } from './queries.js';

/** What may be in the way of an event on one of its days, for those who decide on it; nothing where nothing is. */
export function BesideList({ eventId }: { readonly eventId: string }): ReactElement | null {
  const { data } = useQuery(besideQuery(eventId));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="ckb" aria-labelledby="beside">
      <h2 id="beside" className="fs-18 mb3">
        {t('app.calendar.beside')}
      </h2>
      <ul>
        {data.items.map((each) => (
          <li key={each.id} className="mt3">
            <Badge icon="calendar" tone={each.kind === 'place' ? 'note' : 'plain'}>
              {t(`app.calendar.clash.${each.kind}`)}
            </Badge>
            <br />
            <CalendarLine of={each} dated />
          </li>
        ))}
      </ul>
    </section>
  );
}
