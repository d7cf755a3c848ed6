import type { AlertList } from '@yoriai/api-client';
import { Alarm } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow, useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { eventTitle } from '../events/event-title.js';
import { eventsQuery } from '../events/queries.js';
import { eventsInDanger } from './in-danger.js';

/** What endangers people, above every screen, for those whom everybody asks at this moment: which of their events it meets, and where to decide (docs/adr/0065). */
export function Danger({ gravest }: { readonly gravest: AlertList['gravest'] }): ReactElement {
  const { ward } = useSession();
  const now = useNow();
  const events = useQuery(eventsQuery(useLevel('staff') ? { scope: 'ward', state: 'published', on: jstOf(now.toISOString()).date } : { scope: 'mine' }));
  return (
    <Alarm t={t} alerts={gravest} ward={ward.name} phone={ward.officePhone} todo={t('alert.do.host')}>
      {eventsInDanger(events.data?.items ?? [], now).map((event) => (
        <li key={event.id}>
          <AppLink href={paths.cancel(event.id)}>{t('alert.do.event', { event: eventTitle(event) })}</AppLink>
        </li>
      ))}
      <li>
        <AppLink href={paths.events()}>{t('alert.do.events')}</AppLink>
      </li>
    </Alarm>
  );
}
