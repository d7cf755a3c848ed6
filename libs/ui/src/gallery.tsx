import type { ReactElement } from 'react';

/** Every part in its states. */
export function Gallery(): ReactElement {
  return <div />;
}
