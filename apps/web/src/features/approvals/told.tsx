import type { ChangeAudience } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { toldLines } from './told-words.js';

/** How many people hear of a change: before it is approved who would, afterwards (`done`) who does. Without numbers nothing is said. */
export function Told({ of, done = false }: { readonly of: ChangeAudience | undefined; readonly done?: boolean }): ReactElement | null {
  if (of === undefined) return null;
  const [title = '', ...lines] = toldLines(t, of, done ? 'done' : 'asked');
  return (
    <Banner kind="info" className={done ? 'mt4' : 'mb4'} title={title}>
      {lines.map((line) => (
        <p key={line} className="num">
          {line}
        </p>
      ))}
    </Banner>
  );
}
