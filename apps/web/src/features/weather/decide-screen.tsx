import type { EventDetail } from '@yoriai/api-client';
import { Banner, Button, LinkButton, RadioList, TextArea, TextInput, dateAndRange } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { dropDraft } from '../../app/drafts.js';
import { jstOf } from '../../app/jst.js';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useDraft } from '../../ui/use-draft.js';
import { eventTitle } from '../events/event-title.js';
import { eventQuery } from '../events/queries.js';
import { Alerts } from './alerts.js';
import { Hold } from './hold.js';
import { LeftOut } from './left-out.js';
import { CAUSES, asAnnounced, begun, causesOf, errorsIn, isDecisionDay, kindsOf, KINDS, proposalFor, withCause, type Proposal } from './proposal.js';
import { Proposed } from './proposed.js';
import { Sure } from './sure.js';

/** 中止・延期 of a whole event in two steps: what and why, then what will happen, and one press. */
export function DecideScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/cancel' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Decide event={found} />}</Answer>;
}

function Decide({ event }: { readonly event: EventDetail }): ReactElement {
  const draft = `event/${event.id}/decide`;
  const { value, write } = useDraft<Proposal>(draft, proposalFor(event));
  const [step, setStep] = useState<'reason' | 'sure'>('reason');
  // What is asked about stays as it was when it was asked.
  const proposal = step === 'sure' ? value : begun(event, value);
  const why = whyNot(event.can.cancel);
  return (
    <Screen title={t('app.decide.title')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }}>
      {why === undefined ? null : (
        <Banner kind="info" className="mt5" title={t('app.cancel.not-now')}>
          <p>{why}</p>
        </Banner>
      )}
      <Alerts limit={event.heatLimit ?? null} />
      <Proposed event={event} />
      {step === 'reason' ? <Hold event={event} /> : null}
      {why !== undefined ? null : step === 'reason' ? (
        <>
          <Announced
            event={event}
            onPress={() => {
              write(asAnnounced(event));
              setStep('sure');
            }}
          />
          {proposal !== value ? <Banner kind="info" className="mt5" title={t('weather.reduce.meanwhile')} /> : null}
          <What
            event={event}
            proposal={proposal}
            write={write}
            onNext={() => {
              write(proposal);
              setStep('sure');
            }}
          />
        </>
      ) : (
        <Sure event={event} proposal={proposal} onDone={() => dropDraft(draft)} onBack={() => setStep('reason')} />
      )}
    </Screen>
  );
}

/** The day that was announced for rain, with one press; or that its host may not put it off, and what else there is. */
function Announced({ event, onPress }: { readonly event: EventDetail; readonly onPress: () => void }): ReactElement | null {
  const now = useNow();
  if (event.can.putOff === 'event.postpone-not-approved')
    return (
      <Banner kind="info" className="mt5" title={t('weather.decide.not-approved')}>
        <p>{t('weather.decide.not-approved.body')}</p>
        <p className="mt2">
          <AppLink className="more" href={paths.edit(event.id, 'when')}>{t('weather.decide.change')}</AppLink>
        </p>
      </Banner>
    );
  const { rainDate } = event;
  if (event.can.putOff !== true || !rainDate) return null;
  return (
    <section className="mt5" aria-labelledby="announced">
      <h2 id="announced" className="fs-18">
        {t('weather.decide.announced')}
      </h2>
      <p className="num">
        <b>{dateAndRange(t, rainDate.startsAt, rainDate.endsAt)}</b>
        {rainDate.placeName ? `　${rainDate.placeName}` : ''}
      </p>
      <p className="mt3">
        <Button type="button" kind={isDecisionDay(event, now) ? 'filled' : 'outline'} icon="calendar" onClick={onPress}>
          {t('weather.decide.announced.press')}
        </Button>
      </p>
      <p className="sub mt2">{t('weather.decide.announced.next')}</p>
    </section>
  );
}

interface WhatProps {
  readonly event: EventDetail;
  readonly proposal: Proposal;
  readonly write: (proposal: Proposal) => void;
  readonly onNext: () => void;
}

function What({ event, proposal, write, onNext }: WhatProps): ReactElement {
  const now = useNow();
  const [pressed, setPressed] = useState(false);
  const wrong = errorsIn(proposal, event);
  const errors = pressed ? Object.fromEntries(Object.entries(wrong).map(([field, code]) => [field, sentence(code)])) : {};
  const error = (field: string): { error?: string } => (errors[field] === undefined ? {} : { error: errors[field] });
  const forward = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setPressed(true);
    if (Object.keys(wrong).length === 0) onNext();
  };
  return (
    <form noValidate className="mt5" onSubmit={forward}>
      <FormErrors errors={errors} />
      <RadioList
        t={t}
        name="kind"
        label={t('app.decide.kind')}
        choices={kindsOf(event, now).map((value) => ({ value, label: t(`app.decide.kind.${value}`), hint: t(`app.decide.kind.${value}.hint`) }))}
        value={proposal.kind}
        onChange={(box) => write(begun(event, { ...proposal, kind: KINDS.find((kind) => kind === box.target.value) ?? 'cancelled' }))}
      />
      {proposal.kind === 'reduced' ? <LeftOut event={event} proposal={proposal} write={write} /> : null}
      {proposal.kind === 'postponed' ? <Day event={event} proposal={proposal} write={write} wrong={error('day')} /> : null}
      <RadioList
        t={t}
        name="cause"
        label={t('app.decide.cause')}
        {...error('cause')}
        choices={causesOf(event).map((value) => ({ value, label: t(`app.decide.cause.${value}`) }))}
        value={proposal.cause}
        onChange={(box) => write(withCause(proposal, CAUSES.find((cause) => cause === box.target.value) ?? 'other'))}
      />
      <TextArea
        t={t}
        name="reason"
        label={t('app.decide.reason')}
        hint={t('app.decide.reason.hint')}
        {...error('reason')}
        maxLength={1000}
        value={proposal.reason}
        onChange={(box) => write({ ...proposal, reason: box.target.value })}
      />
      <div className="btns mt5">
        <Button kind="stop">{t('app.cancel.next')}</Button>
        <LinkButton href={paths.event(event.id)} kind="text" renderLink={appLink}>
          {t('app.not-now')}
        </LinkButton>
      </div>
    </form>
  );
}

function Day({ event, proposal, write, wrong }: Pick<WhatProps, 'event' | 'proposal' | 'write'> & { readonly wrong: { error?: string } }): ReactElement {
  return (
    <TextInput
      t={t}
      name="day"
      type="date"
      need="required"
      width="mid"
      label={t('app.decide.day')}
      hint={t('app.decide.day.hint')}
      {...wrong}
      {...(event.startsAt === null ? {} : { min: jstOf(event.startsAt).date })}
      value={proposal.day}
      onChange={(box) => write({ ...proposal, day: box.target.value })}
    />
  );
}
