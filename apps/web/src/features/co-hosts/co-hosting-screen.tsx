import { postCoHostAcceptance, postCoHostDeclination, type CoHosting } from '@yoriai/api-client';
import { dateAndRange, EmptyState, TextArea } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { CoHostItem } from './co-host-line.js';
import { coHostingsQuery } from './queries.js';

/** 共催のお願い: what my associations are asked to hold together, and the answer. */
export function CoHostingScreen(): ReactElement {
  const list = useQuery(coHostingsQuery);
  return (
    <Screen title={t('app.co-host.asked')} lead={t('app.co-host.asked.lead')} width="narrow" back={{ href: paths.events(), label: t('app.events.title') }}>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('app.co-host.asked.none')} />
          ) : (
            <ul className="stk">
              {items.map((each) => (
                <Request key={`${each.id} ${each.state}`} of={each} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Screen>
  );
}

function Request({ of }: { readonly of: CoHosting }): ReactElement {
  const [words, write] = useState('');
  const client = useQueryClient();
  const keep = (): Promise<void> => client.invalidateQueries({ queryKey: coHostingsQuery.queryKey });
  const yes = useAct((body: { words: string }, options) => postCoHostAcceptance(of.id, body, options), keep);
  const no = useAct((body: { words: string }, options) => postCoHostDeclination(of.id, body, options), keep);
  const { event, can } = of;
  return (
    <CoHostItem of={of} title={event.title}>
      <p className="sub num mt2">
        {event.startsAt === null ? null : dateAndRange(t, event.startsAt, event.endsAt)}
        {event.placeName === null ? null : `　${event.placeName}`}
        <br />
        {t('app.co-host.asked.from', { host: event.hostName, name: of.name })}
      </p>
      {event.summary === null ? null : <p className="pre mt2">{event.summary}</p>}
      <FailureBanner error={yes.error ?? no.error} />
      {can.decline === true ? <TextArea t={t} name={`words-${of.id}`} need="silent" label={t('app.co-host.words')} rows={2} maxLength={500} value={words} onChange={(box) => write(box.target.value)} /> : null}
      <div className="btns mt3">
        {can.accept === true ? <ConfirmedButton label={t('app.co-host.accept')} pending={yes.pending} onYes={() => yes.act({ words })} /> : null}
        {can.decline === true ? <ConfirmedButton label={t(of.state === 'accepted' ? 'app.co-host.step-down' : 'app.co-host.decline')} kind="outline" pending={no.pending} onYes={() => no.act({ words })} /> : null}
      </div>
    </CoHostItem>
  );
}
