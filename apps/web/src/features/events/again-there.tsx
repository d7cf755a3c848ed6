import type { EventDetail } from '@yoriai/api-client';
import { Banner, dateTime } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { DateOnly } from '../../app/jst.js';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { sameThere } from './again.js';
import { eventTitle } from './event-title.js';
import { eventsQuery } from './queries.js';

/** That the host has an event of the same name on the chosen day already; it may be meant, so it hinders nobody. */
export function AlreadyThere({ event, day }: { readonly event: EventDetail; readonly day: DateOnly }): ReactElement | null {
  const staff = useLevel('staff');
  const { data, isPlaceholderData } = useQuery(eventsQuery({ scope: staff ? 'ward' : 'mine', on: day }));
  const there = isPlaceholderData ? [] : sameThere(event, data?.items ?? []);
  return (
    <div role="status">
      {there.length === 0 ? null : (
        <Banner kind="note" className="mt4" title={t('app.again.there')}>
          <ul>
            {there.map(({ id, startsAt, ...each }) => (
              <li key={id}>
                <AppLink href={paths.event(id)} className="more">
                  {t('app.again.there.one', { title: eventTitle(each), at: dateTime(t, startsAt ?? '') })}
                </AppLink>
              </li>
            ))}
          </ul>
          <p>{t('app.again.there.body')}</p>
        </Banner>
      )}
    </div>
  );
}
