import { getEventPostponement, type EventDetail, type StillComingLine } from '@yoriai/api-client';
import { LinkButton, procedureIn } from '@yoriai/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';

/** Answers to a postponement; of an event that was not put off, nobody's. */
export const answersQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'postponement'], queryFn: ({ signal }) => getEventPostponement(id, { signal }) });

/** Of an event that was put off: who still comes, and who is to be asked or replaced. */
export function StillComing({ event }: { readonly event: EventDetail }): ReactElement | null {
  const isPublic = event.state === 'published';
  const { data } = useQuery({ ...answersQuery(event.id), enabled: isPublic });
  if (!isPublic || !data?.decidedAt) return null;
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

/** What had been settled with others for another day, place or content, until it is for what is now. */
export function ToHandInAgain({ event }: { readonly event: EventDetail }): ReactElement | null {
  const open = event.checklist.filter(({ wanted, state, last }) => wanted && state === 'open' && last?.kind === 'reopened');
  if (open.length === 0 || (event.state !== 'published' && event.state !== 'approved')) return null;
  return (
    <section aria-labelledby="hand-in-again">
      <h2 id="hand-in-again">{t('weather.again')}</h2>
      <p>{t('weather.again.lead')}</p>
      <ul>
        {open.map((item) => procedureIn(t, item)).map(({ code, title, authority }) => (
          <li key={code}>
            {title}　{authority}
          </li>
        ))}
      </ul>
      <p className="mt3">
        <LinkButton href={`${paths.approvalOf(event.id)}#checklist`} kind="outline" size="m" renderLink={appLink}>
          {t('weather.again.open')}
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
