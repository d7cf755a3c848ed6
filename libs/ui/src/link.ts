import { createElement, type AriaAttributes, type ReactElement, type ReactNode } from 'react';

/** What a component asks of a link. The App passes its router's link, the Site nothing. */
export interface LinkParts {
  readonly href: string;
  readonly className?: string | undefined;
  readonly id?: string | undefined;
  readonly 'aria-current'?: AriaAttributes['aria-current'];
  readonly children: ReactNode;
}

/** Draws a link; the default is a plain `<a>`. */
export type RenderLink = (parts: LinkParts) => ReactNode;

/** A plain `<a href>`: what the Site uses everywhere. */
export function plainLink(parts: LinkParts): ReactElement {
  return createElement('a', parts);
}

/** Joins class names, leaving out what is empty or false. */
export function classes(...names: ReadonlyArray<string | false | null | undefined>): string | undefined {
  const kept = names.filter(Boolean).join(' ');
  return kept === '' ? undefined : kept;
}
