import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { jstDate } from '@yoriai/platform';
import type { AssignmentResponse } from '@yoriai/rosters';
import { Banner, DutyRow, EmptyState, LinkButton, MoreLink, duration, monthName, shortDate, timeRange, type Translate } from '@yoriai/ui';
import { isHoliday } from '../events/holidays.js';
import { endOfWeek } from '../events/listing-query.js';
import { signInPath } from '../page/own-path.js';
import { When } from '../page/when.js';
import { DutyFilter } from './duty-filter.js';
import { dutiesPath, type DutyQuery } from './duty-query.js';
import type { FreeListing, ListedShift } from './duty-reader.js';

export interface VolunteerViewProps {
  readonly t: Translate;
  readonly listing: FreeListing & { readonly all: number };
  readonly query: DutyQuery;
  readonly areas: readonly Area[];
  readonly signedIn: boolean;
  /** Why the shift just asked for can't be had. */
  readonly refused: string | null;
  readonly now: Date;
}

/** 入れる当番: one flat list, soonest first; collisions are left out. */
export function VolunteerView({ t, listing, query, areas, signedIn, refused, now }: VolunteerViewProps): ReactElement {
  return (
    <>
      {refused === null ? null : <Banner kind="bad" role="alert" className="mb5" title={refused} />}
      <h1>{t('site.volunteer.title')}</h1>
      <p className="mt2">{t(signedIn ? 'site.volunteer.lead' : 'site.volunteer.lead.anyone')}</p>
      {signedIn ? null : <Invitation t={t} here={dutiesPath(query)} />}
      {listing.next === null ? null : <NextDuty t={t} duty={listing.next} />}
      {listing.all === 0 ? null : <DutyFilter t={t} query={query} areas={areas} now={now} />}
      {listing.shifts.length === 0 ? (
        <Nothing t={t} all={listing.all} />
      ) : (
        [...groups(t, listing.shifts, now)].map(([head, shifts]) => (
          <section key={head} aria-label={head}>
            <h2 className="dayh num">{head}</h2>
            <ul className="vl">
              {shifts.map((shift) => (
                <Row key={shift.id} t={t} shift={shift} />
              ))}
            </ul>
          </section>
        ))
      )}
      <Banner kind="info" className="mt6" title={t('site.volunteer.insurance')}>
        <p>{t('site.volunteer.insurance.text')}</p>
      </Banner>
    </>
  );
}

/** None at all, or none that is asked for. */
function Nothing({ t, all }: { readonly t: Translate; readonly all: number }): ReactElement {
  if (all > 0) {
    return (
      <EmptyState title={t('site.volunteer.none')}>
        <LinkButton href="/volunteer">{t('site.volunteer.none.all', { count: all })}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('site.volunteer.empty')}>
      <p>{t('site.volunteer.empty.text')}</p>
      <LinkButton href="/events">{t('site.error.way.events')}</LinkButton>
    </EmptyState>
  );
}

function Invitation({ t, here }: { readonly t: Translate; readonly here: string }): ReactElement {
  return (
    <section className="soft mt5" aria-labelledby="come-in">
      <h2 id="come-in" className="fs-20">
        {t('site.volunteer.invite.title')}
      </h2>
      <p className="mt2">{t('site.volunteer.invite.text')}</p>
      <div className="btns mt4">
        <LinkButton href={signInPath(here)}>{t('site.volunteer.invite.go')}</LinkButton>
        <LinkButton href={`/register?next=${encodeURIComponent(here)}`} kind="outline">
          {t('site.volunteer.invite.register')}
        </LinkButton>
      </div>
    </section>
  );
}

/** The next duty, on top of everything that is one's own. */
export function NextDuty({ t, duty }: { readonly t: Translate; readonly duty: AssignmentResponse }): ReactElement {
  return (
    <section className="nextd" aria-labelledby="next-duty">
      <h2 id="next-duty" className="sub">
        {t('site.volunteer.next')}
      </h2>
      <p className="num">
        <b>
          <When t={t} startsAt={duty.startsAt} endsAt={duty.endsAt} />
        </b>
      </p>
      <p>
        {duty.eventTitle} {duty.duty}（{duty.place || duty.eventPlace}）
      </p>
      <MoreLink href={`/me/duties/${duty.id}`}>{t('site.volunteer.next.more')}</MoreLink>
    </section>
  );
}

function groups(t: Translate, shifts: readonly ListedShift[], now: Date): Map<string, ListedShift[]> {
  const sunday = endOfWeek(jstDate(now));
  const found = new Map<string, ListedShift[]>();
  for (const shift of shifts) {
    const day = jstDate(new Date(shift.startsAt));
    const head = day <= sunday ? t('site.volunteer.this-week') : monthName(t, day);
    found.set(head, [...(found.get(head) ?? []), shift]);
  }
  return found;
}

function Row({ t, shift }: Pick<VolunteerViewProps, 't'> & { readonly shift: ListedShift }): ReactElement {
  const duty = {
    id: shift.id,
    duty: shift.duty,
    when: <span className="nb">{timeRange(t, shift.startsAt, shift.endsAt)}</span>,
    event: shift.eventTitle,
    note: (
      <>
        {shift.place || shift.eventPlace}　<span className="nb">{duration(t, shift.startsAt, shift.endsAt)}</span>
        {shift.note === '' ? null : `　${shift.note}`}
      </>
    ),
    capacity: shift.capacity,
    free: shift.free,
  };
  const date = shortDate(t, shift.startsAt, { holiday: isHoliday(shift.startsAt) });
  return <DutyRow t={t} field={shift.field ?? 'fukushi'} date={date} duty={{ ...duty, href: `/events/${shift.eventSlug}/shifts/${shift.id}` }} />;
}
