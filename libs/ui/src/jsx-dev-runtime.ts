/** The same JSX for Vite's development server, which asks for it under this name. */
import type { ElementType, Key, ReactElement } from 'react';
import { jsx, jsxs } from './jsx-runtime.js';

export { Fragment, type JSX } from './jsx-runtime.js';

/** What `jsx` and `jsxs` do, told apart by `several`. */
export function jsxDEV(type: ElementType, props: Parameters<typeof jsx>[1], key: Key | undefined, several: boolean): ReactElement {
  return several ? jsxs(type, props, key) : jsx(type, props, key);
}
