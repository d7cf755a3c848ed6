import type { ReactElement } from 'react';
import { PlotPlan, SheetPage, dateTime, plottedIn } from '@yoriai/ui';
import { eventLine, offLines } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import type { StallSheet } from './stall-list-view.js';
import { Tools } from './tools.js';

/** Columns of a plan that a sheet has room for. */
const ACROSS = 8;

/** 配置図: every plot with the stall on it, marked for fire and food; those without a plot below. */
export function PlotPlanView({ tools, sheet: { eventId, event, list }, now }: { readonly tools: PaperTools; readonly sheet: StallSheet; readonly now: Date }): ReactElement {
  const { t } = tools.choices;
  const unplaced = list.stalls.filter(({ state, plot }) => state === 'accepted' && plot === null).map(({ name }) => name);
  return (
    <SheetPage t={t} title={t('print.plan.page', { event: event.title })} paper="list" kind="pp" toolbar={<Tools t={t} back={`/app/events/${eventId}/stalls`} {...tools} />}>
      <header className="ls-h">
        <h1>{t('stall.plan')}</h1>
        {offLines(t, event).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>{eventLine(t, event)}</p>
        <p>{t('print.sheet.printed', { when: dateTime(t, now) })}</p>
      </header>
      <PlotPlan t={t} plots={plottedIn(list)} across={ACROSS} />
      {unplaced.length === 0 ? null : <p>{t('print.plan.unplaced', { names: unplaced.join('、') })}</p>}
    </SheetPage>
  );
}
