import type { ReactElement, ReactNode } from 'react';
import { answersByWords, Banner, Facts, Icon, Lines, LinkButton, MoreLink, PhoneLink, QrCode, answerLines, dateTime, gapIn, spokenNumber, type Translate } from '@yoriai/ui';
import type { ShownNotice, TicketAnswer } from '@yoriai/events';
import { EntryNumbers } from '../contest/entry-box.js';
import { BesideNotices } from '../events/beside-notices.js';
import { decisionOf } from '../events/rain.js';
import type { ShownEvent } from '../events/shown-event.js';
import { isTooLateToAsk } from '../events/standing.js';
import { waitKey } from '../ticket/queue-view.js';
import type { DoneFacts } from './done.js';
import { isForChildren } from './guardian.js';

export interface DoneViewProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly facts: DoneFacts;
  /** As it stands now; null where only a letter says so. */
  readonly ticket: TicketAnswer | null;
  /** Volunteers still wanted for this event. */
  readonly wanted: number;
  readonly notices: readonly ShownNotice[];
  readonly phone: string;
  readonly now: Date;
}

/** 申し込みました: number, QR, what happens next. */
export function DoneView({ t, event, facts, ticket, wanted, notices, phone, now }: DoneViewProps): ReactElement {
  const { status, ticketUrl } = facts.answer;
  const entries = ticket?.entries ?? [];
  // Nobody asks a child to help.
  const forChild = ticket !== null && (ticket.guardian !== null || isForChildren(ticket));
  const asked = ticket?.guardian?.state === 'asked' ? ticket.guardian : null;
  return (
    <>
      <Top t={t} facts={facts} until={asked?.releaseAt ?? null} choice={choiceOf(ticket)} now={now} />
      {entries.length === 0 ? null : (
        <p className="num mt3">
          {t('contest.entry')} <EntryNumbers t={t} entries={entries} />
        </p>
      )}
      {ticketUrl === null ? null : (
        <div className="btns col mt4">
          <LinkButton href={new URL(ticketUrl).pathname} icon="ticket" wide>
            {t(status === 'waitlisted' ? 'site.done.waitlist.page' : status === 'applied' ? 'site.done.lottery.page' : status === 'guardian_pending' ? 'site.done.guardian.page' : 'site.done.open-ticket')}
          </LinkButton>
          {status === 'confirmed' ? (
            <LinkButton href={`/events/${event.slug}.ics`} kind="outline" icon="calendar" wide>
              {t('site.done.calendar')}
            </LinkButton>
          ) : null}
        </div>
      )}
      <Rest t={t} facts={facts} />
      <section className="sec2" aria-labelledby="next">
        <h2 id="next">{t('site.done.next')}</h2>
        <ol className="nx">{nextSteps({ t, event, facts, sentTo: asked?.sentTo ?? null, choice: choiceOf(ticket), now })}</ol>
        {asked?.sentTo && ticketUrl !== null ? (
          <p className="mt3">
            <MoreLink href={`${new URL(ticketUrl).pathname}/guardian`}>{t('site.guardian.change')}</MoreLink>
          </p>
        ) : null}
        {status === 'received' ? (
          <p className="mt4">
            {t('site.done.repeat.phone')}
            <br />
            <PhoneLink number={phone} small />
          </p>
        ) : null}
      </section>
      {status === 'received' ? null : <Given t={t} given={facts.given} said={answerLines(t, ticket?.said ?? null)} phone={phone} ticket={ticketUrl === null || ticket?.can.amend !== true ? null : new URL(ticketUrl).pathname} />}
      {wanted > 0 && !forChild ? (
        <section className="help sec2" aria-labelledby="help">
          <h2 id="help" className="fs-20">
            {t('site.done.help.title')}
          </h2>
          <p className="mt2">{t('site.done.help.text', { count: wanted })}</p>
          <div className="mt4">
            <LinkButton href={`/events/${event.slug}#help`} kind="outline" wide>
              {t('site.done.help.go')}
            </LinkButton>
          </div>
        </section>
      ) : null}
      <BesideNotices t={t} notices={notices} />
    </>
  );
}

/** Those of the group who wait, when the others have places. */
function Rest({ t, facts }: Pick<DoneViewProps, 't' | 'facts'>): ReactElement | null {
  const { rest } = facts.answer;
  if (rest === null) return null;
  const seats = facts.given.heads - rest.heads;
  return (
    <Banner kind="wait" className="mt5" title={t('site.done.rest', { seats, heads: rest.heads, position: rest.waitlistPosition })}>
      <p>{t('site.done.rest.text')}</p>
      <p className="mt3">
        <LinkButton href={new URL(rest.ticketUrl).pathname} kind="outline" size="s">
          {t('site.done.rest.page')}
        </LinkButton>
      </p>
    </Banner>
  );
}

/** What was written, said back: nobody has to check before sending, and a wrong digit is seen now. */
function Given({ t, given, said, phone, ticket }: { readonly ticket: string | null; readonly t: Translate; readonly given: DoneFacts['given']; readonly said: readonly string[]; readonly phone: string }): ReactElement {
  return (
    <section className="sec2" aria-labelledby="given">
      <h2 id="given">{t('site.done.given')}</h2>
      <Facts
        rows={[
          { term: t('site.apply.frame'), detail: given.frame },
          { term: t('asks.group'), detail: given.group && <b>{given.group}</b> },
          { term: t(given.group ? 'asks.group.speaker' : 'site.apply.name'), detail: <b>{t('site.ticket.san', { name: given.name })}</b> },
          { term: t('site.ticket.heads'), detail: t('site.ticket.heads.value', { count: given.heads }) },
          { term: t('site.apply.companions'), detail: given.companions && <Lines text={given.companions.map((name) => t('site.ticket.san', { name })).join('\n')} /> },
          { term: t('site.apply.phone'), detail: given.phone },
          { term: t('site.apply.email'), detail: given.email },
          ...(said.length === 0 ? [] : [{ term: t('site.ticket.said'), detail: <Lines text={said.join('\n')} /> }]),
        ]}
      />
      {ticket === null ? null : (
        <p className="mt4">
          <MoreLink href={ticket}>{t('site.done.given.change')}</MoreLink>
        </p>
      )}
      <p className="sub mt4">{t(ticket === null ? 'site.done.given.wrong' : 'site.done.given.or-call')}</p>
      <PhoneLink number={phone} small />
    </section>
  );
}

/** Where the host says who gets a place: by which day. */
type Choice = { readonly answersBy: string | null } | null;

const choiceOf = (ticket: TicketAnswer | null): Choice => (ticket?.chosen ? { answersBy: ticket.answersBy } : null);

function Top({ t, facts, until, choice, now }: Pick<DoneViewProps, 't' | 'facts' | 'now'> & { readonly until: string | null; readonly choice: Choice }): ReactElement {
  const { status, number, ticketUrl, waitlistPosition } = facts.answer;
  if (status === 'applied' && choice !== null) return <Asked t={t} number={number} answersBy={choice.answersBy} now={now} />;
  if (status === 'applied') return <Entered t={t} number={number} />;
  if (status === 'guardian_pending') return <Pending t={t} number={number} until={until} />;
  if (status === 'waitlisted') {
    return (
      <div className="done wait" role="status">
        <Icon name="hourglass" />
        <h1>{t('site.done.waitlist.title')}</h1>
        <p className="no num mt3">{t('site.done.waitlist.number', { position: waitlistPosition ?? 0 })}</p>
        {number === null ? null : (
          <p className="num">
            {t('site.done.number')} <b className="strong">{spokenNumber(number)}</b>
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="done" role="status">
      <Icon name="tick-circle" />
      <h1>{t('site.done.title')}</h1>
      {number === null || ticketUrl === null ? (
        <p className="mt3">{t('site.done.repeat.text')}</p>
      ) : (
        <>
          <p>{t('site.done.number')}</p>
          <p className="no num">{spokenNumber(number)}</p>
          <div className="qrb">
            <QrCode text={ticketUrl} label={t('site.done.qr', { number: spokenNumber(number) })} />
          </div>
          <p className="mt4">{t('site.done.show')}</p>
        </>
      )}
    </div>
  );
}

/** In the draw: there is a number, and no place yet. */
function Entered({ t, number }: { readonly t: Translate; readonly number: string | null }): ReactElement {
  return (
    <div className="done" role="status">
      <Icon name="tick-circle" />
      <h1>{t('site.done.lottery.title')}</h1>
      <p>{t('site.done.number')}</p>
      <p className="no num">{number === null ? '' : spokenNumber(number)}</p>
      <p className="mt3">{t('site.done.lottery.text')}</p>
    </div>
  );
}

/** The host will answer: there is a number, and no place yet. */
function Asked({ t, number, answersBy, now }: { readonly t: Translate; readonly number: string | null; readonly answersBy: string | null; readonly now: Date }): ReactElement {
  return (
    <div className="done wait" role="status">
      <Icon name="hourglass" />
      <h1>{t('site.done.chosen.title')}</h1>
      <p>{t('site.done.number')}</p>
      <p className="no num">{number === null ? '' : spokenNumber(number)}</p>
      <p className="mt3">
        {answersByWords(t, answersBy, now)}
        {gapIn(t)}
        <b className="strong">{t('choice.not-yet')}</b>
      </p>
    </div>
  );
}

/** The place is kept, and a guardian is asked. */
function Pending({ t, number, until }: { readonly t: Translate; readonly number: string | null; readonly until: string | null }): ReactElement {
  return (
    <div className="done wait" role="status">
      <Icon name="hourglass" />
      <h1>{t('site.done.guardian.title')}</h1>
      <p>{t('site.done.number')}</p>
      <p className="no num">{number === null ? '' : spokenNumber(number)}</p>
      <p className="mt3">{t('site.done.guardian.text')}</p>
      {until === null ? null : <p className="mt2">{t('site.ticket.guardian.until', { when: dateTime(t, until) })}</p>}
    </div>
  );
}

function nextSteps({ t, event, facts, sentTo, choice, now }: Pick<DoneViewProps, 't' | 'event' | 'facts' | 'now'> & { readonly sentTo: string | null; readonly choice: Choice }): ReactNode {
  const { status } = facts.answer;
  const cannot = <Step key="cannot" when={t('site.done.next.cannot')} what={t('site.done.next.cannot.text')} />;
  const guardian = (key: 'site.done.guardian.next.text' | 'site.done.guardian.next.waits') => <Step key="guardian" when={t('site.done.guardian.next')} what={[sentTo === null ? '' : t('site.guardian.sent', { address: sentTo }), t(key)].join(t.lang === 'ja' ? '' : ' ').trim()} />;
  const meanwhile = sentTo === null ? null : guardian('site.done.guardian.next.waits');
  if (status === 'waitlisted') {
    const late = isTooLateToAsk(event, now);
    const told = [t(waitKey(facts.given)), t('site.done.waitlist.next.text')].join(t.lang === 'ja' ? '' : ' ');
    return [
      facts.given.email === undefined ? null : <Step key="mail" when={t('site.done.next.mail')} what={t('site.done.waitlist.mail.text')} />,
      <Step key="free" when={t(late ? 'site.done.waitlist.late' : 'site.done.waitlist.next')} what={late ? t('site.event.full.late') : told} />,
      meanwhile,
      <Step key="leave" when={t('site.done.waitlist.leave')} what={t('site.done.waitlist.leave.text')} />,
    ];
  }
  if (status === 'guardian_pending') return [guardian('site.done.guardian.next.text'), cannot];
  if (status === 'applied' && choice !== null) return [<Step key="answer" when={t('site.done.chosen.next')} what={t('site.done.chosen.next.text')} />, meanwhile, cannot];
  if (status === 'applied') return [<Step key="draw" when={t('site.done.lottery.next')} what={t('site.done.lottery.next.text')} />, meanwhile, cannot];
  const decision = decisionOf(event);
  const mail = facts.given.email !== undefined ? t('site.done.next.mail.text') : t('site.done.next.note.text');
  return [
    status === 'confirmed' ? <Step key="mail" when={t('site.done.next.mail')} what={mail} /> : null,
    decision === null || new Date(decision) <= now ? null : <Step key="rain" when={dateTime(t, decision)} what={t('site.done.next.rain.text')} />,
    // A repeat may stand in the queue: only who was let in now is promised a place.
    status === 'confirmed' ? (
      <Step key="day" when={dateTime(t, event.startsAt)} what={t('site.done.next.day.text', { place: event.placeName, heads: facts.given.heads - (facts.answer.rest?.heads ?? 0) })} />
    ) : null,
    cannot,
  ];
}

function Step({ when, what }: { readonly when: string; readonly what: string }): ReactElement {
  return (
    <li>
      <div>
        <b className="num">{when}</b>
        <br />
        {what}
      </div>
    </li>
  );
}

/** The page is asked for again later, or by another browser. */
export function GoneView({ t, event }: { readonly t: Translate; readonly event: ShownEvent }): ReactElement {
  return (
    <>
      <h1 className="mb5">{t('site.done.gone.title')}</h1>
      <Banner kind="info" title={event.title}>
        <p>{t('site.done.gone.text')}</p>
      </Banner>
      <div className="btns col mt5">
        <LinkButton href="/lost-ticket" wide>
          {t('site.contact.lost.go')}
        </LinkButton>
        <LinkButton href={`/events/${event.slug}`} kind="outline" wide>
          {t('site.ticket.event')}
        </LinkButton>
      </div>
    </>
  );
}
