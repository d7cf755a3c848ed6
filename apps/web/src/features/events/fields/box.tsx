import { CheckboxList, NativeSelect, RadioList, TextArea, TextInput, type BoxWidth, type ListChoice, type Need, type TextKey } from '@yoriai/ui';
import type { InputHTMLAttributes, ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { Remark } from '../remark-note.js';
import type { BoxesProps } from '../step-fields.js';

interface BoxProps {
  /** What all boxes of the page share. */
  readonly of: BoxesProps;
  readonly name: string;
  readonly label: TextKey;
  readonly hint?: TextKey;
  readonly need?: Need;
}

/** The box with what the ward wrote about it, which stands first: it is why somebody is here. */
function remarked({ of, name }: BoxProps, box: ReactElement): ReactElement {
  const text = of.remarks[name];
  if (text === undefined) return box;
  return (
    <>
      <Remark text={text} />
      {box}
    </>
  );
}

function common({ of, name, label, hint, need = 'optional' }: BoxProps) {
  const error = of.errors[name];
  return { t, name, label: t(label), need, ...(hint === undefined ? {} : { hint: t(hint) }), ...(error === undefined ? {} : { error }) };
}

type LineProps = BoxProps & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'maxLength'> & { readonly width?: BoxWidth };

/** One line. */
export function Line({ of, name, label, hint, need, ...rest }: LineProps): ReactElement {
  return remarked(
    { of, name, label },
    <TextInput
      {...common({ of, name, label, ...(hint ? { hint } : {}), ...(need ? { need } : {}) })}
      autoComplete="off"
      {...rest}
      value={of.values[name] ?? ''}
      onChange={(event) => of.set(name, event.target.value)}
    />,
  );
}

/** Several lines. */
export function Lines({ rows = 3, maxLength, ...props }: BoxProps & { readonly rows?: number; readonly maxLength: number }): ReactElement {
  const { of, name } = props;
  return remarked(
    props,
    <TextArea {...common(props)} rows={rows} maxLength={maxLength} value={of.values[name] ?? ''} onChange={(event) => of.set(name, event.target.value)} />,
  );
}

/** One answer out of a few, all to be seen. */
export function Choose({ choices, ...props }: BoxProps & { readonly choices: readonly ListChoice[] }): ReactElement {
  const { of, name } = props;
  return remarked(props, <RadioList {...common(props)} choices={choices} value={of.values[name] ?? ''} onChange={(event) => of.set(name, event.target.value)} />);
}

/** Any number of answers, or that it is none of them, which takes the others' marks away. They stand in the box as words with blanks between. */
export function Mark({ choices, none, ...props }: BoxProps & { readonly choices: readonly ListChoice[]; readonly none: ListChoice }): ReactElement {
  const { of, name } = props;
  const marked = (of.values[name] ?? '').split(' ').filter((each) => each !== '');
  const press = (value: string, on: boolean): void => {
    const others = marked.filter((each) => each !== value && each !== none.value);
    of.set(name, (!on ? others : value === none.value ? [value] : [...others, value]).join(' '));
  };
  return remarked(props, <CheckboxList {...common(props)} choices={[...choices, none]} values={marked} onChange={(event) => press(event.target.value, event.target.checked)} />);
}

/** One answer out of many, in the device's own list. */
export function PickOne({
  choices,
  width,
  ...props
}: BoxProps & { readonly choices: ReadonlyArray<{ value: string; label: string; group?: string }>; readonly width?: BoxWidth }): ReactElement {
  const { of, name } = props;
  return remarked(
    props,
    <NativeSelect
      {...common(props)}
      {...(width ? { width } : {})}
      choices={choices}
      value={of.values[name] ?? ''}
      onChange={(event) => of.set(name, event.target.value)}
    />,
  );
}
