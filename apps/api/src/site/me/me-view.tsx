import type { ReactElement } from 'react';
import type { Actor } from '@yoriai/associations';
import type { PublicEventPage } from '@yoriai/events';
import type { SessionSummary } from '@yoriai/identity';
import type { AssignmentResponse } from '@yoriai/rosters';
import { Banner, Button, CheckboxList, HiddenFields, LinkButton, MoreLink, StatusBadge, dateTime, inBrackets, type Status, type Translate } from '@yoriai/ui';
import { When } from '../page/when.js';
import { nextDuty } from '../volunteer/duty-reader.js';
import { NextDuty } from '../volunteer/volunteer-view.js';
import { CirclesPart } from './circles-view.js';
import { browserName } from './browser-name.js';
import type { Mine, OwnBooking } from './me-reader.js';

/** What has just been done. */
export type Said = 'duty-cancelled' | 'joined' | 'session-ended';

const WORDS = { 'duty-cancelled': 'site.me.duty.cancelled', joined: 'site.me.join.done', 'session-ended': 'site.me.sessions.ended' } as const;

export interface MeViewProps {
  readonly t: Translate;
  readonly actor: Actor;
  readonly mine: Mine;
  readonly circles: PublicEventPage;
  readonly said: Said | null;
  readonly keyOf: () => string;
  readonly now: Date;
}

/** Next duty on top, then duties, applications, records to join, devices, the way to the App and out. */
export function MeView(props: MeViewProps): ReactElement {
  const { t, actor, mine, said, keyOf, now } = props;
  const next = nextDuty(mine.duties, now);
  return (
    <>
      {said === null ? null : <Banner kind="good" role="status" className="mb5" title={t(WORDS[said])} />}
      <p className="sub">{t('site.me.hello', { name: actor.name })}</p>
      <h1>{t('site.me.title')}</h1>
      {actor.isOfficer() ? <Office t={t} /> : null}
      {next === null ? (
        <section className="help mt5" aria-labelledby="none">
          <h2 id="none" className="fs-20">
            {t('site.me.next.none')}
          </h2>
          <p className="mt2">{t('site.me.next.none.text')}</p>
          <div className="mt4">
            <LinkButton href="/volunteer" kind="outline" wide>
              {t('site.home.help.all')}
            </LinkButton>
          </div>
        </section>
      ) : (
        <NextDuty t={t} duty={next} />
      )}
      {mine.candidates.length > 0 ? <Join {...props} formKey={keyOf()} /> : null}
      <Duties {...props} />
      <p className="mt3">
        <MoreLink href="/me/history">{t('site.history.go')}</MoreLink>
      </p>
      <CirclesPart t={t} circles={props.circles} now={now} />
      <Streaks {...props} />
      <Bookings {...props} />
      <Passkeys t={t} />
      <Devices {...props} />
      <Reading t={t} />
      <form method="post" action="/sign-out" className="mt6">
        <Button kind="outline" size="m" icon="door" wide>
          {t('site.sign-out')}
        </Button>
      </form>
    </>
  );
}

function Office({ t }: { readonly t: Translate }): ReactElement {
  return (
    <section className="soft mt5" aria-labelledby="office">
      <h2 id="office" className="fs-20">
        {t('site.me.app')}
      </h2>
      <p className="mt2">{t('site.me.app.text')}</p>
      <div className="mt4">
        <LinkButton href="/app" wide>
          {t('site.me.app.go')}
        </LinkButton>
      </div>
    </section>
  );
}

const DUTY_STATUS: Readonly<Record<AssignmentResponse['status'], Status>> = {
  confirmed: 'taken',
  cancelled_by_volunteer: 'cancelled-by-volunteer',
  cancelled_by_host: 'cancelled-by-host',
};

function Duties({ t, mine, now }: MeViewProps): ReactElement | null {
  const standing = mine.duties.filter((duty) => duty.status === 'confirmed');
  const coming = standing.filter((duty) => new Date(duty.endsAt) > now).reverse();
  const past = standing.filter((duty) => new Date(duty.endsAt) <= now);
  const givenBack = mine.duties.filter((duty) => new Date(duty.endsAt) > now && duty.status !== 'confirmed').reverse();
  if (mine.duties.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="duties">
      <h2 id="duties">{t('site.me.duties')}</h2>
      {coming.length === 0 ? (
        <p>{t('site.me.next.none')}</p>
      ) : (
        <ul className="task">
          {coming.map((duty) => (
            <DutyLine key={duty.id} t={t} duty={duty} />
          ))}
        </ul>
      )}
      <Folded t={t} title={t('site.me.duties.given-back')} duties={givenBack} />
      <Folded t={t} title={t('site.me.duties.past')} duties={past} />
    </section>
  );
}

/** Duties that ask for nothing any more. */
function Folded({ t, title, duties }: { readonly t: Translate; readonly title: string; readonly duties: readonly AssignmentResponse[] }): ReactElement | null {
  if (duties.length === 0) return null;
  return (
    <details className="dt">
      <summary>
        {title}
        {inBrackets(t, t('site.count', { count: duties.length }))}
      </summary>
      <ul className="task">
        {duties.map((duty) => (
          <DutyLine key={duty.id} t={t} duty={duty} />
        ))}
      </ul>
    </details>
  );
}

function DutyLine({ t, duty }: { readonly t: Translate; readonly duty: AssignmentResponse }): ReactElement {
  return (
    <li className="tk">
      <a href={`/me/duties/${duty.id}`}>
        {duty.eventTitle} {duty.duty}
      </a>
      <p className="sub num">
        <When t={t} startsAt={duty.startsAt} endsAt={duty.endsAt} />
      </p>
      <StatusBadge t={t} status={DUTY_STATUS[duty.status]} />
    </li>
  );
}

/** つづけて来ている行事: how often in a row, and what does not count against it. */
function Streaks({ t, mine }: MeViewProps): ReactElement | null {
  if (mine.streaks.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="streaks">
      <h2 id="streaks">{t('streak.own')}</h2>
      <ul className="task">
        {mine.streaks.map(({ seriesId, title, count }) => (
          <li key={seriesId} className="tk">
            <b>{title}</b>
            <p className="num">{t('streak.count', { count })}</p>
          </li>
        ))}
      </ul>
      <p className="sub mt3">{t('streak.rule')}</p>
    </section>
  );
}

const BOOKING_STATUS: Readonly<Record<OwnBooking['told'], Status>> = {
  applied: 'lottery',
  guardian_pending: 'guardian-pending',
  confirmed: 'confirmed',
  waitlisted: 'waitlisted',
  offered: 'offered',
  expired: 'expired',
  cancelled_by_applicant: 'cancelled-by-applicant',
  cancelled_by_host: 'cancelled-by-host',
  declined: 'declined',
};

function Bookings({ t, mine }: MeViewProps): ReactElement {
  return (
    <section className="sec2" aria-labelledby="bookings">
      <h2 id="bookings">{t('site.me.applications')}</h2>
      {mine.bookings.length === 0 ? (
        <>
          <p>{t('site.me.applications.none')}</p>
          <MoreLink href="/events">{t('site.error.way.events')}</MoreLink>
        </>
      ) : (
        <ul className="task">
          {mine.bookings.map((booking) => (
            <li key={booking.id} className="tk">
              <a href={booking.ticketPath}>{booking.event.snapshot.title}</a>
              <p className="sub num">
                {booking.event.startsAt === null ? null : <When t={t} startsAt={booking.event.startsAt} endsAt={booking.event.endsAt} />}
                　{t('site.ticket.heads.value', { count: booking.heads })}
              </p>
              <StatusBadge t={t} status={booking.event.state === 'cancelled' ? 'cancelled' : booking.chosen && booking.told === 'applied' ? 'chosen' : BOOKING_STATUS[booking.told]} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Join({ t, mine, formKey }: MeViewProps & { readonly formKey: string }): ReactElement {
  return (
    <section className="paper mt5" aria-labelledby="join">
      <h2 id="join" className="fs-20">
        {t('site.me.join.title')}
      </h2>
      <p className="mt2">{t('site.me.join.text')}</p>
      <form method="post" action="/me/joinings" className="mt4">
        <HiddenFields values={{ _key: formKey }} />
        <CheckboxList
          t={t}
          name="personIds"
          need="silent"
          label={t('site.me.join.which')}
          choices={mine.candidates.map(({ person, titles }) => ({ value: person.id, label: t('site.ticket.san', { name: person.name }), hint: titles.join('、') }))}
        />
        <div className="mt4">
          <Button kind="outline" size="m" wide>
            {t('site.me.join.go')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** In which words pages and letters come: chosen on the page for it, and back here. */
function Reading({ t }: { readonly t: Translate }): ReactElement {
  return (
    <section className="sec2" aria-labelledby="reading">
      <h2 id="reading">{t('site.display.title')}</h2>
      <p>{t('site.me.reading.text')}</p>
      <MoreLink href="/display?next=%2Fme">{t('site.me.reading.go')}</MoreLink>
    </section>
  );
}

/** By what one signs in besides the letter. */
function Passkeys({ t }: { readonly t: Translate }): ReactElement {
  return (
    <section className="sec2" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('site.passkeys.title')}</h2>
      <p>{t('site.passkeys.me')}</p>
      <MoreLink href="/me/passkeys">{t('site.passkeys.me.go')}</MoreLink>
    </section>
  );
}

function Devices({ t, actor, mine, keyOf }: MeViewProps): ReactElement {
  return (
    <section className="sec2" aria-labelledby="devices">
      <h2 id="devices">{t('site.me.sessions')}</h2>
      <p className="mb3">{t('site.me.sessions.text')}</p>
      <ul className="devices">
        {mine.sessions.map((session) => (
          <Device key={session.id} t={t} session={session} own={session.id === actor.sessionId} formKey={keyOf()} />
        ))}
      </ul>
    </section>
  );
}

function Device({ t, session, own, formKey }: { readonly t: Translate; readonly session: SessionSummary; readonly own: boolean; readonly formKey: string }): ReactElement {
  const name = browserName(t, session.userAgent) ?? t('site.me.sessions.unknown');
  return (
    <li>
      <p>
        <b className="strong">{name}</b>
        {own ? inBrackets(t, t('site.me.sessions.this')) : null}
        <br />
        <span className="sub num">{t('site.me.sessions.seen', { when: dateTime(t, session.lastSeenAt) })}</span>
      </p>
      {own ? null : (
        <form method="post" action={`/me/sessions/${session.id}/end`}>
          <HiddenFields values={{ _key: formKey }} />
          <Button kind="outline" size="s" about={`${name}${t('ui.help.colon')}`}>
            {t('site.me.sessions.end')}
          </Button>
        </form>
      )}
    </li>
  );
}
