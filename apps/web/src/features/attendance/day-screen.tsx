import type { EventDetail, ReceptionList, ReceptionPerson } from '@yoriai/api-client';
import { Banner, Checkbox, EmptyState, Icon, LinkButton } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { KanaIndex } from '../../ui/kana-index.js';
import { Screen } from '../../ui/screen.js';
import { eventTitle } from '../events/event-title.js';
import { byKanaRow } from '../events/kana.js';
import { eventQuery, receptionQuery } from '../events/queries.js';
import { Counters } from './counters.js';
import { narrowed } from './reception.js';
import { Reviews } from './reviews.js';
import { TickRow } from './tick-row.js';

/** 当日: the list at the door. Made for one thumb. */
export function DayScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/day' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Day event={found} />}</Answer>;
}

function Day({ event }: { readonly event: EventDetail }): ReactElement {
  const back = { href: paths.event(event.id), label: eventTitle(event) };
  const live = event.publicRevision !== null;
  const reception = useQuery({ ...receptionQuery(event.id), enabled: live });
  return (
    <Screen title={t('app.hub.reception')} back={back}>
      {live ? (
        <Answer of={reception} inside>
          {(list) => <Door list={list} />}
        </Answer>
      ) : (
        <Banner kind="info" className="mt5" title={t('app.day.not-yet')}>
          <p>{t('app.hub.after-publication')}</p>
        </Banner>
      )}
    </Screen>
  );
}

/** The names are searched first; who is counted stands beside them on a desk, before the long list on a phone, and after what was found once somebody searches. */
function Door({ list }: { readonly list: ReceptionList }): ReactElement {
  const [text, setText] = useState('');
  const [missingOnly, setMissingOnly] = useState(false);
  const why = whyNot(list.can.checkIn, { day: list.day });
  const open = why === undefined;
  const people = narrowed(list.people, { text, missingOnly });
  const numbers = (
    <div key="numbers" className="door-n">
      <Counters list={list} open={open} />
      <Reviews list={list} />
      <p className="mt5">
        <LinkButton href={`/print/events/${list.eventId}/board`} kind="outline" size="m">
          {t('app.day.board')}
        </LinkButton>
      </p>
      <p className="sub">{t('app.day.board.hint')}</p>
    </div>
  );
  const names = list.people.length === 0 ? <Nobody key="names" eventId={list.eventId} /> : <Names key="names" list={list} people={people} open={open} />;
  return (
    <>
      {open ? null : (
        <Banner kind="info" className="mt4" title={t('app.day.not-now')}>
          <p>{why}</p>
        </Banner>
      )}
      <div className="door">
        {list.people.length === 0 ? null : (
          <div key="search" className="mt5">
            <div className="srch">
              <label htmlFor="day-q">{t('app.day.search')}</label>
              <input id="day-q" className="in" type="search" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
            </div>
            <Checkbox name="missing" label={t('app.day.missing-only')} checked={missingOnly} onChange={(event) => setMissingOnly(event.target.checked)} />
            <Rows people={people} />
          </div>
        )}
        {text === '' ? [numbers, names] : [names, numbers]}
      </div>
    </>
  );
}

/** あかさたな, where there is more than one. */
function Rows({ people }: { readonly people: readonly ReceptionPerson[] }): ReactElement | null {
  const rows = byKanaRow(people, (each) => each.kanaRow);
  return rows.length > 1 ? <KanaIndex rows={rows.map(({ row }) => row)} idOf={(row) => `day-${row}`} /> : null;
}

function Nobody({ eventId }: { readonly eventId: string }): ReactElement {
  return (
    <EmptyState title={t('app.day.nobody')} field="kodomo">
      <p>{t('app.day.nobody.body')}</p>
      <LinkButton href={paths.proxy(eventId)} kind="outline" renderLink={appLink}>
        {t('app.people.proxy')}
      </LinkButton>
    </EmptyState>
  );
}

interface NamesProps {
  readonly list: ReceptionList;
  /** Who is left of them after the search. */
  readonly people: readonly ReceptionPerson[];
  readonly open: boolean;
}

function Names({ list, people, open }: NamesProps): ReactElement {
  const rows = byKanaRow(people, (each) => each.kanaRow);
  return (
    <section aria-labelledby="names" className="mt6">
      <h2 id="names">{t('app.day.names')}</h2>
      <p className="sub num mt3" role="status">
        {t('app.day.shown', { count: people.length, of: list.people.length })}
      </p>
      {people.length === 0 ? (
        <p className="mt4">
          <Icon name="search" small className="inl" />
          {t('app.day.no-match')}
        </p>
      ) : null}
      {rows.map(({ row, things }) => (
        <div key={row} className="mt5">
          <h3 id={`day-${row}`} tabIndex={-1} className="kana-h">
            {row}
          </h3>
          <ul className="recp">
            {things.map((person) => (
              <TickRow key={`${person.subjectKind} ${person.subjectId}`} eventId={list.eventId} person={person} open={open} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
