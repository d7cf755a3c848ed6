import type { EventDetail } from '@yoriai/api-client';
import { LinkButton } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';

/** 内容を写して、新しく申請: the way on from an event that was not approved, for who may write its host's events; the letter about it promises it. */
export function ApplyAnew({ event: { id, state, can } }: { readonly event: Pick<EventDetail, 'id' | 'state' | 'can'> }): ReactElement | null {
  if (state !== 'rejected' || can.edit === 'event.host-only') return null;
  return (
    <section className="soft" aria-labelledby="hub-anew">
      <h2 id="hub-anew">{t('app.anew.offer')}</h2>
      <p className="mt1">{t('app.anew.lead')}</p>
      <p className="mt4">
        <LinkButton href={paths.again(id)} renderLink={appLink}>
          {t('app.anew.title')}
        </LinkButton>
      </p>
    </section>
  );
}
