import type { ReactElement } from 'react';
import { programmeOf, type Earlier, type Figures, type Hazard, type PublicDecision, type ShownResults, type ShownStalls, type Visibility } from '@yoriai/events';
import { BackLink, Badge, Banner, Facts, HelpWanted, Himekuri, Icon, Lines, MoreLink, PaperBox, Phrases, Scene, dateTime, hostLang, initiativeName, sameDay, shortDate, timeRange, withoutReadings, reasonIn, type Translate } from '@yoriai/ui';
import type { Municipality } from '../../open-data/address.js';
import { descriptionIn, titleLang } from '../page/other-words.js';
import { ApplyBox } from './apply-box.js';
import { DayBanners } from '../still-coming/day-banners.js';
import { BesideNotices } from './beside-notices.js';
import { EventAbout } from './event-about.js';
import { Care, DateBox, EventFacts, RainRule } from './event-facts.js';
import { mapUrl } from './elsewhere-links.js';
import { EventBadges } from './event-line.js';
import { EventTakeAway } from './event-take-away.js';
import { When } from '../page/when.js';
import { isHoliday } from './holidays.js';
import { listingPath, type ListingQuery } from './listing-query.js';
import type { ListedEvent, ShownDuty, ShownEvent } from './shown-event.js';
import { RunningOrder } from './running-order.js';
import type { Beside } from './beside-event.js';
import { HandoutsPart } from './handouts-part.js';
import { PicturesPart } from './pictures-part.js';
import { ResultsPart } from '../contest/results-part.js';
import { StallsPart } from '../stalls/stall-list.js';
import { StartWay } from '../starts/start-views.js';
import { SeriesDates } from './series-dates.js';
import { standingOf } from './standing.js';

export interface EventViewProps extends Beside {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly earlier: Earlier | null;
  readonly decided: PublicDecision | null;
  /** From what its place is no refuge. */
  readonly unfit: readonly Hazard[];
  readonly duties: readonly ShownDuty[];
  readonly stalls: ShownStalls | null;
  /** Of its contest, once the host has confirmed them. */
  readonly results: ShownResults | null;
  /** How many came and what was cleaned, once the report was taken. */
  readonly figures: Figures | null;
  /** The next dates of its series, itself among them. */
  readonly dates: readonly ListedEvent[];
  /** Where to go instead, when one can't come to this one. */
  readonly similar: ListedEvent | null;
  /** Where the event was found. */
  readonly list: ListingQuery;
  /** Of the ward, and where its Site is. */
  readonly here: Municipality & { readonly publicUrl: string };
  readonly now: Date;
}

/** The page of one event: what, the one thing to do, かぜ facts, care, help wanted. */
export function EventView({ t, event, earlier, decided, unfit, duties, stalls, results, figures, pictures, handouts, notices, dates, similar, list, here, now }: EventViewProps): ReactElement {
  const standing = standingOf(event, now);
  const alive = standing !== 'cancelled' && standing !== 'ended';
  const wanted = duties.filter((duty) => duty.free > 0 && new Date(duty.startsAt) > now);
  const missing = wanted.reduce((sum, duty) => sum + duty.free, 0);
  return (
    <>
      <BackLink t={t} href={listingPath(list, { page: list.page })}>
        {t(Object.keys(list).length > 1 || list.page > 1 ? 'site.back-to-found' : 'site.back-to-events')}
      </BackLink>
      <div className={standing === 'cancelled' ? 'evp bare' : 'evp'}>
        <div className="evp-head">
          {event.visibility === null ? null : <KeptNote t={t} visibility={event.visibility} />}
          <Notices t={t} event={event} similar={similar} />
          {alive ? <DayBanners t={t} event={event} earlier={earlier} decided={decided} /> : null}
          <div className="evh">
            <Himekuri t={t} at={event.startsAt} holiday={isHoliday(event.startsAt)} />
            <div>
              <div className="row tight">
                <EventBadges t={t} event={event} wanted={missing} now={now} />
                {t.lang === 'en' && event.descriptionEn === null ? <Badge icon="info">{t('site.event.japanese-only')}</Badge> : null}
              </div>
              <h1 lang={titleLang(t, event)}>
                <Phrases text={event.title} />
              </h1>
            </div>
          </div>
          <InitiativeTag t={t} event={event} />
          <Said t={t} event={event} />
        </div>
        {standing === 'cancelled' ? null : (
          <div className="evp-apply">
            {t.lang === 'ja-easy' ? <DateBox t={t} event={event} /> : null}
            <ApplyBox t={t} event={event} list={list} now={now} />
            {similar === null ? null : <p className="mt3"><SimilarLink t={t} event={similar} /></p>}
          </div>
        )}
        <div className="evp-main">
          {results === null ? null : <ResultsPart t={t} results={results} />}
          {figures === null ? null : <Held t={t} figures={figures} />}
          <PicturesPart t={t} slug={event.slug} spots={pictures} />
          {alive && results === null ? <RainRule t={t} event={event} moved={Boolean(earlier?.when)} now={now} /> : null}
          <EventFacts t={t} event={event} unfit={alive ? unfit : []} alive={alive} map={mapUrl(event, here)} />
          <Within t={t} event={event} stalls={standing === 'cancelled' ? null : stalls} dropped={decided?.dropped ?? []} />
          <HandoutsPart t={t} slug={event.slug} handouts={standing === 'cancelled' ? [] : handouts} />
          <Care t={t} event={event} />
          <BesideNotices t={t} notices={notices} />
        </div>
        <aside className="evp-side stack-l" aria-label={t('site.event.side')}>
          {alive && wanted.length > 0 ? <Help t={t} event={event} duties={wanted} missing={missing} /> : null}
          {isForChildren(event) ? <HelpLine t={t} /> : null}
          <TheSameAgain t={t} event={event} dates={dates} startable={standing !== 'cancelled'} />
          <EventTakeAway t={t} event={event} alive={alive} ended={standing === 'ended'} address={`${here.publicUrl}/events/${event.slug}`} />
        </aside>
      </div>
    </>
  );
}

/** To which initiative of the ward it belongs. */
function InitiativeTag({ t, event: { initiative } }: Pick<EventViewProps, 't' | 'event'>): ReactElement | null {
  if (initiative === null) return null;
  return (
    <p className="chips mt3">
      <span className="vh">{t('site.event.initiative')}</span>
      <a className="chip" href={`/initiatives/${initiative.code}`} lang={t.lang === 'en' ? undefined : 'ja'}>
        <Icon name="flag" small />
        <span>
          <Phrases text={initiativeName(t, initiative)} />
        </span>
      </a>
    </p>
  );
}

/** One sentence; and the picture that stands above the title where letters are small. */
function Said({ t, event }: Pick<EventViewProps, 't' | 'event'>): ReactElement {
  return (
    <>
      {event.summary ? (
        <p className="lede" lang={hostLang(t)}>
          <Lines text={event.summary} />
        </p>
      ) : null}
      <Scene t={t} field={sceneOf(event)} large />
    </>
  );
}

/** The field whose picture an event has; the neighbours at tea where it has none. */
export const sceneOf = ({ field }: ShownEvent): string => field ?? 'fukushi';

/** The same on other dates, and the way to begin it somewhere else where that can be asked for. */
function TheSameAgain({ t, event, dates, startable }: Pick<EventViewProps, 't' | 'event' | 'dates'> & { readonly startable: boolean }): ReactElement {
  const programme = startable && !event.byInvitation ? programmeOf(withoutReadings(event.titleJa ?? event.title)) : null;
  return (
    <>
      <SeriesDates t={t} event={event} dates={dates} />
      {programme === null ? null : <StartWay t={t} programme={programme} />}
    </>
  );
}

/** What takes place there: in its running order, by whom, and what the host tells at length. */
function Within({ t, event, stalls, dropped }: Pick<EventViewProps, 't' | 'event' | 'stalls'> & Pick<PublicDecision, 'dropped'>): ReactElement {
  return (
    <>
      <RunningOrder t={t} event={event} dropped={dropped} />
      {stalls === null ? null : <StallsPart t={t} slug={event.slug} stalls={stalls} />}
      {event.description ? <EventAbout t={t} description={event.description} plain={event.programme.length > 0} lang={descriptionIn(t, event) === null ? hostLang(t) : undefined} /> : null}
    </>
  );
}

function SimilarLink({ t, event }: { readonly t: Translate; readonly event: ListedEvent }): ReactElement {
  const date = shortDate(t, event.startsAt, { holiday: isHoliday(event.startsAt) });
  return <MoreLink href={`/events/${event.slug}`}>{t('site.event.similar', { date, title: event.title })}</MoreLink>;
}

/** What came of it, in figures. */
function Held({ t, figures: { people, area } }: { readonly t: Translate; readonly figures: Figures }): ReactElement {
  return (
    <section className="sec2" aria-labelledby="held">
      <h2 id="held">{t('site.event.figures')}</h2>
      <Facts
        rows={[
          { term: t('site.event.figures.people'), detail: <b className="num">{t('site.event.figures.people.count', { count: people })}</b> },
          { term: t('site.event.figures.area'), detail: area === null ? null : <b className="num">{t('site.event.figures.area.count', { area })}</b> },
        ]}
      />
    </section>
  );
}

/** 中止 and 訓練 stand above everything. */
function Notices({ t, event, similar }: Pick<EventViewProps, 't' | 'event' | 'similar'>): ReactElement | null {
  if (event.state === 'cancelled') {
    return (
      <Banner kind="cancelled" className="mb5" title={t('site.event.cancelled.title')}>
        {event.banner === null ? null : (
          <>
            <p>{t('site.event.cancelled.reason', { reason: reasonIn(t, event.banner.reason) })}</p>
            <p className="num">{t('site.event.decided.at', { when: dateTime(t, event.banner.at) })}</p>
          </>
        )}
        <p>{t('site.event.cancelled.text')}</p>
        <p>
          {similar === null ? <MoreLink href="/events">{t('site.event.cancelled.next')}</MoreLink> : <SimilarLink t={t} event={similar} />}
        </p>
      </Banner>
    );
  }
  if (event.category !== 'drill') return null;
  return (
    <Banner kind="drill" className="mb5" title={t('site.event.drill.title')}>
      <p>{t('site.event.drill.text')}</p>
    </Banner>
  );
}

/** Whom a page is for that not everybody sees; whoever came by its link is asked to keep it. */
function KeptNote({ t, visibility }: { readonly t: Translate; readonly visibility: Visibility }): ReactElement {
  return (
    <Banner kind="info" className="mb5" title={t(`site.event.${visibility}.title`)}>
      <p>{t(`site.event.${visibility}.text`)}</p>
    </Banner>
  );
}

function Help({ t, event, duties, missing }: { readonly t: Translate; readonly event: ShownEvent; readonly duties: readonly ShownDuty[]; readonly missing: number }): ReactElement {
  return (
    <HelpWanted
      t={t}
      id="help"
      title={t('site.event.help.title')}
      lead={t('site.event.help.text', { count: missing })}
      duties={duties.map((duty) => ({
        id: duty.id,
        duty: duty.duty,
        when: sameDay(duty.startsAt, event.startsAt) ? <span className="nb">{timeRange(t, duty.startsAt, duty.endsAt)}</span> : <When t={t} startsAt={duty.startsAt} endsAt={duty.endsAt} />,
        ...(duty.note === '' ? {} : { note: duty.note }),
        capacity: duty.capacity,
        free: duty.free,
        href: `/events/${event.slug}/shifts/${duty.id}`,
      }))}
    />
  );
}

const isForChildren = ({ field, audience }: ShownEvent): boolean => field === 'kodomo' || audience === 'children' || audience === 'families';

/** Whom to turn to in need, where parents and children look. */
function HelpLine({ t }: { readonly t: Translate }): ReactElement {
  return (
    <PaperBox id="help-line" title={t('site.event.children.title')}>
      <p>{t('site.event.children.text')}</p>
      <p>
        <MoreLink href="/elsewhere#children">{t('site.event.children.go')}</MoreLink>
      </p>
    </PaperBox>
  );
}
