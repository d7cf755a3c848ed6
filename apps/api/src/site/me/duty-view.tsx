import type { ReactElement } from 'react';
import { addDays, atJst, jstDate } from '@yoriai/platform';
import type { AssignmentResponse, DutyPhotosTold } from '@yoriai/rosters';
import { BackLink, Banner, Button, Facts, HiddenFields, Icon, LinkButton, StatusBadge, dateTime, refusalText, spokenNumber, type Status, type Translate } from '@yoriai/ui';
import { PhotosSaid } from '../ticket/photos-box.js';
import { dutyRows } from './duty-rows.js';

interface DutyProps {
  readonly t: Translate;
  readonly duty: AssignmentResponse;
}

const STATUS: Readonly<Record<AssignmentResponse['status'], Status>> = {
  confirmed: 'taken',
  cancelled_by_volunteer: 'cancelled-by-volunteer',
  cancelled_by_host: 'cancelled-by-host',
};

/** A duty with its number; just after taking it, with thanks and what comes next. */
export function DutyView({ t, duty, taken, now, pictures, formKey }: DutyProps & { readonly taken: boolean; readonly now: Date; readonly pictures: DutyPhotosTold | null; readonly formKey: string }): ReactElement {
  return (
    <>
      {taken ? (
        <div className="done" role="status">
          <Icon name="hand" />
          <h1>{t('site.duty.done.title')}</h1>
          <p className="mt2">{t('site.duty.done.thanks')}</p>
        </div>
      ) : (
        <>
          <BackLink t={t} href="/me">
            {t('site.me.title')}
          </BackLink>
          <div className="mb2">
            <StatusBadge t={t} status={STATUS[duty.status]} />
          </div>
          <h1>{duty.duty}</h1>
        </>
      )}
      <div className="mt5">
        <DutyFacts t={t} duty={duty} />
      </div>
      {pictures === null ? null : <PhotosSaid t={t} of="duty" photos={pictures.photos} action={pictures.open ? `/me/duties/${duty.id}/photos` : null} formKey={formKey} />}
      {taken ? <Next t={t} duty={duty} now={now} /> : null}
      <div className="btns col mt6">
        {taken ? <LinkButton href="/me" wide>{t('site.duty.done.me')}</LinkButton> : null}
        {taken ? (
          <LinkButton href="/volunteer" kind="outline" wide>
            {t('site.duty.done.more')}
          </LinkButton>
        ) : duty.eventSlug === null ? null : (
          <LinkButton href={`/events/${duty.eventSlug}`} kind="outline" wide>
            {t('site.ticket.event')}
          </LinkButton>
        )}
        {duty.can.cancel === true ? (
          <LinkButton href={`/me/duties/${duty.id}/cancel`} kind="stop" wide>
            {t(taken ? 'site.duty.done.undo' : 'site.me.duty.cancel')}
          </LinkButton>
        ) : null}
      </div>
    </>
  );
}

function DutyFacts({ t, duty }: DutyProps): ReactElement {
  return (
    <Facts
      rows={[
        ...dutyRows(t, duty),
        { term: t('site.shift.note'), detail: duty.note },
        { term: t('site.duty.done.number'), detail: <b className="num">{spokenNumber(duty.number)}</b> },
      ]}
    />
  );
}

function Next({ t, duty, now }: DutyProps & { readonly now: Date }): ReactElement {
  const steps = [
    { when: t('site.done.next.mail'), what: t('site.duty.done.next.mail.text') },
    ...reminderOf(t, duty, now),
    { when: dateTime(t, duty.startsAt), what: t('site.duty.done.next.day.text', { place: duty.place || duty.eventPlace }) },
    { when: t('site.duty.done.next.cannot'), what: t('site.duty.done.next.cannot.text') },
  ];
  return (
    <section className="sec2" aria-labelledby="next">
      <h2 id="next">{t('site.done.next')}</h2>
      <ol className="nx">
        {steps.map((step) => (
          <li key={step.when}>
            <div>
              <b className="num">{step.when}</b>
              <br />
              {step.what}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The next letter that will still come: nothing is promised that has gone already. */
function reminderOf(t: Translate, { startsAt }: AssignmentResponse, now: Date): { when: string; what: string }[] {
  const day = jstDate(new Date(startsAt));
  if (now < atJst(addDays(day, -1), '18:00')) return [{ when: t('site.duty.done.next.before'), what: t('site.duty.done.next.before.text') }];
  const morning = atJst(day, '07:30');
  return now < morning && morning < new Date(startsAt) ? [{ when: t('site.duty.done.next.morning'), what: t('site.duty.done.next.morning.text') }] : [];
}

/** The second of two steps; no reason is asked. */
export function DutyCancelView({ t, duty, formKey }: DutyProps & { readonly formKey: string }): ReactElement {
  return (
    <>
      <h1>{t('site.me.duty.cancel.title')}</h1>
      <div className="mt4">
        <DutyFacts t={t} duty={duty} />
      </div>
      {duty.can.cancel === true ? (
        <>
          <p className="mt5">{t('site.me.duty.cancel.text')}</p>
          <form method="post" action={`/me/duties/${duty.id}/cancellation`} className="mt5">
            <HiddenFields values={{ _key: formKey }} />
            <Button kind="stop" size="answer" wide>
              {t('site.me.duty.cancel.yes')}
            </Button>
          </form>
        </>
      ) : (
        <Banner kind="info" className="mt5" title={refusalText(t, duty.can.cancel)} />
      )}
      <div className="mt4">
        <LinkButton href={`/me/duties/${duty.id}`} kind="outline" wide>
          {t('site.me.duty.cancel.no')}
        </LinkButton>
      </div>
    </>
  );
}
