import type { EventLine } from '@yoriai/api-client';
import { Badge, WholeDays } from '@yoriai/ui';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../../i18n.js';

/** Whom an event shows itself to. */
type Shown = Partial<Pick<EventLine, 'visibility'>>;

/** For whom it is, where not everybody sees it; nothing where everybody does. */
export function CircleBadge({ of: { visibility = null } }: { readonly of: Shown }): ReactElement | null {
  return visibility === null ? null : <Badge icon="lock">{t(`events.visibility.${visibility}`)}</Badge>;
}

/** The line below a title with that badge before it. */
export function withCircle(of: Shown, line: string): ReactNode {
  if ((of.visibility ?? null) === null) return line;
  return (
    <>
      <CircleBadge of={of} /> <WholeDays text={line} />
    </>
  );
}
