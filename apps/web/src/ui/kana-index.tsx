import type { ReactElement } from 'react';
import { t } from '../i18n.js';

/** あかさたな: leads to the names that begin so. */
export function KanaIndex({ rows, idOf }: { readonly rows: readonly string[]; readonly idOf: (row: string) => string }): ReactElement {
  const jump = (row: string): void => {
    const target = document.getElementById(idOf(row));
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
  return (
    <nav className="kanar" aria-label={t('app.kana.label')}>
      {rows.map((row) => (
        <button key={row} type="button" onClick={() => jump(row)}>
          {row}
          <span className="vh">{t('app.kana.row')}</span>
        </button>
      ))}
    </nav>
  );
}
