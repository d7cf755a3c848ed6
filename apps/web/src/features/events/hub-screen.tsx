import type { EventDetail } from '@yoriai/api-client';
import {
  BackLink,
  Badge,
  Counted,
  dateTime,
  Himekuri,
  Icon,
  isStatus,
  LinkButton,
  longDate,
  Meter,
  Phrases,
  StatusBadge,
  TaskList,
  timeRange,
  WholeDays,
} from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow, useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { useScreen } from '../../ui/screen.js';
import { useNamesRead } from '../../ui/use-names-read.js';
import { HandOver } from '../centre/hand-over.js';
import { HelpNote } from '../centre/help-note.js';
import { isOfCentre } from '../centre/of-centre.js';
import { checkWords } from '../approvals/check-note.js';
import { Conditions } from '../approvals/conditions.js';
import { contestQuery } from '../contest/queries.js';
import { HeldReminders } from '../weather/held-reminders.js';
import { StillComing, ToHandInAgain } from '../weather/still-coming.js';
import { ToWithdraw } from '../weather/to-withdraw.js';
import { ApplyAnew } from './apply-anew.js';
import { ChangeBadge } from './change-badge.js';
import { CircleBadge } from './circle-badge.js';
import { WrittenChange } from './change-step.js';
import { ChangesSince } from './changes-since.js';
import { eventTitle } from './event-title.js';
import { missingLines } from './missing.js';
import { History } from './history.js';
import { Standing } from './standing.js';
import { callsOf, daysUntil, drawAhead, handsOf, nextOf, type Hands, type Next, pageOf } from './hub.js';
import { hubSections, rainWords } from './hub-rows.js';
import { deliveriesQuery, eventQuery, shiftsQuery } from './queries.js';
import { totalOf } from './total.js';

/** One event as a list of what there is to do, with the one next step on top. */
export function HubScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Hub event={found} />}</Answer>;
}

function Hub({ event }: { readonly event: EventDetail }): ReactElement {
  const now = useNow();
  const live = event.publicRevision !== null && event.can.seeApplications === true;
  const shifts = useQuery({ ...shiftsQuery(event.id), enabled: live });
  const deliveries = useQuery({ ...deliveriesQuery(event.id), enabled: live });
  const contest = useQuery({ ...contestQuery(event.id), enabled: event.can.seeApplications === true });
  const helps = useHelps(event);
  const hands = handsOf(shifts.data);
  const calls = callsOf(event, deliveries.data, now);
  const next = nextOf(event, hands, now, calls);
  return (
    <>
      <BackLink t={t} href={paths.events()} renderLink={appLink}>
        {t('app.events.back')}
      </BackLink>
      <Head event={event} now={now} />
      <Standing event={event} />
      <HelpNote event={event} />
      {event.namesRemovedAt === null ? null : <p className="sub num mt3">{t('app.people.removed', { day: longDate(t, event.namesRemovedAt) })}</p>}
      <div className="two mt5">
        <div className="stack-l">
          <NextStep next={next} event={event} count={countOf(next, event, { hands, calls })} />
          <ApplyAnew event={event} />
          <HeldReminders event={event} />
          <StillComing event={event} />
          <ToHandInAgain event={event} />
          <ToWithdraw event={event} />
          <Conditions event={event} />
          <ChangesSince event={event} />
          <WrittenChange event={event} />
          {hubSections(event, { hands, deliveries: deliveries.data, contest: contest.data, now, helps }).map((section, index) => (
            <section key={section.title} aria-labelledby={`hub-${index}`}>
              <h2 id={`hub-${index}`} className="num mb2">
                {index + 1}　{section.title}
              </h2>
              <TaskList renderLink={appLink} tasks={section.rows.map(({ badge, ...row }) => ({ ...row, status: badge }))} />
            </section>
          ))}
          <History eventId={event.id} />
        </div>
        <aside className="stack-l" aria-label={t('app.hub.side')}>
          <Numbers event={event} hands={hands} />
          <QuickWays event={event} />
        </aside>
      </div>
    </>
  );
}

function Head({ event, now }: { readonly event: EventDetail; readonly now: Date }): ReactElement {
  const title = eventTitle(event);
  const heading = useScreen(title);
  const read = useNamesRead();
  const days = daysUntil(event.startsAt, now);
  return (
    <div className="hubh">
      {event.startsAt === null ? null : <Himekuri t={t} at={event.startsAt} />}
      <div>
        <div className="row tight">
          {isStatus(event.state) ? <StatusBadge t={t} status={event.state} /> : null}
          <ChangeBadge of={event} />
          <CircleBadge of={event} />
          {days !== undefined && days >= 0 && event.state === 'published' ? (
            <Badge icon="clock">{days === 0 ? t('ui.ticket.today') : t('ui.ticket.days', { days })}</Badge>
          ) : null}
        </div>
        <h1 ref={heading} tabIndex={-1}>
          <Phrases text={title} />
        </h1>
        <p className="sub num">
          {event.startsAt === null ? (
            t('app.event.no-date')
          ) : (
            <>
              {longDate(t, event.startsAt)} <span className="nb">{timeRange(t, event.startsAt, event.endsAt)}</span>
            </>
          )}
          {event.placeName === null ? null : (
            <>
              <wbr />　{read(event.placeName)}
            </>
          )}
          {event.rainPolicy === null ? null : (
            <>
              <wbr />　<WholeDays text={rainWords(event, now)} />
            </>
          )}
        </p>
        <p className="sub num mt0">
          {event.organisation.name}　{event.number}
        </p>
      </div>
    </div>
  );
}

/** Whether I only help with it, as a community centre: what is the host's alone is not offered. */
function useHelps({ can }: EventDetail): boolean {
  return isOfCentre(useSession().me) && can.submit === 'event.host-only' && can.enterApplications === 'application.leaders-only';
}

/** How many things or people the next step is about. */
function countOf({ kind }: Next, event: EventDetail, { hands, calls }: { readonly hands: Hands | undefined; readonly calls: number }): number {
  if (kind === 'write') return missingLines(event).length;
  return kind === 'call' ? calls : (hands?.short ?? 0);
}

function NextStep({ next, event, count }: { readonly next: Next; readonly event: EventDetail; readonly count: number }): ReactElement | null {
  if (next.kind === 'cancelled' || next.kind === 'rejected' || next.kind === 'closed') return null;
  const due = event.approval?.dueOn;
  const params = { count, due: due === undefined ? '' : dateTime(t, `${due}T08:30:00Z`), when: event.publishAt === null ? '' : dateTime(t, event.publishAt) };
  return (
    <section className={next.tone === 'warm' ? 'help' : next.tone === 'act' ? 'first' : 'soft'} aria-labelledby="hub-next">
      <h2 id="hub-next">{t(`app.next.${next.kind}`, params)}</h2>
      <p className="mt1">{next.kind === 'wait' && event.approval?.check?.outcome === null ? `${checkWords(event.approval.check)}。` : t(`app.next.${next.kind}.body`, params)}</p>
      {entersOnly(event) ? (
        <p className="mt4">
          <LinkButton href={paths.proxy(event.id)} icon="phone" renderLink={appLink}>
            {t('app.people.proxy')}
          </LinkButton>
        </p>
      ) : null}
      {next.kind === 'hand-over' ? <HandOver event={event} /> : null}
      {next.href === undefined ? null : (
        <p className="mt4">
          <LinkButton href={next.href} renderLink={appLink} {...(next.kind === 'hand-over' || next.tone === 'good' || next.tone === 'quiet' ? { kind: 'outline' as const } : {})}>
            {t(`app.next.${next.kind}.button`)}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Numbers({ event, hands }: { readonly event: EventDetail; readonly hands: Hands | undefined }): ReactElement | null {
  const frames = event.frames.filter((frame) => frame.kind !== 'volunteer' && frame.capacity !== null);
  const wanted = hands?.wanted ?? 0;
  const total = totalOf(event);
  // Nobody has a place in what was called off; how many had applied says the row of the people.
  if (event.publicRevision === null || event.state === 'cancelled' || (frames.length === 0 && wanted === 0)) return null;
  return (
    <section aria-labelledby="hub-numbers">
      <h2 id="hub-numbers" className="fs-18 mb3">
        {t('app.hub.numbers')}
      </h2>
      <dl className="nums num">
        {frames.map((frame) => (
          <div key={frame.id}>
            <dt>{frames.length === 1 ? t('app.count.applications') : frame.name}</dt>
            <dd>
              {drawAhead([frame]) === null ? (
                <Counted first text={t('app.unit.people-of', { count: frame.placesTaken, of: frame.capacity ?? 0 })} />
              ) : (
                t('app.hub.people.draw', { count: frame.entered, capacity: frame.capacity ?? 0 })
              )}
              {frame.waiting > 0 ? `　${t('app.count.waiting-of', { count: frame.waiting })}` : null}
            </dd>
            {drawAhead([frame]) === null ? (
              <dd>
                <Meter value={frame.placesTaken} of={frame.capacity ?? 0} />
              </dd>
            ) : null}
          </div>
        ))}
        {total ? (
          <div>
            <dt>{t('events.label.totalPlaces')}</dt>
            <dd>
              <Counted first text={t('app.unit.people-of', { count: total.taken, of: total.places })} />
            </dd>
            <dd>
              <Meter value={total.taken} of={total.places} />
            </dd>
          </div>
        ) : null}
        {hands && wanted > 0 ? (
          <div>
            <dt>{t('app.count.hands')}</dt>
            <dd>
              <Counted first text={t('app.unit.people-of', { count: hands.taken, of: wanted })} />
            </dd>
            <dd>
              <Meter value={hands.taken} of={wanted} tone={hands.short > 0 ? 'warm' : 'good'} />
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

/** Enters applications for others and sees none: a block leader, and the ward's counter. It is what they come for. */
const entersOnly = ({ can, state, frames }: EventDetail): boolean => state === 'published' && frames.length > 0 && can.enterApplications === true && can.seeApplications !== true;

/** Buttons for what is done in a hurry. What can't be done now says why on its own screen. */
function QuickWays({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { id, state } = event;
  if (state === 'draft' || state === 'submitted' || state === 'returned' || state === 'rejected') return null;
  return (
    <section aria-labelledby="hub-quick">
      <h2 id="hub-quick" className="fs-18 mb3">
        {t('app.hub.quick')}
      </h2>
      <div className="btns col">
        {state === 'published' && event.frames.length > 0 && event.can.enterApplications !== 'application.leaders-only' && !entersOnly(event) ? (
          <LinkButton href={paths.proxy(id)} kind="outline" size="m" wide icon="phone" renderLink={appLink}>
            {t('app.people.proxy')}
          </LinkButton>
        ) : null}
        {state === 'closed' ? null : (
          <LinkButton href={paths.papers(id)} kind="outline" size="m" wide icon="print" renderLink={appLink}>
            {t('app.papers.title')}
          </LinkButton>
        )}
        <LinkButton href={paths.again(id)} kind="outline" size="m" wide icon="calendar" renderLink={appLink}>
          {t('app.again.title')}
        </LinkButton>
        {state === 'published' || state === 'approved' ? (
          <LinkButton href={paths.cancel(id)} kind="stop" size="m" wide icon="slash" renderLink={appLink}>
            {t('app.decide.title')}
          </LinkButton>
        ) : null}
        {event.publicRevision === null ? null : (
          <a className="more" href={pageOf(event)}>
            <Icon name="link" small />
            {t(event.visibility === null ? 'app.hub.public-page' : 'app.hub.kept-page')}
          </a>
        )}
      </div>
    </section>
  );
}
