import type { OfficersAnswer } from '@yoriai/api-client';
import { Chips, EmptyState, LinkButton } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useSession } from '../../app/session.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { areaOf } from '../../ui/area-of.js';
import { Screen } from '../../ui/screen.js';
import { InvitationForm } from './invitation-form.js';
import { Invitations } from './invitations.js';
import { OfficerList } from './officer-list.js';
import { officersQuery } from './queries.js';
import type { OrgSearch } from './search.js';

/** 団体: who holds which office until when, who is invited, and the way to invite. */
export function OrgScreen(): ReactElement {
  const search: OrgSearch = useSearch({ from: '/org' });
  const { me } = useSession();
  const staff = useLevel('staff');
  const own = [...new Map(me.terms.map((term) => [term.organisationId, term.organisationName])).entries()];
  const id = search.id ?? own[0]?.[0] ?? '';
  const officers = useQuery({ ...officersQuery(id), enabled: id !== '' });
  return (
    <Answer of={officers}>
      {(found) => (
        <Screen
          title={found.organisation.name}
          lead={areaOf(found.organisation)}
          {...(staff ? { back: { href: paths.wardPeople, label: t('app.menu.people') } } : {})}
        >
          {own.length > 1 ? (
            <div className="mt4">
              <Chips
                label={t('app.org.mine')}
                renderLink={appLink}
                chips={own.map(([each, name]) => ({ href: paths.org({ id: each }), label: name, on: each === id }))}
              />
            </div>
          ) : null}
          <Organisation found={found} />
        </Screen>
      )}
    </Answer>
  );
}

function Organisation({ found }: { readonly found: OfficersAnswer }): ReactElement {
  const current = found.officers.filter((each) => each.state !== 'past');
  const past = found.officers.filter((each) => each.state === 'past');
  const why = whyNot(found.can.invite);
  return (
    <div className="two mt5">
      <div className="stack-l">
        <section aria-labelledby="officers">
          <h2 id="officers" className="mb2">
            {t('app.org.officers')}
          </h2>
          {current.length === 0 ? <EmptyState title={t('app.org.none')} /> : <OfficerList officers={current} />}
        </section>
        {found.invitations.length === 0 ? null : <Invitations invitations={found.invitations} />}
        {past.length === 0 ? null : (
          <details className="dt">
            <summary className="num">{t('app.org.past', { count: past.length })}</summary>
            <OfficerList officers={past} />
          </details>
        )}
      </div>
      <aside>
        <section className="box" aria-labelledby="invite">
          <h2 id="invite" className="fs-20 mb2">
            {t('app.org.invite')}
          </h2>
          {why === undefined ? <InvitationForm organisationId={found.organisation.id} roles={found.inviteRoles} /> : <p>{why}</p>}
        </section>
        {found.can.handOver === true ? <HandOver organisationId={found.organisation.id} /> : null}
      </aside>
    </div>
  );
}

/** How rights pass on, and the paper that goes with them. */
function HandOver({ organisationId }: { readonly organisationId: string }): ReactElement {
  return (
    <section className="box mt5" aria-labelledby="handover">
      <h2 id="handover" className="fs-20 mb2">
        {t('app.org.handover')}
      </h2>
      <p>{t('app.org.handover.rights')}</p>
      <p>{t('app.org.handover.about')}</p>
      <LinkButton href={`/print/organisations/${organisationId}/handover`} kind="outline" size="m" icon="print">
        {t('app.org.handover.paper')}
      </LinkButton>
    </section>
  );
}
