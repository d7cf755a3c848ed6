import type { EventLine } from '@yoriai/api-client';
import { LinkButton } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { eventTitle } from './event-title.js';
import { mayBegin } from './hosts.js';

/** What is offered to whoever may begin an event; to a block leader, who can't, what they can do for the next one: enter whoever telephones. */
export function BeginOrEnter({ next }: { readonly next: EventLine | undefined }): ReactElement | null {
  const { me } = useSession();
  const begins = mayBegin(me);
  const enters = next?.can.enterApplications === true && next.capacity !== 0 && me.terms.some(({ role, organisationId }) => role === 'block-leader' && organisationId === next.organisation.id);
  if (!begins && !enters) return null;
  return (
    <section className="soft" aria-labelledby="home-new">
      <h2 id="home-new" className="fs-18">
        {t(begins ? 'app.home.new.title' : 'app.home.enter.title')}
      </h2>
      <p className="mt1 mb3">{begins ? t('app.home.new.body') : next ? eventTitle(next) : null}</p>
      <LinkButton href={begins || !next ? paths.newEvent() : paths.proxy(next.id)} kind="outline" wide renderLink={appLink}>
        {t(begins ? 'app.events.new' : 'app.home.enter.button')}
      </LinkButton>
    </section>
  );
}
