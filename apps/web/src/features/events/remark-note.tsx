import type { EventDetail } from '@yoriai/api-client';
import { Icon } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { remarksOf, remarksOn } from './remarks.js';
import type { QuestionStep } from './steps.js';

/** A word of who looked at it, council or ward, where it belongs. */
export function Remark({ id, text }: { readonly id?: string; readonly text: string }): ReactElement {
  return (
    <p className="pin" {...(id === undefined ? {} : { id })}>
      <Icon name="chat" small />
      <span>
        <b>{t('app.remark.from-review')}</b> <span className="pre">{text}</span>
      </span>
    </p>
  );
}

/** All of them in a list; each leads to the page where it can be put right. */
export function RemarkList({ event, linked }: { readonly event: EventDetail; readonly linked: boolean }): ReactElement | null {
  const lines = remarksOf(event);
  if (lines.length === 0) return null;
  return (
    <ul className="mt2">
      {lines.map(({ row, step, term, text }) => (
        <li key={row}>
          {term === '' ? null : (
            <>
              {linked && step !== 'check' ? (
                <AppLink href={paths.editFromCheck(event.id, step)} className="more">
                  {t('app.remark.mend', { term })}
                </AppLink>
              ) : (
                <b>{term}</b>
              )}
              <br />
            </>
          )}
          <span className="pre">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Above the boxes of a page: what was written about it that has no single box. */
export function RemarksAbove({ event, step }: { readonly event: EventDetail; readonly step: QuestionStep }): ReactElement | null {
  const { above } = remarksOn(event, step);
  if (above.length === 0) return null;
  return (
    <div className="mt4">
      {above.map(({ row, term, text }) => (
        <Remark key={row} text={term === '' ? text : `${term}\n${text}`} />
      ))}
    </div>
  );
}
