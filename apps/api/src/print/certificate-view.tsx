import type { ReactElement } from 'react';
import type { Certified, OwnYear } from '@yoriai/attendance';
import type { Config } from '@yoriai/platform';
import { SheetPage, SheetTable, duration, hostLang, longDate, shortDate, timeRange, wardNameIn, withReading, type Column, type Translate } from '@yoriai/ui';
import { isHoliday } from '../site/events/holidays.js';
import { hoursOf, yearOf } from '../site/me/hours.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface CertificateProps {
  readonly tools: PaperTools;
  readonly certified: Certified;
  readonly config: Config;
  readonly now: Date;
}

type Duty = OwnYear['duties'][number];

/** Who did what, when and for how long; the sum, and who says so on which day. */
export function CertificateView({ tools, certified: { name, year }, config, now }: CertificateProps): ReactElement {
  const { t } = tools.choices;
  const words = yearOf(t, year.year);
  const ward = wardNameIn(t, config);
  return (
    <SheetPage t={t} title={t('print.hours.page', { year: words })} paper="list" toolbar={<Tools t={t} back="/me/history" {...tools} offer="language" />}>
      <SheetTable
        title={t('print.hours.title')}
        lines={[<b key="name" className="named">{t('print.hours.name', { name })}</b>, t('print.hours.says', { year: words, count: year.duties.length, hours: hoursOf(t, year.minutes) })]}
        columns={columnsOf(t)}
        rows={[...year.duties].reverse()}
        rowKey={({ id }) => id}
        foot={
          <>
            <span>{t('print.hours.how')}</span>
            <span>{t('print.hours.issued', { day: longDate(t, now), ward, phone: config.officePhone })}</span>
          </>
        }
      />
    </SheetPage>
  );
}

function columnsOf(t: Translate): Column<Duty>[] {
  return [
    { key: 'when', head: t('print.hours.when'), cell: ({ startsAt, endsAt }) => `${shortDate(t, startsAt, { holiday: isHoliday(startsAt) })} ${timeRange(t, startsAt, endsAt)}` },
    { key: 'event', head: t('print.hours.event'), cell: ({ eventTitle, eventKana }) => <span lang={hostLang(t)}>{withReading(eventTitle, eventKana)}</span>, wide: true },
    { key: 'duty', head: t('print.hours.duty'), cell: ({ duty }) => <span lang={hostLang(t)}>{duty}</span> },
    { key: 'hours', head: t('print.hours.hours'), cell: ({ startsAt, endsAt }) => duration(t, startsAt, endsAt), number: true },
  ];
}
