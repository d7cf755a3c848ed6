import type { ImportAnswer, ImportLine } from '@yoriai/api-client';
import { dateTime } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { appLink } from '../../app/link.js';
import { t } from '../../i18n.js';

/** What becomes of each row: first what has to be mended, then what is new, then what is there. */
export function ImportLines({ answer }: { readonly answer: ImportAnswer }): ReactElement {
  const of = (state: ImportLine['state']): ImportLine[] => answer.items.filter((line) => line.state === state);
  return (
    <>
      <p className="num" role="status">
        {t('open-data.found', { count: answer.items.length, encoding: answer.encoding })}
      </p>
      {answer.missing.length === 0 ? null : (
        <details className="dt">
          <summary className="num">{t('open-data.missing', { count: answer.missing.length })}</summary>
          <p>{answer.missing.join('、')}</p>
        </details>
      )}
      {(['refused', 'new', 'differs', 'known'] as const).map((state) => (
        <Part key={state} state={state} lines={of(state)} />
      ))}
    </>
  );
}

function Part({ state, lines }: { readonly state: ImportLine['state']; readonly lines: readonly ImportLine[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby={`import-${state}`}>
      <h2 id={`import-${state}`} className="num">
        {t(`open-data.${state}`, { count: lines.length })}
      </h2>
      {state === 'refused' || state === 'differs' ? <p>{t(`open-data.${state}.body`)}</p> : null}
      <ul className="recp names mt3">
        {lines.map((line) => (
          <Row key={line.row} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Row({ line }: { readonly line: ImportLine }): ReactElement {
  const { row, title, startsAt, problems, kept, eventId } = line;
  return (
    <li>
      <div>
        <span className="sub blk num">{t('open-data.row', { row })}</span>
        <b>{eventId === null ? title : appLink({ href: paths.event(eventId), children: title })}</b>
      </div>
      <div className="facts">{startsAt === null ? null : <span className="num">{dateTime(t, startsAt)}</span>}</div>
      {problems.map((problem) => (
        <p key={problem.column} className="full">
          {t('open-data.problem', { ...problem })}
        </p>
      ))}
      {kept.length === 0 ? null : <p className="full sub">{t('open-data.kept', { columns: kept.join('、') })}</p>}
    </li>
  );
}
