import type { CaseDetail } from '@yoriai/api-client';
import { dateTime } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';

/** What was handed in and what was decided, newest first. */
export function Decisions({ of }: { readonly of: CaseDetail }): ReactElement {
  const lines = [
    ...of.revisions.map((each) => ({
      at: each.submittedAt,
      key: `r${each.number}`,
      who: each.submittedBy.name,
      what: t('app.case.handed-in', { number: each.number }),
      comment: null,
    })),
    ...of.decisions.map((each) => ({
      at: each.decidedAt,
      key: each.id,
      who: each.decidedBy.name,
      what: t(`app.case.decision.${each.kind}`),
      comment: each.comment,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="hist">
      {lines.map((line) => (
        <li key={line.key}>
          <b>{line.what}</b>
          <br />
          <span className="sub num">
            {dateTime(t, line.at)}　{line.who}
          </span>
          {line.comment === null ? null : <p className="pre">{line.comment}</p>}
        </li>
      ))}
    </ol>
  );
}
