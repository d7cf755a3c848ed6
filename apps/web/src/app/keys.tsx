import type { AppBarItem } from '@yoriai/ui';
import { lazy, Suspense, useCallback, useState, type ReactElement } from 'react';
import { moreWords } from '../i18n.js';
import { useKeys } from './use-keys.js';

/** With its words when somebody asks for it. */
const FindDialog = lazy(async () => ({ default: (await Promise.all([import('../features/find/find-dialog.js'), moreWords()]))[0].FindDialog }));

/** What the keyboard does on every screen. Comes after the first screen is drawn. */
export function Keys({ items }: { readonly items: readonly AppBarItem[] }): ReactElement | null {
  const [finding, setFinding] = useState(false);
  useKeys(useCallback(() => setFinding(true), []));
  if (!finding) return null;
  return (
    <Suspense fallback={null}>
      <FindDialog items={items} onClose={() => setFinding(false)} />
    </Suspense>
  );
}
