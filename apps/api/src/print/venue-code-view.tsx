import type { ReactElement } from 'react';
import type { EventSummary } from '@yoriai/events';
import { Phrases, QrCode, SheetPage, dateTime, hostLang, longDate, timeRange, titleSize, withReading } from '@yoriai/ui';
import { isHoliday } from '../site/events/holidays.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface VenueCodeProps {
  readonly tools: PaperTools;
  readonly event: EventSummary;
  /** Where the code leads. */
  readonly address: string;
  readonly now: Date;
}

/** One sheet for the entrance: the code as large as it goes, and what to do with it. */
export function VenueCodeView({ tools, event, address, now }: VenueCodeProps): ReactElement {
  const { t } = tools.choices;
  const title = event.title ?? '';
  const { startsAt, endsAt } = event;
  return (
    <SheetPage t={t} title={t('print.venue.page', { event: title })} paper="one" kind="vn" toolbar={<Tools t={t} back={`/app/events/${event.id}/papers`} {...tools} offer="language" />}>
      <p className="vn-e" lang={hostLang(t)}>
        <Phrases text={withReading(title, event.kana)} />
      </p>
      {startsAt === null || endsAt === null ? null : <p className="num">{`${longDate(t, startsAt, { holiday: isHoliday(startsAt) })}　${timeRange(t, startsAt, endsAt)}`}</p>}
      <h1 className={titleSize(t('print.venue.title'))}>{t('print.venue.title')}</h1>
      <p className="vn-l">{t('print.venue.lead')}</p>
      <div className="vn-q">
        <QrCode text={address} label={t('ui.qr')} />
        <p className="num">{address.replace(/^https?:\/\//, '')}</p>
      </div>
      <ul>
        <li>{t('print.venue.step.applied')}</li>
        <li>{t('print.venue.step.walk-in')}</li>
        <li>{t('print.venue.no-phone')}</li>
      </ul>
      <footer className="os-f">
        <span>{t('print.venue.day')}</span>
        <span>{t('print.sheet.printed', { when: dateTime(t, now) })}</span>
      </footer>
    </SheetPage>
  );
}
