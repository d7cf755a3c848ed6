import type { ReactElement } from 'react';
import { classes } from '../link.js';
import type { Translate } from '../texts/translate.js';

export interface StepsProps {
  readonly t: Translate;
  readonly steps: readonly string[];
  /** Position of the step we are at, from 0. */
  readonly at: number;
}

/** Bars with words: what is done, where we are, what is left. */
export function Steps({ t, steps, at }: StepsProps): ReactElement {
  return (
    <ol className="steps" aria-label={t('ui.steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes(index < at && 'ok', index === at && 'on')}
          aria-current={index === at ? 'step' : undefined}
        >
          {index + 1} {step}
          {index < at ? <span className="vh">{t('ui.steps.done')}</span> : null}
        </li>
      ))}
    </ol>
  );
}
