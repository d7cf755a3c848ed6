import type { ReactElement } from 'react';
import { classes } from '../link.js';
import { iconDrawings, type IconName } from './icon-drawings.js';

export interface IconProps {
  readonly name: IconName;
  readonly small?: boolean;
  readonly className?: string;
}

/** A stroke icon in the colour of its text. Always stands beside a word, so it is hidden from readers. */
export function Icon({ name, small, className }: IconProps): ReactElement {
  return (
    <svg
      className={classes('ic', small && 'ic-s', className)}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: iconDrawings[name] }}
    />
  );
}
