import type { ReactElement } from 'react';
import type { ReceptionPerson } from '@yoriai/attendance';
import { SheetPage, SheetTable, shortDate, spokenNumber, type Column, type Translate } from '@yoriai/ui';
import type { SignInList } from './list-reader.js';
import { Companions, Running, eventLine, nobodyLine, offLines, removedLines } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface CompletionListViewProps {
  readonly tools: PaperTools;
  readonly list: SignInList;
  readonly now: Date;
}

/** 修了者名簿: who was received at the door, in kana order; then who applied and was not there. */
export function CompletionListView({ tools, list, now }: CompletionListViewProps): ReactElement {
  const { t } = tools.choices;
  const title = t('print.done.title');
  const done = list.people.filter(({ present }) => present);
  const missing = list.people.filter(({ present }) => !present);
  return (
    <SheetPage t={t} title={t('print.done.page', { event: list.title })} paper="list" toolbar={<Tools t={t} back={`/app/events/${list.eventId}/papers`} {...tools} />}>
      <SheetTable
        title={title}
        lines={[...offLines(t, list), eventLine(t, list), t('print.done.total', { done: done.length, missing: missing.length }), ...removedLines(t, list), ...(list.people.length === 0 ? [nobodyLine(t, list)] : [])]}
        running={<Running t={t} title={title} event={list} now={now} />}
        columns={columnsOf(t)}
        rows={[...done, ...missing]}
        rowKey={({ subjectId }) => subjectId}
      />
    </SheetPage>
  );
}

function columnsOf(t: Translate): Column<ReceptionPerson>[] {
  return [
    { key: 'number', head: t('print.sheet.number'), cell: ({ number }) => <span className="nb">{spokenNumber(number)}</span> },
    {
      key: 'name',
      head: t('print.sheet.name'),
      cell: (person) => (
        <>
          <span className="quiet nb">{person.kana}</span>
          <b>{person.name}</b>
          <Companions t={t} {...person} />
        </>
      ),
    },
    { key: 'state', head: t('print.done.state'), cell: ({ present }) => <b className="nb">{t(present ? 'print.done.yes' : 'print.done.no')}</b> },
    { key: 'on', head: t('print.done.on'), cell: ({ presentAt }) => (presentAt === null ? null : <span className="nb">{shortDate(t, presentAt)}</span>) },
  ];
}
