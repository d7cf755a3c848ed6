import type { ReactElement } from 'react';
import { partsOf } from '@yoriai/events';
import type { OfferedShiftResponse } from '@yoriai/rosters';
import { BackLink, Banner, Button, Facts, HiddenFields, LinkButton, PeopleWanted, Phrases, Seats, refusalText, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import { Contact } from '../events/event-facts.js';
import type { ShownEvent } from '../events/shown-event.js';
import { ApplicationsThen } from '../page/at-that-time.js';
import { signInPath } from '../page/own-path.js';
import type { OwnApplication } from '../page/same-time.js';
import { When } from '../page/when.js';
import { dutiesPath, inDuties, type DutyQuery } from './duty-query.js';

export interface ShiftViewProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly shift: OfferedShiftResponse;
  /** The list of free duties where it was found; null for who came another way. */
  readonly found: DutyQuery | null;
  readonly signedIn: boolean;
  /** What they applied for at its hours. */
  readonly applied: readonly OwnApplication[];
  readonly formKey: string;
}

/** One shift: what, when, where, how many are missing, one button. */
export function ShiftView({ t, event, shift, found, signedIn, applied, formKey }: ShiftViewProps): ReactElement {
  return (
    <>
      <BackLink t={t} href={found === null ? `/events/${event.slug}` : dutiesPath(found)}>
        {t(found === null ? 'site.ticket.event' : 'site.shift.back')}
      </BackLink>
      <AboutEvent t={t} event={event} href={`/events/${event.slug}`} />
      <div className="row between">
        <h1>
          <Phrases text={t('site.shift.title', { duty: shift.duty, event: event.title })} />
        </h1>
        {shift.free > 0 ? <PeopleWanted t={t} count={shift.free} /> : null}
      </div>
      <div className="mt2 mb4">
        <Seats taken={shift.capacity - shift.free} capacity={shift.capacity} />
      </div>
      <div className="mt4">
        <Facts
          rows={[
            {
              term: t('site.event.facts.when'),
              detail: (
                <b className="num">
                  <When t={t} startsAt={shift.startsAt} endsAt={shift.endsAt} long />
                </b>
              ),
            },
            { term: t('site.event.facts.where'), detail: [event.placeName, shift.place].filter(Boolean).join('　') },
            { term: t('site.shift.note'), detail: shift.note },
            { term: t('site.event.facts.contact'), detail: <Contact event={event} /> },
          ]}
        />
      </div>
      <div className="mt6">
        <ApplicationsThen t={t} applied={applied} />
        <TakeBox t={t} event={event} shift={shift} found={found} signedIn={signedIn} formKey={formKey} />
      </div>
    </>
  );
}

function TakeBox({ t, event, shift, found, signedIn, formKey }: Omit<ShiftViewProps, 'applied'>): ReactElement {
  if (shift.can.take !== true) {
    return (
      <>
        <Banner kind="wait" title={refusalText(t, shift.can.take)} />
        <div className="mt4">
          <LinkButton href={dutiesPath(found ?? {})} kind="outline" wide>
            {t('site.duty.done.more')}
          </LinkButton>
        </div>
      </>
    );
  }
  if (!signedIn) {
    const here = `/events/${event.slug}/shifts/${shift.id}${found === null ? '' : inDuties(found)}`;
    return (
      <section className="soft" aria-labelledby="come-in">
        <h2 id="come-in" className="fs-20">
          {t('site.volunteer.invite.title')}
        </h2>
        <div className="btns col mt4">
          <LinkButton href={signInPath(here)} wide>
            {t('site.volunteer.invite.go')}
          </LinkButton>
          <LinkButton href={`/register?next=${encodeURIComponent(here)}`} kind="outline" wide>
            {t('site.volunteer.invite.register')}
          </LinkButton>
        </div>
      </section>
    );
  }
  const invitation = partsOf(event.slug).token;
  return (
    <form method="post" action={`/shifts/${shift.id}/assignments`}>
      <HiddenFields values={{ _key: formKey, ...(invitation === null ? {} : { invitation }) }} />
      <Button wide>{t('site.volunteer.take')}</Button>
      <p className="sub mt3">{t('site.shift.later')}</p>
    </form>
  );
}
