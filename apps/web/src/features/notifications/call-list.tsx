import { postApplicationCancellation, postApplicationPromotion, postEventCall, postEventCallUndo, type CallLine, type CallSheet } from '@yoriai/api-client';
import { Button, dateTime, Icon, LinkButton, StatusBadge } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { CallLink } from '../../ui/call-link.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct, type Act } from '../../ui/use-act.js';
import { AnswerBadge } from '../weather/answer-marks.js';
import { Heard } from '../weather/heard.js';
import { answersQuery } from '../weather/still-coming.js';
import { answersBy, type StillAnswer } from '../weather/still-answers.js';
import { callSheetQuery, callsQuery, deliveriesQuery } from '../events/queries.js';
import { kindWord } from './ledger.js';

/** 電話する人: everybody no letter reached, in kana order, each with a tick for the call that was made. */
export function CallList({ eventId, sheet }: { readonly eventId: string; readonly sheet: CallSheet }): ReactElement | null {
  const { data: put } = useQuery({ ...answersQuery(eventId), enabled: sheet.items.some(({ askedIds }) => askedIds.length > 0) });
  const answers = answersBy(put?.applications);
  if (sheet.items.length === 0) return null;
  const left = sheet.items.filter((call) => call.called === null).length;
  return (
    <section className="mt6" aria-labelledby="calls">
      <div className="row between">
        <h2 id="calls" className="num" aria-live="polite">
          {left === 0 ? t('app.messages.calls.all') : t('app.messages.calls', { count: left })}
        </h2>
        <LinkButton href={`/print/events/${eventId}/call-sheet`} kind="outline" size="s" icon="print">
          {t('app.messages.calls.print')}
        </LinkButton>
      </div>
      {left === 0 ? null : <p className="mt1">{t('app.messages.calls.body')}</p>}
      <ul className="recp names mt3">
        {sheet.items.map((call) => (
          <Call key={call.personId} eventId={eventId} call={call} answers={answers} />
        ))}
      </ul>
    </section>
  );
}

function Call({ eventId, call, answers }: { readonly eventId: string; readonly call: CallLine; readonly answers: ReadonlyMap<string, StillAnswer> }): ReactElement {
  const mark = useCallAct(eventId);
  const { personId, letterIds, called, offeredId } = call;
  const answered = useAnswerAct(eventId, () => mark.act({ personId, letterIds }));
  return (
    <li>
      <div>
        <span className="sub blk">{call.kana}</span>
        <b>{call.name}</b>
      </div>
      <div className="facts">
        {call.phone === null ? <span className="sub">{t('app.messages.no-phone')}</span> : <CallLink number={call.phone} />}
        {called === null ? <StatusBadge t={t} status={call.why === 'bounced' ? 'bounced' : 'by-phone'} /> : <CalledLine {...called} />}
        <span className="sub">{kindWord(call.kind)}</span>
      </div>
      <div className="acts">
        <Asked eventId={eventId} call={call} answers={answers} onSaid={called === null ? () => mark.act({ personId, letterIds }) : () => undefined} />
        {called === null && offeredId !== null ? (
          <>
            <Button type="button" kind="outline" size="m" icon="tick" about={call.name} onClick={() => answered.act({ id: offeredId, comes: true })}>
              {t('app.people.accept')}
            </Button>
            <Button type="button" kind="text" size="m" about={call.name} onClick={() => answered.act({ id: offeredId, comes: false })}>
              {t('app.people.decline')}
            </Button>
          </>
        ) : null}
        {called === null ? (
          <Button type="button" kind="outline" icon="tick" about={call.name} onClick={() => mark.act({ personId, letterIds })}>
            {t('app.messages.called')}
          </Button>
        ) : (
          <Button type="button" kind="text" size="m" about={call.name} onClick={() => mark.act({ personId })}>
            {t('app.day.undo')}
          </Button>
        )}
      </div>
      <p className="full say">{call.say}</p>
      {answered.error ? (
        <div className="full">
          <FailureBanner error={answered.error} />
        </div>
      ) : null}
      {mark.error ? (
        <div className="full">
          <FailureBanner error={mark.error} onRetry={() => mark.variables && mark.act(mark.variables)} />
        </div>
      ) : null}
    </li>
  );
}

interface AskedProps {
  readonly eventId: string;
  readonly call: CallLine;
  readonly answers: ReadonlyMap<string, StillAnswer>;
  readonly onSaid: () => void;
}

/** What they say to まだ来られますか, as long as they have not; the call is made with it. */
function Asked({ eventId, call: { name, askedIds }, answers, onSaid }: AskedProps): ReactElement | null {
  const open = askedIds.filter((id) => answers.get(id) === 'none');
  if (open.length > 0) return <Heard eventId={eventId} ids={open} name={name} onSaid={onSaid} />;
  return askedIds.some((id) => answers.has(id)) ? <AnswerBadge answer="yes" /> : null;
}

function CalledLine({ at, by }: { readonly at: string; readonly by: string }): ReactElement {
  return (
    <span className="num here">
      <Icon name="tick-circle" small />
      {t('app.messages.called-by', { when: dateTime(t, at), name: by })}
    </span>
  );
}

/** What somebody said about the place that is kept for them; the call is made with it. */
function useAnswerAct(eventId: string, onDone: () => void): Act<{ readonly id: string; readonly comes: boolean }> {
  const client = useQueryClient();
  return useAct(
    ({ id, comes }, options) => (comes ? postApplicationPromotion(id, options) : postApplicationCancellation(id, { reason: null }, options)),
    async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ['event', eventId] });
    },
  );
}

/** With letters: they were said on the telephone. Without: nobody was called after all. */
function useCallAct(eventId: string): Act<{ readonly personId: string; readonly letterIds?: string[] }> {
  const client = useQueryClient();
  return useAct(
    ({ personId, letterIds }, options) => (letterIds ? postEventCall(eventId, { personId, letterIds }, options) : postEventCallUndo(eventId, { personId }, options)),
    async (sheet) => {
      client.setQueryData(callSheetQuery(eventId).queryKey, sheet);
      await Promise.all([client.invalidateQueries(callsQuery), client.invalidateQueries(deliveriesQuery(eventId))]);
    },
  );
}
