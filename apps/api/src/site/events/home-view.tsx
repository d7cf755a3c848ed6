import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { jstDate } from '@yoriai/platform';
import type { DutyDate, DutyLine } from '@yoriai/rosters';
import {
  ACTIVITY_FIELDS,
  Button,
  Chips,
  EmptyState,
  EventList,
  HelpWanted,
  HomeScene,
  LinkButton,
  MoreLink,
  Motif,
  PaperBox,
  PhoneLink,
  daysBetween,
  longDate,
  shortDate,
  timeRange,
  type Translate,
} from '@yoriai/ui';
import { AreaLinks } from './areas-view.js';
import { EventLine } from './event-line.js';
import type { EventListing } from './event-reader.js';
import { isHoliday } from './holidays.js';
import { listingPath, weekendOf } from './listing-query.js';

export interface HomeViewProps {
  readonly t: Translate;
  readonly ward: string;
  readonly phone: string;
  readonly listing: EventListing & { readonly areas: readonly Area[]; readonly duties: readonly DutyLine[] };
  readonly now: Date;
}

/** Events on the first page, and duties beside them. */
const EVENTS = 7;
const DUTIES = 3;

/** The first page: what is on, who is wanted, whom to call. */
export function HomeView({ t, ward, phone, listing, now }: HomeViewProps): ReactElement {
  return (
    <>
      <Hero t={t} ward={ward} now={now} />
      <div className="wrap mt5">
        <QuickWays t={t} now={now} />
      </div>
      <div className="wrap two sec">
        <Soon t={t} listing={listing} phone={phone} now={now} />
        <aside className="stack-l" aria-label={t('site.event.side')}>
          <Wanted t={t} duties={listing.duties} />
          <PaperBox id="by-phone" title={t('site.home.phone')}>
            <p>{t('site.home.phone.text')}</p>
            <PhoneLink number={phone} />
            <p className="sub">{t('site.home.phone.hours')}</p>
          </PaperBox>
        </aside>
      </div>
      <Six t={t} listing={listing} />
      <Neighbourhoods t={t} areas={listing.areas} />
    </>
  );
}

function Hero({ t, ward, now }: { readonly t: Translate; readonly ward: string; readonly now: Date }): ReactElement {
  return (
    <section className="hero">
      <div className="wrap hero-g">
        <div className="hero-t">
          <p className="eyebrow num">
            {longDate(t, now, { holiday: isHoliday(now) })}
          </p>
          <h1>
            {t('site.home.title.1')}
            <br />
            {t('site.home.title.2')}
          </h1>
          <p className="lead">{t('site.home.lead', { ward })}</p>
          <form className="srch" role="search" action="/events" method="get">
            <label htmlFor="q">{t('site.search.label')}</label>
            <p className="hint" id="q-hint">
              {t('site.search.hint')}
            </p>
            <div className="srch-r">
              <input className="in" id="q" name="q" type="search" maxLength={60} aria-describedby="q-hint" />
              <Button icon="search">{t('site.search.go')}</Button>
            </div>
          </form>
        </div>
      </div>
      <HomeScene t={t} />
    </section>
  );
}

function QuickWays({ t, now }: { readonly t: Translate; readonly now: Date }): ReactElement {
  const today = jstDate(now);
  return (
    <Chips
      label={t('site.home.chips')}
      chips={[
        { href: listingPath({ page: 1, ...weekendOf(now) }), label: t('site.chip.weekend'), icon: 'calendar' },
        { href: listingPath({ page: 1, from: today, to: today }), label: t('site.chip.today'), icon: 'clock' },
        { href: listingPath({ page: 1, field: 'kodomo' }), label: t('site.chip.children'), icon: 'child' },
        { href: listingPath({ page: 1, gratis: 'yes' }), label: t('site.chip.gratis'), icon: 'tick' },
        { href: '/volunteer', label: t('site.chip.help'), icon: 'hand' },
        { href: '#areas', label: t('site.chip.near'), icon: 'pin' },
      ]}
    />
  );
}

function Soon({ t, listing, phone, now }: Pick<HomeViewProps, 't' | 'listing' | 'phone' | 'now'>): ReactElement {
  const shown = listing.items.slice(0, EVENTS);
  const first = shown[0];
  const thisWeek = first !== undefined && daysBetween(now, first.startsAt) < 7;
  return (
    <section aria-labelledby="soon">
      <div className="sec-h">
        <h2 id="soon" className="h2x">
          {t(thisWeek ? 'site.home.week' : 'site.home.soon')}
        </h2>
        {listing.total > 0 ? <MoreLink href="/events">{t('site.home.all', { count: listing.total })}</MoreLink> : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('site.home.none')}>
          <p>{t('site.home.none.text')}</p>
          <PhoneLink number={phone} small />
        </EmptyState>
      ) : (
        <EventList>
          {shown.map((event) => (
            <EventLine key={event.id} t={t} event={event} listing={listing} now={now} />
          ))}
        </EventList>
      )}
    </section>
  );
}

function Wanted({ t, duties }: { readonly t: Translate; readonly duties: readonly DutyLine[] }): ReactElement | null {
  if (duties.length === 0) return null;
  // One duty per event first, so that three associations ask, not one three times.
  const firstOfEach = duties.filter((duty, index) => duties.findIndex((each) => each.dates[0].eventSlug === duty.dates[0].eventSlug) === index);
  const shown = [...firstOfEach, ...duties.filter((duty) => !firstOfEach.includes(duty))].slice(0, DUTIES);
  return (
    <HelpWanted
      t={t}
      id="help"
      form="brief"
      title={t('site.home.help')}
      lead={t('site.home.help.text')}
      duties={shown.map(({ eventTitle: event, duty, dates: [next] }) => ({
        id: next.shiftId,
        event,
        duty,
        when: <TwoLines t={t} duty={next} />,
        capacity: next.capacity,
        free: next.free,
        href: `/events/${next.eventSlug}/shifts/${next.shiftId}`,
      }))}
    >
      <div className="mt4">
        <LinkButton href="/volunteer" kind="outline" wide>
          {t('site.home.help.all')}
        </LinkButton>
      </div>
    </HelpWanted>
  );
}

function TwoLines({ t, duty }: { readonly t: Translate; readonly duty: DutyDate }): ReactElement {
  return (
    <>
      {shortDate(t, duty.startsAt, { holiday: isHoliday(duty.startsAt) })}
      <br />
      <span className="nb">{timeRange(t, duty.startsAt, duty.endsAt)}</span>
    </>
  );
}

function Six({ t, listing }: { readonly t: Translate; readonly listing: EventListing }): ReactElement {
  // Counted only while one page holds everything: half a count would be a wrong count.
  const complete = listing.total <= listing.items.length;
  return (
    <section className="wrap" aria-labelledby="fields">
      <h2 id="fields" className="h2x">
        {t('site.home.fields')}
      </h2>
      <p className="mb4">{t('site.home.fields.text')}</p>
      <ul className="six">
        {ACTIVITY_FIELDS.map((field) => (
          <li key={field}>
            <a href={listingPath({ page: 1, field })}>
              <Motif field={field} size="bare" />
              <span>
                <b>{t(`ui.field.${field}`)}</b>
                {complete ? (
                  <>
                    <br />
                    <span className="sub num">{t('site.count', { count: listing.items.filter((event) => event.field === field).length })}</span>
                  </>
                ) : null}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbourhoods({ t, areas }: { readonly t: Translate; readonly areas: readonly Area[] }): ReactElement | null {
  if (areas.length === 0) return null;
  return (
    <section className="wrap sec" id="areas" aria-labelledby="areas-h">
      <h2 id="areas-h" className="h2x">
        {t('site.home.areas')}
      </h2>
      <p className="mb4">{t('site.home.areas.text')}</p>
      <AreaLinks t={t} areas={areas} />
    </section>
  );
}
