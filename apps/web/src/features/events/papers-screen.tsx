import type { EventDetail } from '@yoriai/api-client';
import { Banner, Icon } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { eventTitle } from './event-title.js';
import { eventQuery } from './queries.js';

/** 印刷: each paper with what it is for. They open as pages that print. */
export function PapersScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/papers' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Papers event={found} />}</Answer>;
}

/** Sheets for everybody first, then those with names. */
const PAPERS = ['poster', 'circular', 'application-form', 'sign-in-sheet', 'participant-list', 'call-sheet'] as const;
const FOR_EVERYBODY: readonly string[] = ['poster', 'circular', 'application-form'];

function Papers({ event }: { readonly event: EventDetail }): ReactElement {
  const names = whyNot(event.can.seeApplications);
  const why = (paper: (typeof PAPERS)[number]): string | undefined => {
    if (event.publicRevision === null) return t('app.papers.after-publication');
    // Where everybody can just come there is nothing to fill in.
    if (paper === 'application-form' && event.capacity === 0) return t('app.papers.no-application');
    return FOR_EVERYBODY.includes(paper) ? undefined : names;
  };
  return (
    <Screen title={t('app.papers.title')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      <ul className="task mt5">
        {PAPERS.map((paper) => (
          <li key={paper}>
            <div className="tk">
              {why(paper) === undefined ? (
                <a href={`/print/events/${event.id}/${paper}`}>{t(`app.papers.${paper}`)}</a>
              ) : (
                <p className="plain">{t(`app.papers.${paper}`)}</p>
              )}
              <p className="sub">{why(paper) ?? t(`app.papers.${paper}.line`)}</p>
              <span className="bd">
                <Icon name={why(paper) === undefined ? 'print' : 'lock'} />
                <span>{t(why(paper) !== undefined ? 'ui.status.locked' : paper === 'poster' ? 'app.papers.a4-a3' : 'app.papers.a4')}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
      <Banner kind="note" className="mt6" title={t('app.papers.careful')}>
        <p>{t('app.papers.careful.body')}</p>
      </Banner>
    </Screen>
  );
}
