import type { CoHostLine } from '@yoriai/api-client';
import { Badge } from '@yoriai/ui';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../../i18n.js';

const LOOK = { invited: { icon: 'clock', tone: 'note' }, accepted: { icon: 'tick', tone: 'info' }, declined: { icon: 'slash', tone: 'plain' }, withdrawn: { icon: 'undo', tone: 'plain' } } as const;

/** One that was asked, with what both sides wrote, and what can be done. */
export function CoHostItem({ of, title, children }: { readonly of: CoHostLine; readonly title: ReactNode; readonly children?: ReactNode }): ReactElement {
  return (
    <li className="soft mt4">
      <div className="row between top">
        <h3 className="fs-18">{title}</h3>
        <Badge {...LOOK[of.state]}>{t(`app.co-host.state.${of.state}`)}</Badge>
      </div>
      {of.words === null ? null : <p className="pre mt2">{of.words}</p>}
      {of.answer === null ? null : <p className="pre sub mt2">{of.answer}</p>}
      {children}
    </li>
  );
}
