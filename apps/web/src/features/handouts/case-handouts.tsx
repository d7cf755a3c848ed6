import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { HandoutLines } from './handout-lines.js';
import { handoutsQuery } from './queries.js';

/** What an event puts on its page besides what is approved, beside the decision; nothing where there is none. */
export function CaseHandouts({ eventId }: { readonly eventId: string }): ReactElement | null {
  const { data } = useQuery(handoutsQuery(eventId));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="ckb" aria-labelledby="case-handouts">
      <h2 id="case-handouts" className="fs-18 mb3">
        {t('handout.title')}
      </h2>
      <p className="sub">{t('handout.case')}</p>
      <HandoutLines eventId={eventId} found={data} />
    </section>
  );
}
