import type { ReactElement } from 'react';
import type { TicketAnswer } from '@yoriai/events';
import { Button, HiddenFields, type Translate } from '@yoriai/ui';

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
