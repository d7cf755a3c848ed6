import type { ReactElement } from 'react';
import { Lines, Poster, SheetPage, timeRange, withReading, type Translate } from '@yoriai/ui';
import { isHoliday } from '../site/events/holidays.js';
import { applyHours, codeOn, contactLine, eventRows, firstSentence, holdersOf, isSample, partOff, programmeRow, stampOf, weatherLines, whyOff, type SheetFacts } from './event-rows.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

/** An event on a sheet for everybody. */
export interface SheetViewProps {
  readonly tools: PaperTools;
  readonly event: SheetFacts;
  readonly publicUrl: string;
  readonly back: string;
  readonly now: Date;
}

/** One sheet, A4 or A3, read across a corridor. */
export function PosterView({ tools, event, publicUrl, back, now }: SheetViewProps): ReactElement {
  const { t, size, look } = tools.choices;
  const code = codeOn(event, publicUrl);
  const stamp = stampOf(t, event, now);
  // Who reads that it is off is not told what happens when it rains, nor how to apply.
  const off = event.state === 'cancelled';
  return (
    <SheetPage
      t={t}
      title={t('print.poster.page', { event: event.title })}
      paper="poster"
      size={size}
      {...(look === 'words' ? { kind: look } : {})}
      toolbar={<Tools t={t} back={back} {...tools} offer="poster" />}
    >
      <Poster
        t={t}
        look={look}
        host={holdersOf(t, event)}
        field={event.field ?? 'fukushi'}
        lead={firstSentence(event.summary ?? event.organisation.name)}
        title={withReading(event.title, event.kana)}
        startsAt={event.startsAt}
        holiday={isHoliday(event.startsAt)}
        time={timeRange(t, event.startsAt, event.endsAt)}
        notes={off ? [] : [...partOff(t, event), ...weatherLines(t, event)]}
        rows={[...eventRows(t, event), ...(off ? [] : programmeRow(t, event))]}
        phone={event.contactPhone ?? ''}
        contact={contactLine(event)}
        {...(isSample(event) ? {} : { qrText: code.text })}
        {...(isSample(event) || code.spelled === null ? {} : { url: code.spelled })}
        {...(off ? { contactHead: t('print.poster.ask') } : { deadline: <Deadline t={t} event={event} /> })}
        {...(stamp === null ? {} : { stamp })}
        {...(off ? { off: { why: whyOff(t, event) } } : {})}
      />
    </SheetPage>
  );
}

function Deadline({ t, event }: { readonly t: Translate; readonly event: SheetFacts }): ReactElement {
  const hours = applyHours(t, event);
  return (
    <>
      <Lines text={hours ?? t('print.poster.no-apply')} />
      {event.duties.length > 0 ? <b>　{t('print.poster.help')}</b> : null}
    </>
  );
}
