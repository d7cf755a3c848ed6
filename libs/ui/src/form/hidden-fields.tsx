import type { ReactElement } from 'react';

export interface HiddenFieldsProps {
  /** Name to value; a list is sent once per entry; what is null or undefined is left out. */
  readonly values: Readonly<Record<string, string | number | readonly string[] | null | undefined>>;
}

/** Values a form carries along unseen (earlier answers, the `_key` of a post). */
export function HiddenFields({ values }: HiddenFieldsProps): ReactElement {
  const rows = Object.entries(values).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    return (typeof value === 'object' ? [...value] : [String(value)]).map((text) => [name, text] as const);
  });
  return (
    <>
      {rows.map(([name, text], index) => (
        <input key={`${name} ${index}`} type="hidden" name={name} value={text} />
      ))}
    </>
  );
}
