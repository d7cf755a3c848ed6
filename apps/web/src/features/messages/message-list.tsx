import { postEventMessageWithdrawal, type MessageLine, type MessageList } from '@yoriai/api-client';
import { Badge, Lines, LinkButton, dateTime } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { messagesQuery } from './queries.js';

const TALLY = ['audience', 'accepted', 'callSheet', 'optedOut', 'waiting'] as const;

/** What the host wrote, the newest first, with what became of each; and the way to write another. */
export function MessageLines({ eventId, list }: { readonly eventId: string; readonly list: MessageList }): ReactElement {
  return (
    <section className="mt6" aria-labelledby="host-messages">
      <div className="row between">
        <h2 id="host-messages">{t('message.list')}</h2>
        {list.can === true ? (
          <LinkButton href={`${paths.messages(eventId)}/new`} renderLink={appLink} size="m">
            {t('message.title')}
          </LinkButton>
        ) : null}
      </div>
      <p className="sub mt1">{t('message.list.lead')}</p>
      {list.items.length === 0 ? (
        <p className="mt3">{t('message.none')}</p>
      ) : (
        <ul className="papers mt3">
          {list.items.map((message) => (
            <OneMessage key={message.id} eventId={eventId} message={message} mayTakeBack={list.can === true} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneMessage({ eventId, message, mayTakeBack }: { readonly eventId: string; readonly message: MessageLine; readonly mayTakeBack: boolean }): ReactElement {
  const client = useQueryClient();
  const back = useAct((_: null, options) => postEventMessageWithdrawal(eventId, message.id, options), (list) => void client.setQueryData(messagesQuery(eventId).queryKey, list));
  const { title, text, tally, calls, state, because, writtenBy, writtenAt, sendAt } = message;
  const to = [...message.audiences.map((each) => t(`message.to.${each}`)), ...message.frames].join(t('message.and'));
  return (
    <li>
      <h3 className="fs-18">{title}</h3>
      <p className="mt2">
        <Badge icon={state === 'sent' ? 'tick' : state === 'waiting' ? 'clock' : 'cross'} tone={state === 'waiting' ? 'info' : undefined}>
          {because === null ? t(state === 'sent' ? 'message.state.sent' : 'message.state.waiting', { when: dateTime(t, sendAt) }) : t(`message.state.${because}`)}
        </Badge>
      </p>
      <p className="mt2">
        <Lines text={text} />
      </p>
      {tally === null ? null : (
        <dl className="facts num mt2">
          {TALLY.filter((key) => key === 'audience' || tally[key] > 0).map((key) => (
            <div key={key}>
              <dt>{t(key === 'callSheet' && !calls ? 'message.unreached' : `app.messages.${key}`)}</dt>
              <dd>{t('app.unit.heads', { count: tally[key] })}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="sub mt2 num">{t('message.by', { name: writtenBy, when: dateTime(t, writtenAt), to })}</p>
      <FailureBanner error={back.error} />
      {state === 'waiting' && mayTakeBack ? (
        <div className="mt2">
          <ConfirmedButton label={t('message.take-back', { title })} kind="outline" what={t('message.take-back.sure')} pending={back.pending} onYes={() => back.act(null)} />
        </div>
      ) : null}
    </li>
  );
}
