import { areaName } from '@yoriai/ui';
import { t } from '../i18n.js';

/** Where something belongs: its area, or the whole ward where it has none. */
export function areaOf({ areaName: name, areaSlug: slug }: { readonly areaName: string | null; readonly areaSlug: string | null }): string {
  return name === null || slug === null ? t('app.stats.whole-ward') : areaName(t, { name, slug });
}
