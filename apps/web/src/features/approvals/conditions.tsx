import { postEventConditionConfirmation, postEventConditionFile, postEventConditionReport, postEventConditionReturn, type EventCondition, type EventDetail } from '@yoriai/api-client';
import { Badge, Button, shortDate, StatusBadge } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { useEventChanged } from '../events/queries.js';
import { isLate } from '../events/tasks.js';
import { Evidence } from './evidence.js';
import { LastWord } from './last-word.js';
import { wordsDraft } from './unsent-words.js';
import { WordBox } from './word-box.js';

/** 承認の条件: what the ward approved it on condition of, where each stands, and what this person can say about it. */
export function Conditions({ event }: { readonly event: EventDetail }): ReactElement | null {
  const conditions = event.approval?.conditions ?? [];
  if (conditions.length === 0) return null;
  return (
    <section id="conditions" aria-labelledby="conditions-title">
      <h2 id="conditions-title" className="mb2">
        {t('app.condition.title')}
      </h2>
      {conditions.some(({ can }) => can.report === true && can.confirm !== true) ? <p className="mb3">{t('app.condition.lead')}</p> : null}
      <ul className="conditions">
        {conditions.map((each) => (
          <Condition key={each.id} of={each} eventId={event.id} />
        ))}
      </ul>
    </section>
  );
}

function Condition({ of, eventId }: { readonly of: EventCondition; readonly eventId: string }): ReactElement {
  const { id, text, dueOn, blocking, state, last, files, can } = of;
  const open = state === 'open' || state === 'reported';
  return (
    <li>
      <div className="row tight">
        <StateBadge of={of} />
        {blocking && open ? <Badge icon="lock">{t('app.condition.first')}</Badge> : null}
      </div>
      <p className="pre strong mt2">{text}</p>
      {state === 'reported' ? <p className="sub num mt0">{t('app.condition.until', { date: shortDate(t, dueOn) })}</p> : null}
      {last === null ? null : <LastWord kind={t(`app.condition.said.${last.kind}`)} at={last.at} words={last.words} />}
      <Evidence eventId={eventId} files={files} mayAttach={can.attach === true} send={(file) => postEventConditionFile(eventId, id, file)} />
      <Words key={state} of={of} eventId={eventId} />
    </li>
  );
}

function StateBadge({ of }: { readonly of: EventCondition }): ReactElement {
  const late = isLate(of.dueOn, useNow());
  const date = shortDate(t, of.dueOn);
  switch (of.state) {
    case 'open':
      return <StatusBadge t={t} status={late ? 'overdue' : 'due'} params={{ date }} />;
    case 'reported':
      return <Badge icon="clock">{t('app.condition.state.reported')}</Badge>;
    case 'met':
      return (
        <Badge icon="tick" tone="good">
          {t('app.condition.state.met')}
        </Badge>
      );
    case 'lapsed':
      return <Badge icon="slash">{t('app.condition.state.lapsed')}</Badge>;
  }
}

type Word = 'report' | 'confirm' | 'settle' | 'send-back';

/** What can be said: one button each; those that need words open a box first. */
function Words({ of, eventId }: { readonly of: EventCondition; readonly eventId: string }): ReactElement | null {
  const changed = useEventChanged();
  const [open, setOpen] = useState<Exclude<Word, 'confirm'>>();
  const written = useDraft(wordsDraft(eventId, of.id), '');
  const act = useAct(
    ({ word, words }: { word: Word; words: string | null }, options) => send(eventId, of.id, word, words, options),
    async (answer, { word }) => {
      if (word !== 'confirm') written.sent();
      setOpen(undefined);
      await changed(answer);
    },
  );
  const { can, state } = of;
  const say: Word[] = [
    // Who may say that it is so need not first report it.
    ...(can.confirm === true ? ([state === 'reported' ? 'confirm' : 'settle'] as const) : can.report === true ? (['report'] as const) : []),
    ...(can.sendBack === true ? (['send-back'] as const) : []),
  ];
  if (say.length === 0) return can.confirm === 'approval.own-report' ? <p className="sub mt2">{sentence('approval.own-report')}</p> : null;
  return (
    <div className="mt3">
      <FailureBanner error={act.error} />
      {open === undefined ? (
        <div className="btns">
          {say.map((word, index) => (
            <Button key={word} type="button" size="m" kind={index === 0 ? 'outline' : 'text'} onClick={() => (word === 'confirm' ? act.act({ word, words: null }) : setOpen(word))}>
              {word === 'confirm' && act.pending ? t('app.sending') : t(`app.condition.${word}`)}
            </Button>
          ))}
        </div>
      ) : (
        <WordBox
          name={`words-${of.id}`}
          words={written}
          label={t(`app.condition.${open}.words`)}
          {...(open === 'report' ? { hint: t('app.condition.report.hint') } : {})}
          pending={act.pending}
          onSend={(words) => act.act({ word: open, words })}
          onLeave={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function send(eventId: string, id: string, word: Word, words: string | null, options: { headers: { 'Idempotency-Key': string } }): Promise<EventDetail> {
  switch (word) {
    case 'report':
      return postEventConditionReport(eventId, id, { words: words ?? '' }, options);
    case 'confirm':
    case 'settle':
      return postEventConditionConfirmation(eventId, id, { words }, options);
    case 'send-back':
      return postEventConditionReturn(eventId, id, { words: words ?? '' }, options);
  }
}
