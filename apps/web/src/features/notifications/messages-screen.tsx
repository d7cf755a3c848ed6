import type { DeliveryList, EventDetail } from '@yoriai/api-client';
import { Badge, Banner, DataTable, dateTime, EmptyState, StatusBadge } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { eventTitle } from '../events/event-title.js';
import { MessageLines } from '../messages/message-list.js';
import { messagesQuery } from '../messages/queries.js';
import { callSheetQuery, deliveriesQuery, eventQuery } from '../events/queries.js';
import { CallList } from './call-list.js';
import { kindWord, sumsOf } from './ledger.js';

// They come together: whoever writes comes from the list.
export { NewMessageScreen } from '../messages/new-message-screen.js';

/** 連絡: what was sent to whom and what comes, and who has to be telephoned. */
export function MessagesScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/messages' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Messages event={found} />}</Answer>;
}

function Messages({ event }: { readonly event: EventDetail }): ReactElement {
  const why = whyNot(event.can.seeApplications);
  const deliveries = useQuery({ ...deliveriesQuery(event.id), enabled: why === undefined });
  const messages = useQuery({ ...messagesQuery(event.id), enabled: why === undefined });
  const calls = useQuery({ ...callSheetQuery(event.id), enabled: why === undefined });
  return (
    <Screen title={t('app.hub.messages')} lead={t('app.messages.lead')} back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      {why === undefined ? (
        <>
          <Answer of={calls} inside>
            {(found) => <CallList eventId={event.id} sheet={found} />}
          </Answer>
          <Answer of={messages} inside>
            {(found) => <MessageLines eventId={event.id} list={found} />}
          </Answer>
          <Answer of={deliveries} inside>
            {(found) => (
              <>
                <Reminders list={found} />
                <Ledger list={found} />
              </>
            )}
          </Answer>
        </>
      ) : (
        <Banner kind="info" className="mt5" title={t('app.people.not-here')}>
          <p>{why}</p>
        </Banner>
      )}
    </Screen>
  );
}

function Reminders({ list }: { readonly list: DeliveryList }): ReactElement | null {
  if (list.reminders.length === 0) return null;
  return (
    <section className="mt6" aria-labelledby="reminders">
      <h2 id="reminders" className="mb2">
        {t('app.messages.reminders')}
      </h2>
      <ul className="task">
        {list.reminders.map((each) => (
          <li key={`${each.kind} ${each.dueAt}`}>
            <div className="tk">
              <p className="plain">{t(`app.messages.reminder.${each.kind}`)}</p>
              <p className="sub num">{dateTime(t, each.dueAt)}</p>
              {each.state === 'due' ? (
                <Badge icon="clock" tone="info">
                  {t('app.messages.reminder.due')}
                </Badge>
              ) : null}
              {each.state === 'expanded' ? <StatusBadge t={t} status="sent" /> : null}
              {each.state === 'withdrawn' || each.state === 'skipped' ? <Badge icon="cross">{t(`app.messages.reminder.${each.state}`)}</Badge> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LEDGER = ['audience', 'accepted', 'callSheet', 'optedOut', 'waiting', 'withdrawn'] as const;

function Ledger({ list }: { readonly list: DeliveryList }): ReactElement {
  if (list.balance.length === 0) {
    return (
      <EmptyState title={t('app.messages.none')} field="kodomo">
        <p>{t('app.messages.none.body')}</p>
      </EmptyState>
    );
  }
  const sums = sumsOf(list.balance);
  return (
    <section className="mt6" aria-labelledby="ledger">
      <h2 id="ledger" className="mb2">
        {t('app.messages.ledger')}
      </h2>
      <div className="pc">
        <DataTable
          caption={t('app.messages.ledger.table')}
          captionHidden
          columns={[
            {
              key: 'kind',
              head: t('app.messages.kind'),
              cell: (row) => `${kindWord(row.kind)}${row.scheduledFor === null ? '' : `　${dateTime(t, row.scheduledFor)}`}`,
            },
            ...LEDGER.map((key) => ({ key, head: t(`app.messages.${key}`), cell: (row: (typeof list.balance)[number]) => row[key], number: true })),
          ]}
          rows={list.balance}
          rowKey={(row) => `${row.kind} ${row.scheduledFor ?? ''}`}
          foot={
            <tr>
              <th scope="row">{t('app.total')}</th>
              {LEDGER.map((key) => (
                <td key={key} className="n">
                  {sums[key]}
                </td>
              ))}
            </tr>
          }
        />
      </div>
      <Tallies list={list} />
      <Held list={list} />
      <p className="sub mt3">{t('app.messages.adds-up')}</p>
    </section>
  );
}

/** That it is night, and what waits for the morning. */
function Held({ list }: { readonly list: DeliveryList }): ReactElement | null {
  const held = list.balance.filter(({ heldUntil }) => heldUntil !== null);
  if (held.length === 0) return null;
  return (
    <ul className="mt3 num">
      {held.map(({ kind, scheduledFor, heldUntil }) => (
        <li key={`${kind} ${scheduledFor ?? ''}`}>
          <b>{kindWord(kind)}</b>　{t('app.messages.held', { when: dateTime(t, heldUntil ?? '') })}
        </li>
      ))}
    </ul>
  );
}

/** The same on a phone, letter by letter; what nobody falls under is left out. */
function Tallies({ list }: { readonly list: DeliveryList }): ReactElement {
  const lines = [
    ...list.balance.map((row) => ({ name: kindWord(row.kind), at: row.scheduledFor, sums: row })),
    { name: t('app.total'), at: null, sums: sumsOf(list.balance) },
  ];
  return (
    <ul className="task ph">
      {lines.map(({ name, at, sums: counted }) => (
        <li key={`${name} ${at ?? ''}`} className="tally">
          <p className="strong">{name}</p>
          {at === null ? null : <p className="sub num">{dateTime(t, at)}</p>}
          <dl className="facts num">
            {LEDGER.filter((key) => key === 'audience' || counted[key] > 0).map((key) => (
              <div key={key}>
                <dt>{t(`app.messages.${key}`)}</dt>
                <dd>{t('app.unit.heads', { count: counted[key] })}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
