import type { ReactElement } from 'react';
import { isUnseen, type ApplicationLine } from '@yoriai/events';
import { Lines, SheetPage, answerLines, consentWords, SheetTable, spokenNumber, type Column, type Translate } from '@yoriai/ui';
import type { ParticipantList } from './list-reader.js';
import { Companions, ageOf, Running, eventLine, nobodyLine, offLines, removedLines, spacedPhone } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface ParticipantListViewProps {
  readonly tools: PaperTools;
  readonly list: ParticipantList;
  readonly now: Date;
}

/** 参加者名簿: who is coming and how to reach them, in kana order; then those who wait. */
export function ParticipantListView({ tools, list, now }: ParticipantListViewProps): ReactElement {
  const { t } = tools.choices;
  const title = t('print.people.title');
  const coming = list.people.filter((person) => person.waitlistPosition === null);
  const waiting = list.people.filter((person) => person.waitlistPosition !== null);
  const heads = coming.reduce((sum, person) => sum + person.heads, 0);
  return (
    <SheetPage
      t={t}
      title={t('print.people.page', { event: list.event.title })}
      paper="list"
      toolbar={<Tools t={t} back={`/app/events/${list.eventId}/papers`} {...tools} />}
    >
      <SheetTable
        title={title}
        lines={[
          ...offLines(t, list.event),
          eventLine(t, list.event),
          ...(list.event.calledOff !== null && coming.length === 0 ? [] : [t('print.sheet.total', { people: coming.length, heads })]),
          ...removedLines(t, list),
          ...(list.people.length === 0 ? [nobodyLine(t, list.event)] : []),
        ]}
        running={<Running t={t} title={title} event={list.event} now={now} />}
        columns={columnsOf(t)}
        rows={[...coming, ...waiting]}
        rowKey={(person) => person.id}
      />
    </SheetPage>
  );
}

function columnsOf(t: Translate): Column<ApplicationLine>[] {
  return [
    { key: 'number', head: t('print.sheet.number'), cell: (person) => <span className="nb">{spokenNumber(person.number)}</span> },
    {
      key: 'name',
      head: t('print.sheet.name'),
      cell: (person) => (
        <>
          <span className="quiet nb">{person.kana}</span>
          <b>{person.name}</b>
          {person.age === null ? null : <span className="quiet nb">{ageOf(t, person.age)}</span>}
          <Companions t={t} {...person} />
        </>
      ),
    },
    { key: 'heads', head: t('print.sheet.heads'), cell: (person) => person.heads, number: true },
    {
      key: 'what',
      head: t('print.people.seat'),
      cell: (person) => (
        <>
          <span className="nb">{person.frameName}</span>
          {person.status === 'offered' ? <b className="quiet nb">{t('ui.status.offered')}</b> : null}
          {isUnseen(person.photos) ? <b className="quiet nb mark">{t('asks.photos.no-mark')}</b> : null}
          {person.guardian === null ? null : <span className="quiet">{consentWords(t, person.guardian)}</span>}
          {person.waitlistPosition === null ? null : <b className="quiet nb">{t('site.ticket.state.waitlisted', { position: person.waitlistPosition })}</b>}
        </>
      ),
    },
    {
      key: 'contact',
      head: t('print.people.contact'),
      cell: (person) => (
        <>
          {person.phone === null ? null : <b className="nb">{spacedPhone(person.phone)}</b>}
          {person.email === null ? null : <span className="quiet">{person.email}</span>}
        </>
      ),
    },
    { key: 'note', head: t('print.sheet.note'), cell: (person) => (person.said === null ? null : <Lines text={answerLines(t, person.said).join('\n')} />) },
  ];
}
