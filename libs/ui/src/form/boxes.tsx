import type { InputHTMLAttributes, ReactElement, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classes } from '../link.js';
import { Field, type FieldProps } from './field.js';

/** How wide a box is: hints at the length of the answer. */
export type BoxWidth = 'full' | 'mid' | 'short';

type Left = 'className' | 'disabled' | 'placeholder' | 'id' | 'name' | 'required' | 'children' | 'width';

export type TextInputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, Left> & { readonly width?: BoxWidth };

function widthClass(width: BoxWidth | undefined): string | undefined {
  return width === undefined || width === 'full' ? undefined : width;
}

/** One line of text, with label, hint and error. Give `type`, `inputMode` and `autoComplete` as the answer asks. */
export function TextInput({ t, name, id, label, need, hint, error, width, ...rest }: TextInputProps): ReactElement {
  return (
    <Field {...given({ t, name, id, label, need, hint, error })}>
      {(box) => <input {...rest} {...box} className={classes('in', widthClass(width), isNumber(rest.type) && 'num')} />}
    </Field>
  );
}

function isNumber(type: string | undefined): boolean {
  return type === 'tel' || type === 'date' || type === 'time' || type === 'number';
}

export type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Left>;

/** Several lines of text, with label, hint and error. */
export function TextArea({ t, name, id, label, need, hint, error, rows = 4, ...rest }: TextAreaProps): ReactElement {
  return (
    <Field {...given({ t, name, id, label, need, hint, error })}>
      {(box) => <textarea {...rest} {...box} rows={rows} className="in" />}
    </Field>
  );
}

/** One choice of a list. */
export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
}

export type NativeSelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Left> & {
    readonly width?: BoxWidth;
    /** Those of one group stand next to each other. */
    readonly choices: ReadonlyArray<{ readonly value: string; readonly label: string; readonly group?: string }>;
  };

/** The device's own list, with label, hint and error. */
export function NativeSelect({
  t,
  name,
  id,
  label,
  need,
  hint,
  error,
  width,
  choices,
  ...rest
}: NativeSelectProps): ReactElement {
  return (
    <Field {...given({ t, name, id, label, need, hint, error })}>
      {(box) => (
        <select {...rest} {...box} className={classes('in', widthClass(width))}>
          {grouped(choices).map(({ group, members }) => (group === undefined ? members.map(toOption) : (
            <optgroup key={group} label={group}>
              {members.map(toOption)}
            </optgroup>
          )))}
        </select>
      )}
    </Field>
  );
}

type Listed = NativeSelectProps['choices'][number];

const toOption = ({ value, label }: Listed): ReactElement => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** Choices that follow each other in one group. */
function grouped(choices: readonly Listed[]): { group: string | undefined; members: Listed[] }[] {
  const groups: { group: string | undefined; members: Listed[] }[] = [];
  for (const choice of choices) {
    const last = groups.at(-1);
    if (last && last.group === choice.group) last.members.push(choice);
    else groups.push({ group: choice.group, members: [choice] });
  }
  return groups;
}

/** Leaves out what was not given, so that defaults of `Field` stand. */
export function given<T extends object>(props: T): T {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;
}
