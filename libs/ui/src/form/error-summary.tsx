import type { ReactElement } from 'react';
import { Icon } from '../picture/icon.js';
import type { Translate } from '../texts/translate.js';

export interface ErrorSummaryProps {
  readonly t: Translate;
  /** One per field, in the order of the page; `field` is the field's id. An empty list draws nothing. */
  readonly errors: ReadonlyArray<{ readonly field: string; readonly text: string }>;
  /** Takes the focus when the page opens; for pages that come from the server. */
  readonly autoFocus?: boolean;
}

/** What to put right, on top of the form, each line leading to its box. */
export function ErrorSummary({ t, errors, autoFocus }: ErrorSummaryProps): ReactElement | null {
  if (errors.length === 0) return null;
  return (
    <div className="bn bad mb5" role="alert" aria-labelledby="error-summary" tabIndex={-1} autoFocus={autoFocus}>
      <Icon name="warning" />
      <h2 id="error-summary">{t('ui.form.errors', { count: errors.length })}</h2>
      <div>
        <ul className="el">
          {errors.map((error) => (
            <li key={`${error.field} ${error.text}`}>
              <a href={`#${error.field}`}>{error.text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
