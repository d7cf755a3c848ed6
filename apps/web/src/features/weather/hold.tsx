import { postEventHolding, type AlertList, type EventDetail, type EverybodyOfEvent } from '@yoriai/api-client';
import { Button, alarmNames, dateTime, shortDate } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from '../events/queries.js';
import { alertsQuery } from './alerts-query.js';
import { audienceQuery } from './audience-query.js';
import { isHeldBefore } from './held-before.js';

/** 予定どおり開催する: asked once more, for everybody reads it; then the page says so, and the event's own screen that it does. Asked again once a danger of the gravest kind began since. */
export function Hold({ event }: { readonly event: EventDetail }): ReactElement | null {
  const now = useNow();
  const { data: alerts } = useQuery(alertsQuery);
  const { startsAt, heldAt } = event;
  const isSaid = heldAt !== null && !isHeldBefore(heldAt, alerts?.items ?? []);
  // What was said to be left out can be taken back as long as it is on.
  const until = event.reduction === null ? startsAt : (event.endsAt ?? startsAt);
  if (event.can.postpone !== true || startsAt === null || until === null || new Date(until) <= now) return null;
  return (
    <section className="mt5" aria-labelledby="hold">
      <h2 id="hold" className="fs-18">
        {t('app.hold.title')}
      </h2>
      {heldAt === null ? null : <p className="num">{t('weather.hold.said', { day: shortDate(t, startsAt), when: dateTime(t, heldAt) })}</p>}
      {isSaid ? null : <Press event={event} startsAt={startsAt} after={event.reduction?.at ?? null} danger={dangerOf(alerts?.gravest ?? [])} />}
    </section>
  );
}

/** What stands of the gravest kind, in a line; null: nothing. */
const dangerOf = (gravest: AlertList['gravest']): string | null => (gravest.length === 0 ? null : alarmNames(t, gravest));

function Press({ event, startsAt, after, danger }: { readonly event: EventDetail; readonly startsAt: string; readonly after: string | null; readonly danger: string | null }): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const [asking, setAsking] = useState(false);
  const holding = useAct(
    (day: string, options) => postEventHolding(event.id, { startsAt: day, after }, options),
    async (answer) => {
      await changed(answer);
      go(paths.event(event.id), { replace: true });
    },
  );
  const told = useQuery({ ...audienceQuery(event), enabled: asking && after !== null }).data;
  return <HoldAsk danger={danger} takesBack={after !== null} told={told} day={shortDate(t, startsAt)} asking={asking} pending={holding.pending} error={holding.error} onAsk={setAsking} onYes={() => holding.act(startsAt)} />;
}

export interface HoldAskProps {
  readonly day: string;
  /** What endangers people now: it is named before somebody says that the event takes place. */
  readonly danger: string | null;
  /** A smaller form of it was told: everybody hears that it is taken back. */
  readonly takesBack?: boolean;
  /** How many that are, and how they are told. */
  readonly told?: EverybodyOfEvent | undefined;
  readonly asking: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onAsk: (asking: boolean) => void;
  readonly onYes: () => void;
}

/** The two presses: the first asks, the second does it. */
export function HoldAsk({ day, danger, takesBack = false, told, asking, pending, error, onAsk, onYes }: HoldAskProps): ReactElement {
  if (!asking)
    return (
      <>
        <p>{t(takesBack ? 'weather.whole.body' : 'app.hold.body')}</p>
        <p className="mt3">
          <Button type="button" kind="outline" icon="tick" onClick={() => onAsk(true)}>
            {t('app.hold.yes')}
          </Button>
        </p>
      </>
    );
  return (
    <div className="ask note mt3" role="group" aria-labelledby="hold">
      <p>
        <b>{t(takesBack ? 'weather.whole.question' : 'weather.hold.question', { day })}</b>
      </p>
      {told === undefined ? null : (
        <p className="num">
          {t('app.decide.told', { count: told.people, mail: told.byMail })}
          {told.byPhone > 0 ? ` ${t('app.decide.phone', { count: told.byPhone })}` : null}
        </p>
      )}
      {danger === null ? <p>{t('weather.hold.later')}</p> : <p role="alert">{t('weather.hold.danger', { what: danger })}</p>}
      <FailureBanner error={error} />
      <div className="btns mt3">
        <Button type="button" icon="tick" autoFocus onClick={onYes}>
          {t(pending ? 'app.sending' : takesBack ? 'weather.whole.sure' : 'weather.hold.sure')}
        </Button>
        <Button type="button" kind="text" onClick={() => onAsk(false)}>
          {t('app.not-now')}
        </Button>
      </div>
    </div>
  );
}
