import type { ChangeEventHandler, ReactElement } from 'react';
import { classes } from '../link.js';
import { given } from './boxes.js';
import { FieldGroup, type FieldProps } from './field.js';

export interface DateFieldsProps extends FieldProps {
  /** First values as typed; the form sends `<name>-year`, `<name>-month`, `<name>-day`. */
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement>;
}

const BOXES = [
  { part: 'year', word: 'ui.date.year', digits: 4 },
  { part: 'month', word: 'ui.date.month', digits: 2 },
  { part: 'day', word: 'ui.date.day', digits: 2 },
] as const;

/** Year, month and day in three boxes with labels; no calendar to hit. */
export function DateFields({ year, month, day, onChange, ...field }: DateFieldsProps): ReactElement {
  const { name, id = name, error } = field;
  const values = { year, month, day };
  return (
    <FieldGroup {...given(field)}>
      <div className="dates">
        {BOXES.map(({ part, word, digits }) => (
          <div key={part}>
            <label htmlFor={part === 'year' ? id : `${id}-${part}`}>{field.t(word)}</label>
            <input
              className={classes('in num', part === 'year' && 'year')}
              // The first box carries the field's id, so that the error summary leads to it.
              id={part === 'year' ? id : `${id}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={digits}
              defaultValue={values[part]}
              onChange={onChange}
              aria-invalid={error === undefined ? undefined : true}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
