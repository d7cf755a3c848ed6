import type { EventDetail } from '@yoriai/api-client';
import { Banner, Icon, shortDate } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { ListOut } from '../lists/list-out.js';
import { eventTitle } from './event-title.js';
import { FOR_EVERYBODY, againstOf, lineOf, papersOf, type Paper } from './papers.js';
import { eventQuery, linkUsesQuery } from './queries.js';

/** 印刷: each paper with what it is for. They open as pages that print. */
export function PapersScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/papers' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Papers event={found} />}</Answer>;
}

function Papers({ event }: { readonly event: EventDetail }): ReactElement {
  const names = whyNot(event.can.seeApplications);
  const why = (paper: Paper): string | undefined => {
    const against = againstOf(paper, event);
    if (against !== null) return t(against);
    return FOR_EVERYBODY.includes(paper) ? undefined : names;
  };
  // For these nothing has to be waited for.
  const isHosts = (paper: Paper): boolean => names !== undefined && !FOR_EVERYBODY.includes(paper);
  return (
    <Screen title={t('app.papers.title')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      <ul className="task mt5">
        {papersOf(event).map((paper) => (
          <li key={paper}>
            <div className="tk">
              {why(paper) === undefined ? (
                <a href={`/print/events/${event.id}/${paper}`}>{t(`app.papers.${paper}`)}</a>
              ) : (
                <p className="plain">{t(`app.papers.${paper}`)}</p>
              )}
              <p className="sub">{why(paper) ?? t(lineOf(paper, event))}</p>
              <span className="bd">
                <Icon name={why(paper) === undefined ? 'print' : 'lock'} />
                <span>{t(why(paper) !== undefined ? (isHosts(paper) ? 'app.papers.hosts' : 'ui.status.locked') : paper === 'poster' ? 'app.papers.a4-a3' : 'app.papers.a4')}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
      {why('participant-list') === undefined ? <ListOut event={event} /> : null}
      <Uses event={event} />
      <Banner kind="note" icon="lock" className="mt6" title={t('app.papers.careful')}>
        <p>{t('app.papers.careful.body')}</p>
      </Banner>
    </Screen>
  );
}

/** How often the code on these papers was followed; nothing before somebody did. */
function Uses({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { data } = useQuery(linkUsesQuery(event.id));
  const [latest] = data?.items ?? [];
  if (!data || !latest) return null;
  const count = data.items.reduce((sum, day) => sum + day.count, 0);
  return (
    <section className="sec2" aria-labelledby="uses">
      <h2 id="uses" className="fs-18">
        {t('app.papers.uses')}
      </h2>
      <p className="num">{t('app.papers.uses.body', { count, latest: latest.count, day: shortDate(t, `${latest.day}T12:00:00+09:00`) })}</p>
    </section>
  );
}
