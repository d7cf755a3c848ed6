import { postMembershipRequestContact, type MembershipLine, type MembershipList } from '@yoriai/api-client';
import { Badge, EmptyState, Facts, shortDate } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { CallLink } from '../../ui/call-link.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { membershipTasksQuery, membershipsQuery } from './queries.js';

const ICONS = { waiting: 'bell', contacted: 'phone', withdrawn: 'undo' } as const;

/** 加入の相談: who would like to join, whom to call, and that it was done. */
export function JoiningScreen(): ReactElement {
  const found = useQuery(membershipsQuery);
  return (
    <Screen title={t('app.joining.title')} lead={t('app.joining.lead')} width="narrow" back={{ href: paths.home, label: t('app.menu.home') }}>
      <Answer of={found} inside>
        {({ items }) => <div className="mt4">{items.length === 0 ? <EmptyState title={t('app.joining.none')}>{<p>{t('app.joining.none.body')}</p>}</EmptyState> : items.map((each) => <One key={each.id} of={each} />)}</div>}
      </Answer>
    </Screen>
  );
}

function One({ of }: { readonly of: MembershipLine }): ReactElement {
  const { id, contact, note, state, contactedBy, createdAt, canContact, organisationName } = of;
  const client = useQueryClient();
  const done = (list: MembershipList): void => {
    client.setQueryData(membershipsQuery.queryKey, list);
    void client.invalidateQueries({ queryKey: membershipTasksQuery.queryKey });
  };
  const contacting = useAct((_: null, options) => postMembershipRequestContact(id, options), done);
  return (
    <article className="rowbox" aria-labelledby={`joining-${id}`} id={id}>
      <div className="row tight">
        <Badge icon={ICONS[state]} tone={state === 'waiting' ? 'note' : 'plain'}>
          {t(`app.joining.state.${state}`)}
        </Badge>
        <span className="sub num">{t('app.joining.asked', { day: shortDate(t, createdAt) })}</span>
      </div>
      <h2 id={`joining-${id}`} className="fs-20 mt2">
        {contact?.name ?? organisationName}
      </h2>
      {contact === null ? <p className="sub">{t('app.joining.forgotten')}</p> : <p className="sub">{organisationName}</p>}
      <Facts
        rows={[
          { term: t('app.joining.phone'), detail: contact?.phone ? <CallLink number={contact.phone} /> : null },
          { term: t('app.joining.mail'), detail: contact?.email ? <a href={`mailto:${contact.email}`} className="more">{contact.email}</a> : null },
          { term: t('membership.note'), detail: note === null ? null : <span className="pre">{note}</span> },
          { term: t('app.joining.by'), detail: contactedBy },
        ]}
      />
      {canContact === true ? (
        <div className="mt3">
          <FailureBanner error={contacting.error} />
          <ConfirmedButton label={t('app.joining.contacted')} pending={contacting.pending} onYes={() => contacting.act(null)} />
        </div>
      ) : null}
    </article>
  );
}
