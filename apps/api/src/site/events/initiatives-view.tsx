import type { ReactElement } from 'react';
import type { InitiativeLine } from '@yoriai/events';
import { ACTIVITY_FIELDS, BackLink, Banner, Chips, EmptyState, EventList, LinkButton, MoreLink, PaperBox, PhoneLink, Phrases, dateWithYear, initiativeName, initiativeWords, type Translate } from '@yoriai/ui';
import { EventLine } from './event-line.js';
import type { EventListing } from './event-reader.js';
import { FeedLinks } from './feed-links.js';
import { listingPath } from './listing-query.js';

interface InitiativesViewProps {
  readonly t: Translate;
  readonly initiatives: readonly InitiativeLine[];
  /** Codes of those of which events come. */
  readonly coming: ReadonlySet<string>;
}

/** All initiatives: the campaigns, then by field, then what is over; of each what has an event to come first. Some forty of them, so one jumps to a field. */
export function InitiativesView({ t, initiatives, coming }: InitiativesViewProps): ReactElement {
  const going = initiatives.filter(({ over }) => !over);
  const parts = [
    { id: 'campaigns', title: t('site.initiatives.campaigns'), of: going.filter(({ kind }) => kind === 'campaign') },
    ...ACTIVITY_FIELDS.map((field) => ({ id: field, title: t(`ui.field.${field}`), of: going.filter((each) => each.kind === 'programme' && each.field === field) })),
    { id: 'over', title: t('site.initiatives.over'), of: initiatives.filter(({ over }) => over) },
  ].flatMap(({ of, ...part }) => (of.length === 0 ? [] : [{ ...part, of: [...of.filter(({ code }) => coming.has(code)), ...of.filter(({ code }) => !coming.has(code))] }]));
  return (
    <>
      <h1>{t('site.initiatives.title')}</h1>
      <p>{t('site.initiatives.lead')}</p>
      {parts.length < 2 ? null : (
        <div className="mt4">
          <Chips label={t('site.initiatives.jump')} chips={parts.map(({ id, title }) => ({ href: `#${id}`, label: title }))} />
        </div>
      )}
      {parts.map(({ id, title, of }) => (
        <section key={id} aria-labelledby={id} className="sec2 mt5">
          <h2 id={id}>{title}</h2>
          <ul className="stack-l twos mt3">
            {of.map((initiative) => (
              <li key={initiative.code}>
                <MoreLink href={`/initiatives/${initiative.code}`}>{initiativeName(t, initiative)}</MoreLink>
                <p>{initiativeWords(t, initiative)}</p>
                {coming.has(initiative.code) ? <p className="sub">{t('site.initiatives.coming')}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export interface InitiativeViewProps {
  readonly t: Translate;
  readonly initiative: InitiativeLine;
  /** Events that are closed, and those who came. */
  readonly held: { readonly events: number; readonly people: number };
  readonly coming: EventListing;
  readonly past: EventListing;
  readonly phone: string;
  readonly publicUrl: string;
  readonly now: Date;
}

/** So many of what is over stand on the page; the others in the list. */
const MOST_PAST = 5;

/** One initiative: what it is, what comes of any host, what was, and how many came. */
export function InitiativeView({ t, initiative, held, coming, past, phone, publicUrl, now }: InitiativeViewProps): ReactElement {
  const { code } = initiative;
  const list = { page: 1, initiative: code };
  return (
    <>
      <BackLink t={t} href="/initiatives">
        {t('site.initiatives.title')}
      </BackLink>
      <Named t={t} initiative={initiative} />
      <div className="two mt4">
        <div>
          <section aria-labelledby="coming">
            <h2 id="coming" className="mb2">
              {t('site.org.coming')}
            </h2>
            {coming.items.length === 0 ? (
              <EmptyState title={t('site.initiative.none')} field={initiative.field}>
                <LinkButton href="/events">{t('site.events.title')}</LinkButton>
              </EmptyState>
            ) : (
              <EventList>
                {coming.items.map((event) => (
                  <EventLine key={event.id} t={t} event={event} listing={coming} now={now} list={list} />
                ))}
              </EventList>
            )}
            {coming.total > coming.items.length ? (
              <p className="mt4">
                <MoreLink href={listingPath(list)}>{t('site.initiative.coming.all', { count: coming.total })}</MoreLink>
              </p>
            ) : null}
          </section>
          <Past t={t} code={code} held={held} past={past} now={now} />
          <FeedLinks t={t} query={list} publicUrl={publicUrl} />
        </div>
        <aside className="stack-l" aria-label={t('site.initiative.side')}>
          <PaperBox id="ask" title={t('site.initiative.ask')}>
            <p>{t('site.initiative.ask.text')}</p>
            <PhoneLink number={phone} />
          </PaperBox>
        </aside>
      </div>
    </>
  );
}

function Named({ t, initiative }: Pick<InitiativeViewProps, 't' | 'initiative'>): ReactElement {
  const { kind, name, kana, nameEn, over } = initiative;
  return (
    <>
      <h1>
        <Phrases text={t.lang === 'en' ? nameEn : name} />
      </h1>
      {/* Whole, under the name, as that of an association. */}
      {t.lang === 'ja-easy' ? <p className="sub">{kana}</p> : null}
      <p className="sub">{[t(`site.initiative.kind.${kind}`), daysOf(t, initiative)].filter(Boolean).join('　')}</p>
      <p className="lede">{initiativeWords(t, initiative)}</p>
      {over ? <Banner kind="info" className="mt4" title={t(`site.initiative.over.${kind}`)} /> : null}
    </>
  );
}

/** The days of a campaign, as far as they are said. */
function daysOf(t: Translate, { fromDay, untilDay }: InitiativeLine): string {
  const [from, until] = [fromDay, untilDay].map((day) => (day === null ? '' : dateWithYear(t, day))) as [string, string];
  if (from && until) return t('site.initiative.days', { from, until });
  if (from) return t('site.initiative.days.from', { from });
  return until ? t('site.initiative.days.until', { until }) : '';
}

function Past({ t, code, held, past, now }: Pick<InitiativeViewProps, 't' | 'held' | 'past' | 'now'> & { readonly code: string }): ReactElement | null {
  if (past.total === 0) return null;
  const list = { page: 1, initiative: code, past: 'yes' as const };
  return (
    <section aria-labelledby="past" className="sec2 mt5">
      <h2 id="past" className="mb2">
        {t('site.initiative.past')}
      </h2>
      {held.events === 0 ? null : <p className="mb3">{t('site.initiative.held', { events: t('site.initiative.held.events', { count: held.events }), people: t('site.initiative.held.people', { count: held.people }) })}</p>}
      <EventList>
        {past.items.slice(0, MOST_PAST).map((event) => (
          <EventLine key={event.id} t={t} event={event} listing={past} now={now} list={list} />
        ))}
      </EventList>
      {past.total > MOST_PAST ? (
        <p className="mt4">
          <MoreLink href={listingPath(list)}>{t('site.org.past', { count: past.total })}</MoreLink>
        </p>
      ) : null}
    </section>
  );
}
