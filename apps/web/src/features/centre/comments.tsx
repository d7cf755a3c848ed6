import type { CaseDetail } from '@yoriai/api-client';
import { Banner, dateTimeSeen } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';

/** What community centres said about the newest revision, where it is decided; what was said before stands in the story. */
export function Comments({ of }: { readonly of: CaseDetail }): ReactElement | null {
  const now = useNow();
  const said = of.comments.filter(({ revision }) => revision === of.revision);
  if (of.status !== 'pending' || said.length === 0) return null;
  return (
    <>
      {said.map(({ id, centreName, words, by, at }) => (
        <Banner key={id} kind="info" title={t('app.comment.from', { centre: centreName })}>
          <p className="sub num">
            {dateTimeSeen(t, at, now)}　{by.name}
          </p>
          <p className="pre">{words}</p>
        </Banner>
      ))}
    </>
  );
}
