import type { CaseDetail } from '@yoriai/api-client';
import { dateTimeSeen } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { answersOf } from '../events/answers.js';
import { contentFrom } from '../events/content.js';
import { rowOfField } from '../events/remarks.js';

/** What was handed in and what was decided, newest first. */
export function Decisions({ of }: { readonly of: CaseDetail }): ReactElement {
  const now = useNow();
  const lines = [
    ...of.revisions.map((each) => ({
      at: each.submittedAt,
      key: `r${each.number}`,
      who: each.submittedBy.name,
      what: t('app.case.handed-in', { number: each.number }),
      comment: null,
      remarks: [],
    })),
    ...of.decisions.map((each) => ({
      at: each.decidedAt,
      key: each.id,
      who: each.decidedBy?.name ?? t('app.rule.nobody'),
      what: each.rule !== null ? t('app.rule.approved') : of.conditions.some(({ decisionId }) => decisionId === each.id) ? t('app.condition.approved') : t(`app.case.decision.${each.kind}`),
      comment: [...(each.deputy === null ? [] : [t('app.deputy.story', { name: each.deputy.inPlaceOf.name, reason: each.deputy.reason })]), ...(each.comment === null ? [] : [each.comment])].join('\n') || null,
      remarks: each.remarks,
    })),
    ...looksIn(of),
    ...of.comments.map((each) => ({ at: each.at, key: each.id, who: each.by.name, what: t('app.comment.from', { centre: each.centreName }), comment: each.words, remarks: [] })),
    ...of.conditions.flatMap(({ id, text, steps }) =>
      steps.map((each) => ({
        at: each.at,
        key: `${id} ${each.at} ${each.kind}`,
        who: each.by.name,
        what: t(`app.condition.story.${each.kind}`),
        comment: each.words === null ? text : `${text}\n${each.words}`,
        remarks: [],
      })),
    ),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="hist">
      {lines.map((line) => (
        <li key={line.key}>
          <b>{line.what}</b>
          <br />
          <span className="sub num">
            {dateTimeSeen(t, line.at, now)}　{line.who}
          </span>
          {line.comment === null ? null : <p className="pre">{line.comment}</p>}
          {line.remarks.length === 0 ? null : (
            <ul>
              {line.remarks.map(({ field, text }) => (
                <li key={field}>
                  {termIn(of, field)} <span className="pre">{text}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What the answer was called in the revision that was judged. */
function termIn({ revisions }: CaseDetail, field: string): string {
  const rows = revisions.flatMap(({ snapshot }) => answersOf(contentFrom(snapshot)));
  const term = rows.find(({ id }) => id === rowOfField(field))?.term;
  return term === undefined ? '' : `${term}：`;
}

/** That the council has looked, and what it said. What it sent back stands among the decisions. */
function looksIn({ check }: Pick<CaseDetail, 'check'>) {
  if (check?.outcome !== 'confirmed' || check.at === null) return [];
  return [{ at: check.at, key: `check ${check.at}`, who: [check.councilName, check.by?.name ?? ''].filter(Boolean).join('　'), what: t('app.check.story'), comment: check.words, remarks: [] }];
}
