import type { EventDetail } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { caseQuery } from '../approvals/queries.js';
import { useInitiativeNames } from './initiatives.js';
import { unansweredIn, type Unanswered } from './unanswered.js';
import { asWritten } from './writing.js';

/** Remarks on what was sent back whose answers still read the same; none while that is not known. */
export function useUnanswered(event: EventDetail): readonly Unanswered[] {
  const { approval } = event;
  const nameOf = useInitiativeNames();
  const { data } = useQuery({ ...caseQuery(approval?.caseId ?? ''), enabled: approval !== null && approval.remarks.length > 0 });
  return data === undefined ? [] : unansweredIn(data, asWritten(event), nameOf);
}

/** Asked once before it is handed in again: it may be right as it is. Each line leads to the page where it can be put right. */
export function UnansweredAsk({ eventId, lines }: { readonly eventId: string; readonly lines: readonly Unanswered[] }): ReactElement {
  return (
    <Banner kind="note" role="alert" title={t('app.unanswered.title', { count: lines.length })}>
      <ul>
        {lines.map(({ row, field, step, term, text }) => (
          <li key={field}>
            <AppLink href={row === 'programme' ? paths.programme(eventId) : paths.editFromCheck(eventId, step)} className="more">
              {t('app.remark.mend', { term })}
            </AppLink>
            <br />
            <span className="pre">{text}</span>
          </li>
        ))}
      </ul>
      <p>{t('app.unanswered.ask')}</p>
    </Banner>
  );
}

/** What the ward reads of it beside what changed. */
export function UnansweredList({ lines }: { readonly lines: readonly Unanswered[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <Banner kind="note" className="mb4" title={t('app.unanswered.ward', { count: lines.length })}>
      <ul>
        {lines.map(({ field, term, text }) => (
          <li key={field}>
            <b>{term}</b>
            <br />
            <span className="pre">{text}</span>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
