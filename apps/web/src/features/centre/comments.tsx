import { postApprovalCommentsReading, type CaseDetail } from '@yoriai/api-client';
import { Banner, Button, dateTimeSeen } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { caseQuery } from '../approvals/queries.js';

/** What community centres said about the newest revision, where it is decided; what was said before stands in the story. */
export function Comments({ of }: { readonly of: CaseDetail }): ReactElement | null {
  const now = useNow();
  const said = of.comments.filter(({ revision }) => revision === of.revision);
  if (of.status !== 'pending' || said.length === 0) return null;
  return (
    <>
      {said.map(({ id, centreName, words, by, at, readAt }) => (
        <Banner key={id} kind="info" title={t('app.comment.from', { centre: centreName })}>
          <p className="sub num">
            {dateTimeSeen(t, at, now)}　{by.name}
          </p>
          <p className="pre">{words}</p>
          {readAt === null ? null : <p className="sub num">{t('app.comment.read-at', { when: dateTimeSeen(t, readAt, now) })}</p>}
        </Banner>
      ))}
      {of.can.readComments === true && said.some(({ readAt }) => readAt === null) ? <ReadButton of={of} /> : null}
    </>
  );
}

/** The same of a case that is shown beside its event. */
export function CaseWords({ caseId }: { readonly caseId: string }): ReactElement | null {
  const { data } = useQuery(caseQuery(caseId));
  return data === undefined ? null : (
    <div className="stack mt4">
      <Comments of={data} />
    </div>
  );
}

/** The host says that it has read what stands on the screen: it leaves Home. */
function ReadButton({ of }: { readonly of: CaseDetail }): ReactElement {
  const client = useQueryClient();
  const reading = useAct(
    (until: string, options) => postApprovalCommentsReading(of.id, { until }, options),
    (after) => {
      client.setQueryData(caseQuery(of.id).queryKey, after);
      void client.invalidateQueries({ queryKey: ['events'] });
    },
  );
  return (
    <div className="mt3">
      <FailureBanner error={reading.error} />
      <p className="sub">{t('app.comment.unread')}</p>
      <p className="mt3">
        <Button type="button" kind="outline" icon="tick" onClick={() => reading.act(of.comments[0]?.id ?? '')}>
          {t(reading.pending ? 'app.sending' : 'app.comment.read')}
        </Button>
      </p>
    </div>
  );
}
