import { postInvitationWithdrawal, type InvitationAnswer } from '@yoriai/api-client';
import { Badge, dateTime } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t, whyNot } from '../../i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { roleWord } from './officer-list.js';

/** Invitations nobody has answered yet. */
export function Invitations({
  invitations,
  organisationName,
}: {
  readonly invitations: readonly InvitationAnswer[];
  readonly organisationName?: (id: string) => string;
}): ReactElement {
  return (
    <section aria-labelledby="invited">
      <h2 id="invited" className="mb2 num">
        {t('app.org.invited', { count: invitations.length })}
      </h2>
      <ul className="recp">
        {invitations.map((each) => (
          <Invitation key={each.id} invitation={each} {...(organisationName ? { organisation: organisationName(each.organisationId) } : {})} />
        ))}
      </ul>
    </section>
  );
}

function Invitation({ invitation, organisation }: { readonly invitation: InvitationAnswer; readonly organisation?: string }): ReactElement {
  const client = useQueryClient();
  const withdrawal = useAct(
    (id: string, options) => postInvitationWithdrawal(id, options),
    () => client.invalidateQueries({ queryKey: ['officers'] }),
  );
  const name = invitation.name ?? invitation.email;
  const why = whyNot(invitation.can.withdraw);
  return (
    <li className="apart">
      <div>
        {organisation === undefined ? null : <span className="sub">{organisation}</span>}
        <b className="brk">{name}</b>
        <span className="row tight">
          <span className="strong">{invitation.title}</span>
          <span className="sub">{roleWord(invitation.role)}</span>
          <Badge icon={invitation.state === 'open' ? 'mail' : 'clock'} tone={invitation.state === 'open' ? 'info' : 'plain'}>
            {t(`invitation.${invitation.state}`)}
          </Badge>
        </span>
        <span className="sub num line">
          {t(invitation.state === 'open' ? 'app.org.invitation.until' : 'app.org.invitation.was', { at: dateTime(t, invitation.expiresAt) })}
        </span>
        {invitation.name === null ? null : <span className="sub brk line">{invitation.email}</span>}
      </div>
      {why === undefined ? (
        <div className="acts">
          <Confirm
            label={t('app.org.invitation.withdraw')}
            about={name}
            question={t('app.org.invitation.question', { name })}
            yes={t('app.org.invitation.withdraw')}
            pending={withdrawal.pending}
            onYes={() => withdrawal.act(invitation.id)}
          />
        </div>
      ) : (
        <div className="full sub">{why}</div>
      )}
      {withdrawal.error ? (
        <div className="full">
          <FailureBanner error={withdrawal.error} />
        </div>
      ) : null}
    </li>
  );
}
