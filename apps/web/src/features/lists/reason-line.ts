import type { ListRequestLine } from '@yoriai/api-client';
import { t } from '../../i18n.js';

/** What a list is for, where a heading says already that it is told. */
export function reasonWords({ why, words }: Pick<ListRequestLine, 'why' | 'words'>): string {
  const said = t(`app.papers.csv.why.${why}`);
  return words === null ? said : t('app.lists.why.bare', { why: said, words });
}

/** What a list is for, in a line. */
export function reasonLine({ why, words }: Pick<ListRequestLine, 'why' | 'words'>): string {
  const said = t(`app.papers.csv.why.${why}`);
  return words === null ? t('app.lists.why', { why: said }) : t('app.lists.why.words', { why: said, words });
}
