import type { ReactElement } from 'react';
import type { Translate } from '@yoriai/ui';
import { countedFrames, type PublicFrameFacts } from './standing.js';

export interface JustComeProps {
  readonly t: Translate;
  readonly frames: readonly PublicFrameFacts[];
  readonly className?: string;
}

/** Beside places that are applied for, those for which nobody has to: whoever would rather not give a name must not learn it from the table of places alone. */
export function JustCome({ t, frames, className = 'mt3' }: JustComeProps): ReactElement | null {
  const open = frames.filter(({ kind, method }) => kind !== 'volunteer' && method === 'open');
  if (open.length === 0 || countedFrames(frames).length === 0) return null;
  return <p className={className}>{t('site.event.just-come', { frames: open.map(({ name }) => name).join('・') })}</p>;
}
