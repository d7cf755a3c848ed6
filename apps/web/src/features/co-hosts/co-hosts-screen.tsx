import { postCoHostWithdrawal, postEventCoHost, type CoHostLine, type CoHostList, type EventDetail } from '@yoriai/api-client';
import { Button, NativeSelect, TextArea } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { sentence, t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { eventTitle } from '../events/event-title.js';
import { eventQuery } from '../events/queries.js';
import { CoHostItem } from './co-host-line.js';
import { coHostsQuery } from './queries.js';

/** 共催: who holds the event together with its host, who was asked, and asking another one. */
export function CoHostsScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/co-hosts' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <CoHosts event={found} />}</Answer>;
}

function CoHosts({ event }: { readonly event: EventDetail }): ReactElement {
  const list = useQuery(coHostsQuery(event.id));
  const client = useQueryClient();
  const keep = (next: CoHostList): void => void client.setQueryData(coHostsQuery(event.id).queryKey, next);
  return (
    <Screen title={t('app.co-host.title')} lead={t('app.co-host.lead')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      <Answer of={list}>
        {({ items, candidates, canInvite }) => (
          <>
            {items.length === 0 ? <p className="mt5">{t('app.co-host.none')}</p> : null}
            <ul className="stk">
              {items.map((each) => (
                <Asked key={each.id} of={each} onDone={keep} />
              ))}
            </ul>
            {canInvite === true ? <Ask key={items.length} eventId={event.id} candidates={candidates} onDone={keep} /> : null}
          </>
        )}
      </Answer>
    </Screen>
  );
}

function Asked({ of, onDone }: { readonly of: CoHostLine; readonly onDone: (list: CoHostList) => void }): ReactElement {
  const withdrawal = useAct((_: null, options) => postCoHostWithdrawal(of.id, {}, options), onDone);
  const label = t('app.co-host.take-back', { name: of.name });
  return (
    <CoHostItem of={of} title={of.name}>
      <FailureBanner error={withdrawal.error} />
      {of.can.withdraw === true ? (
        <div className="mt3">
          <ConfirmedButton label={label} kind="outline" pending={withdrawal.pending} onYes={() => withdrawal.act(null)} />
        </div>
      ) : null}
    </CoHostItem>
  );
}

function Ask({ eventId, candidates, onDone }: { readonly eventId: string; readonly candidates: CoHostList['candidates']; readonly onDone: (list: CoHostList) => void }): ReactElement {
  const [organisationId, choose] = useState('');
  const [words, write] = useState('');
  const [pressed, press] = useState(false);
  const asking = useAct((body: { organisationId: string; words: string }, options) => postEventCoHost(eventId, body, options), onDone);
  const errors: Record<string, string> = pressed && organisationId === '' ? { organisationId: sentence('co-host.unknown') } : { ...asking.errors };
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    press(true);
    if (organisationId !== '') asking.act({ organisationId, words });
  };
  return (
    <form noValidate className="mt6" onSubmit={send} aria-labelledby="ask">
      <h2 id="ask" className="mb3">
        {t('app.co-host.ask')}
      </h2>
      <FailureBanner error={asking.error} />
      <FormErrors errors={errors} />
      <NativeSelect
        t={t}
        name="organisationId"
        label={t('app.co-host.who')}
        choices={[{ value: '', label: t('app.choose') }, ...candidates.map(({ id, name }) => ({ value: id, label: name }))]}
        value={organisationId}
        onChange={(box) => choose(box.target.value)}
        {...(errors['organisationId'] === undefined ? {} : { error: errors['organisationId'] })}
      />
      <TextArea t={t} name="words" need="silent" label={t('app.co-host.words')} rows={3} maxLength={500} value={words} onChange={(box) => write(box.target.value)} />
      <p className="mt4">
        <Button icon="mail">{asking.pending ? t('app.sending') : t('app.co-host.send')}</Button>
      </p>
    </form>
  );
}
