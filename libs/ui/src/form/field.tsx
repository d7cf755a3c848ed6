import type { ReactElement, ReactNode } from 'react';
import { classes } from '../link.js';
import { Icon } from '../picture/icon.js';
import type { Translate } from '../texts/translate.js';

/** Whether an answer is asked for; always said in words. `silent` only where one field is the whole form. */
export type Need = 'required' | 'optional' | 'silent';

/** What every field takes. */
export interface FieldProps {
  readonly t: Translate;
  /** Name of the form value. */
  readonly name: string;
  /** Anchor of the error summary; the name without. */
  readonly id?: string;
  readonly label: ReactNode;
  readonly need?: Need;
  readonly hint?: ReactNode;
  /** A sentence on what to do; marks the field. */
  readonly error?: string | undefined;
}

/** 必須 or 任意 beside a label. */
export function NeedWord({ t, need }: { readonly t: Translate; readonly need: Need }): ReactElement | null {
  if (need === 'silent') return null;
  return need === 'required' ? (
    <span className="req">{t('ui.form.required')}</span>
  ) : (
    <span className="opt">{t('ui.form.optional')}</span>
  );
}

/** The label above a field, with 必須 or 任意 in words. */
export function Label({
  t,
  htmlFor,
  need = 'required',
  children,
}: {
  readonly t: Translate;
  readonly htmlFor: string;
  readonly need?: Need;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <label htmlFor={htmlFor}>
      {children}
      <NeedWord t={t} need={need} />
    </label>
  );
}

/** What helps to answer, between label and box. */
export function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactElement {
  return (
    <p className="hint" id={id}>
      {children}
    </p>
  );
}

/** What is wrong and what to do, below the box, with an icon. */
export function ErrorText({
  t,
  id,
  children,
}: {
  readonly t: Translate;
  readonly id: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <p className="err-t" id={id}>
      <Icon name="warning" />
      <span>
        <span className="vh">{t('ui.form.error')}</span>
        {children}
      </span>
    </p>
  );
}

/** Attributes that tie a box to its hint and error. */
export interface BoxParts {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly 'aria-required'?: true | undefined;
}

/** The ids and aria attributes of a field's box. */
export function boxParts({ name, id = name, need = 'required', hint, error }: FieldProps): BoxParts {
  return {
    id,
    name,
    'aria-describedby': classes(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`),
    'aria-invalid': error === undefined ? undefined : true,
    'aria-required': need === 'required' ? true : undefined,
  };
}

/** Label, hint, one box and its error. The box is drawn by the function, with the parts given. */
export function Field(props: FieldProps & { readonly children: (box: BoxParts) => ReactNode }): ReactElement {
  const { t, name, id = name, label, need = 'required', hint, error, children } = props;
  return (
    <div className={classes('fld', error !== undefined && 'err')}>
      <Label t={t} htmlFor={id} need={need}>
        {label}
      </Label>
      {hint === undefined ? null : <Hint id={`${id}-hint`}>{hint}</Hint>}
      {children(boxParts(props))}
      {error === undefined ? null : (
        <ErrorText t={t} id={`${id}-error`}>
          {error}
        </ErrorText>
      )}
    </div>
  );
}

/** A question with several boxes: legend, hint, the boxes, their error. The error summary leads to `id`. */
export function FieldGroup(props: FieldProps & { readonly children: ReactNode }): ReactElement {
  const { t, name, id = name, label, need = 'required', hint, error, children } = props;
  const { 'aria-describedby': describedBy } = boxParts(props);
  return (
    <div className={classes('fld', error !== undefined && 'err')}>
      <fieldset id={`${id}-group`} aria-describedby={describedBy}>
        <legend>
          {label}
          <NeedWord t={t} need={need} />
        </legend>
        {hint === undefined ? null : <Hint id={`${id}-hint`}>{hint}</Hint>}
        {children}
      </fieldset>
      {error === undefined ? null : (
        <ErrorText t={t} id={`${id}-error`}>
          {error}
        </ErrorText>
      )}
    </div>
  );
}
