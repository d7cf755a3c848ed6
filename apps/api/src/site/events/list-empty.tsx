import type { ReactElement } from 'react';
import { MOST_COUNTED } from '@yoriai/events';
import { ACTIVITY_FIELDS, EmptyState, LinkButton, MoreLink, PhoneLink, type Translate } from '@yoriai/ui';
import { listingPath, type ListingQuery } from './listing-query.js';

/** Where something would be found, and how much. */
export interface OtherWays {
  /** Each of several words alone. */
  words: { q: string; count: number }[];
  /** The same words without any other condition. */
  bare: number;
  /** What is over and would be found. */
  past: { query: ListingQuery; count: number } | null;
  /** All that comes. */
  all: number;
}

export interface ListEmptyProps {
  readonly t: Translate;
  readonly query: ListingQuery;
  readonly ways: OtherWays;
  /** Is anybody signed in, who may see more than what is for everybody? */
  readonly signedIn: boolean;
  readonly phone: string;
}

/** Nothing found: what would find something, then whom to call. Only ways that lead to something are shown. */
export function ListEmpty({ t, query, ways, signedIn, phone }: ListEmptyProps): ReactElement {
  const { q } = query;
  const found = (count: number): string => (count > MOST_COUNTED ? t('site.find.way.more', { count: MOST_COUNTED }) : t('site.find.way.found', { count }));
  const links = [
    ...ways.words.filter(({ count }) => count > 0).map(({ q: word, count }) => ({ href: listingPath(query, { q: word }), text: t('site.find.way.word', { q: word, found: found(count) }) })),
    ...(q && ways.bare > 0 ? [{ href: listingPath({ q, page: 1 }), text: t('site.find.way.bare', { found: found(ways.bare) }) }] : []),
    ...(ways.past ? [{ href: listingPath(ways.past.query), text: t('site.find.way.past', { found: found(ways.past.count) }) }] : []),
  ];
  return (
    <EmptyState title={q ? t(ways.bare > 0 ? 'site.find.none.word-here' : 'site.find.none.word', { q }) : t('site.events.empty')} field={query.field ?? 'fukushi'}>
      {q ? <p>{t('site.find.none.try')}</p> : null}
      {links.map(({ href, text }) => (
        <p key={href} className="mt3">
          <MoreLink href={href}>{text}</MoreLink>
        </p>
      ))}
      {signedIn ? (
        <p className="mt3">
          <MoreLink href="/me/events">{t('site.find.circles')}</MoreLink>
        </p>
      ) : null}
      {q && ways.bare === 0 && ways.all > 0 ? <Fields t={t} /> : null}
      {ways.all > 0 ? (
        <div className="mt4">
          <LinkButton href="/events">{t('site.find.way.all', { found: t('site.find.way.found', { count: ways.all }) })}</LinkButton>
        </div>
      ) : (
        <p>{t('site.events.empty.none')}</p>
      )}
      <p className="mt4">
        {t('site.events.ask-by-phone')}
        <br />
        <PhoneLink number={phone} small />
      </p>
    </EmptyState>
  );
}

/** Words in a language that no host writes find nothing; the fields speak each of them. */
function Fields({ t }: Pick<ListEmptyProps, 't'>): ReactElement {
  return (
    <>
      <p className="mt4">{t('site.find.none.fields')}</p>
      <ul className="chips mid mt3">
        {ACTIVITY_FIELDS.map((field) => (
          <li key={field}>
            <a className="chip" href={listingPath({ field, page: 1 })}>
              {t(`ui.field.${field}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
