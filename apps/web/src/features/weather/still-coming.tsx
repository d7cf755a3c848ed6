import { getEventPostponement, type EventDetail, type StillComingLine } from '@yoriai/api-client';
import { LinkButton } from '@yoriai/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';

const answersQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'postponement'], queryFn: ({ signal }) => getEventPostponement(id, { signal }) });

/** Of an event that was put off: who still comes, and who is to be asked or replaced. One that never was answers 404, which is nothing. */
export function StillComing({ event }: { readonly event: EventDetail }): ReactElement | null {
  const isPublic = event.state === 'published';
  const { data } = useQuery({ ...answersQuery(event.id), enabled: isPublic });
  if (!isPublic || data === undefined) return null;
  return (
    <section aria-labelledby="still-coming">
      <h2 id="still-coming">{t('app.still.title')}</h2>
      <p className="num">
        <b>{t('app.still.yes', { count: data.yes })}</b>　{t('app.still.no', { count: data.no })}　{t('app.still.none', { count: data.unanswered })}
      </p>
      {data.unanswered > 0 ? <p className="sub">{t('app.still.kept')}</p> : null}
      <Names answer="no" items={data.items} />
      <Names answer="none" items={data.items} />
      <p className="mt3">
        <LinkButton href={paths.messages(event.id)} kind="outline" size="m" icon="phone" renderLink={appLink}>
          {t('app.still.calls')}
        </LinkButton>
      </p>
    </section>
  );
}

function Names({ answer, items }: { readonly answer: StillComingLine['answer']; readonly items: readonly StillComingLine[] }): ReactElement | null {
  const those = items.filter((item) => item.answer === answer);
  if (those.length === 0) return null;
  return (
    <details className="dt mt3">
      <summary className="num">
        {t(`app.still.names.${answer}`)}　{t('app.unit.heads', { count: those.length })}
      </summary>
      <ul>
        {those.map(({ name, duty, heads }, index) => (
          <li key={`${name} ${index}`}>
            {name}　{duty ?? t('app.unit.heads', { count: heads })}
          </li>
        ))}
      </ul>
    </details>
  );
}
