import type { ReactElement } from 'react';
import type { ReceptionPerson } from '@yoriai/attendance';
import { addDays, jstDate } from '@yoriai/platform';
import { SheetPage, SheetTable, TickBox, dateAndRange, dateTime, shortDate, spokenNumber, type Column, type Translate } from '@yoriai/ui';
import type { SignInList } from './list-reader.js';
import { SHEET_CSS, Tools } from './tools.js';

export interface SignInSheetViewProps {
  readonly t: Translate;
  readonly list: SignInList;
  readonly now: Date;
}

/** Lines a sheet holds, so that a finger finds its way; and lines for those who just come by. */
const PER_SHEET = 20;
const WALK_IN_LINES = 15;
/** Names on paper are destroyed a week after the event. */
const KEEP_DAYS = 7;

/** 受付名簿 in kana order, twenty lines a sheet, then lines for walk-ins. */
export function SignInSheetView({ t, list, now }: SignInSheetViewProps): ReactElement {
  const sheets = chunks(list.people, PER_SHEET);
  const pages = sheets.length + 1;
  return (
    <SheetPage
      t={t}
      title={t('print.sheet.page', { event: list.title })}
      paper="list"
      css={SHEET_CSS}
      toolbar={<Tools t={t} back={`/app/events/${list.eventId}`} />}
    >
      {sheets.map((people, index) => (
        <section key={people[0]?.subjectId} className="one-sheet">
          <SheetTable
            title={t('print.sheet.title')}
            lines={headLines(t, list, { page: index + 1, pages, now })}
            care={careOf(t, list, now)}
            columns={columnsOf(t)}
            rows={people}
            rowKey={(person) => person.subjectId}
          />
        </section>
      ))}
      <section className="one-sheet">
        <SheetTable
          title={t('print.sheet.walk-ins')}
          lines={headLines(t, list, { page: pages, pages, now })}
          care={careOf(t, list, now)}
          columns={walkInColumns(t)}
          rows={[]}
          rowKey={() => ''}
          blankLines={WALK_IN_LINES}
        />
      </section>
    </SheetPage>
  );
}

function headLines(t: Translate, list: SignInList, at: { page: number; pages: number; now: Date }): string[] {
  const when = list.startsAt === null ? '' : dateAndRange(t, list.startsAt, list.endsAt);
  const heads = list.people.reduce((sum, person) => sum + person.heads, 0);
  return [
    `${list.title}　${when}　${list.placeName}`,
    [
      t('print.sheet.total', { people: list.people.length, heads }),
      t('print.sheet.page-of', { page: at.page, pages: at.pages }),
      t('print.sheet.printed', { when: dateTime(t, at.now) }),
    ].join('　'),
  ];
}

function careOf(t: Translate, list: SignInList, now: Date): ReactElement {
  const until = addDays(jstDate(list.endsAt === null ? now : new Date(list.endsAt)), KEEP_DAYS);
  return (
    <>
      {t('print.sheet.secret')}　{t('print.sheet.secret.text', { date: shortDate(t, until) })}
    </>
  );
}

function columnsOf(t: Translate): Column<ReceptionPerson>[] {
  return [
    { key: 'in', head: t('print.sheet.in'), cell: (person) => (person.present ? t('print.sheet.present') : <TickBox />) },
    { key: 'kana', head: t('print.sheet.kana'), cell: (person) => person.kana },
    { key: 'name', head: t('print.sheet.name'), cell: (person) => <b>{person.name}</b> },
    { key: 'heads', head: t('print.sheet.heads'), cell: (person) => person.heads, number: true },
    { key: 'what', head: t('print.sheet.what'), cell: (person) => person.duty ?? t('print.sheet.participant') },
    { key: 'number', head: t('print.sheet.number'), cell: (person) => spokenNumber(person.number) },
    { key: 'note', head: t('print.sheet.note'), cell: () => null },
  ];
}

function walkInColumns(t: Translate): Column<never>[] {
  return [
    { key: 'name', head: t('print.sheet.walk-in.name'), cell: () => null },
    { key: 'heads', head: t('print.sheet.heads'), cell: () => null },
    { key: 'note', head: t('print.sheet.note'), cell: () => null },
  ];
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}
