import type { ReactElement } from 'react';
import { PAPER_CSS, THEME_PATH, type Translate } from '@yoriai/ui';

/** The stylesheets of our papers. */
export const SHEET_CSS = [...PAPER_CSS, `${THEME_PATH}/site.css`] as const;

/** Words over the preview: how to print, the way back. */
export function Tools({ t, back }: { readonly t: Translate; readonly back: string }): ReactElement {
  return (
    <p>
      {t('print.how')}　<a href={back}>{t('print.back')}</a>
    </p>
  );
}
