import {
  postEventChecklistConfirmation,
  postEventChecklistFile,
  postEventChecklistReport,
  postEventChecklistReturn,
  postEventChecklistWaiver,
  type EventChecklistItem,
  type EventDetail,
} from '@yoriai/api-client';
import { Badge, Button, Meter, procedureIn, shortDate, StatusBadge } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { sentence, t } from '../../i18n.js';
import { CallLink } from '../../ui/call-link.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { useEventChanged } from '../events/queries.js';
import { isLate } from '../events/tasks.js';
import { asWritten } from '../events/writing.js';
import { ChecklistOff } from './checklist-off.js';
import { arrivedUnreported, isOwnLook, isSettled, leftOf, wordsFor, type ItemWord } from './checklist-words.js';
import { Evidence } from './evidence.js';
import { LastWord } from './last-word.js';
import { wordsDraft } from './unsent-words.js';
import { WordBox } from './word-box.js';

interface ChecklistProps {
  readonly event: EventDetail;
  /** Makes a procedure a condition of the approval that is being written; for who approves it. */
  readonly condition?: { readonly has: (code: string) => boolean; readonly add: (item: EventChecklistItem) => void };
}

/** 手続き: what the event needs besides the ward's yes, where each stands, and what this person can say about it. */
export function Checklist({ event, condition }: ChecklistProps): ReactElement | null {
  if (event.state === 'cancelled') return <ChecklistOff event={event} />;
  const notSaid = asWritten(event).uses === null;
  // Who decides reads that something was not asked for because nobody said.
  const unsaid = notSaid && event.state === 'submitted' && event.can.edit !== true;
  if (event.checklist.length === 0 && !unsaid) return null;
  const asked = event.checklist.filter((item) => !isOwnLook(item));
  const own = event.checklist.filter(isOwnLook);
  // Who can't answer is not asked to.
  const unanswered = notSaid && event.can.edit === true;
  return (
    <section id="checklist" aria-labelledby="checklist-title">
      <h2 id="checklist-title" className="mb2">
        {t('app.checklist.title')}
      </h2>
      {unanswered ? <p className="mb3">{t('app.checklist.unanswered')}</p> : null}
      {unsaid ? <p className="mb3">{t(isHost(event) ? 'app.checklist.not-said.mine' : 'app.checklist.not-said')}</p> : null}
      {asked.length === 0 && !unanswered && !unsaid ? <p className="mb3">{t('app.checklist.none')}</p> : null}
      <Progress items={asked} />
      <Items items={asked} eventId={event.id} {...(condition ? { condition } : {})} />
      {own.length === 0 ? null : (
        <details className="dt mt4">
          <summary>
            <span>
              {t('app.checklist.own', { done: own.length - leftOf(own), count: own.length })}
              <br />
              <span className="now">{t('app.checklist.own.hint')}</span>
            </span>
          </summary>
          <Items items={own} eventId={event.id} />
        </details>
      )}
    </section>
  );
}

/** How many of several that are wanted are settled, as a bar too; what became a condition is not. */
function Progress({ items }: { readonly items: readonly EventChecklistItem[] }): ReactElement | null {
  const wanted = items.filter((item) => item.wanted);
  if (wanted.length < 2) return null;
  const done = wanted.filter(isSettled).length;
  return (
    <div className="mb4">
      <p className="sub num">{t('app.checklist.progress', { done, count: wanted.length })}</p>
      <Meter value={done} of={wanted.length} tone="good" />
    </div>
  );
}

/** Whoever leads it reads of their own answers, not of a host's. */
const isHost = ({ can }: EventDetail): boolean => can.withdraw === true || can.seeApplications === true;

function Items({ items, eventId, condition }: { readonly items: readonly EventChecklistItem[]; readonly eventId: string } & Pick<ChecklistProps, 'condition'>): ReactElement {
  return (
    <ul className="papers">
      {items.map((item) => (
        <Item key={item.code} of={item} eventId={eventId} {...(condition ? { condition } : {})} />
      ))}
    </ul>
  );
}

function Item({ of, eventId, condition }: { readonly of: EventChecklistItem; readonly eventId: string } & Pick<ChecklistProps, 'condition'>): ReactElement {
  const { title, authority } = procedureIn(t, of);
  const { code, how, dueOn, gate, toConfirm, conditionId, last, files, can } = of;
  const now = useNow();
  const open = of.wanted && !isSettled(of) && conditionId === null;
  return (
    <li id={`checklist.${code}`} tabIndex={-1}>
      <div className="row tight">
        <StateBadge of={of} />
        {open && gate !== 'day' ? <Badge icon="lock">{t(`app.checklist.gate.${gate}`)}</Badge> : null}
        {toConfirm && open ? <Badge icon="info">{t('app.checklist.to-confirm')}</Badge> : null}
      </div>
      <p className="strong mt2">{title}</p>
      <p className="sub num mt0">
        {authority}
        {dueOn === null || !open ? null : `　${t('app.condition.until', { date: shortDate(t, dueOn) })}`}
      </p>
      {open && dueOn !== null && of.state === 'open' && isLate(dueOn, now) ? <p className="strong mt1">{t('app.checklist.late')}</p> : null}
      {open ? <p className="sub mt0">{how}</p> : null}
      {open ? <Where of={of} title={title} /> : null}
      {last === null ? null : <LastWord kind={t(`app.checklist.said.${last.kind}`)} at={last.at} words={last.words} />}
      <Evidence eventId={eventId} files={files} mayAttach={can.attach === true} send={(file) => postEventChecklistFile(eventId, code, file)} />
      {arrivedUnreported(of) ? (
        <p className="strong mt2" role="status">
          {t('app.checklist.arrived', { report: t('app.checklist.report') })}
        </p>
      ) : null}
      {condition?.has(code) ? <p className="mt2">{t('app.checklist.in-conditions')}</p> : <Words key={of.state} of={of} eventId={eventId} {...(condition && open && gate === 'approval' ? { toCondition: () => condition.add(of) } : {})} />}
    </li>
  );
}

/** Whom to telephone, and the form. */
export function Where({ of: { phone, formUrl }, title }: { readonly of: Pick<EventChecklistItem, 'phone' | 'formUrl'>; readonly title: string }): ReactElement | null {
  if (phone === null && formUrl === null) return null;
  return (
    <p className="row mt1">
      {phone === null ? null : <CallLink number={phone} />}
      {formUrl === null ? null : (
        <a className="more" href={formUrl} target="_blank" rel="noopener noreferrer">
          {t('app.checklist.form')}
          <span className="vh">：{title}</span>
        </a>
      )}
    </p>
  );
}

function StateBadge({ of }: { readonly of: EventChecklistItem }): ReactElement {
  const now = useNow();
  const late = of.dueOn !== null && isLate(of.dueOn, now);
  if (!of.wanted) return <Badge icon="slash">{t(of.ended ? 'app.checklist.state.ended' : 'app.checklist.state.gone')}</Badge>;
  if (of.conditionId !== null && !isSettled(of)) return <Badge icon="clock">{t('app.checklist.state.condition')}</Badge>;
  switch (of.state) {
    case 'open':
      return late ? <StatusBadge t={t} status="overdue" params={{ date: shortDate(t, of.dueOn ?? '') }} /> : <StatusBadge t={t} status="to-do" />;
    case 'reported':
      return <Badge icon="clock">{t('app.condition.state.reported')}</Badge>;
    case 'confirmed':
      return (
        <Badge icon="tick" tone="good">
          {t(of.judgedBy === 'host' ? 'ui.status.done' : 'app.condition.state.met')}
        </Badge>
      );
    case 'waived':
      return (
        <Badge icon="tick" tone="good">
          {t('app.checklist.state.waived')}
        </Badge>
      );
    case 'withdrawn':
      return <Badge icon="slash">{t('app.checklist.state.withdrawn')}</Badge>;
  }
}

/** What can be said: one button each; those that need words open a box first. */
function Words({ of, eventId, toCondition }: { readonly of: EventChecklistItem; readonly eventId: string; readonly toCondition?: () => void }): ReactElement | null {
  const changed = useEventChanged();
  const [open, setOpen] = useState<Exclude<ItemWord, 'confirm' | 'tick'>>();
  const written = useDraft(wordsDraft(eventId, of.code), '');
  const act = useAct(
    ({ word, words }: { word: ItemWord; words: string | null }, options) => send(eventId, of.code, word, words, options),
    async (answer, { word }) => {
      if (word !== 'confirm' && word !== 'tick') written.sent();
      setOpen(undefined);
      await changed(answer);
    },
  );
  const say = wordsFor(of);
  if (say.length === 0 && toCondition === undefined) return of.can.confirm === 'approval.own-report' ? <p className="sub mt2">{sentence('approval.own-report')}</p> : null;
  return (
    <div className="mt3">
      <FailureBanner error={act.error} />
      {open === undefined ? (
        <div className="btns">
          {say.map((word, index) => (
            <Button key={word} type="button" size="m" kind={index === 0 ? 'outline' : 'text'} about={`${of.title}：`} onClick={() => (word === 'confirm' || word === 'tick' ? act.act({ word, words: null }) : setOpen(word))}>
              {(word === 'confirm' || word === 'tick') && act.pending ? t('app.sending') : t(`app.checklist.${word}`)}
            </Button>
          ))}
          {toCondition === undefined ? null : (
            <Button type="button" size="m" kind="text" about={`${of.title}：`} onClick={toCondition}>
              {t('app.checklist.to-condition')}
            </Button>
          )}
        </div>
      ) : (
        <WordBox
          name={`words-${of.code}`}
          words={written}
          label={t(`app.checklist.${open}.words`)}
          optional={open === 'report' && of.files.length > 0}
          pending={act.pending}
          onSend={(words) => act.act({ word: open, words: words === '' ? null : words })}
          onLeave={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function send(eventId: string, code: string, word: ItemWord, words: string | null, options: { headers: { 'Idempotency-Key': string } }): Promise<EventDetail> {
  switch (word) {
    case 'report':
    case 'tick':
      return postEventChecklistReport(eventId, code, { words }, options);
    case 'confirm':
    case 'settle':
      return postEventChecklistConfirmation(eventId, code, { words }, options);
    case 'send-back':
      return postEventChecklistReturn(eventId, code, { words: words ?? '' }, options);
    case 'waive':
      return postEventChecklistWaiver(eventId, code, { words: words ?? '' }, options);
  }
}
