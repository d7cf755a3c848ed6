import { withReading } from '@yoriai/ui';
import { t } from '../../i18n.js';

/** What a host called an event and how that is read; null where nothing is written yet. */
interface Titled {
  readonly title: string | null;
  readonly kana: string | null;
}

/** Chosen on the Site; the server writes it into the App's page. */
const reads = (): boolean => typeof document !== 'undefined' && document.documentElement.dataset['furigana'] === 'on';

/** The title as its reader sees it: with the reading the host gave, where readings are drawn. */
export function eventTitle({ title, kana }: Titled, drawn = reads()): string {
  if (title === null) return t('app.event.untitled');
  return drawn ? withReading(title, kana) : title;
}
