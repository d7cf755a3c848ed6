import type { ReactElement } from 'react';
import type { CallSheetLine } from '@yoriai/notifications';
import { dateTime, SheetPage, SheetTable, TickBox, type Column, type Translate } from '@yoriai/ui';
import { CALL_SHEET_DAYS, isCallSheetOver } from '../call-sheets.js';
import { askedOf, sayAll, type CalledAbout } from '../call-words.js';
import type { CallSheet } from './list-reader.js';
import { Running, eventLine, offLines, spacedPhone } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface CallSheetViewProps {
  readonly tools: PaperTools;
  readonly sheet: CallSheet;
  readonly now: Date;
}

/** 電話連絡票: everybody whom no letter reaches, in kana order, with what to say. */
export function CallSheetView({ tools, sheet, now }: CallSheetViewProps): ReactElement {
  const { t } = tools.choices;
  const { lines } = sheet;
  const event = { ...sheet.event, title: sheet.event.title ?? '', placeName: sheet.event.placeName ?? '', calledOff: sheet.calledOff };
  const title = t('print.calls.title');
  const left = lines.filter(({ called }) => called === null).length;
  return (
    <SheetPage
      t={t}
      title={t('print.calls.page', { event: event.title })}
      paper="list"
      toolbar={<Tools t={t} back={`/app/events/${event.id}/papers`} {...tools} />}
    >
      <SheetTable
        className="calls"
        title={title}
        lines={[
          // Whoever is telephoned asks first whether it is off, and why.
          ...offLines(t, sheet),
          eventLine(t, event),
          ...(isCallSheetOver(sheet.event, now) ? [t('print.calls.over', { days: CALL_SHEET_DAYS })] : [t('print.calls.total', { count: left }), left === 0 ? t('print.calls.none') : t('print.calls.lead')]),
        ]}
        running={<Running t={t} title={title} event={event} now={now} />}
        columns={columnsOf(t, { ...sheet.event, because: sheet.calledOff?.because })}
        rows={lines}
        rowKey={(line) => line.personId}
      />
    </SheetPage>
  );
}

function columnsOf(t: Translate, event: CalledAbout): Column<CallSheetLine>[] {
  return [
    { key: 'done', head: t('print.calls.done'), cell: ({ called }) => (called === null ? <TickBox /> : t('print.calls.done')) },
    {
      key: 'name',
      head: t('print.calls.name'),
      cell: (line) => (
        <>
          <span className="quiet nb">{line.kana}</span>
          <b>{line.name}</b>
        </>
      ),
    },
    { key: 'phone', head: t('print.calls.phone'), cell: (line) => <b className="nb">{line.phone === null ? t('print.calls.no-phone') : spacedPhone(line.phone)}</b> },
    {
      key: 'say',
      head: t('print.calls.say'),
      wide: true,
      cell: (line) => (
        <>
          <b className="quiet">{whyOf(t, line)}</b>
          {sayAll(t, line.letters, event)}
        </>
      ),
    },
    { key: 'note', head: t('print.calls.note'), cell: ({ called, letters }) => (called !== null ? `${dateTime(t, called.at)} ${called.by}` : askedOf(letters).length > 0 ? <Comes t={t} /> : null) },
  ];
}

/** What they answer, to be entered later. */
function Comes({ t }: { readonly t: Translate }): ReactElement {
  return (
    <>
      {(['comes', 'comes-not'] as const).map((answer) => (
        <span key={answer} className="nb blk">
          <TickBox /> {t(`print.calls.${answer}`)}
        </span>
      ))}
    </>
  );
}

/** The newest letter that did not arrive is what to tell. */
function whyOf(t: Translate, line: CallSheetLine): string {
  const letter = line.letters[0];
  if (!letter) return '';
  const key = `print.calls.kind.${letter.kind}`;
  return `${t(t.has(key) ? key : 'print.calls.kind.other')}（${t(`print.calls.${letter.why}`)}）`;
}
