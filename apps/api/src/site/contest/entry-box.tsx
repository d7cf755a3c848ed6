import { Fragment, type ReactElement } from 'react';
import type { OwnResult, TicketAnswer } from '@yoriai/events';
import { Banner, Button, HiddenFields, MoreLink, hostLang, type Translate } from '@yoriai/ui';

/** 1番、2番. */
export function entryWords(t: Translate, entries: readonly number[]): string {
  return entries.map((number) => t('contest.number', { number })).join('、');
}

/** The numbers, with what they are for. */
export function EntryNumbers({ t, entries }: { readonly t: Translate; readonly entries: readonly number[] }): ReactElement {
  return (
    <>
      <b className="num">{entryWords(t, entries)}</b>
      <br />
      <span className="sub">{t('contest.entry.for')}</span>
    </>
  );
}

/** Whether a name may stand beside a prize, for those who have an entry number. */
export function EntryNames({ t, ticket, token, formKey }: { readonly t: Translate; readonly ticket: TicketAnswer; readonly token: string; readonly formKey: string }): ReactElement | null {
  if (ticket.entries.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="entry-names">
      <h2 id="entry-names" className="fs-20">
        {t('contest.names')}
      </h2>
      <p>{t(ticket.entriesNamed ? 'contest.names.yes' : 'contest.names.no')}</p>
      <form method="post" action={`/t/${encodeURIComponent(token)}/entry-names`} className="mt3">
        <HiddenFields values={{ _key: formKey, named: ticket.entriesNamed ? 'no' : 'yes' }} />
        <Button kind="outline" size="m">
          {t(ticket.entriesNamed ? 'contest.names.hide' : 'contest.names.allow')}
        </Button>
      </form>
    </section>
  );
}

/** Once the results are out: the place and the prizes of these numbers, and the way to all of them. */
export function OwnResults({ t, ticket, results }: { readonly t: Translate; readonly ticket: TicketAnswer; readonly results: readonly OwnResult[] }): ReactElement {
  return (
    <Banner kind="good" icon="flag" className="mb5" title={t('contest.results')}>
      {results.length === 0 ? <p>{t('contest.own.published')}</p> : null}
      {results.map(({ number, place, prizes }) => (
        <p key={number} className="num">
          <b>{t('contest.number', { number })}</b>
          {place === null ? null : (
            <>
              　<span lang={hostLang(t)}>{place.division}</span>　<b className="nb">{t(place.tied ? 'contest.rank.tied' : 'contest.rank', { rank: place.rank })}</b>
            </>
          )}
          {prizes.map((prize) => (
            <Fragment key={prize}>
              　<b lang={hostLang(t)}>{prize}</b>
            </Fragment>
          ))}
        </p>
      ))}
      {ticket.event.slug === null ? null : (
        <p>
          <MoreLink href={`/events/${ticket.event.slug}#results`}>{t('contest.own.all')}</MoreLink>
        </p>
      )}
    </Banner>
  );
}
