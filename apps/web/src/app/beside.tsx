import type { AppBarItem } from '@yoriai/ui';
import { lazy, Suspense, type ComponentProps, type ReactElement } from 'react';
import { moreWords } from '../i18n.js';
import type { Danger as DangerPart } from '../features/weather/danger.js';
import { Keys } from './keys.js';

/** Rare, and with its words. */
const Danger = lazy(async () => ({ default: (await Promise.all([import('../features/weather/danger.js'), moreWords()]))[0].Danger }));

export interface BesideProps {
  readonly gravest: ComponentProps<typeof DangerPart>['gravest'] | undefined;
  /** The menu of whoever is signed in; empty: they hold no office. */
  readonly items: readonly AppBarItem[];
}

/** Beside every screen, drawn after the first: what endangers people, and the keys. A default export, so that naming it costs the first scripts nothing. */
export default function Beside({ gravest = [], items }: BesideProps): ReactElement {
  return (
    <>
      {gravest.length === 0 ? null : (
        <Suspense fallback={null}>
          <Danger gravest={gravest} />
        </Suspense>
      )}
      {items.length === 0 ? null : <Keys items={items} />}
    </>
  );
}
