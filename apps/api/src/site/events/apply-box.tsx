import type { ReactElement } from 'react';
import { answersByWords, Banner, Lines, LinkButton, MoreLink, PhoneLink, Remaining, dateTime, type Translate } from '@yoriai/ui';
import { JustCome } from './just-come.js';
import { inList, type ListingQuery } from './listing-query.js';
import type { ShownEvent } from './shown-event.js';
import { choiceOf, closingsOf, countedFrames, isTooLateToAsk, isUndrawn, lastCall, lotteryOf, opensLater, placesOf, queueOf, standingOf } from './standing.js';

export interface ApplyBoxProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  /** Where the event was found. */
  readonly list: ListingQuery;
  readonly now: Date;
}

/** The one thing to do on an event's page, or why it can't be done now and what can; and which places can be asked for only later. */
export function ApplyBox(props: ApplyBoxProps): ReactElement | null {
  const standing = standingOf(props.event, props.now);
  return (
    <>
      <Now {...props} />
      {standing === 'cancelled' || standing === 'ended' ? null : <JustCome t={props.t} frames={props.event.frames} />}
      {standing === 'open' || standing === 'full' ? <Later {...props} /> : null}
      {props.event.frames.some(({ method }) => method === 'lottery') ? (
        <p className="mt3">
          <MoreLink href={`/events/${props.event.slug}/draw`}>{props.t('site.draw.title')}</MoreLink>
        </p>
      ) : null}
    </>
  );
}

/** When applications begin, of each frame where there are several. */
function NotYet(props: ApplyBoxProps): ReactElement {
  const { t, event, now } = props;
  const later = opensLater(event, now);
  return (
    <Banner kind="info" title={t('site.event.apply.opens', { when: dateTime(t, later[0]?.opensAt ?? event.startsAt) })}>
      {later.length > 1 ? <Later {...props} /> : null}
    </Banner>
  );
}

function Later({ t, event, now }: ApplyBoxProps): ReactElement | null {
  const later = opensLater(event, now);
  if (later.length === 0) return null;
  return (
    <p className="mt3 num">
      <Lines text={later.map(({ name, opensAt }) => t('site.event.apply.opens.of', { frame: name, when: dateTime(t, opensAt) })).join('\n')} />
    </p>
  );
}

function Now({ t, event, list, now }: ApplyBoxProps): ReactElement | null {
  const places = placesOf(event.frames);
  const until = lastCall(event);
  switch (standingOf(event, now)) {
    case 'cancelled':
      return null;
    case 'ended':
      return (
        <Banner kind="info" title={t('site.event.ended.title')}>
          <p>{t('site.event.ended.text')}</p>
        </Banner>
      );
    case 'anyone':
      return (
        <section className="rem" aria-labelledby="come">
          <h2 id="come" className="fs-20">
            {t('site.left.anyone')}
          </h2>
          <p className="mt2">{t('site.event.frame.open')}</p>
        </section>
      );
    case 'not-open':
      return <NotYet t={t} event={event} list={list} now={now} />;
    case 'closed':
      return (
        <Banner kind="note" title={t('site.event.closed.title')}>
          <p>{t('site.event.closed.text')}</p>
        </Banner>
      );
    case 'full':
      return <Full t={t} event={event} list={list} waiting={places.waiting} late={isTooLateToAsk(event, now)} />;
    case 'open': {
      const lottery = lotteryOf(event.frames);
      const choice = choiceOf(event.frames);
      if (choice !== null) return <ByChoice t={t} event={event} list={list} choice={choice} now={now} />;
      if (lottery !== null) return <Lottery t={t} event={event} list={list} lottery={lottery} />;
      return (
        <Remaining t={t} id="remaining" taken={places.capacity - places.free} capacity={places.capacity}>
          <Drawn t={t} event={event} />
          <div className="mt5">
            <LinkButton href={`/events/${event.slug}/apply${inList(list)}`} wide>
              {t('site.event.apply')}
            </LinkButton>
          </div>
          <p className="sub mt3">
            <span className="nb">{t('site.event.apply.note.1')}</span>
            {t.lang === 'ja' ? <wbr /> : ' '}
            <span className="nb">{t('site.event.apply.note.2')}</span>
            {until === null ? null : (
              <>
                <br />
                <Until t={t} event={event} />
              </>
            )}
          </p>
        </Remaining>
      );
    }
  }
}

/** Which of the places are given by lot, where others are not. */
function Drawn({ t, event }: Pick<ApplyBoxProps, 't' | 'event'>): ReactElement | null {
  const drawn = countedFrames(event.frames).filter(isUndrawn);
  if (drawn.length === 0) return null;
  return (
    <p className="mt3 num">
      <Lines text={drawn.map(({ name, closesAt }) => (closesAt === null ? t('site.event.lottery.of', { frame: name }) : t('site.event.lottery.of.when', { frame: name, when: dateTime(t, closesAt) }))).join('\n')} />
    </p>
  );
}

/** Until when it can be applied for: a line for each frame where they close at different times. */
export function Until({ t, event }: Pick<ApplyBoxProps, 't' | 'event'>): ReactElement | null {
  const until = lastCall(event);
  const each = closingsOf(event).map(({ name, closesAt }) => t('site.event.apply.until.of', { frame: name, when: dateTime(t, closesAt) }));
  if (each.length > 0) return <Lines text={each.join('\n')} />;
  return until === null ? null : <>{t('site.event.apply.until', { when: dateTime(t, until) })}</>;
}

/** Whoever enters until the closing has the same chance: how many want how many places, when lots are drawn, and how. */
function Lottery({ t, event, list, lottery }: Omit<ApplyBoxProps, 'now'> & { readonly lottery: NonNullable<ReturnType<typeof lotteryOf>> }): ReactElement {
  const { capacity, entered, closesAt } = lottery;
  return (
    <section className="rem" aria-labelledby="lottery">
      <h2 id="lottery" className="fs-20 num">
        {t('site.event.lottery.title', { capacity })}
      </h2>
      <p className="mt2 num">{t('site.event.lottery.entered', { count: entered })}</p>
      {closesAt === null ? null : <p>{t('site.event.lottery.text', { when: dateTime(t, closesAt) })}</p>}
      <div className="mt5">
        <LinkButton href={`/events/${event.slug}/apply${inList(list)}`} wide>
          {t('site.event.lottery.go')}
        </LinkButton>
      </div>
      <p className="sub mt3">{t('site.event.lottery.same')}</p>
    </section>
  );
}

/** The host gives the places: that asking is not having, when the answer comes, and what becomes of freed places. */
function ByChoice({ t, event, list, choice, now }: ApplyBoxProps & { readonly choice: NonNullable<ReturnType<typeof choiceOf>> }): ReactElement {
  const { capacity, entered, answersBy } = choice;
  const until = lastCall(event);
  return (
    <section className="rem" aria-labelledby="choice">
      <h2 id="choice" className="fs-20 num">
        {t('site.event.chosen.title', { capacity })}
      </h2>
      {entered === 0 ? null : <p className="mt2 num">{t('site.event.chosen.entered', { count: entered })}</p>}
      <p className="mt2">{t('site.event.chosen.text')}</p>
      {placesOf(event.frames).free === 0 ? <p>{t('site.event.chosen.full')}</p> : null}
      <p>{answersByWords(t, answersBy, now)}</p>
      <div className="mt5">
        <LinkButton href={`/events/${event.slug}/apply${inList(list)}`} wide>
          {t('site.event.apply')}
        </LinkButton>
      </div>
      <p className="sub mt3">{t('site.event.chosen.freed')}</p>
      {until === null ? null : (
        <p className="sub">
          <Until t={t} event={event} />
        </p>
      )}
    </section>
  );
}

/** Everything is taken. In the last hours nobody is asked any more: who joins the queue then has to ask the host. */
function Full({ t, event, list, waiting, late }: Omit<ApplyBoxProps, 'now'> & { readonly waiting: number; readonly late: boolean }): ReactElement {
  return (
    <Banner kind="wait" title={waiting > 0 ? t('site.event.full.title', { count: waiting }) : t('site.event.full.none')}>
      <p>{t(late ? 'site.event.full.late' : 'site.event.full.text')}</p>
      {late ? null : <p>{t(`site.event.queue.${queueOf(event.frames)}`)}</p>}
      {late && event.contactPhone ? <PhoneLink number={event.contactPhone} small /> : null}
      <div className="mt4">
        <LinkButton href={`/events/${event.slug}/apply${inList(list)}`} wide>
          {t('site.event.full.go')}
        </LinkButton>
      </div>
    </Banner>
  );
}
