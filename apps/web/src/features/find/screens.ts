import type { AppBarItem } from '@yoriai/ui';
import { withoutReadings } from '@yoriai/ui';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';

/** A place to go to. */
export interface Found {
  readonly href: string;
  readonly label: string;
}

/** In one form: width, case and readings make no difference. */
const plain = (text: string): string => withoutReadings(text).normalize('NFKC').toLowerCase();

/** The screens of somebody's menu, and their own, whose name has these words; without words all. */
export function screensNamed(items: readonly Pick<AppBarItem, 'href' | 'label'>[], words: string): Found[] {
  const all = [...items.map(({ href, label }) => ({ href, label })), { href: paths.account, label: t('app.account.title') }];
  return all.filter(({ label }) => plain(label).includes(plain(words)));
}
