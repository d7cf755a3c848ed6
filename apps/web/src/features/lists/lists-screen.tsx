import { postListRequestAllowance, postListRequestRefusal, type ListRequestLine } from '@yoriai/api-client';
import { Badge, Button, dateTime, EmptyState, TextInput } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner, Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { eventTitle } from '../events/event-title.js';
import { listRequestsQuery } from './queries.js';
import { reasonLine } from './reason-line.js';

/** 名簿の持ち出し: what colleagues ask for, to be allowed or refused, and my own. */
export function ListsScreen(): ReactElement {
  return useLevel('staff') ? <Lists /> : <Forbidden code="list-request.staff-only" />;
}

function Lists(): ReactElement {
  const found = useQuery(listRequestsQuery);
  return (
    <Screen title={t('app.lists.title')} lead={t('app.lists.lead')} width="narrow" back={{ href: paths.desk(), label: t('app.desk.title') }}>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('app.lists.none')} field="fukushi">
              <p>{t('app.lists.none.body')}</p>
            </EmptyState>
          ) : (
            <>
              <Section id="waiting" title={t('app.lists.waiting')} of={items.filter(({ mine }) => !mine)} />
              <Section id="mine" title={t('app.lists.mine')} of={items.filter(({ mine }) => mine)} />
            </>
          )
        }
      </Answer>
    </Screen>
  );
}

function Section({ id, title, of }: { readonly id: string; readonly title: string; readonly of: readonly ListRequestLine[] }): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby={id}>
      <h2 id={id} className="fs-20">
        {title}
      </h2>
      <ul className="papers">
        {of.map((each) => (
          <Line key={each.id} of={each} />
        ))}
      </ul>
    </section>
  );
}

function Line({ of }: { readonly of: ListRequestLine }): ReactElement {
  const { mine, state, until } = of;
  return (
    <li>
      <h3 className="fs-18">
        {eventTitle(of)}：{t(`app.papers.${of.list}`)}
      </h3>
      <p className="sub num">{t('app.lists.by', { name: of.askedBy, when: dateTime(t, of.askedAt) })}</p>
      <p>{reasonLine(of)}</p>
      {state === 'waiting' ? <p className="sub num">{t('app.lists.until', { when: dateTime(t, until) })}</p> : null}
      {mine ? <Mine of={of} /> : <Answering of={of} />}
    </li>
  );
}

function Mine({ of }: { readonly of: ListRequestLine }): ReactElement {
  if (of.state !== 'allowed') return <Badge icon="hourglass">{t('app.lists.waiting')}</Badge>;
  return (
    <>
      <p className="row tight mt1">
        <Badge icon="tick">{t('app.lists.allowed')}</Badge>
        <span className="num">{t('app.lists.allowed.until', { when: dateTime(t, of.until) })}</span>
      </p>
      <p className="mt2">
        <AppLink href={paths.papers(of.eventId)} className="more">
          {t('app.lists.take')}
          <span className="vh">：{eventTitle(of)}</span>
        </AppLink>
      </p>
    </>
  );
}

/** Yes or no, with a word where one is wanted. */
function Answering({ of }: { readonly of: ListRequestLine }): ReactElement {
  const client = useQueryClient();
  const [reply, setReply] = useState('');
  const deciding = useAct(
    (allowed: boolean, options) => (allowed ? postListRequestAllowance : postListRequestRefusal)(of.id, { reply }, options),
    (answer) => void client.setQueryData(listRequestsQuery.queryKey, answer),
  );
  return (
    <div role="group" aria-label={`${eventTitle(of)} ${of.askedBy}`} className="mt3">
      <FailureBanner error={deciding.error} />
      <TextInput t={t} name={`reply-${of.id}`} need="optional" label={t('app.lists.reply')} maxLength={200} autoComplete="off" value={reply} onChange={({ target }) => setReply(target.value)} />
      <div className="btns mt3">
        <ConfirmedButton label={t('app.lists.allow')} kind="outline" what={t('app.lists.allow.after', { name: of.askedBy })} onYes={() => deciding.act(true)} pending={deciding.pending} />
        <Button type="button" kind="text" about={`${eventTitle(of)}：`} onClick={() => deciding.act(false)}>
          {t('app.lists.refuse')}
        </Button>
      </div>
    </div>
  );
}
