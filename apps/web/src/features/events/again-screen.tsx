import { postEvent, type CreateEventRequest, type EventDetail } from '@yoriai/api-client';
import { Banner, Button, dateWithYear, TextInput } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { coHostsQuery } from '../co-hosts/queries.js';
import { contestQuery } from '../contest/queries.js';
import { contentOn, firstAgain, firstAnew, goesOnAfter, requestOf, stallsUntil } from './again.js';
import { AgainBesides } from './again-besides.js';
import { AlreadyThere } from './again-there.js';
import { ChangeList } from './change-list.js';
import { changesIn } from './changes.js';
import { contentFrom } from './content.js';
import { eventTitle } from './event-title.js';
import { useInitiativeNames } from './initiatives.js';
import { eventQuery, useEventChanged } from './queries.js';

/** もう一度ひらく: the same event on the same weekday of another year; what becomes another is looked at before it is saved. What was not approved is asked for anew, at first on its own day. */
export function AgainScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/again' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Again event={found} />}</Answer>;
}

function Again({ event }: { readonly event: EventDetail }): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const now = useNow();
  const today = jstOf(now).date;
  const was = event.startsAt === null ? today : jstOf(event.startsAt).date;
  const anew = event.state === 'rejected';
  const [day, setDay] = useState(() => (anew ? firstAnew : firstAgain)(was, event.repeats, today));
  const goesOn = anew && was > today ? null : goesOnAfter(event.repeats);
  const hint = anew && was > today ? t('app.anew.day.hint') : goesOn === null ? t('app.again.day.hint') : t('app.again.day.hint.series', { until: dateWithYear(t, goesOn) });
  const leads = event.can.seeApplications === true;
  const contest = useQuery({ ...contestQuery(event.id), enabled: leads });
  const coHosts = useQuery({ ...coHostsQuery(event.id), enabled: leads });
  const creation = useAct(
    (body: CreateEventRequest, options) => postEvent(body, options),
    async (made) => {
      await changed(made);
      go(paths.edit(made.id, 'check'), { replace: true });
    },
  );
  const content = contentOn(event, day, now);
  const rows = changesIn(contentFrom({ ...event }), content, useInitiativeNames());
  return (
    <Screen title={t(anew ? 'app.anew.title' : 'app.again.title')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      <p className="mt4">{t(anew ? 'app.anew.lead' : goesOn === null ? 'app.again.lead' : 'app.again.lead.series')}</p>
      {anew && event.reason !== null ? (
        <Banner kind="note" className="mt4" title={t('app.anew.why')}>
          <p className="pre">{event.reason.reason}</p>
        </Banner>
      ) : null}
      <FailureBanner error={creation.error} />
      {event.startsAt === null ? null : (
        <TextInput t={t} name="day" type="date" need="silent" width="mid" label={t('app.again.day')} hint={hint} min={today} value={day} onChange={(change) => change.target.value && setDay(change.target.value)} />
      )}
      {event.startsAt === null ? null : <AlreadyThere event={event} day={day} />}
      {rows.length === 0 ? null : (
        <section className="sec2" aria-labelledby="moved">
          <h2 id="moved">{t('app.again.moved')}</h2>
          <ChangeList rows={rows} />
        </section>
      )}
      <AgainBesides contest={contest.data} stallsUntil={stallsUntil(event, day)} coHosts={coHosts.data?.items ?? []} />
      <p className="mt6">
        <Button type="button" onClick={() => creation.act({ ...requestOf(event.organisation.id, content), againOf: event.id })}>
          {t(creation.pending ? 'app.sending' : 'app.again.go')}
        </Button>
      </p>
      <p className="sub mt3">{t('app.again.after')}</p>
    </Screen>
  );
}
