import type { ContestDetail, EventDetail } from '@yoriai/api-client';
import { Badge, LinkButton } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { eventTitle } from '../events/event-title.js';
import { eventQuery } from '../events/queries.js';
import { AwardsForm } from './awards-form.js';
import { Judges } from './judges.js';
import { PaperSheet } from './paper-sheet.js';
import { contestQuery } from './queries.js';
import { SetupForm } from './setup-form.js';
import { stageOf } from './stage.js';
import { Standing } from './standing.js';
import { Turns } from './turns.js';

/** コンテスト: divisions and numbers, judges, the standing, results. */
export function ContestScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/contest' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => (found.can.seeApplications === true ? <Contest event={found} /> : <Forbidden code="contest.leaders-only" />)}</Answer>;
}

/** What every part of the screen works on. */
export interface ContestPart {
  readonly eventId: string;
  readonly detail: ContestDetail;
  readonly done: (detail: ContestDetail) => void;
}

const ICONS = { open: 'clock', judged: 'lock', confirmed: 'tick-circle' } as const;

function Contest({ event }: { readonly event: EventDetail }): ReactElement {
  const client = useQueryClient();
  const query = contestQuery(event.id);
  const contest = useQuery(query);
  const done = (detail: ContestDetail): void => void client.setQueryData(query.queryKey, detail);
  return (
    <Screen title={t('contest.label')} back={{ href: paths.event(event.id), label: eventTitle(event) }} lead={t('app.contest.lead')}>
      <Answer of={contest} inside>
        {(detail) => <Parts eventId={event.id} detail={detail} done={done} />}
      </Answer>
    </Screen>
  );
}

function Parts(part: ContestPart): ReactElement {
  const { detail } = part;
  if (detail.state === null) return <SetupForm {...part} />;
  // As long as nothing is judged it is got ready: what is set comes first, also on a narrow screen.
  const judged = detail.entries.some(({ sheets }) => sheets > 0);
  return (
    <>
      <p className="mt4">
        <Badge icon={ICONS[detail.state]}>{t(stageOf(detail) === 'judging' ? 'app.contest.state.judging' : `app.contest.state.${detail.state}`)}</Badge>
      </p>
      <div className="two mt5">
        <div className="stack-l">
          {judged ? null : <SetupForm {...part} />}
          <Standing {...part} />
          {judged ? <AwardsForm key={detail.tied.join(' ')} {...part} /> : null}
          <Turns {...part} />
        </div>
        <aside className="stack-l" aria-label={t('app.contest.setup')}>
          <Judges {...part} />
          {detail.can.judge === true && detail.judges.length > 0 ? <PaperSheet {...part} /> : null}
          <PaperLinks {...part} />
          {judged ? <SetupForm {...part} /> : null}
        </aside>
      </div>
    </>
  );
}

const PAPERS = ['bibs', 'bibs-a4', 'judging-sheet', 'certificates'] as const;

function PaperLinks({ eventId, detail }: ContestPart): ReactElement {
  return (
    <section aria-labelledby="contest-papers">
      <h2 id="contest-papers" className="fs-18 mb3">
        {t('app.hub.papers')}
      </h2>
      {PAPERS.filter((paper) => paper !== 'certificates' || detail.state === 'confirmed').map((paper) => (
        <div key={paper} className="mt3">
          <LinkButton href={`/print/events/${eventId}/${paper}`} kind="outline" size="m" icon="print">
            {t(`app.papers.${paper}`)}
          </LinkButton>
          <p className="sub">{t(`app.papers.${paper}.line`)}</p>
        </div>
      ))}
    </section>
  );
}
