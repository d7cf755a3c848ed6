import { Fragment, type ReactElement } from 'react';
import type { ReceptionPerson } from '@yoriai/attendance';
import { SheetPage, SheetTable, TickBox, WriteIn, dateTime, spokenNumber, type Column, type Translate } from '@yoriai/ui';
import { entryWords } from '../site/contest/entry-box.js';
import type { SignInList } from './list-reader.js';
import { Care, Companions, eventLine, nobodyLine, offLines, removedLines } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface SignInSheetViewProps {
  readonly tools: PaperTools;
  readonly list: SignInList;
  readonly now: Date;
}

/** Lines a sheet holds, so that a finger finds its way; who comes along by name takes half a line; and lines for those who just come by. */
const PER_SHEET = 20;
const WALK_IN_LINES = 14;

/** 受付名簿 in kana order, twenty lines a sheet, then lines for walk-ins. */
export function SignInSheetView({ tools, list, now }: SignInSheetViewProps): ReactElement {
  const { t } = tools.choices;
  const sheets = sheetsOf(list.people);
  const pages = sheets.length + 1;
  const head = (page: number) => ({ lines: headLines(t, list, { page, pages, now }), care: <Care t={t} event={list} now={now} /> });
  return (
    <SheetPage t={t} title={t('print.sheet.page', { event: list.title })} paper="list" toolbar={<Tools t={t} back={`/app/events/${list.eventId}/papers`} {...tools} />}>
      {sheets.map((people, index) => (
        <section key={people[0]?.subjectId} className="one-sheet">
          <SheetTable
            title={t('print.sheet.title')}
            {...head(index + 1)}
            columns={columnsOf(t, people)}
            rows={people}
            rowKey={(person) => person.subjectId}
            foot={<SheetFoot t={t} people={people} />}
          />
        </section>
      ))}
      <section className="one-sheet">
        <SheetTable
          title={t('print.sheet.walk-ins')}
          {...head(pages)}
          columns={walkInColumns(t)}
          rows={[]}
          rowKey={() => ''}
          blankLines={WALK_IN_LINES}
          foot={
            <>
              <WriteIn label={t('print.sheet.walk-ins.total')} unit={t('ui.unit.people')} />
              <WriteIn label={t('print.sheet.all-came')} unit={t('ui.unit.people')} />
            </>
          }
        />
      </section>
    </SheetPage>
  );
}

/** Expected on this sheet, and a line for how many of them came. */
function SheetFoot({ t, people }: { readonly t: Translate; readonly people: readonly ReceptionPerson[] }): ReactElement {
  return (
    <Fragment>
      <span>{t('print.sheet.this-sheet', { people: people.length, heads: headsOf(people) })}</span>
      <WriteIn label={t('print.sheet.came')} unit={t('ui.unit.people')} />
    </Fragment>
  );
}

function headsOf(people: readonly ReceptionPerson[]): number {
  return people.reduce((sum, person) => sum + person.heads, 0);
}

function headLines(t: Translate, list: SignInList, at: { page: number; pages: number; now: Date }): string[] {
  return [
    ...offLines(t, list),
    eventLine(t, list),
    ...removedLines(t, list),
    [
      list.calledOff !== null && list.people.length === 0 ? nobodyLine(t, list) : t('print.sheet.total', { people: list.people.length, heads: headsOf(list.people) }),
      t('print.sheet.page-of', { page: at.page, pages: at.pages }),
      t('print.sheet.printed', { when: dateTime(t, at.now) }),
    ].join('　'),
  ];
}

function columnsOf(t: Translate, people: readonly ReceptionPerson[]): Column<ReceptionPerson>[] {
  const begins = new Set(people.filter((person, index) => person.kanaRow !== people[index - 1]?.kanaRow));
  return [
    { key: 'row', head: <span className="vh">{t('print.sheet.kana')}</span>, cell: (person) => (begins.has(person) ? <span className="kana-row">{person.kanaRow}</span> : null) },
    { key: 'in', head: t('print.sheet.in'), cell: (person) => (person.present ? t('print.sheet.present') : <TickBox />) },
    {
      key: 'name',
      head: t('print.sheet.name'),
      cell: (person) => (
        <>
          <span className="quiet">{person.kana}</span>
          <b>{person.name}</b>
          <Companions t={t} {...person} box />
        </>
      ),
    },
    { key: 'heads', head: t('print.sheet.heads'), cell: (person) => person.heads, number: true },
    { key: 'what', head: t('print.sheet.what'), cell: (person) => person.duty ?? t('print.sheet.participant') },
    {
      key: 'number',
      head: t('print.sheet.number'),
      cell: (person) => (
        <>
          {person.entries.length === 0 ? null : <b className="nb">{entryWords(t, person.entries)}</b>}
          <span className={person.entries.length === 0 ? 'nb' : 'quiet nb'}>{spokenNumber(person.number)}</span>
        </>
      ),
    },
    { key: 'note', head: t('print.sheet.note'), cell: (person) => <Note t={t} person={person} /> },
  ];
}

/** What whoever receives them has to know. */
function Note({ t, person }: { readonly t: Translate; readonly person: ReceptionPerson }): ReactElement {
  return (
    <>
      {person.noPhotos ? <b className="mark nb">{t('asks.photos.no-mark')}</b> : null}
      {person.consentMissing ? <b className="quiet">{t('consent.state.asked')}</b> : null}
    </>
  );
}

function walkInColumns(t: Translate): Column<never>[] {
  return [
    { key: 'name', head: t('print.sheet.walk-in.name'), cell: () => null, wide: true },
    { key: 'heads', head: t('print.sheet.heads'), cell: () => null },
    { key: 'note', head: t('print.sheet.note'), cell: () => null },
  ];
}

/** As many as a sheet holds, in their order. */
function sheetsOf(people: readonly ReceptionPerson[]): ReceptionPerson[][] {
  const sheets: ReceptionPerson[][] = [];
  let left = 0;
  for (const person of people) {
    const lines = 1 + person.companions.length / 2;
    if (left < lines) {
      sheets.push([]);
      left = PER_SHEET;
    }
    sheets.at(-1)!.push(person);
    left -= lines;
  }
  return sheets;
}
