import type { ReactElement, ReactNode } from 'react';
import { classes } from '../link.js';
import { rootAttributes } from '../page/display.js';
import { THEME_PATH } from '../picture/scene.js';
import type { Translate } from '../texts/translate.js';

/** The stylesheets of a paper page. */
export const PAPER_CSS = [`${THEME_PATH}/theme.css`, `${THEME_PATH}/ui.css`, `${THEME_PATH}/print.css`] as const;

/** `poster` fills the sheet to the edge, `one` is a single sheet with margins, `list` runs over several and repeats its heads. */
export type Paper = 'poster' | 'one' | 'list';

/** Sizes a poster comes in. */
export const PAPER_SIZES = ['a4', 'a3'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

export interface SheetPageProps {
  readonly t: Translate;
  readonly title: string;
  readonly paper: Paper;
  readonly size?: PaperSize;
  /** Names what this sheet is made of, for its styles: `words`, `ci`. */
  readonly kind?: string;
  /** Words over the preview on screen (how to print, the way back); not printed. */
  readonly toolbar?: ReactNode;
  readonly css?: readonly string[];
  readonly children: ReactNode;
}

const SHEET = { poster: 'po', one: 'os', list: 'ls' } as const;

/** A whole paper page: the preview on screen, the sheet and the PDF are one. Put `<!doctype html>` before it. */
export function SheetPage({ t, title, paper, size = 'a4', kind, toolbar, css = PAPER_CSS, children }: SheetPageProps): ReactElement {
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
        <main id="main" className={classes(SHEET[paper], size === 'a3' && 'a3', kind)} tabIndex={0}>
          {children}
        </main>
      </body>
    </html>
  );
}
