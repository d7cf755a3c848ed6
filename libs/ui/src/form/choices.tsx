import type { ChangeEventHandler, ReactElement, ReactNode } from 'react';
import { given } from './boxes.js';
import { FieldGroup, type FieldProps } from './field.js';

/** One row of a list of answers, at least 56 px high. */
export interface ListChoice {
  readonly value: string;
  readonly label: ReactNode;
  /** Grey words at the right: 「あと24人」. */
  readonly aside?: ReactNode;
  /** A second, smaller line. */
  readonly hint?: ReactNode;
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly ListChoice[];
  readonly onChange?: ChangeEventHandler<HTMLInputElement>;
}

export interface RadioListProps extends ChoicesProps {
  /** The answer marked at first (uncontrolled). */
  readonly defaultValue?: string | undefined;
  /** The answer marked (controlled, in the App). */
  readonly value?: string | undefined;
}

export interface CheckboxListProps extends ChoicesProps {
  readonly defaultValues?: readonly string[] | undefined;
  readonly values?: readonly string[] | undefined;
}

/** One answer out of a few. */
export function RadioList({ defaultValue, value, ...props }: RadioListProps): ReactElement {
  return (
    <Rows
      {...props}
      type="radio"
      marked={value === undefined ? undefined : [value]}
      defaultMarked={defaultValue === undefined ? [] : [defaultValue]}
    />
  );
}

/** Any number of answers; the form sends the name once per mark. */
export function CheckboxList({ defaultValues = [], values, ...props }: CheckboxListProps): ReactElement {
  return <Rows {...props} type="checkbox" marked={values} defaultMarked={defaultValues} />;
}

interface RowsProps extends ChoicesProps {
  readonly type: 'radio' | 'checkbox';
  readonly marked: readonly string[] | undefined;
  readonly defaultMarked: readonly string[];
}

function Rows({ choices, onChange, type, marked, defaultMarked, ...field }: RowsProps): ReactElement {
  const { name, id = name } = field;
  return (
    <FieldGroup {...given(field)}>
      {choices.map((choice, index) => (
        <label className="opt-l" key={choice.value}>
          <input
            type={type}
            name={name}
            value={choice.value}
            // The first row carries the field's id, so that the error summary leads to it.
            id={index === 0 ? id : `${id}-${choice.value}`}
            {...(marked === undefined
              ? { defaultChecked: defaultMarked.includes(choice.value) }
              : { checked: marked.includes(choice.value) })}
            onChange={onChange}
          />
          <span>
            {choice.label}
            {choice.hint === undefined ? null : <span className="hint">{choice.hint}</span>}
          </span>
          {choice.aside === undefined ? null : <span className="r num">{choice.aside}</span>}
        </label>
      ))}
    </FieldGroup>
  );
}

export interface CheckboxProps {
  readonly name: string;
  readonly value?: string;
  readonly label: ReactNode;
  readonly defaultChecked?: boolean;
  readonly checked?: boolean;
  readonly onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** One mark to make, a full-width row. */
export function Checkbox({ name, value = 'yes', label, ...rest }: CheckboxProps): ReactElement {
  return (
    <label className="opt-l">
      <input {...rest} type="checkbox" name={name} value={value} />
      <span>{label}</span>
    </label>
  );
}
