import type { EventDetail } from '@yoriai/api-client';
import { Banner, Icon } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { eventQuery } from './queries.js';

/** 印刷: each paper with what it is for. They open as pages that print. */
export function PapersScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/papers' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Papers event={found} />}</Answer>;
}

const PAPERS = ['poster', 'sign-in-sheet', 'call-sheet'] as const;

function Papers({ event }: { readonly event: EventDetail }): ReactElement {
  const names = whyNot(event.can.seeApplications);
  const why = (paper: (typeof PAPERS)[number]): string | undefined => {
    if (event.publicRevision === null) return t('app.papers.after-publication');
    return paper === 'poster' ? undefined : names;
  };
  return (
    <Screen title={t('app.papers.title')} width="narrow" back={{ href: paths.event(event.id), label: event.title ?? t('app.event.untitled') }}>
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
                <span>{t(why(paper) === undefined ? 'app.papers.a4' : 'ui.status.locked')}</span>
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
