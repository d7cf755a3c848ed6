import { Meter } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { STEPS, type Step } from './steps.js';

/** How far the form is, in words and as a bar. */
export function Progress({ step }: { readonly step: Step }): ReactElement {
  const at = STEPS.indexOf(step) + 1;
  return (
    <>
      {t('app.wizard.progress', { at, of: STEPS.length })}
      <Meter value={at} of={STEPS.length} className="mb3" />
    </>
  );
}
