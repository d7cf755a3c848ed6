import { Icon } from '@yoriai/ui';
import type { ReactElement } from 'react';

/** A number as people write it, from the digits that are stored: 09012345678 is 090-1234-5678. */
export function phoneWords(digits: string): string {
  const found =
    /^(0[5-9]0)(\d{4})(\d{4})$/.exec(digits) ??
    /^(0[36])(\d{4})(\d{4})$/.exec(digits) ??
    /^(0120)(\d{3})(\d{3})$/.exec(digits) ??
    /^(0\d{2})(\d{3})(\d{4})$/.exec(digits);
  return found ? found.slice(1).join('-') : digits;
}

/** A number to press, in a list. */
export function CallLink({ number }: { readonly number: string }): ReactElement {
  return (
    <a className="more num call" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      <Icon name="phone" small />
      {phoneWords(number)}
    </a>
  );
}
