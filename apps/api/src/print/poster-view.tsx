import type { ReactElement } from 'react';
import { Lines, Poster, SheetPage, dateTime, timeRange, withReading, type Translate } from '@yoriai/ui';
import { isHoliday } from '../site/events/holidays.js';
import { countedFrames, lastCall, standingOf, type PublicFrameFacts } from '../site/events/standing.js';
import { SHEET_CSS, Tools } from './tools.js';

/** What a poster needs of an event, public or not yet. */
export interface PosterSource {
  title: string | null;
  kana: string | null;
  summary: string | null;
  field: string | null;
  state: string;
  startsAt: string | null;
  endsAt: string | null;
  placeName: string | null;
  placeAddress: string | null;
  accessText: string | null;
  audienceText: string | null;
  feeText: string | null;
  bringText: string | null;
  careText: string | null;
  rainPolicy: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactHours: string | null;
  organisation: { name: string };
  shortCode: string;
  frames: readonly PublicFrameFacts[];
  duties: readonly unknown[];
}

/** A source in which everything a poster can't do without is there. */
export type PosterFacts = PosterSource & { title: string; startsAt: string; endsAt: string; placeName: string };

/** The source, if a poster can be made of it. */
export function posterOf(event: PosterSource): PosterFacts | null {
  const { title, startsAt, endsAt, placeName } = event;
  return title && startsAt && endsAt && placeName ? { ...event, title, startsAt, endsAt, placeName } : null;
}

export interface PosterViewProps {
  readonly t: Translate;
  readonly event: PosterFacts;
  readonly publicUrl: string;
  readonly back: string;
  readonly now: Date;
}

/** One A4 sheet, read across a corridor. */
export function PosterView({ t, event, publicUrl, back, now }: PosterViewProps): ReactElement {
  const short = `${publicUrl}/e/${event.shortCode}`;
  const rain = `site.event.rain.${event.rainPolicy ?? ''}`;
  const stamp = stampOf(t, event, now);
  // Who reads that it is off is not told what happens when it rains, nor how to apply.
  const off = event.state === 'cancelled';
  return (
    <SheetPage t={t} title={t('print.poster.page', { event: event.title })} paper="poster" css={SHEET_CSS} toolbar={<Tools t={t} back={back} />}>
      <Poster
        t={t}
        field={event.field ?? 'fukushi'}
        lead={firstSentence(event.summary ?? event.organisation.name)}
        title={withReading(event.title, event.kana)}
        startsAt={event.startsAt}
        holiday={isHoliday(event.startsAt)}
        time={timeRange(t, event.startsAt, event.endsAt)}
        notes={!off && t.has(rain) ? [t(rain)] : []}
        rows={rowsOf(t, event)}
        phone={event.contactPhone ?? ''}
        contact={[event.organisation.name, event.contactName, event.contactHours && `（${firstSentence(event.contactHours).replace(/。$/u, '')}）`].filter(Boolean).join('　')}
        {...(isSample(event) ? {} : { url: short.replace(/^https?:\/\//, ''), qrText: short })}
        {...(off ? { contactHead: t('print.poster.ask') } : { deadline: <Deadline t={t} event={event} /> })}
        {...(stamp === null ? {} : { stamp })}
      />
    </SheetPage>
  );
}

/** Not decided on: nothing of it may be put up. */
function isSample(event: PosterFacts): boolean {
  return ['draft', 'submitted', 'returned', 'rejected'].includes(event.state);
}

function stampOf(t: Translate, event: PosterFacts, now: Date): string | null {
  if (event.state === 'cancelled') return t('print.poster.cancelled');
  if (isSample(event)) return t('print.poster.sample');
  return event.state === 'published' && standingOf(event, now) === 'full' ? t('print.poster.full') : null;
}

/** What a poster has room for. */
const CARE_ITEMS = 3;

/** A poster has one line for it. */
function firstSentence(text: string): string {
  return /^[^。\n]+。?/u.exec(text)?.[0] ?? text;
}

function rowsOf(t: Translate, event: PosterFacts): { term: string; detail: ReactElement }[] {
  const { placeName, placeAddress, accessText, audienceText, feeText, bringText, careText } = event;
  const near = [placeAddress, accessText?.split(/\r?\n/)[0]].filter(Boolean).join('、');
  const capacity = countedFrames(event.frames).map((frame) => t('site.event.facts.capacity-line', { name: frame.name, capacity: frame.capacity ?? 0 }));
  const care = (careText ?? '').split(/\r?\n|。/).filter((line) => line.trim() !== '');
  const rows: [string, string | null][] = [
    [t('print.poster.place'), near === '' ? placeName : `${placeName}（${near}）`],
    [t('print.poster.who'), audienceText],
    [t('site.event.facts.capacity'), event.state === 'cancelled' ? null : capacity.join('・')],
    [t('print.poster.fee'), feeText],
    [t('print.poster.bring'), bringText],
    [t('print.poster.care'), care.slice(0, CARE_ITEMS).join('・')],
  ];
  return rows.flatMap(([term, detail]) => (detail ? [{ term, detail: <Lines text={detail} /> }] : []));
}

function Deadline({ t, event }: { readonly t: Translate; readonly event: PosterFacts }): ReactElement {
  const until = lastCall(event);
  return (
    <>
      {until === null ? t('print.poster.no-apply') : t('print.poster.until', { when: dateTime(t, until) })}
      {event.duties.length > 0 ? <b>　{t('print.poster.help')}</b> : null}
    </>
  );
}
