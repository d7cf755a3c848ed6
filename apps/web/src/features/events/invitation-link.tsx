import { postEventInvitationRenewal, type EventDetail } from '@yoriai/api-client';
import { Banner, LinkButton } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { CopyButton } from '../../ui/copy-button.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { invitationQuery } from './queries.js';

/** Where the page of an event is found that not everybody sees: the link to give them, on paper too, and a new one. */
export function InvitationLink({ event }: { readonly event: EventDetail }): ReactElement {
  const circle = event.visibility === 'members' || event.visibility === 'area' ? event.visibility : null;
  const invitation = useQuery(invitationQuery(event.id));
  const client = useQueryClient();
  const renewal = useAct(
    (_: null, options) => postEventInvitationRenewal(event.id, options),
    (renewed) => void client.setQueryData(invitationQuery(event.id).queryKey, renewed),
  );
  return (
    <>
      <Banner kind="good" className="mt5" title={t(circle ? `app.invited.title.${circle}` : 'app.invited.title')} role="status">
        <p>{t(circle ? `app.invited.body.${circle}` : 'app.invited.body')}</p>
      </Banner>
      <Answer of={invitation}>
        {({ url }) => (
          <dl className="kaze mt5">
            <dt>{t(circle ? 'app.page.link' : 'app.invited.link')}</dt>
            <dd>
              <a className="more brk" href={url}>
                {url}
              </a>
              <p className="row tight mt3">
                <CopyButton words={url} label={t('app.invited.copy')} />
              </p>
            </dd>
          </dl>
        )}
      </Answer>
      <p className="btns mt5">
        <LinkButton href={paths.papers(event.id)} icon="print" renderLink={appLink}>
          {t('app.invited.poster')}
        </LinkButton>
        <LinkButton href={paths.people(event.id)} kind="outline" renderLink={appLink}>
          {t('app.hub.applicants')}
        </LinkButton>
      </p>
      <FailureBanner error={renewal.error} />
      {renewal.done ? (
        <Banner kind="good" className="mt5" title={t('app.invited.renewed')} role="status" />
      ) : null}
      <div className="mt5">
        <ConfirmedButton label={t('app.invited.renew')} kind="outline" what={t('app.invited.renew.sure')} pending={renewal.pending} onYes={() => renewal.act(null)} />
      </div>
    </>
  );
}
