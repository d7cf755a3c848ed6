import type { ReactElement } from 'react';
import { standsOverNight, type TicketAnswer } from '@yoriai/events';
import { answersByWords, Banner, Button, Facts, HiddenFields, Icon, Lines, MoreLink, dateTime, gapIn, spokenNumber, type Translate, answerLines } from '@yoriai/ui';
import { companionLines } from '../applications/companions.js';
import { When } from '../page/when.js';

export interface QueueProps {
  readonly t: Translate;
  readonly ticket: TicketAnswer;
  readonly token: string;
  readonly formKey: string;
}

/** Said once nobody can take the place any more. */
export function OfferOver({ t }: Pick<QueueProps, 't'>): ReactElement {
  return (
    <Banner kind="info" role="status" className="mb5" title={t('site.ticket.offer.over')}>
      <p>{t('site.ticket.offer.over.text')}</p>
    </Banner>
  );
}

/** Said once a place that was kept has been taken. */
export function Taken({ t, ticket }: Pick<QueueProps, 't' | 'ticket'>): ReactElement | null {
  if (ticket.status !== 'confirmed' && ticket.status !== 'guardian_pending') return null;
  return (
    <Banner kind="good" role="status" className="mb5" title={t('site.ticket.taken.title')}>
      {ticket.status === 'confirmed' ? <p>{t('site.ticket.taken.text')}</p> : null}
    </Banner>
  );
}

/** By which way who waits is told of a place, and how soon they have to answer then. */
export function WaitsFor({ t, ticket }: Pick<QueueProps, 't' | 'ticket'>): ReactElement | null {
  if (ticket.waitReason === 'host-decides') return null;
  return (
    <p className="mt2">
      <b>{t('site.done.waitlist.next')}</b>
      <br />
      {t(waitKey(ticket.amend ?? {}))}
    </p>
  );
}

/** The sentence for who gave these ways to be reached: mail where there is an address, else the telephone. */
export function waitKey({ email, phone }: { readonly email?: string | null | undefined; readonly phone?: string | null | undefined }): 'site.wait.mail' | 'site.wait.phone' | 'site.wait.either' {
  return email ? 'site.wait.mail' : phone ? 'site.wait.phone' : 'site.wait.either';
}

/** A freed place that is kept: until when, and one button to take it. */
export function Offered({ t, ticket, token, formKey, now }: QueueProps & { readonly now: Date }): ReactElement {
  if (ticket.can.accept !== true) {
    return (
      <>
        <OfferOver t={t} />
        <NoPlace t={t} ticket={ticket} />
      </>
    );
  }
  return (
    <>
      <div className="done wait">
        <Icon name="bell" />
        <h1>{t('site.ticket.offer.title')}</h1>
        <p className="mt2">{t('site.ticket.offer.until', { when: dateTime(t, ticket.offerEndsAt ?? '') })}</p>
        {ticket.offerEndsAt !== null && standsOverNight(now, new Date(ticket.offerEndsAt)) ? <p className="mt2">{t('site.ticket.offer.night')}</p> : null}
        <p className="mt2">{t('site.ticket.offer.then')}</p>
      </div>
      <form method="post" action={`/t/${encodeURIComponent(token)}/acceptance`} className="mt5">
        <HiddenFields values={{ _key: formKey }} />
        <Button size="answer" wide>
          {t('site.ticket.offer.yes')}
        </Button>
      </form>
      <AboutPlace t={t} ticket={ticket} />
    </>
  );
}

/** A place in the queue, and why it has not moved yet. */
export function Waiting({ t, ticket, token }: QueueProps): ReactElement {
  const { waitReason: reason, freeForFewer: free, heads } = ticket;
  return (
    <>
      <div className="done wait">
        <Icon name="hourglass" />
        <h1>{t('site.ticket.state.waitlisted', { position: ticket.waitlistPosition ?? 0 })}</h1>
        {reason === null ? null : <p className="mt2">{t(`site.ticket.waiting.${reason}`, { heads, more: heads - (free ?? 0) })}</p>}
        {free === null || ticket.can.amend !== true || ticket.amend?.group !== true ? null : (
          <p className="mt2">
            {t('site.ticket.waiting.fewer', { free })}
            <br />
            <MoreLink href={`/t/${encodeURIComponent(token)}/change`}>{t('site.ticket.waiting.fewer.go')}</MoreLink>
          </p>
        )}
        <WaitsFor t={t} ticket={ticket} />
      </div>
      <AboutPlace t={t} ticket={ticket} />
    </>
  );
}

/** In a draw that is still to come: when, and where it can be checked. */
export function InDraw({ t, ticket }: QueueProps): ReactElement {
  return (
    <>
      <div className="done wait">
        <Icon name="hourglass" />
        <h1>{t('site.ticket.lottery.title')}</h1>
        {ticket.drawsAt === null ? null : <p className="mt2">{t('site.ticket.lottery.text', { when: dateTime(t, ticket.drawsAt) })}</p>}
        <p className="mt2">
          <MoreLink href={`/events/${ticket.event.slug}/draw`}>{t('site.draw.title')}</MoreLink>
        </p>
      </div>
      <AboutPlace t={t} ticket={ticket} />
    </>
  );
}

/** The host has not answered: by when that is, and that nothing is decided. */
export function ToBeAnswered({ t, ticket, now }: Pick<QueueProps, 't' | 'ticket'> & { readonly now: Date }): ReactElement {
  return (
    <>
      <div className="done wait">
        <Icon name="hourglass" />
        <h1>{t('site.ticket.chosen.title')}</h1>
        <p className="mt2">
          {answersByWords(t, ticket.answersBy, now)}
          {gapIn(t)}
          {t('choice.not-yet')}
        </p>
        <p className="mt2">{t('site.ticket.chosen.text')}</p>
      </div>
      <AboutPlace t={t} ticket={ticket} />
    </>
  );
}

/** The host chose others, or nobody answered before the event began; with what the host says to it. */
export function NotChosen({ t, ticket }: Pick<QueueProps, 't' | 'ticket'>): ReactElement {
  return (
    <>
      <Banner kind="info" className="mb5" title={t('site.ticket.not-chosen.title')}>
        <p>{t(ticket.unanswered ? 'site.ticket.not-chosen.unanswered' : 'site.ticket.not-chosen.text')}</p>
        {ticket.hostWords === null ? null : <Lines text={t('choice.words', { words: ticket.hostWords })} />}
      </Banner>
      <NoPlace t={t} ticket={ticket} />
    </>
  );
}

/** What it was about, for who has no ticket to show. */
export function NoPlace({ t, ticket }: Pick<QueueProps, 't' | 'ticket'>): ReactElement {
  return (
    <>
      <h1>{ticket.event.title}</h1>
      <AboutPlace t={t} ticket={ticket} />
    </>
  );
}

/** The application in rows, for who has no ticket to show. */
export function AboutPlace({ t, ticket }: Pick<QueueProps, 't' | 'ticket'>): ReactElement {
  return (
    <div className="mt5">
        <Facts
          rows={[
            { term: t('site.ticket.event-name'), detail: <b>{ticket.event.title}</b> },
            { term: t('site.event.facts.when'), detail: <TicketWhen t={t} ticket={ticket} /> },
            { term: t('site.event.facts.where'), detail: ticket.event.placeName },
            { term: t('site.done.number'), detail: <b className="num">{spokenNumber(ticket.number)}</b> },
            { term: t('site.apply.frame'), detail: ticket.frameName },
            ...groupOf(t, ticket),
            { term: t(ticket.groupName === null ? 'site.ticket.name' : 'asks.group.speaker'), detail: t('site.ticket.san', { name: ticket.name }) },
            { term: t('site.ticket.heads'), detail: headsOf(t, ticket) },
            ...companionsOf(t, ticket),
            ...saidOf(t, ticket),
            ...consentOf(t, ticket),
          ]}
        />
      </div>
  );
}

/** How many the ticket is for; of a group that was parted, that the holder is not among them. */
export function headsOf(t: Translate, { heads, name, withoutApplicant }: TicketAnswer): string {
  return withoutApplicant ? t('site.ticket.heads.others', { count: heads, name }) : t('site.ticket.heads.value', { count: heads });
}

/** A row with the group that the holder speaks for. */
export function groupOf(t: Translate, { groupName }: TicketAnswer): { term: string; detail: ReactElement }[] {
  return groupName === null ? [] : [{ term: t('asks.group'), detail: <b>{groupName}</b> }];
}

/** A row with the names of those who come along, where they were asked for. */
export function companionsOf(t: Translate, { companions }: TicketAnswer): { term: string; detail: ReactElement }[] {
  if (companions.length === 0) return [];
  return [{ term: t('site.apply.companions'), detail: <Lines text={companionLines(t, companions)} /> }];
}

/** A row with what the host asked and was answered. */
export function saidOf(t: Translate, { said }: TicketAnswer): { term: string; detail: ReactElement }[] {
  const lines = answerLines(t, said);
  return lines.length === 0 ? [] : [{ term: t('site.ticket.said'), detail: <Lines text={lines.join('\n')} /> }];
}

/** A row that says how a guardian's consent stands; that one is asked for, only as long as it is. */
export function consentOf(t: Translate, { guardian, status }: TicketAnswer): { term: string; detail: string }[] {
  if (guardian === null || (guardian.state !== 'given' && status.startsWith('cancelled_'))) return [];
  return [{ term: t('consent.title'), detail: t(guardian.state === 'given' ? 'consent.state.given' : guardian.anew ? 'consent.state.anew' : 'consent.state.asked') }];
}

export function TicketWhen({ t, ticket }: { readonly t: Translate; readonly ticket: TicketAnswer }): ReactElement | null {
  const { startsAt, endsAt } = ticket.event;
  return startsAt === null ? null : <When t={t} startsAt={startsAt} endsAt={endsAt} />;
}
