import type { ReactElement, ReactNode } from 'react';
import type { Translate } from '@yoriai/ui';

interface EitherProps {
  readonly t: Translate;
  readonly legend: string;
  /** Above the boxes, with its id. */
  readonly hint?: { readonly id: string; readonly text: string };
  readonly children: ReactNode;
}

/** Two boxes of which one has to be filled in: どちらか必須. */
export function Either({ t, legend, hint, children }: EitherProps): ReactElement {
  return (
    <fieldset className="either" {...(hint && { 'aria-describedby': hint.id })}>
      <legend>
        {legend}
        <span className="req">{t('site.apply.contact.either')}</span>
      </legend>
      {hint === undefined ? null : (
        <p className="hint" id={hint.id}>
          {hint.text}
        </p>
      )}
      {children}
    </fieldset>
  );
}
