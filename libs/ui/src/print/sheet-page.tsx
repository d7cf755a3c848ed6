import type { ReactElement, ReactNode } from 'react';
import { rootAttributes } from '../page/display.js';
import { THEME_PATH } from '../picture/scene.js';
import type { Translate } from '../texts/translate.js';

/** The stylesheets of a paper page. */
export const PAPER_CSS = [`${THEME_PATH}/theme.css`, `${THEME_PATH}/ui.css`, `${THEME_PATH}/print.css`] as const;

export interface SheetPageProps {
  readonly t: Translate;
  readonly title: string;
  /** `poster` fills the sheet to the edge, `list` keeps margins and repeats table heads. */
  readonly paper: 'poster' | 'list';
  /** Words over the preview on screen (how to print, the way back); not printed. */
  readonly toolbar?: ReactNode;
  readonly css?: readonly string[];
  readonly children: ReactNode;
}

/** A whole paper page: the preview on screen, the sheet and the PDF are one. Put `<!doctype html>` before it. */
export function SheetPage({ t, title, paper, toolbar, css = PAPER_CSS, children }: SheetPageProps): ReactElement {
  return (
    <html {...rootAttributes(t.lang)} className={`sheet-${paper}`}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} | ${t('ui.name')}`}</title>
        <link rel="icon" type="image/svg+xml" href={`${THEME_PATH}/motifs/favicon.svg`} />
        {css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body className="sheet">
        {toolbar === undefined ? null : <header className="tool">{toolbar}</header>}
        {/* Focusable: on a phone the sheet scrolls inside itself. */}
        <main id="main" className={paper === 'poster' ? 'po' : 'ls'} tabIndex={0}>
          {children}
        </main>
      </body>
    </html>
  );
}
