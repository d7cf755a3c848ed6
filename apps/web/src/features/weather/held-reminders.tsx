import { getEventHeldReminders, postEventHeldRemindersRelease, type EventDetail } from '@yoriai/api-client';
import { Banner, Button, LinkButton, dateTime } from '@yoriai/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';

const heldQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'held-reminders'], queryFn: ({ signal }) => getEventHeldReminders(id, { signal }), refetchInterval: 60_000 });

/** Reminders that wait for a decision about the day: until when, where it is decided, and a way to send them all the same. */
export function HeldReminders({ event }: { readonly event: EventDetail }): ReactElement | null {
  const client = useQueryClient();
  const { data } = useQuery({ ...heldQuery(event.id), enabled: event.state === 'published' && event.can.seeApplications === true });
  const release = useAct(
    (_: null, options) => postEventHeldRemindersRelease(event.id, options),
    (answer) => {
      client.setQueryData(heldQuery(event.id).queryKey, answer);
    },
  );
  const [first] = data?.items ?? [];
  if (first === undefined) return null;
  return (
    <Banner kind="warm" title={t('weather.held')}>
      <p className="num">{t('weather.held.body', { until: dateTime(t, first.heldUntil) })}</p>
      <FailureBanner error={release.error} />
      <div className="btns mt3">
        <LinkButton href={paths.cancel(event.id)} size="m" renderLink={appLink}>
          {t('weather.held.decide')}
        </LinkButton>
        <Button type="button" kind="outline" size="m" onClick={() => release.act(null)}>
          {t(release.pending ? 'app.sending' : 'weather.held.send')}
        </Button>
      </div>
    </Banner>
  );
}
