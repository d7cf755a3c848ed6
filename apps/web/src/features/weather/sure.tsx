import { ProblemError, postEventCancellation, postEventPostponement, postEventReduction, type EventDetail, type ReductionRequest } from '@yoriai/api-client';
import { Banner, Button, dateTime, longDate, procedureIn, timeRange } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { eventTitle } from '../events/event-title.js';
import { eventQuery, useEventChanged } from '../events/queries.js';
import { audienceQuery } from './audience-query.js';
import { BesideThen, asksBeside, withBeside } from './beside-then.js';
import { stillOn, type Proposal } from './proposal.js';
import { toHearOfIt, withOthers } from './with-others.js';

const DAY_MS = 24 * 60 * 60_000;

export interface SureProps {
  readonly event: EventDetail;
  readonly proposal: Proposal;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** How each decision is asked and pressed. */
const WORDS = {
  cancelled: { sure: 'app.cancel.sure', volunteers: 'app.decide.volunteers.cancelled', final: 'app.cancel.final', yes: 'app.cancel.yes' },
  postponed: { sure: 'app.decide.sure', volunteers: 'app.decide.volunteers.postponed', final: 'app.decide.final', yes: 'app.decide.yes' },
  reduced: { sure: 'weather.reduce.sure', volunteers: 'weather.reduce.volunteers', final: 'weather.reduce.final', yes: 'weather.reduce.yes' },
} as const;

/** What will happen: who is told and how, what is kept, what has to be said to whom else. Then one press. */
export function Sure({ event, proposal, onDone, onBack }: SureProps): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const audience = useQuery(audienceQuery(event));
  const { kind, day, reason, cause = 'other' } = proposal;
  const dropped = stillOn(proposal.dropped ?? [], event);
  const startsAt = event.startsAt ?? '';
  const reduce = useReduce(event.id);
  const [beside, setBeside] = useState('');
  const decision = useAct(
    (said: Proposal, options) => {
      if (kind === 'cancelled') return postEventCancellation(event.id, { reason, cause }, options);
      return kind === 'reduced' ? reduce({ reason, cause, dropped: [...dropped], startsAt, after: proposal.after ?? null }, options) : postEventPostponement(event.id, { reason, cause, day, startsAt, besideReason: said.besideReason ?? null }, options);
    },
    async (answer) => {
      onDone();
      await changed(answer);
      go(paths.event(event.id), { replace: true });
    },
  );
  const told = audience.data;
  return (
    <section className="mt5" aria-labelledby="sure">
      <Banner kind={kind === 'cancelled' ? 'cancelled' : 'note'} role="alert" title={<span id="sure">{t(WORDS[kind].sure, { title: eventTitle(event) })}</span>}>
        {kind === 'postponed' ? <NewDay event={event} day={day} /> : null}
        <p className="pre">{reason}</p>
        {kind === 'reduced' && dropped.length > 0 ? <p>{t('weather.reduce.off.list', { items: dropped.map(({ title }) => title).join(t('weather.and')) })}</p> : null}
        {told === undefined ? null : (
          <ul className="num">
            {event.placesTaken > told.people ? <li>{t('weather.sure.coming', { count: event.placesTaken })}</li> : null}
            <li>{t('app.decide.told', { count: told.people, mail: told.byMail })}</li>
            {told.byMail > 0 && told.comingAt !== null ? <li>{t(told.helpingAt === null ? 'app.decide.morning.coming' : 'app.decide.morning', { when: dateTime(t, told.comingAt) })}</li> : null}
            {told.volunteers > 0 ? <li>{t(WORDS[kind].volunteers, { count: told.volunteers })}</li> : null}
            {told.byPhone > 0 ? <li>{t('app.decide.phone', { count: told.byPhone })}</li> : null}
            {told.stalls > 0 ? <li>{t('weather.sure.stalls', { count: told.stalls })}</li> : null}
            {told.stalls > 0 && kind === 'postponed' ? <li>{t('weather.sure.call')}</li> : null}
            {kind === 'cancelled' ? null : <li>{t(kind === 'reduced' ? 'weather.reduce.kept' : 'app.decide.kept')}</li>}
            {kind === 'postponed' && event.changeState !== null ? <li>{t('app.decide.change-ends')}</li> : null}
          </ul>
        )}
        <p>{t(WORDS[kind].final)}</p>
      </Banner>
      {kind === 'reduced' ? null : <Procedures event={event} kind={kind} />}
      <div className="mt4">
        <FailureBanner error={decision.error} />
      </div>
      {asksBeside(proposal, beside, decision.error) ? <BesideThen written={beside} write={setBeside} /> : null}
      <div className="btns mt5">
        <Button type="button" kind="stop" autoFocus onClick={() => decision.act(withBeside(proposal, beside))}>
          {t(decision.pending ? 'app.sending' : WORDS[kind].yes)}
        </Button>
        <Button type="button" kind="outline" onClick={onBack}>
          {t('app.decide.back')}
        </Button>
      </div>
    </section>
  );
}

/** Says that it takes place in a smaller form; where somebody else decided otherwise meanwhile, the way back shows what they said. */
function useReduce(id: string): (said: ReductionRequest, options: Parameters<typeof postEventReduction>[2]) => Promise<EventDetail> {
  const client = useQueryClient();
  return async (said, options) => {
    try {
      return await postEventReduction(id, said, options);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'event.reduced-meanwhile') await client.invalidateQueries({ queryKey: eventQuery(id).queryKey, exact: true });
      throw error;
    }
  };
}

function NewDay({ event: { startsAt, endsAt, rainDate }, day }: { readonly event: EventDetail; readonly day: string }): ReactElement | null {
  if (startsAt === null) return null;
  if (rainDate && jstOf(rainDate.startsAt).date === day)
    return (
      <p className="num">
        {longDate(t, startsAt)} → <b>{longDate(t, rainDate.startsAt)}</b> {timeRange(t, rainDate.startsAt, rainDate.endsAt)}　{rainDate.placeName ?? ''}
      </p>
    );
  const midnight = (at: string): number => Date.parse(`${new Date(Date.parse(at) + 9 * 60 * 60_000).toISOString().slice(0, 10)}T00:00:00Z`);
  const by = Math.round((Date.parse(`${day}T00:00:00Z`) - midnight(startsAt)) / DAY_MS) * DAY_MS;
  const moved = new Date(Date.parse(startsAt) + by);
  return (
    <p className="num">
      {longDate(t, startsAt)} → <b>{longDate(t, moved)}</b> {timeRange(t, moved, endsAt === null ? null : new Date(Date.parse(endsAt) + by))}
    </p>
  );
}

/** What was settled with others for this day: they have to hear of it too. */
function Procedures({ event, kind }: { readonly event: EventDetail; readonly kind: 'cancelled' | 'postponed' }): ReactElement | null {
  const settled = kind === 'cancelled' ? toHearOfIt(event) : withOthers(event);
  if (settled.length === 0) return null;
  return (
    <section className="mt5" aria-labelledby="procedures">
      <h2 id="procedures" className="fs-18">
        {t(`app.decide.procedures.${kind}`)}
      </h2>
      <ul>
        {settled.map((item) => procedureIn(t, item)).map(({ code, title, authority }) => (
          <li key={code}>
            {title}　{authority}
          </li>
        ))}
      </ul>
    </section>
  );
}
