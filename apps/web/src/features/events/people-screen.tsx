import type { ApplicationLine, ApplicationList, EventDetail } from '@yoriai/api-client';
import { Banner, EmptyState, LinkButton, MoreLink, longDate, spokenNumber } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { KanaIndex } from '../../ui/kana-index.js';
import { Screen } from '../../ui/screen.js';
import { answersQuery } from '../weather/still-coming.js';
import { answersBy, type StillAnswer } from '../weather/still-answers.js';
import { AnswerChips } from '../weather/answer-marks.js';
import { CalledOffPeople } from './called-off-people.js';
import { WithContacts } from './contacts.js';
import { eventTitle } from './event-title.js';
import { takenWords } from './hub-rows.js';
import { applicationsQuery, eventQuery } from './queries.js';
import { Person } from './person-row.js';
import { byKanaRow, kanaRowOf } from './kana.js';
import { askedOf, confirmedOf, endedOf, enteredOf, headsOf, justAmended, keptWithoutYes, pendingOf, waitingOf } from './people.js';
import { sameNames } from './same-names.js';
import { totalOf } from './total.js';
import { whatChanged } from './person-facts.js';
import { Choosing } from './choosing.js';

/** Who comes, who waits; entering for others, moving up, cancelling. */
export function PeopleScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/people' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <People event={found} />}</Answer>;
}

function People({ event }: { readonly event: EventDetail }): ReactElement {
  const back = { href: paths.event(event.id), label: eventTitle(event) };
  const why = whyNot(event.can.seeApplications);
  return (
    <Screen title={t('app.hub.applicants')} back={back}>
      {why === undefined ? (
        <Names event={event} />
      ) : (
        <>
          <Banner kind="info" className="mt5" title={t('app.people.not-here')}>
            <p>{why}</p>
            <p className="num">{takenWords(event)}</p>
          </Banner>
          {event.can.enterApplications === true ? <EnterOne event={event} /> : null}
        </>
      )}
    </Screen>
  );
}

function Names({ event }: { readonly event: EventDetail }): ReactElement {
  const list = useQuery(applicationsQuery(event.id));
  const entering = whyNot(event.can.enterApplications);
  if (event.namesRemovedAt !== null) return <Answer of={list} inside>{(found) => <NamesRemoved list={found} />}</Answer>;
  if (event.state === 'cancelled')
    return (
      <Answer of={list} inside>
        {(found) => (
          <WithContacts eventId={event.id} people={found.items}>
            <CalledOffPeople event={event} people={found.items} />
          </WithContacts>
        )}
      </Answer>
    );
  return (
    <>
      <EnterOne event={event} />
      {entering === undefined ? null : <p className="sub mt2">{entering}</p>}
      <Answer of={list} inside>
        {(found) => 
          found.items.length === 0 ? (
            <Nobody event={event} />
          ) : (
            <WithContacts eventId={event.id} people={found.items}>
              <Lists event={event} list={found} />
            </WithContacts>
          )
        }
      </Answer>
    </>
  );
}

/** A fiscal year after the event: nobody is named any more, and how many they were stays. */
function NamesRemoved({ list: { namesRemoved } }: { readonly list: ApplicationList }): ReactElement | null {
  if (namesRemoved === null) return null;
  const { applications, heads } = namesRemoved;
  return (
    <Banner kind="info" className="mt5" title={t('app.people.removed.title')}>
      <p className="num">{t('app.people.removed.body', { day: longDate(t, namesRemoved.at) })}</p>
      <p className="num strong">{t('app.people.confirmed', { count: applications, heads })}</p>
    </Banner>
  );
}

function EnterOne({ event }: { readonly event: EventDetail }): ReactElement {
  return (
    <div className="btns mt4">
      <LinkButton href={paths.proxy(event.id)} icon="phone" renderLink={appLink}>
        {t('app.people.proxy')}
      </LinkButton>
    </div>
  );
}

function Nobody({ event }: { readonly event: EventDetail }): ReactElement {
  return (
    <EmptyState title={t('app.people.none')} field={event.field ?? 'fukushi'}>
      <p>{t('app.people.none.body')}</p>
      <LinkButton href={paths.papers(event.id)} kind="outline" renderLink={appLink}>
        {t('app.published.poster')}
      </LinkButton>
    </EmptyState>
  );
}

function Lists({ event, list }: { readonly event: EventDetail; readonly list: ApplicationList }): ReactElement {
  const { answer, changed } = useSearch({ from: '/events/$id/people' });
  const { data: put } = useQuery({ ...answersQuery(event.id), enabled: event.state === 'published' });
  const answers = answersBy(put?.applications);
  const confirmed = confirmedOf(list.items).filter(({ id }) => answer === undefined || answers.get(id) === answer);
  const asked = askedOf(list.items);
  const pending = pendingOf(list.items);
  const waiting = waitingOf(list.items);
  const entered = enteredOf(list.items, event.frames);
  const total = totalOf(event);
  const rows = byKanaRow(confirmed, (each) => kanaRowOf(each.kana));
  const just = justAmended(list.items, changed, new Date());
  return (
    <>
      {just ? (
        <Banner kind="good" role="status" className="mt5" title={t('app.amend.done', { name: just.person.groupName ?? just.person.name })}>
          <p className="num">{whatChanged(just.change)}</p>
        </Banner>
      ) : null}
      <Twice list={list} />
      {event.frames.some(({ method }) => method === 'chosen') ? <Choosing event={event} list={list} /> : null}
      <Queue id="pending" title={t('app.people.pending', { count: pending.length, heads: headsOf(pending) })} lead={<PendingLead event={event} people={pending} />} event={event} people={pending} answers={answers} />
      <Queue id="asked" title={t('app.people.asked', { count: asked.length })} lead={t('app.people.asked.body')} event={event} people={asked} />
      <Queue id="waiting" title={t('app.people.waiting', { count: waiting.length })} event={event} people={waiting} />
      <Queue id="entered" title={t('app.people.entered', { count: entered.length, heads: headsOf(entered) })} lead={t('app.people.entered.body')} event={event} people={entered} />
      <section className="mt6" aria-labelledby="confirmed">
        <h2 id="confirmed" className="num">
          {t('app.people.confirmed', { count: confirmed.length, heads: headsOf(confirmed) })}
        </h2>
        {total ? <p className="num">{t('app.people.total', total)}</p> : null}
        <AnswerChips event={event} answers={answers} chosen={answer} />
        {confirmed.length > 8 ? <KanaIndex rows={rows.map(({ row }) => row)} idOf={(row) => `row-${row}`} /> : null}
        {rows.map(({ row, things }) => (
          <div key={row} className="mt5">
            <h3 id={`row-${row}`} tabIndex={-1} className="kana-h">
              {row}
            </h3>
            <ul className="recp names">
              {things.map((each) => (
                <Person key={each.id} event={event} person={each} answer={answers.get(each.id)} />
              ))}
            </ul>
          </div>
        ))}
      </section>
      {endedOf(list.items).map(({ how, people }) => (
        <Ended key={how} title={t(`app.people.${how}`, { count: people.length })} event={event} people={people} />
      ))}
    </>
  );
}

/** Somebody who may be counted twice: told, for two people may have one name. */
function Twice({ list }: { readonly list: ApplicationList }): ReactElement | null {
  const twice = sameNames(list.items);
  if (twice.length === 0) return null;
  return (
    <Banner kind="info" className="mt5" title={t('app.people.twice')}>
      <ul>
        {twice.map(({ name, numbers }) => (
          <li key={numbers.join(' ')}>{t('app.people.twice.who', { name, numbers: numbers.map(spokenNumber).join('、') })}</li>
        ))}
      </ul>
      <p>{t('app.people.twice.ask')}</p>
    </Banner>
  );
}

/** What to do about those whose guardian has not said yes, and the paper for it. */
function PendingLead({ event, people }: Pick<QueueProps, 'event' | 'people'>): ReactElement {
  return (
    <>
      <p>{t(`app.people.pending.${keptWithoutYes(people)}`)}</p>
      <p>
        <MoreLink href={`/print/events/${event.id}/guardian-consent`}>{t('app.papers.guardian-consent')}</MoreLink>
      </p>
    </>
  );
}

/** Those who are not in any more, folded. */
function Ended({ title, event, people }: Pick<QueueProps, 'title' | 'event' | 'people'>): ReactElement {
  return (
    <details className="dt mt6">
      <summary className="num">{title}</summary>
      <ul className="recp names">
        {people.map((each) => (
          <Person key={each.id} event={event} person={each} />
        ))}
      </ul>
    </details>
  );
}

interface QueueProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly event: EventDetail;
  readonly people: readonly ApplicationLine[];
  /** Of those who are asked whether they still come. */
  readonly answers?: ReadonlyMap<string, StillAnswer>;
}

/** Those who have no place yet; nothing where there is nobody. */
function Queue({ id, title, lead, event, people, answers }: QueueProps): ReactElement | null {
  if (people.length === 0) return null;
  return (
    <section className="mt6" aria-labelledby={id}>
      <h2 id={id} className="num mb3">
        {title}
      </h2>
      {lead === undefined ? null : <div className="mb3">{lead}</div>}
      <ul className="recp names">
        {people.map((each) => (
          <Person key={each.id} event={event} person={each} answer={answers?.get(each.id)} />
        ))}
      </ul>
    </section>
  );
}
