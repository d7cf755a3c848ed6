import type { ChangeAudience, ChangeLeaving } from '@yoriai/api-client';
import { Banner, dateTime } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { toldLines } from './told-words.js';

/** How many people hear of a change: before it is approved who would, afterwards (`done`) who does. Without numbers nothing is said. */
export function Told({ of, done = false }: { readonly of: ChangeAudience | undefined; readonly done?: boolean }): ReactElement | null {
  if (of === undefined) return null;
  const [title = '', ...lines] = toldLines(t, of, done ? 'done' : 'asked');
  return (
    <Banner kind="info" className={done ? 'mt4' : 'mb4'} title={title}>
      {lines.map((line) => (
        <p key={line} className="num">
          {line}
        </p>
      ))}
      {done || of.leaving.length === 0 ? null : <Leaving of={of.leaving} />}
    </Banner>
  );
}

/** Whose places on a duty would be given back; names where this person may read them. */
function Leaving({ of }: { readonly of: readonly ChangeLeaving[] }): ReactElement {
  return (
    <>
      <p className="strong mt3">{t('app.told.leaving')}</p>
      <ul>
        {of.map(({ duty, startsAt, people, names }) => (
          <li key={`${duty} ${startsAt}`} className="num">
            {t('app.told.leaving.duty', { duty, at: dateTime(t, startsAt), count: people })}
            {names.length === 0 ? null : `　${names.join(t('app.told.leaving.and'))}`}
          </li>
        ))}
      </ul>
      <p>{t('app.told.leaving.body')}</p>
    </>
  );
}
