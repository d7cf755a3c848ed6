import type { EventDetail } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { missingLines } from './missing.js';
import type { Step } from './steps.js';

/** Why somebody was led to this page: what on it still keeps the event from being handed in. */
export function MissingHere({ event, step }: { readonly event: Pick<EventDetail, 'missing' | 'duties' | 'startsAt' | 'endsAt'>; readonly step: Step }): ReactElement | null {
  const lines = missingLines(event).filter((line) => line.step === step);
  if (lines.length === 0) return null;
  return (
    <Banner kind="note" className="mt4" title={t('app.wizard.missing-here')}>
      <ul>
        {lines.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </Banner>
  );
}
