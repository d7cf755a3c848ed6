import type { ReactElement } from 'react';
import type { CallSheetLine } from '@yoriai/notifications';
import { addDays, jstDate } from '@yoriai/platform';
import { SheetPage, SheetTable, TickBox, dateAndRange, dateTime, shortDate, type Column, type Translate } from '@yoriai/ui';
import { sayOf, type CalledAbout } from '../call-words.js';
import type { CallSheet } from './list-reader.js';
import { SHEET_CSS, Tools } from './tools.js';

export interface CallSheetViewProps {
  readonly t: Translate;
  readonly sheet: CallSheet;
  readonly now: Date;
}

/** Phone numbers on paper are destroyed a week after the event. */
const KEEP_DAYS = 7;

/** 電話連絡票: everybody whom no letter reaches, in kana order, with what to say. */
export function CallSheetView({ t, sheet, now }: CallSheetViewProps): ReactElement {
  const { event, lines } = sheet;
  const title = event.title ?? '';
  const when = event.startsAt === null ? '' : dateAndRange(t, event.startsAt, event.endsAt);
  const until = addDays(jstDate(event.endsAt ?? now), KEEP_DAYS);
  return (
    <SheetPage t={t} title={t('print.calls.page', { event: title })} paper="list" css={SHEET_CSS} toolbar={<Tools t={t} back={`/app/events/${event.id}`} />}>
      <SheetTable
        title={t('print.calls.title')}
        lines={[
          `${title}　${when}　${event.placeName ?? ''}`,
          `${t('print.calls.total', { count: lines.length })}　${t('print.sheet.printed', { when: dateTime(t, now) })}`,
          lines.length === 0 ? t('print.calls.none') : t('print.calls.lead'),
        ]}
        care={
          <>
            {t('print.sheet.secret')}　{t('print.sheet.secret.text', { date: shortDate(t, until) })}
          </>
        }
        columns={columnsOf(t, event)}
        rows={lines}
        rowKey={(line) => line.personId}
      />
    </SheetPage>
  );
}

function columnsOf(t: Translate, event: CalledAbout): Column<CallSheetLine>[] {
  return [
    { key: 'done', head: t('print.calls.done'), cell: () => <TickBox /> },
    {
      key: 'name',
      head: t('print.calls.name'),
      cell: (line) => (
        <>
          {line.kana}
          <br />
          <b>{line.name}</b>
        </>
      ),
    },
    { key: 'phone', head: t('print.calls.phone'), cell: (line) => <b>{spacedPhone(line.phone) ?? t('print.calls.no-phone')}</b> },
    { key: 'why', head: t('print.calls.why'), cell: (line) => whyOf(t, line) },
    { key: 'say', head: t('print.calls.say'), wide: true, cell: (line) => (line.letters[0] ? sayOf(t, line.letters[0], event) : null) },
    { key: 'note', head: t('print.calls.note'), cell: () => null },
  ];
}

/** The newest letter that did not arrive is what to tell. */
function whyOf(t: Translate, line: CallSheetLine): string {
  const letter = line.letters[0];
  if (!letter) return '';
  const key = `print.calls.kind.${letter.kind}`;
  return `${t(t.has(key) ? key : 'print.calls.kind.other')}（${t(`print.calls.${letter.why}`)}）`;
}

/** Digits in the groups people read aloud: 090-1234-5678, 06-1234-5678. */
function spacedPhone(phone: string | null): string | null {
  if (phone === null) return null;
  if (phone.length === 11) return `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`;
  return /^0[36]/.test(phone) ? `${phone.slice(0, 2)}-${phone.slice(2, 6)}-${phone.slice(6)}` : `${phone.slice(0, 3)}-${phone.slice(3, 6)}-${phone.slice(6)}`;
}
