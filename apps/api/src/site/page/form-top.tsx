import type { ReactElement } from 'react';
import { Banner, ErrorSummary, type Translate } from '@yoriai/ui';
import { errorLines, type FormState } from './form.js';

/**
 * What stands over a form that was sent back: the boxes to put right, or why it can't be done now. The page
 * is a new one, where an alert is not read aloud: it takes the focus, so that reading begins there.
 */
export function FormTop({ t, form }: { readonly t: Translate; readonly form: FormState }): ReactElement {
  return (
    <>
      <ErrorSummary t={t} errors={errorLines(t, form)} autoFocus />
      {form.refused === undefined ? null : <Banner kind="bad" role="alert" className="mb5" title={form.refused} autoFocus />}
    </>
  );
}
