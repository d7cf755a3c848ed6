import type { EventLine } from '@yoriai/api-client';
import { bothYears, Chips, Counted, EmptyState, EventList as EventRows, EventRow, isStatus, LinkButton, NativeSelect, Pagination, Segments, StatusBadge, TaskList } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Fragment, lazy, Suspense, useState, type ReactElement } from 'react';
import { AppLink, appLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow, useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { Waiting } from '../../ui/waiting.js';
import { useNamesRead } from '../../ui/use-names-read.js';
import { AskedNote } from '../co-hosts/asked-note.js';
import { helpWords } from '../centre/help-note.js';
import { isOfCentre } from '../centre/of-centre.js';
import { byYear } from './by-year.js';
import { eventTitle } from './event-title.js';
import { mayBegin } from './hosts.js';
import { STATE_FILTERS, type EventSearch } from './search.js';
import { ChangeBadge } from './change-badge.js';
import { CircleBadge, withCircle } from './circle-badge.js';
import type { MonthViewProps } from './month-view.js';
import { eventsQuery } from './queries.js';

/** The table comes with whoever looks at it. */
const MonthView = lazy(async () => ({ default: (await import('./month-view.js')).MonthView }));

/** Mine, and for the ward office everybody's, by state. */
export function EventListScreen(): ReactElement {
  const search: EventSearch = useSearch({ from: '/events' });
  const staff = useLevel('staff');
  const { me } = useSession();
  const scope = search.scope ?? (staff ? 'ward' : isOfCentre(me) ? 'helped' : 'mine');
  const href = (change: EventSearch): string => paths.events({ ...search, page: undefined, ...change });
  return (
    <Screen title={t('app.events.title')}>
      <Begin />
      <AskedNote />
      <div className="filters mt5">
        <SearchBox value={search.q ?? ''} hrefFor={(q) => href({ q: q === '' ? undefined : q })} />
        <div className="ph">
          <StateSelect state={search.state} hrefFor={(state) => href({ state })} />
        </div>
      </div>
      <div className="stack mt5">
        <Segments
          label={t('app.events.views')}
          renderLink={appLink}
          chips={([undefined, 'month'] as const).map((view) => ({ href: href({ view, month: undefined }), label: t(view === undefined ? 'app.events.view.list' : 'app.events.view.month'), on: search.view === view }))}
        />
        {staff ? (
          <Chips
            label={t('app.events.scope')}
            renderLink={appLink}
            chips={(['ward', 'mine'] as const).map((each) => ({ href: href({ scope: each }), label: t(`app.events.scope.${each}`), on: scope === each }))}
          />
        ) : null}
        <div className="pc">
          <Chips
            label={t('app.events.filter')}
            renderLink={appLink}
            chips={[
              { href: href({ state: undefined }), label: t('app.events.all'), on: search.state === undefined },
              ...STATE_FILTERS.map((state) => ({ href: href({ state }), label: t(`ui.status.${state}`), on: search.state === state })),
            ]}
          />
        </div>
      </div>
      {search.view === 'month' ? (
        <Suspense fallback={<Waiting />}>
          <MonthView scope={scope} search={search} hrefFor={href} />
        </Suspense>
      ) : (
        <Found scope={scope} search={search} hrefFor={href} />
      )}
    </Screen>
  );
}

/** A page of the list. */
function Found({ scope, search, hrefFor }: MonthViewProps): ReactElement {
  const page = search.page ?? 1;
  const events = useQuery(eventsQuery({ scope, page, ...(search.state ? { state: search.state } : {}), ...(search.q ? { q: search.q } : {}) }));
  return (
    <Answer of={events}>
      {({ items, total, page: shown, pageSize }) => (
        <section className="mt5">
          <h2 className="vh">{t('app.events.found')}</h2>
          <p className="num" role="status">
            <Counted text={t('app.unit.items', { count: total })} className="cnt" />
          </p>
          {items.length === 0 ? <Empty filtered={search.state !== undefined || search.q !== undefined} /> : <Rows items={items} ward={scope !== 'mine'} />}
          <Pagination t={t} page={shown} pages={Math.ceil(total / pageSize)} hrefOf={(each) => hrefFor({ page: each })} renderLink={appLink} />
        </section>
      )}
    </Answer>
  );
}

/** A new one, or, for what one hosts, several from a file, for whoever may begin any. */
function Begin(): ReactElement | null {
  const { me } = useSession();
  if (!mayBegin(me)) return null;
  return (
    <div className="btns mt4">
      <LinkButton href={paths.newEvent()} renderLink={appLink} icon="add">
        {t('app.events.new')}
      </LinkButton>
      {isOfCentre(me) ? null : (
        <LinkButton href={paths.importEvents} renderLink={appLink} kind="text">
          {t('open-data.title')}
        </LinkButton>
      )}
    </div>
  );
}

/** The same filter in the device's own list, where chips would take half the screen. */
function StateSelect({ state, hrefFor }: { readonly state: EventSearch['state']; readonly hrefFor: (state: EventSearch['state']) => string }): ReactElement {
  const go = useGo();
  return (
    <NativeSelect
      t={t}
      name="state"
      label={t('app.events.filter')}
      need="silent"
      choices={[{ value: '', label: t('app.events.all') }, ...STATE_FILTERS.map((each) => ({ value: each, label: t(`ui.status.${each}`) }))]}
      value={state ?? ''}
      onChange={(event) => go(hrefFor(STATE_FILTERS.find((each) => each === event.target.value)))}
    />
  );
}

function SearchBox({ value, hrefFor }: { readonly value: string; readonly hrefFor: (q: string) => string }): ReactElement {
  const go = useGo();
  const [q, setQ] = useState(value);
  return (
    <form
      role="search"
      className="srch grow"
      onSubmit={(event) => {
        event.preventDefault();
        go(hrefFor(q.trim()));
      }}
    >
      <label htmlFor="events-q">{t('app.events.search')}</label>
      <div className="srch-r">
        <input id="events-q" className="in" type="search" value={q} onChange={(event) => setQ(event.target.value)} maxLength={60} />
        <button type="submit" className="btn o">
          {t('app.search')}
        </button>
      </div>
    </form>
  );
}

function Empty({ filtered }: { readonly filtered: boolean }): ReactElement {
  const begins = mayBegin(useSession().me);
  return (
    <EmptyState title={t(filtered ? 'app.events.none-filtered' : 'app.events.none')} field="bunka">
      <p>{t(filtered ? 'app.events.none-filtered.body' : begins ? 'app.events.none.body' : 'app.events.none.others')}</p>
      {filtered || begins ? (
        <LinkButton href={filtered ? paths.events() : paths.newEvent()} kind="outline" renderLink={appLink}>
          {t(filtered ? 'app.events.unfilter' : 'app.events.new')}
        </LinkButton>
      ) : null}
    </EmptyState>
  );
}

/** Events with a date as a newsletter index, those without below as plain tasks. */
function Rows({ items, ward }: { readonly items: readonly EventLine[]; readonly ward: boolean }): ReactElement {
  const undated = items.filter((each) => each.startsAt === null);
  const read = useNamesRead();
  const begins = mayBegin(useSession().me);
  const now = useNow();
  return (
    <>
      {byYear(items, now).map(({ year, over, items: ofYear }) => (
        <Fragment key={ofYear[0]?.id}>
          {year === null ? null : <h3 className="mt5 mb2 num">{over ? `${t('app.events.over')}　${bothYears(t, year)}` : bothYears(t, year)}</h3>}
          <EventRows>
            {ofYear.map((event) => (
              <EventRow
                key={event.id}
                t={t}
                href={paths.event(event.id)}
                title={eventTitle(event)}
                field={event.field ?? 'fukushi'}
                startsAt={event.startsAt ?? ''}
                endsAt={event.endsAt}
                place={event.placeName === null ? t('app.event.no-place') : read(event.placeName)}
                badges={
                  <>
                    <State event={event} />
                    <CircleBadge of={event} />
                  </>
                }
                left={
                  <>
                    {leftOf(event, ward)}
                    {begins && isOver(event, now) ? <Again event={event} /> : null}
                  </>
                }
                renderLink={appLink}
              />
            ))}
          </EventRows>
        </Fragment>
      ))}
      {undated.length === 0 ? null : (
        <section className="mt6" aria-labelledby="undated">
          <h2 id="undated" className="mb3">
            {t('app.events.undated')}
          </h2>
          <TaskList
            renderLink={appLink}
            tasks={undated.map((event) => ({
              id: event.id,
              href: paths.event(event.id),
              title: eventTitle(event),
              line: withCircle(event, [event.organisation.name, event.number, event.help ? helpWords(event.help) : ''].filter(Boolean).join('　')),
              status: <State event={event} />,
              field: event.field ?? 'fukushi',
            }))}
          />
        </section>
      )}
    </>
  );
}

function State({ event }: { readonly event: EventLine }): ReactElement | null {
  return (
    <>
      {isStatus(event.state) ? <StatusBadge t={t} status={event.state} /> : null}
      <ChangeBadge of={event} />
    </>
  );
}

const isOver = ({ startsAt, endsAt }: EventLine, now: Date): boolean => startsAt !== null && new Date(endsAt ?? startsAt) < now;

/** 去年の行事をもう一度, from the list itself; above the link that the whole row is. */
function Again({ event }: { readonly event: EventLine }): ReactElement {
  return (
    <>
      <br />
      <AppLink href={paths.again(event.id)} className="again">
        {t('app.again.title')}
        <span className="vh">：{eventTitle(event)}</span>
      </AppLink>
    </>
  );
}

function leftOf(event: EventLine, ward: boolean): ReactElement {
  const whose = (
    <>
      <span className="sub">{ward ? event.organisation.name : event.number}</span>
      {event.help ? <span className="sub">　{helpWords(event.help)}</span> : null}
    </>
  );
  if (event.state !== 'published' || event.capacity === 0) return whose;
  return (
    <>
      <Counted first text={event.capacity === null ? t('app.unit.heads', { count: event.placesTaken }) : t('app.unit.people-of', { count: event.placesTaken, of: event.capacity })} />
      <br />
      {whose}
    </>
  );
}
