import type { EventLine, ListRequestLine, WardDecision } from '@yoriai/api-client';
import { Counted, dateAndRange, EmptyState, LinkButton, Motif, Phrases, shortDate, SmallNumbers, StatusBadge, TaskList } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactElement } from 'react';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow, useSession } from '../../app/session.js';
import { moreWords, t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { Waiting } from '../../ui/waiting.js';
import { conditionsQuery, deskQuery, firstChecksQuery } from '../approvals/queries.js';
import { coHostingsQuery } from '../co-hosts/queries.js';
import { BeginOrEnter } from './begin-or-enter.js';
import { isOfCentre } from '../centre/of-centre.js';
import { DeviceOffer } from '../identity/device-offer.js';
import { CircleBadge } from './circle-badge.js';
import { CircleEvents, circlesQuery } from './circle-events.js';
import { eventTitle } from './event-title.js';
import { mayBegin } from './hosts.js';
import { daysUntil, type Hands } from './hub.js';
import { callsQuery, eventsQuery, handsQuery } from './queries.js';
import { listRequestsQuery } from '../lists/queries.js';
import { wardDecisionsQuery } from '../weather/ward-decisions.js';
import { membershipTasksQuery } from '../membership/queries.js';
import { startTasksQuery } from '../starts/queries.js';
import { tasksOf, nextEvent, withoutTwins, type TaskToDo } from './tasks.js';
import { matterOf, rowLine } from './task-line.js';
import { buttonWord, greetingKey, lineOf, statusOf, titleOf } from './task-words.js';

/** The most pressing cases; all of them are on the desk. */
const MOST_CASES = 5;

/** Rare, and with its words: not with the first scripts. */
const WardDecided = lazy(async () => ({ default: (await Promise.all([import('../weather/ward-decided.js'), moreWords()]))[0].WardDecided }));

/** The same, for ward staff. */
const ListsNote = lazy(async () => ({ default: (await Promise.all([import('../lists/lists-note.js'), moreWords()]))[0].ListsNote }));
const LateReportsNote = lazy(async () => ({ default: (await Promise.all([import('../approvals/late-reports-note.js'), moreWords()]))[0].LateReportsNote }));
const CentreHome = lazy(async () => ({ default: (await Promise.all([import('../centre/centre-home.js'), moreWords()]))[0].CentreHome }));

/** What waits for me, and the next event. */
export function Home(): ReactElement {
  const now = useNow();
  const staff = useLevel('staff');
  const events = useQuery(eventsQuery({ scope: 'mine' }));
  const desk = useQuery({ ...deskQuery({ status: 'pending' }), enabled: staff });
  const conditions = useQuery({ ...conditionsQuery, enabled: staff });
  const reported = useQuery({ ...eventsQuery({ scope: 'ward', state: 'reported' }), enabled: staff });
  const checks = useQuery(firstChecksQuery);
  const together = useQuery(coHostingsQuery);
  const starts = useQuery(startTasksQuery);
  const joining = useQuery(membershipTasksQuery);
  const counted = useQuery(handsQuery);
  const calls = useQuery(callsQuery);
  const circles = useQuery(circlesQuery);
  const above = useAbove(staff);
  const ofCentre = isOfCentre(useSession().me);
  const hands = new Map<string, Hands>((counted.data?.items ?? []).map(({ eventId, wanted, short }) => [eventId, { wanted, short, taken: wanted - short }]));
  // Drawn when all of it is there, so that nothing moves under a finger; what does not come at all is left out.
  const coming = [counted, calls, desk, conditions, reported, checks, together, starts, joining, circles, ...above].some((each) => each.isLoading);
  return (
    <Screen title={t('app.home.title')} eyebrow={`${shortDate(t, now)}　${t(greetingKey(now))}`}>
      <Answer of={events}>
        {(page) => {
          if (coming) return <Waiting />;
          const tasks = tasksOf({
            events: withoutTwins([...page.items, ...(reported.data?.items ?? [])]),
            cases: (desk.data?.items ?? []).slice(0, MOST_CASES),
            checks: checks.data?.items ?? [],
            together: together.data?.items ?? [],
            starts: starts.data?.items ?? [],
            joining: joining.data?.items ?? [],
            conditions: (conditions.data?.items ?? []).slice(0, MOST_CASES),
            hands,
            calls: calls.data?.items ?? [],
            now,
          });
          const next = nextEvent([...page.items], now);
          return (
            <div className="two mt5">
              <div>
                <Above of={above} />
                {tasks.length > 0 ? <Tasks tasks={tasks} offer={<Offer />} /> : ofCentre ? null : <NothingToDo />}
                {tasks.length > 0 ? null : <Offer />}
                {ofCentre ? <Centre /> : null}
                <MoreCases all={(desk.data?.items ?? []).length} />
              </div>
              <div className="stack-l">
                {next ? <NextEvent event={next} hands={hands.get(next.id)} now={now} /> : null}
                <CircleEvents of={circles} />
                {ofCentre ? null : <BeginOrEnter next={next} />}
              </div>
            </div>
          );
        }}
      </Answer>
    </Screen>
  );
}

/** What stands above all that waits: what the ward office decided, and lists of people that want a second person. */
function useAbove(staff: boolean) {
  const decided = useQuery(wardDecisionsQuery);
  const lists = useQuery({ ...listRequestsQuery, enabled: staff });
  return [decided, lists] as const;
}

function Above({ of: [decided, lists] }: { readonly of: ReturnType<typeof useAbove> }): ReactElement {
  return (
    <>
      <Decided items={decided.data?.items ?? []} />
      <Lists items={lists.data?.items ?? []} />
      <Late />
    </>
  );
}

/** What the ward office decided about an event of mine, above all that waits. */
function Decided({ items }: { readonly items: readonly WardDecision[] }): ReactElement | null {
  if (items.every(({ isRead }) => isRead)) return null;
  return (
    <Suspense fallback={null}>
      <WardDecided items={items} />
    </Suspense>
  );
}

/** Lists with names that wait for my yes or no, or that I may take. */
function Lists({ items }: { readonly items: readonly ListRequestLine[] }): ReactElement | null {
  if (items.every(({ mine, state }) => mine && state !== 'allowed')) return null;
  return (
    <Suspense fallback={null}>
      <ListsNote items={items} />
    </Suspense>
  );
}

/** Reports that did not come, about which the ward rings up. */
function Late(): ReactElement | null {
  return useLevel('staff') ? (
    <Suspense fallback={null}>
      <LateReportsNote />
    </Suspense>
  ) : null;
}

/** After what is most pressing: below a long list nobody who has work to do would see it. */
function Offer(): ReactElement | null {
  return useSession().me.hasPasskey ? null : <DeviceOffer />;
}

function Centre(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <CentreHome />
    </Suspense>
  );
}

/** Home shows the most pressing cases; that there are others is said. */
function MoreCases({ all }: { readonly all: number }): ReactElement | null {
  if (all <= MOST_CASES) return null;
  return (
    <p className="mt4">
      <AppLink href={paths.desk()} className="more">
        {t('app.home.more-cases', { count: all - MOST_CASES })}
      </AppLink>
    </p>
  );
}

function NothingToDo(): ReactElement {
  const { me } = useSession();
  return (
    <EmptyState title={t('app.home.none.title')} field="fukushi">
      <p>{t(mayBegin(me) ? 'app.home.none.body' : 'app.home.none.others', { name: me.name })}</p>
    </EmptyState>
  );
}

function Tasks({ tasks, offer }: { readonly tasks: readonly TaskToDo[]; readonly offer: ReactElement }): ReactElement {
  const now = useNow();
  const [first, ...rest] = tasks;
  if (!first) return <></>;
  const status = statusOf(first);
  return (
    <>
      <section className="first" aria-labelledby="home-first">
        <p className="row tight">
          <StatusBadge t={t} {...status} />
          <CircleBadge of={first} />
        </p>
        <h2 id="home-first">
          <Phrases text={titleOf(first)} />
        </h2>
        <p className="num">{matterOf(first, now) ?? lineOf(first, now)}</p>
        <LinkButton href={first.href} renderLink={appLink}>
          {buttonWord(first)}
        </LinkButton>
      </section>
      {offer}
      {rest.length === 0 ? null : (
        <section aria-labelledby="home-rest" className="mt6">
          <h2 id="home-rest" className="num mb3">
            {t('app.home.rest', { count: rest.length })}
          </h2>
          <TaskList
            renderLink={appLink}
            tasks={rest.map((task) => ({
              id: task.id,
              href: task.href,
              title: titleOf(task),
              line: rowLine(task, now),
              status: <StatusBadge t={t} {...statusOf(task)} />,
              field: task.field ?? 'fukushi',
            }))}
          />
        </section>
      )}
    </>
  );
}

function NextEvent({ event, hands, now }: { readonly event: EventLine; readonly hands: Hands | undefined; readonly now: Date }): ReactElement {
  const days = daysUntil(event.startsAt, now) ?? 0;
  const field = event.field ?? 'fukushi';
  return (
    <section aria-labelledby="home-next">
      <h2 id="home-next" className="mb3">
        {t('app.home.next')}
      </h2>
      <article className="nxc">
        <span className={`top ${field}`}>
          <Motif field={field} size="bare" />
        </span>
        <div>
          {days === 0 ? <p className="big">{t('ui.ticket.today')}</p> : null}
          {days > 0 ? (
            <p className="num">
              <Counted text={t('ui.ticket.days', { days })} className="big" />
            </p>
          ) : null}
          <h3>
            <AppLink href={paths.event(event.id)}>{eventTitle(event)}</AppLink>
          </h3>
          {event.startsAt === null ? null : <p className="sub num">{dateAndRange(t, event.startsAt, event.endsAt)}</p>}
          {event.visibility === null ? null : (
            <p>
              <CircleBadge of={event} />
            </p>
          )}
          <SmallNumbers
            rows={[
              ...countsOf(event),
              ...(hands && hands.wanted > 0 ? [{ label: t('app.count.hands'), value: hands.taken, of: hands.wanted }] : []),
              ...(event.waiting > 0 ? [{ label: t('app.count.waiting'), value: event.waiting }] : []),
            ]}
          />
        </div>
      </article>
    </section>
  );
}

/** Who applied, of how many places; who has entered a draw that is still to come has none yet, and is told as that. */
export function countsOf({ capacity, placesTaken, inDraw }: Pick<EventLine, 'capacity' | 'placesTaken' | 'inDraw'>): { label: string; value: number; of?: number }[] {
  if (capacity === 0) return [];
  const of = capacity === null ? {} : { of: capacity };
  if (inDraw === null) return [{ label: t('app.count.applications'), value: placesTaken, ...of }];
  const entered = { label: t('app.count.in-draw'), value: inDraw };
  return placesTaken === 0 ? [{ ...entered, ...of }] : [{ label: t('app.count.applications'), value: placesTaken, ...of }, entered];
}
