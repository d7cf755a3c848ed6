import type { CaseDetail, ChangeAudience } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { changeAudienceQuery } from './queries.js';
import { toldLines } from './told-words.js';

/** How many people hear of a change: before it is approved who would, afterwards who does. */
export function Told({ of }: { readonly of: CaseDetail }): ReactElement | null {
  const asked = of.isChange && of.status === 'pending';
  const { data } = useQuery({ ...changeAudienceQuery(of), enabled: asked });
  // Without an answer nothing is said: nobody has to wait for it to decide.
  return data === undefined ? null : <People of={data} done={of.status === 'approved'} />;
}

function People({ of, done }: { readonly of: ChangeAudience; readonly done: boolean }): ReactElement {
  const [title = '', ...lines] = toldLines(t, of, done ? 'done' : 'asked');
  return (
    <Banner kind="info" className={done ? 'mt4' : 'mb4'} title={title}>
      {lines.map((line) => (
        <p key={line} className="num">
          {line}
        </p>
      ))}
    </Banner>
  );
}
