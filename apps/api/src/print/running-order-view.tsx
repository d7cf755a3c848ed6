import type { ReactElement } from 'react';
import { isDropped, type ProgrammeItem } from '@yoriai/events';
import { SheetPage, SheetTable, TickBox, dateTime, longDate, shortDate, timeRange, type Column } from '@yoriai/ui';
import { isHoliday } from '../site/events/holidays.js';
import { whenOf } from '../site/events/running-order.js';
import type { SheetViewProps } from './poster-view.js';
import { stampOf, whyOff } from './event-rows.js';
import { Tools } from './tools.js';

/** 進行表: what comes when, where and by whom, with a box to tick once it is over. */
export function RunningOrderView({ tools, event, back, now }: SheetViewProps): ReactElement {
  const { t } = tools.choices;
  const title = t('programme.paper.page', { event: event.title });
  const stamp = stampOf(t, event, now);
  const why = event.state === 'cancelled' ? whyOff(t, event) : null;
  const items = (event.programme ?? []).map((item, index) => ({ ...item, index }));
  const isOff = (item: ProgrammeItem): boolean => isDropped(item, event.dropped ?? []);
  const many = items.some(({ day }) => day > 0);
  const when = (item: ProgrammeItem): string => `${many ? `${shortDate(t, new Date(Date.parse(event.startsAt) + item.day * 24 * 60 * 60 * 1000).toISOString())} ` : ''}${whenOf(t, item, event.startsAt)}`;
  const columns: Column<(typeof items)[number]>[] = [
    { key: 'when', head: t('programme.paper.time'), cell: (item) => <b className="nb">{when(item)}</b> },
    { key: 'what', head: t('programme.paper.what'), cell: (item) => <>{isOff(item) ? <><s>{item.title}</s>　<b>{t('weather.reduce.off')}</b></> : <b>{item.title}</b>}{item.note === null ? null : <span className="quiet">{item.note}</span>}</> },
    { key: 'where', head: t('programme.paper.where'), cell: (item) => item.place },
    { key: 'who', head: t('programme.paper.who'), cell: (item) => item.performer },
    { key: 'done', head: t('programme.paper.done'), cell: () => <TickBox /> },
  ];
  return (
    <SheetPage t={t} title={title} paper="list" toolbar={<Tools t={t} back={back} {...tools} offer="language" />}>
      <SheetTable
        title={stamp === null ? title : `${stamp}${title}`}
        lines={[...(why === null ? [] : [why]), `${longDate(t, event.startsAt, { holiday: isHoliday(event.startsAt) })}　${timeRange(t, event.startsAt, event.endsAt)}　${event.placeName}`, t('print.sheet.printed', { when: dateTime(t, now) })]}
        columns={columns}
        rows={items}
        rowKey={({ index }) => String(index)}
      />
    </SheetPage>
  );
}
