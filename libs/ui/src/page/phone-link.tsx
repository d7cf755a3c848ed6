import type { ReactElement } from 'react';
import { classes } from '../link.js';
import { Icon } from '../picture/icon.js';

export interface PhoneLinkProps {
  /** The number as people write it: 06-0000-0120. */
  readonly number: string;
  /** Smaller, inside facts. */
  readonly small?: boolean;
  readonly icon?: boolean;
}

/** A telephone number to press, large. */
export function PhoneLink({ number, small, icon = true }: PhoneLinkProps): ReactElement {
  return (
    <a className={classes('tel num', small && 's')} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {icon ? <Icon name="phone" /> : null}
      {number}
    </a>
  );
}
