import { useMemo } from 'react';
import { readNames } from '@yoriai/ui';
import { useSession } from '../app/session.js';

/** Puts the readings of the ward's own names above them where readings are drawn, as the Site does; the same text elsewhere. */
export function useNamesRead(): (text: string) => string {
  const { names } = useSession().ward;
  return useMemo(() => readNames(document.documentElement.dataset['furigana'] === 'on' ? names : []), [names]);
}
