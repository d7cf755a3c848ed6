import type { ReactElement, ReactNode } from 'react';
import { plainLink, type RenderLink } from '../link.js';
import type { Translate } from '../texts/translate.js';

/** One answer to look over. */
export interface Answer {
  readonly term: string;
  /** Empty shows 「なし」. */
  readonly value: ReactNode;
  /** Where 「直す」 leads. */
  readonly changeHref?: string | undefined;
  /** Or the value a 「直す」 button sends, inside a form. */
  readonly changeButton?: { readonly name: string; readonly value: string } | undefined;
}

export interface CheckAnswersProps {
  readonly t: Translate;
  readonly answers: readonly Answer[];
  readonly renderLink?: RenderLink;
}

/** All answers large, each with 「直す」. */
export function CheckAnswers({ t, answers, renderLink = plainLink }: CheckAnswersProps): ReactElement {
  return (
    <dl className="ca">
      {answers.map((answer) => {
        const change = (
          <>
            {t('ui.check.change')}
            <span className="vh">（{answer.term}）</span>
          </>
        );
        return (
          <div key={answer.term}>
            <dt>{answer.term}</dt>
            <dd>{isEmpty(answer.value) ? t('ui.check.none') : answer.value}</dd>
            {answer.changeHref === undefined ? null : (
              <dd className="a">{renderLink({ href: answer.changeHref, children: change })}</dd>
            )}
            {answer.changeButton === undefined ? null : (
              <dd className="a">
                <button type="submit" {...answer.changeButton}>
                  {change}
                </button>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === undefined || value === null || value === '' || value === false;
}
