import { shortDate } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';

/** What was said last about a condition or a procedure: what kind of word, when, and the word. */
export function LastWord({ kind, at, words }: { readonly kind: string; readonly at: string; readonly words: string | null }): ReactElement {
  return (
    <p className="pre mt2">
      <span className="sub">
        {kind}　{shortDate(t, at)}
      </span>
      {words === null ? null : (
        <>
          <br />
          {words}
        </>
      )}
    </p>
  );
}
