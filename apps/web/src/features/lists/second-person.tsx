import { formToken, postEventListRequest, type EventDetail, type ListRequestBody, type ListRequestLine } from '@yoriai/api-client';
import { Banner, Button, dateTime, type BannerKind } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { ListFields, ListHead, useListForm } from '../events/list-fields.js';
import { listsOfEventQuery } from './queries.js';
import { reasonLine } from './reason-line.js';
import { mayTake } from './taking.js';

/** So often it is asked whether a list that is on its way has been taken (milliseconds). */
const ASK_EVERY = 1_000;

const LOOKS: Readonly<Record<ListRequestLine['state'], BannerKind>> = { waiting: 'note', allowed: 'good', refused: 'note', taken: 'note', lapsed: 'note' };
const OPEN: readonly ListRequestLine['state'][] = ['waiting', 'allowed'];

interface SecondPersonProps {
  readonly event: Pick<EventDetail, 'id' | 'category' | 'visibility'>;
  /** My own, the newest of each list. */
  readonly of: readonly ListRequestLine[];
}

/** 名簿をファイルで, for ward staff: asked for with a reason, taken once when a second person has allowed it. */
export function SecondPerson({ event, of }: SecondPersonProps): ReactElement {
  const client = useQueryClient();
  const form = useListForm();
  const asking = useAct(
    (body: ListRequestBody, options) => postEventListRequest(event.id, body, options),
    (answer) => {
      form.clear();
      client.setQueryData(listsOfEventQuery(event.id).queryKey, answer);
    },
  );
  const isOpen = of.some(({ list, state }) => list === form.values.list && OPEN.includes(state));
  const submit = (pressed: FormEvent): void => {
    pressed.preventDefault();
    const said = form.press();
    if (said) asking.act(said);
  };
  return (
    <section className="sec2" aria-labelledby="list-file">
      <ListHead event={event} />
      <p className="mb4">{t('app.papers.second')}</p>
      {of.map((each) => (
        <Standing key={each.id} of={each} />
      ))}
      <form noValidate onSubmit={submit}>
        <FailureBanner error={asking.error} />
        <ListFields event={event} form={form} reasonToo={!isOpen} />
        {isOpen ? null : (
          <p className="mt5">
            <Button kind="outline">{t(asking.pending ? 'app.sending' : 'app.papers.second.ask')}</Button>
          </p>
        )}
      </form>
      <p className="sub mt3">{t('app.papers.second.logged')}</p>
    </section>
  );
}

/** How a request stands; one that was allowed is taken from here. */
function Standing({ of }: { readonly of: ListRequestLine }): ReactElement {
  const { list, state, decidedBy, until, reply } = of;
  return (
    <Banner kind={LOOKS[state]} level={3} className="mb4" role="status" title={t(`app.papers.second.${state}`, { list: t(`app.papers.${list}`), name: decidedBy ?? '' })}>
      <p>{reasonLine(of)}</p>
      {reply === null ? null : <p>「{reply}」</p>}
      {state === 'waiting' ? <p className="num">{t('app.papers.second.waiting.body', { when: dateTime(t, until) })}</p> : null}
      {state === 'allowed' ? <Take of={of} /> : null}
      {OPEN.includes(state) ? null : <p>{t('app.papers.second.again')}</p>}
    </Banner>
  );
}

/** The form itself fetches the file, so nothing of it stays in the App; the server says when it has gone. */
function Take({ of }: { readonly of: ListRequestLine }): ReactElement {
  const [pressedAt, setPressedAt] = useState<number>();
  useQuery({ ...listsOfEventQuery(of.eventId), refetchInterval: pressedAt === undefined ? false : ASK_EVERY });
  const token = formToken();
  // A second press while the file is on its way would be refused, on a page of its own.
  const start = (submit: FormEvent): void => {
    const now = Date.now();
    if (mayTake(pressedAt, now)) setPressedAt(now);
    else submit.preventDefault();
  };
  return (
    <form method="post" action={`/print/events/${of.eventId}/${of.list}.csv`} onSubmit={start}>
      {token === undefined ? null : <input type="hidden" name="_token" value={token} />}
      <p className="num">{t('app.lists.allowed.until', { when: dateTime(t, of.until) })}</p>
      <p className="mt3">
        <Button size="m">{t(pressedAt === undefined ? 'app.papers.csv.go' : 'app.sending')}</Button>
      </p>
    </form>
  );
}
