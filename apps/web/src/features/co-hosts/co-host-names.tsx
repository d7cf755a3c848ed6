import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { coHostsQuery } from './queries.js';

/** Who holds it together with its host, for those who decide on it; nothing where the host holds it alone. */
export function CoHostNames({ eventId }: { readonly eventId: string }): ReactElement | null {
  const { data } = useQuery(coHostsQuery(eventId));
  const named = (data?.items ?? []).filter(({ state }) => state === 'accepted' || state === 'invited');
  if (named.length === 0) return null;
  return (
    <section className="ckb" aria-labelledby="case-co-hosts">
      <h2 id="case-co-hosts" className="fs-18 mb3">
        {t('app.co-host.title')}
      </h2>
      <ul>
        {named.map(({ id, name, state }) => (
          <li key={id}>
            {name}
            {state === 'invited' ? <span className="sub">{`　${t('app.co-host.waits')}`}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
