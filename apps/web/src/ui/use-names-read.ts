import { useMemo } from 'react';
import { readNames } from '@yoriai/ui';
import { useSession } from '../app/session.js';

/** Without a page, as in tests, nothing is read. */
const areRead = (): boolean => typeof document !== 'undefined' && document.documentElement.dataset['furigana'] === 'on';

/** Puts the readings of the ward's own names above them where readings are drawn, as the Site does; the same text elsewhere. */
export function useNamesRead(): (text: string) => string {
  const { names } = useSession().ward;
  return useMemo(() => readNames(areRead() ? names : []), [names]);
}
