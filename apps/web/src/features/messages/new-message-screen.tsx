import { postEventMessage, postEventMessagePreview, type EventDetail, type MessageList, type MessagePreview, type MessageRequest } from '@yoriai/api-client';
import { Banner, LinkButton, dateTime, inBrackets } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { eventTitle } from '../events/event-title.js';
import { deliveriesQuery, eventQuery } from '../events/queries.js';
import { MessageForm } from './message-form.js';
import { Preview } from './message-preview.js';
import { messagesQuery } from './queries.js';
import { emptyAt, requestOf, type Written } from './written.js';

/** お知らせを書く, in two steps: what is written, then whom it reaches and how it reads, and one press. */
export function NewMessageScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/messages/new' });
  const event = useQuery(eventQuery(id));
  const list = useQuery(messagesQuery(id));
  return <Answer of={event}>{(found) => <Answer of={list}>{(messages) => <NewMessage event={found} list={messages} />}</Answer>}</Answer>;
}

function NewMessage({ event, list }: { readonly event: EventDetail; readonly list: MessageList }): ReactElement {
  const why = whyNot(list.can);
  return (
    <Screen title={t('message.title')} lead={t('message.lead')} width="narrow" back={{ href: paths.messages(event.id), label: t('app.hub.messages') + inBrackets(t, eventTitle(event)) }}>
      {why === undefined ? (
        <Writing event={event} list={list} />
      ) : (
        <Banner kind="info" className="mt5" title={t('app.people.not-here')}>
          <p>{why}</p>
        </Banner>
      )}
    </Screen>
  );
}

function Writing({ event, list }: { readonly event: EventDetail; readonly list: MessageList }): ReactElement {
  const client = useQueryClient();
  const now = useNow();
  const { value: written, write, sent } = useDraft<Written>(`event/${event.id}/message`, emptyAt(now));
  // What is sent is what was looked at.
  const [seen, setSeen] = useState<{ request: MessageRequest; preview: MessagePreview }>();
  const checking = useAct((request: MessageRequest, options) => postEventMessagePreview(event.id, request, options), (preview, request) => {
    setSeen({ request, preview });
    window.scrollTo(0, 0);
  });
  const [kept, setKept] = useState<Sent>();
  const later = seen !== undefined && Date.parse(seen.preview.sendAt) - now.getTime() > 60_000;
  const sending = useAct((request: MessageRequest, options) => postEventMessage(event.id, request, options), async (answer) => {
    client.setQueryData(messagesQuery(event.id).queryKey, answer);
    sent();
    if (seen) setKept({ later, of: seen.preview });
    window.scrollTo(0, 0);
    await client.invalidateQueries(deliveriesQuery(event.id));
  });
  if (kept) return <Kept eventId={event.id} {...kept} />;
  if (seen) {
    return <Preview preview={seen.preview} later={later} pending={sending.pending} error={sending.error} onSend={() => sending.act(seen.request)} onBack={() => setSeen(undefined)} />;
  }
  return (
    <div className="mt4">
      <MessageForm list={list} written={written} onWrite={write} onCheck={() => checking.act(requestOf(written, list.frames))} pending={checking.pending} error={checking.error} errors={checking.errors} />
    </div>
  );
}

/** What was sent: how it had been looked at, and whether it waits for its hour. */
interface Sent {
  readonly later: boolean;
  readonly of: Pick<MessagePreview, 'sendAt' | 'people' | 'byMail'>;
}

/** It is on its way, or waits for its hour; to how many; where what becomes of it is seen. */
function Kept({ eventId, later, of: { sendAt, people, byMail } }: Sent & { readonly eventId: string }): ReactElement {
  return (
    <>
      <Banner kind="good" role="status" className="mt4" title={t('message.kept')}>
        <p className="num">{t('message.kept.to', { people, mail: byMail })}</p>
        {later ? <p>{t('message.kept.later', { when: dateTime(t, sendAt) })}</p> : null}
      </Banner>
      <p className="mt4">
        <LinkButton href={paths.messages(eventId)} renderLink={appLink}>
          {t('message.kept.open')}
        </LinkButton>
      </p>
    </>
  );
}
