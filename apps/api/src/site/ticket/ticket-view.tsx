import type { ReactElement } from 'react';
import type { TicketAtDoor } from '@yoriai/attendance';
import type { Earlier, OwnResult, PublicDecision, StillComingQuestion, TicketAnswer } from '@yoriai/events';
import type { AssignmentResponse } from '@yoriai/rosters';
import { Banner, LinkButton, Lines, MoreLink, PhoneLink, Ticket, dateTime, daysBetween, withReading, reasonIn, type Status, type Translate } from '@yoriai/ui';
import { asksMore } from '../applications/asked.js';
import { EntryNames, EntryNumbers, OwnResults } from '../contest/entry-box.js';
import { ChangedBanner } from '../events/changed-banner.js';
import { decisionOf, rainKey, weatherOf } from '../events/rain.js';
import { DutiesThen } from '../page/at-that-time.js';
import { signInPath } from '../page/own-path.js';
import { DecidedBanner } from '../still-coming/day-banners.js';
import { StillComingBox } from '../still-coming/still-coming-box.js';
import { cancelWords } from './cancel-view.js';
import { AmendedBanners } from './amended-banners.js';
import { DoorBox } from './check-in-view.js';
import { AskedAgain, ConsentMissing, GuardianAnew, GuardianAsked, GuardianMeanwhile } from './guardian-view.js';
import { PhotosSaid } from './photos-box.js';
import { InDraw, NoPlace, NotChosen, Offered, OfferOver, Taken, TicketWhen, ToBeAnswered, Waiting, companionsOf, consentOf, groupOf, headsOf, saidOf } from './queue-view.js';

export interface TicketViewProps {
  readonly t: Translate;
  readonly ticket: TicketAnswer;
  /** Their own, at the hours of the event. */
  readonly duties: readonly AssignmentResponse[];
  readonly earlier: Earlier | null;
  /** What was decided about the day; of another day the question tells. */
  readonly decided: PublicDecision | null;
  /** Whether they still come, where the event was put off. */
  readonly question: StillComingQuestion | null;
  /** 連続◯回 in the series of the event; null where there is none to tell. */
  readonly streak: number | null;
  /** What the results say of their numbers; null before there are any. */
  readonly results: readonly OwnResult[] | null;
  readonly token: string;
  /** A new address as it was just typed. */
  readonly typed: string | null;
  /** The guardian was just asked once more. */
  readonly guardianAsked: boolean;
  /** An offered place was just taken. */
  readonly taken: boolean;
  /** Only for those who lead the event. */
  readonly atDoor: TicketAtDoor | null;
  readonly signedIn: boolean;
  readonly formKey: string;
  readonly officePhone: string;
  readonly now: Date;
}

const STATUS: Readonly<Record<TicketAnswer['status'], Status>> = {
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

/** Theirs, also while a guardian is asked anew: the host changed the plan, not they. */
const isIn = ({ status, guardian }: TicketAnswer): boolean => status === 'confirmed' || (status === 'guardian_pending' && guardian?.anew === true);

/** The ticket as its holder sees it; with the reception's button on top for those who lead the event. */
export function TicketView(props: TicketViewProps): ReactElement {
  const { t, ticket, earlier, decided, question, token, atDoor, formKey } = props;
  const active = ticket.status === 'applied' || ticket.status === 'guardian_pending' || ticket.status === 'confirmed' || ticket.status === 'offered' || ticket.status === 'waitlisted';
  const off = ticket.event.state === 'cancelled';
  return (
    <>
      {atDoor === null ? null : <DoorBox t={t} atDoor={atDoor} token={token} formKey={formKey} />}
      {off ? (
        <Banner kind="cancelled" className="mb5" title={t('site.event.cancelled.title')}>
          {ticket.event.cancellationReason === null ? null : <p>{t('site.event.cancelled.reason', { reason: reasonIn(t, ticket.event.cancellationReason) })}</p>}
          <p>{t('site.event.cancelled.text')}</p>
        </Banner>
      ) : null}
      {props.taken && !off ? <Taken t={t} ticket={ticket} /> : null}
      {props.guardianAsked ? <AskedAgain t={t} ticket={ticket} /> : null}
      {!off && ticket.endedBy !== null ? <ConsentMissing t={t} ticket={ticket} /> : null}
      {!off && ticket.endedBy === null && ticket.status === 'cancelled_by_applicant' ? (
        <Banner kind="good" role="status" className="mb5" title={t(ticket.stoppedWaiting ? 'site.ticket.left.title' : ticket.leftQueue ? 'site.ticket.declined.title' : 'site.ticket.cancelled.title')}>
          <p>{t('site.ticket.cancelled.text')}</p>
        </Banner>
      ) : null}
      {active && !off ? <AmendedBanners t={t} ticket={ticket} typed={props.typed} now={props.now} /> : null}
      {active && !off && decided !== null && decided.kind !== 'postponed' ? <DecidedBanner t={t} startsAt={ticket.event.startsAt} decided={decided} /> : null}
      <DutiesThen t={t} duties={props.duties} />
      {question === null ? null : <StillComingBox t={t} question={question} token={token} formKey={formKey} />}
      {active && earlier !== null ? <ChangedBanner t={t} event={ticket.event} earlier={earlier} /> : null}
      {!off && ticket.status === 'expired' ? <OfferOver t={t} /> : null}
      {props.results !== null && isIn(ticket) && !off ? <OwnResults t={t} ticket={ticket} results={props.results} /> : null}
      <Middle {...props} />
      {ticket.status === 'guardian_pending' ? null : <GuardianMeanwhile {...props} />}
      {isIn(ticket) ? <Rain t={t} event={{ ...ticket.event, settled: decided !== null && decided.kind !== 'postponed' }} now={props.now} moved={Boolean(earlier?.when)} /> : null}
      {active && ticket.photos !== null ? <PhotosSaid t={t} photos={ticket.photos} action={ticket.photosOpen ? `/t/${encodeURIComponent(token)}/photos` : null} formKey={formKey} /> : null}
      {props.streak === null ? null : <Streak t={t} count={props.streak} />}
      <EntryNames t={t} ticket={ticket} token={token} formKey={formKey} />
      <Actions {...props} />
    </>
  );
}

/** How often in a row they came, and what does not count against it. */
function Streak({ t, count }: { readonly t: Translate; readonly count: number }): ReactElement {
  return (
    <section className="sec2" aria-labelledby="streak">
      <h2 id="streak" className="fs-20 num">
        {t('streak.count', { count })}
      </h2>
      <p>{t('streak.rule')}</p>
    </section>
  );
}

function Card({ t, ticket, atDoor, now }: TicketViewProps): ReactElement {
  const { event } = ticket;
  const good = isIn(ticket) && event.state !== 'cancelled';
  const status = event.state === 'cancelled' ? 'cancelled' : atDoor?.present ? 'present' : ticket.chosen && ticket.status === 'confirmed' ? 'accepted' : STATUS[ticket.status];
  const bring = good && event.bringText ? [{ term: t('site.ticket.bring'), detail: <Lines text={event.bringText} /> }] : [];
  return (
    <Ticket
      t={t}
      status={status}
      {...(good && event.startsAt !== null ? { daysLeft: daysBetween(now, event.startsAt) } : {})}
      title={event.title}
      when={<TicketWhen t={t} ticket={ticket} />}
      place={`${event.placeName ?? ''}　${ticket.frameName}`}
      number={ticket.number}
      qrText={good ? ticket.ticketUrl : undefined}
      rows={[
        ...groupOf(t, ticket),
        { term: t(ticket.groupName === null ? 'site.ticket.name' : 'asks.group.speaker'), detail: <span className="read-aloud">{t('site.ticket.san', { name: withReading(ticket.name, ticket.kana) })}</span> },
        { term: t('site.ticket.heads'), detail: headsOf(t, ticket) },
        ...companionsOf(t, ticket),
        ...(good && ticket.entries.length > 0 ? [{ term: t('contest.entry'), detail: <EntryNumbers t={t} entries={ticket.entries} /> }] : []),
        ...saidOf(t, ticket),
        ...consentOf(t, ticket),
        ...bring,
      ]}
    />
  );
}

/** What they had is theirs still: the number for the door, below what they wait for. */
function AskedAnew(props: TicketViewProps): ReactElement {
  return (
    <>
      <GuardianAnew {...props} />
      <Card {...props} />
    </>
  );
}

function Middle(props: TicketViewProps): ReactElement {
  switch (props.ticket.status) {
    case 'applied':
      return props.ticket.chosen ? <ToBeAnswered {...props} /> : <InDraw {...props} />;
    case 'declined':
      return <NotChosen {...props} />;
    case 'guardian_pending':
      return isIn(props.ticket) ? <AskedAnew {...props} /> : <GuardianAsked {...props} />;
    case 'waitlisted':
      return <Waiting {...props} />;
    case 'offered':
      return <Offered {...props} />;
    default:
      return props.ticket.leftQueue ? <NoPlace {...props} /> : <Card {...props} />;
  }
}

/** The others of a group that was parted have tickets of their own. */
function Parts({ t, ticket }: Pick<TicketViewProps, 't' | 'ticket'>): ReactElement | null {
  if (ticket.partUrls.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="parts">
      <h2 id="parts" className="fs-20">
        {t('site.ticket.parts')}
      </h2>
      <p>{t('site.ticket.parts.text')}</p>
      {ticket.partUrls.map((url, index) => (
        <p key={url} className="mt3">
          <MoreLink href={new URL(url).pathname}>{t('site.ticket.parts.open', { nth: index + 1 })}</MoreLink>
        </p>
      ))}
    </section>
  );
}

function Rain({ t, event, now, moved }: Pick<TicketViewProps, 't' | 'now'> & { readonly event: TicketViewProps['ticket']['event'] & { readonly settled: boolean }; readonly moved: boolean }): ReactElement | null {
  const key = rainKey(event, moved);
  const decision = decisionOf(event);
  if (event.state !== 'published' || decision === null || now >= new Date(decision) || !t.has(key)) return null;
  return (
    <Banner kind="rain" className="mt5" title={t(key)}>
      {weatherOf(t, event).map((line) => (
        <p key={line}>
          <b>{line}</b>
        </p>
      ))}
      <p>{t('site.ticket.rain', { when: dateTime(t, decision) })}</p>
    </Banner>
  );
}

function Actions({ t, ticket, token, atDoor, signedIn, officePhone }: TicketViewProps): ReactElement {
  const { event } = ticket;
  return (
    <>
      <div className="btns col mt5">
        {ticket.can.amend === true ? (
          <LinkButton href={`/t/${encodeURIComponent(token)}/change`} kind="outline" icon="pencil" wide>
            {t('amend.go')}
          </LinkButton>
        ) : null}
        {ticket.can.answer === true && asksMore(ticket.asks) ? (
          <LinkButton href={`/t/${token}/answers`} kind="outline" wide>
            {t('site.ticket.said.change')}
          </LinkButton>
        ) : null}
        {isIn(ticket) && event.state === 'published' ? (
          <LinkButton href={`/events/${event.slug}.ics`} kind="outline" icon="calendar" wide>
            {t('site.ticket.calendar')}
          </LinkButton>
        ) : null}
        {event.slug === null ? null : (
          <LinkButton href={`/events/${event.slug}`} kind="outline" wide>
            {t('site.ticket.event')}
          </LinkButton>
        )}
        {ticket.can.cancel === true ? (
          <LinkButton href={`/t/${encodeURIComponent(token)}/cancel`} kind="stop" wide>
            {t(ticket.status === 'offered' ? 'site.ticket.offer.no' : ticket.status === 'waitlisted' ? 'site.ticket.leave.yes' : 'site.ticket.cannot')}
          </LinkButton>
        ) : null}
      </div>
      {ticket.can.cancel === true && cancelWords(ticket) === 'cancel' ? <p className="sub mt3">{t('site.ticket.cannot.text')}</p> : null}
      <Parts t={t} ticket={ticket} />
      <section className="sec2" aria-labelledby="trouble">
        <h2 id="trouble" className="fs-20">
          {t('site.ticket.trouble')}
        </h2>
        <PhoneLink number={event.contactPhone ?? officePhone} />
        <p className="sub">
          {event.organisationName}
          {event.contactName ? `　${event.contactName}` : null}
        </p>
      </section>
      {atDoor === null && !signedIn && event.state === 'published' ? (
        <p className="mt5">
          <MoreLink href={signInPath(`/t/${encodeURIComponent(token)}`)}>{t('site.ticket.for-reception')}</MoreLink>
        </p>
      ) : null}
    </>
  );
}
