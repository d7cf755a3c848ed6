import type { ReactElement } from 'react';
import { Lines, PosterRow, QrCode, SheetPage, dateTime, longDate, timeRange, type Translate } from '@yoriai/ui';
import { isHoliday } from '../site/events/holidays.js';
import { applyHours, codeOn, contactLine, eventRows, firstSentence, holdersOf, isSample, partOff, weatherLines, whyOff, type SheetFacts } from './event-rows.js';
import type { SheetViewProps } from './poster-view.js';
import { SheetTitle } from './sheet-title.js';
import { Tools } from './tools.js';

/** Households of a block; each signs and takes it to the next door. */
const BOXES = 24;

/** 回覧: the event on a sheet that goes from door to door, with a box for every household. */
export function CircularView({ tools, event, publicUrl, back, now }: SheetViewProps): ReactElement {
  const { t } = tools.choices;
  const code = codeOn(event, publicUrl);
  return (
    <SheetPage t={t} title={t('print.circular.page', { event: event.title })} paper="one" kind="ci" toolbar={<Tools t={t} back={back} {...tools} offer="language" />}>
      <header className="ci-h">
        <p className="mark">{t('print.circular.title')}</p>
        <ul>
          <li>
            {t('print.circular.block')}
            <span>{t('print.circular.block.unit')}</span>
          </li>
          <li>{t('print.circular.by')}</li>
          <li>{t('print.circular.from-day')}</li>
          <li>{t('print.circular.back-to')}</li>
        </ul>
      </header>
      <p className="from">{holdersOf(t, event)}</p>
      <SheetTitle t={t} event={event} now={now} />
      <Lead t={t} event={event} />
      <div className="ci-b">
        <dl className="pk">
          {factsOf(t, event).map((row) => (
            <PosterRow key={row.term} {...row} />
          ))}
        </dl>
        {isSample(event) ? null : (
          <div className="ci-q">
            <QrCode text={code.text} label={t('ui.qr')} />
            {code.spelled}
          </div>
        )}
      </div>
      <p className="ask">{t('print.circular.ask')}</p>
      <ol className="boxes">
        {Array.from({ length: BOXES }, (_, index) => (
          <li key={index}>
            <b>{index + 1}</b>
          </li>
        ))}
      </ol>
      <footer className="os-f">
        <span>{t('print.circular.keep')}</span>
        <span>{t('print.sheet.printed', { when: dateTime(t, now) })}</span>
      </footer>
    </SheetPage>
  );
}

/** What it is about; of an event that is off, why, and in a smaller form, what is left out. */
function Lead({ t, event }: { readonly t: Translate; readonly event: SheetFacts }): ReactElement | null {
  const words = event.state === 'cancelled' ? whyOff(t, event) : partOff(t, event)[0] ?? (event.summary && firstSentence(event.summary));
  return words ? <p className="lead">{words}</p> : null;
}

function factsOf(t: Translate, event: SheetFacts): { term: string; detail: ReactElement }[] {
  const off = event.state === 'cancelled';
  const weather = weatherLines(t, event);
  const when = `${longDate(t, event.startsAt, { holiday: isHoliday(event.startsAt) })}　${timeRange(t, event.startsAt, event.endsAt)}`;
  const apply = applyHours(t, event) ?? t('print.poster.no-apply');
  return [
    { term: t('print.circular.when'), detail: <b>{when}</b> },
    ...eventRows(t, event),
    ...(off || weather.length === 0 ? [] : [{ term: t('print.circular.rain'), detail: <Lines text={weather.join('\n')} /> }]),
    ...(off ? [] : [{ term: t('print.circular.apply'), detail: <Lines text={apply} /> }]),
    {
      term: t('print.poster.ask'),
      detail: (
        <>
          <b>{event.contactPhone}</b>　{contactLine(event)}
        </>
      ),
    },
  ];
}
