import { deleteEventPublicationPlan, putEventPublicationPlan, type EventDetail } from '@yoriai/api-client';
import { Banner, dateTime, TextInput } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { addDays, instantOf, jstOf, localInstant, localOf } from '../../app/jst.js';
import { useNow } from '../../app/session.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { wrongHour } from './publication-hour.js';
import { useEventChanged } from './queries.js';

/** 公開の日時を決める: the clock publishes it then; until then it can be moved or taken back. */
export function PublicationPlan({ event }: { readonly event: EventDetail }): ReactElement {
  return (
    <section className="mt6" aria-labelledby="publish-at">
      <h2 id="publish-at">{t(event.publishAt === null ? 'app.publish-at.title' : 'app.publish-at.change')}</h2>
      <p className="sub mb3">{t('app.publish-at.lead')}</p>
      <When event={event} />
    </section>
  );
}

function When({ event }: { readonly event: EventDetail }): ReactElement {
  const now = useNow();
  const changed = useEventChanged();
  const { publishAt } = event;
  const [local, setLocal] = useState(() => localOf(publishAt ?? instantOf(addDays(jstOf(now).date, 1), '09:00')));
  const [pressed, setPressed] = useState(false);
  const plan = useAct((at: string, options) => putEventPublicationPlan(event.id, { at }, options), changed);
  const at = localInstant(local);
  const wrong = wrongHour(local, now);
  const error = plan.errors['at'] ?? (pressed && wrong ? sentence(wrong) : undefined);
  return (
    <>
      <FailureBanner error={plan.errors['at'] === undefined ? plan.error : null} />
      <TextInput
        t={t}
        name="at"
        type="datetime-local"
        need="silent"
        width="mid"
        label={t('app.publish-at.when')}
        {...(error === undefined ? {} : { error })}
        value={local}
        onChange={(box) => {
          plan.reset();
          setLocal(box.target.value);
        }}
      />
      <div className="mt4">
        <ConfirmedButton
          // Another hour is another question.
          key={`${local} ${publishAt ?? ''}`}
          label={t('app.publish-at.button')}
          kind="outline"
          icon="clock"
          what={at === undefined ? undefined : t(event.visibility === null ? 'app.publish-at.sure' : 'app.publish-at.sure.kept', { when: dateTime(t, at) })}
          ready={() => {
            setPressed(true);
            return wrong === undefined;
          }}
          pending={plan.pending}
          onYes={() => at !== undefined && plan.act(at)}
        />
      </div>
    </>
  );
}

/** When it will be public, what keeps it from that as things are, and the way back. */
export function PlannedPublication({ event }: { readonly event: EventDetail }): ReactElement | null {
  const changed = useEventChanged();
  const drop = useAct((_: null, options) => deleteEventPublicationPlan(event.id, options), changed);
  if (event.publishAt === null) return null;
  const why = whyNot(event.can.publish);
  return (
    <>
      <Banner kind={why === undefined ? 'info' : 'note'} className="mt5" title={t('app.publish-at.planned', { when: dateTime(t, event.publishAt) })} role="status">
        <p>{t(why !== undefined ? 'app.publish-at.planned.not-yet' : event.visibility === null ? 'app.publish-at.planned.body' : 'app.publish-at.planned.kept')}</p>
      </Banner>
      <FailureBanner error={drop.error} />
      <div className="mt4">
        <ConfirmedButton label={t('app.publish-at.drop')} kind="outline" what={t('app.publish-at.drop.sure')} pending={drop.pending} onYes={() => drop.act(null)} />
      </div>
    </>
  );
}
