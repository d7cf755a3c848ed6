import type { ReactElement } from 'react';
import { APPLIANCES, type StallLine, type StallList } from '@yoriai/events';
import { SheetPage, SheetTable, type Column, type Translate } from '@yoriai/ui';
import { Running, eventLine, offLines, spacedPhone, type ListedEvent } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

/** The accepted stalls of an event. */
export interface StallSheet {
  eventId: string;
  event: ListedEvent;
  list: StallList;
}

/** 出店一覧: by plot, what each sells and cooks with, what all of them need, and which notices that asks for. */
export function StallListView({ tools, sheet: { eventId, event, list }, now }: { readonly tools: PaperTools; readonly sheet: StallSheet; readonly now: Date }): ReactElement {
  const { t } = tools.choices;
  const title = t('app.papers.stall-list');
  const accepted = list.stalls.filter(({ state }) => state === 'accepted');
  return (
    <SheetPage t={t} title={t('print.stalls.page', { event: event.title })} paper="list" toolbar={<Tools t={t} back={`/app/events/${eventId}/stalls`} {...tools} />}>
      <SheetTable
        title={title}
        lines={[...offLines(t, event), eventLine(t, event), t('print.stalls.sum', { ...list.equipment }), t('print.stalls.law')]}
        running={<Running t={t} title={title} event={event} now={now} />}
        columns={columnsOf(t)}
        rows={accepted}
        rowKey={({ id }) => id}
      />
    </SheetPage>
  );
}

function columnsOf(t: Translate): Column<StallLine>[] {
  return [
    { key: 'plot', head: t('stall.plot'), cell: ({ plot }) => <b className="nb">{plot ?? ''}</b> },
    {
      key: 'stall',
      head: t('print.stalls.stall'),
      wide: true,
      cell: ({ name, sells }) => (
        <>
          <b>{name}</b>
          <span className="quiet">{sells}</span>
        </>
      ),
    },
    {
      key: 'contact',
      head: t('print.people.contact'),
      cell: ({ contactName, phone }) => (
        <>
          {contactName}
          {phone === null ? null : <b className="quiet nb">{spacedPhone(phone)}</b>}
        </>
      ),
    },
    { key: 'food', head: t('stall.kind.food'), cell: ({ foodBy }) => (foodBy === null ? null : <span className="nb">{t(`print.stalls.food.${foodBy}`)}</span>) },
    {
      key: 'fire',
      head: t('print.stalls.fire'),
      cell: ({ appliances, extinguishers }) => (
        <>
          {APPLIANCES.flatMap((each) => (appliances[each] ? [`${t(`stall.appliance.${each}`)}${appliances[each]}`] : [])).join('、')}
          {extinguishers === 0 ? null : <b className="quiet nb">{`${t('stall.extinguishers')} ${extinguishers}`}</b>}
        </>
      ),
    },
    { key: 'equipment', head: t('stall.equipment'), cell: (stall) => (['tents', 'tables', 'chairs', 'watts'] as const).flatMap((each) => (stall[each] > 0 ? [`${t(`stall.${each}`)} ${stall[each]}`] : [])).join('、') },
  ];
}
