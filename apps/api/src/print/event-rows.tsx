import type { ReactElement } from 'react';
import { isGratis, partsOf, type DroppedItem, type HeatLimit, type ProgrammeItem } from '@yoriai/events';
import { Lines, dateTime, inBrackets, reasonIn, type Translate } from '@yoriai/ui';
import { rainKey, weatherOf } from '../site/events/rain.js';
import { closingsOf, countedFrames, firstCall, lastCall, standingOf, totalLine, type PublicFrameFacts } from '../site/events/standing.js';

/** What a sheet for residents needs of an event, public or not yet. */
export interface SheetSource {
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
  rainDate?: { startsAt: string; placeName?: string | null } | null;
  heatLimit?: HeatLimit | null;
  contactName: string | null;
  contactPhone: string | null;
  contactHours: string | null;
  organisation: { name: string };
  /** Why it is off, on its page; and for who works on it. */
  banner?: { reason: string } | null;
  reason?: { reason: string } | null;
  /** Of what is public. */
  coHosts?: readonly { name: string }[];
  shortCode: string;
  /** The end of its address; with a token where it is for invited people alone. */
  slug: string;
  frames: readonly PublicFrameFacts[];
  programme?: readonly ProgrammeItem[] | null;
  /** What of it is off. */
  dropped?: readonly DroppedItem[];
  /** It takes place in a smaller form. */
  reduced?: boolean;
  /** Somebody has said that it takes place on its day. */
  settled?: boolean;
  duties: readonly unknown[];
}

/** A source in which everything a sheet can't do without is there. */
export type SheetFacts = SheetSource & { title: string; startsAt: string; endsAt: string; placeName: string };

/** Until when applications are taken: a line for each hour of closing, with the seats that close then; none where nobody applies. */
export function closingLines(t: Translate, event: SheetFacts): string[] {
  const ends = closingsOf(event);
  const until = lastCall(event);
  if (ends.length === 0) return until === null ? [] : [t('print.poster.until', { when: dateTime(t, until) })];
  const hours = [...new Set(ends.map(({ closesAt }) => Date.parse(closesAt)))].sort((a, b) => a - b);
  return hours.map((hour) => t('site.event.apply.until.of', { frame: ends.filter(({ closesAt }) => Date.parse(closesAt) === hour).map(({ name }) => name).join('・'), when: dateTime(t, new Date(hour)) }));
}

/** 受付開始 …　締切 …: between when applications are taken, in lines where seats close at different times; null where nobody applies. */
export function applyHours(t: Translate, event: SheetFacts): string | null {
  const from = firstCall(event.frames);
  const until = closingLines(t, event);
  if (until.length === 0) return null;
  return [...(from === null ? [] : [t('print.poster.from', { when: dateTime(t, from) })]), ...until].join(until.length === 1 ? '　' : '\n');
}

/** What is said of rain and heat: the day for rain in place of the bare rule, where there is one; where it was decided already, no rule any more. */
export function weatherLines(t: Translate, event: SheetSource): string[] {
  const rain = rainKey(event);
  return [...(event.rainDate || !t.has(rain) ? [] : [t(rain)]), ...weatherOf(t, event)];
}

/** Of an event in a smaller form, what of its programme is off; why, where nobody wrote down what. */
export function partOff(t: Translate, event: SheetFacts): string[] {
  if (!event.reduced) return [];
  const items = (event.dropped ?? []).map(({ title }) => title);
  const why = whyOff(t, event);
  return items.length > 0 ? [t('weather.reduce.off.list', { items: items.join('、') })] : why === null ? [] : [why];
}

/** The source, if a sheet can be made of it. */
export function sheetFactsOf(event: SheetSource): SheetFacts | null {
  const { title, startsAt, endsAt, placeName } = event;
  return title && startsAt && endsAt && placeName ? { ...event, title, startsAt, endsAt, placeName } : null;
}

/** Not decided on: nothing of it may be put up or passed round. */
export function isSample(event: SheetFacts): boolean {
  return ['draft', 'submitted', 'returned', 'rejected'].includes(event.state);
}

/** 【中止】, 【満員】, 【一部取りやめ】 or 【承認前・見本】 over the title. */
export function stampOf(t: Translate, event: SheetFacts, now: Date): string | null {
  if (event.state === 'cancelled') return t('print.poster.cancelled');
  if (isSample(event)) return t('print.poster.sample');
  if (event.state !== 'published') return null;
  if (standingOf(event, now) === 'full') return t('print.poster.full');
  return event.reduced ? t('print.poster.reduced') : null;
}

/** Letters of a reason that a sheet has room for. */
const ROOM = 60;

/** 理由：…, of an event that is off, as long as a sheet has room for; null where no reason is known. */
export function whyOff(t: Translate, { banner, reason }: SheetFacts): string | null {
  const letters = [...reasonIn(t, banner?.reason ?? reason?.reason ?? '')];
  if (letters.length === 0) return null;
  return t('print.poster.because', { reason: letters.length > ROOM ? `${letters.slice(0, ROOM - 1).join('')}…` : letters.join('') });
}

/** Who holds it: the host, and those with whom it does. */
export function holdersOf(t: Translate, { organisation, coHosts = [] }: SheetFacts): string {
  return coHosts.length === 0 ? organisation.name : `${organisation.name}　${t('site.event.co-hosts', { names: coHosts.map(({ name }) => name).join('、') })}`;
}

/** What the code on a sheet leads to, and how that is spelled beside it: a link for invited people is scanned, not typed, and is no short one. */
export function codeOn(event: SheetFacts, publicUrl: string): { text: string; spelled: string | null } {
  if (partsOf(event.slug).token !== null) return { text: `${publicUrl}/events/${event.slug}`, spelled: null };
  const text = `${publicUrl}/q/${event.shortCode}`;
  return { text, spelled: text.replace(/^https?:\/\//, '') };
}

/** What a sheet has room for. */
const CARE_ITEMS = 3;

/** A sheet has one line for it. */
export function firstSentence(text: string): string {
  return /^[^。\n]+。?/u.exec(text)?.[0] ?? text;
}

const careIn = ({ careText }: SheetFacts): string => (careText ?? '').split(/\r?\n|。/).filter((line) => line.trim() !== '').slice(0, CARE_ITEMS).join('・');

/** What it costs, as the host wrote it; in English also that it costs nothing, where that is written. */
export function feeWords(t: Translate, text: string | null): string | null {
  return t.lang === 'en' && isGratis(text) ? `${t('site.find.gratis')}${inBrackets(t, text ?? '')}` : text;
}

/** Where, for whom, how many, how much, what to bring: in the order of the ward's newsletter. */
export function eventRows(t: Translate, event: SheetFacts): { term: string; detail: ReactElement }[] {
  const { placeName, placeAddress, accessText, audienceText, feeText, bringText } = event;
  const near = [placeAddress, accessText?.split(/\r?\n/)[0]].filter(Boolean).join('、');
  const capacity = countedFrames(event.frames).map((frame) => t(`site.event.facts.capacity-${frame.method === 'lottery' || frame.method === 'chosen' ? frame.method : 'line'}`, { name: frame.name, capacity: frame.capacity ?? 0 }));
  const rows: [string, string | null][] = [
    [t('print.poster.place'), near === '' ? placeName : `${placeName}（${near}）`],
    [t('print.poster.who'), audienceText],
    [t('site.event.facts.capacity'), event.state === 'cancelled' ? null : [...capacity, ...totalLine(t, event.frames)].join('・')],
    [t('print.poster.fee'), feeWords(t, feeText)],
    [t('print.poster.bring'), bringText],
    [t('print.poster.care'), careIn(event)],
  ];
  return rows.flatMap(([term, detail]) => (detail ? [{ term, detail: <Lines text={detail} /> }] : []));
}

/** Letters in a line of a poster, and lines it has besides the programme's. */
const LINE = 36;
const LINES = 6;

/** The first items of the programme on one line, 「ほか」 where there are more; nothing where a poster has no room for it. */
export function programmeRow(t: Translate, event: SheetFacts): { term: string; detail: ReactElement }[] {
  const { programme, placeName, placeAddress, accessText, audienceText, feeText, bringText } = event;
  const others = [[placeName, placeAddress, accessText?.split(/\r?\n/)[0]].join(''), audienceText, feeText, bringText, careIn(event), countedFrames(event.frames).map(({ name }) => `${name}定員先着順`).join('')];
  const taken = others.reduce((lines, text) => lines + Math.ceil((text ?? '').length / LINE), 0);
  const items = (programme ?? []).map(({ start, title }) => [start, title].filter(Boolean).join(' '));
  const fits = items.filter((_, index) => items.slice(0, index + 1).join('・').length <= LINE);
  if (fits.length === 0 || taken > LINES) return [];
  return [{ term: t('programme.poster'), detail: <>{[...fits, ...(items.length > fits.length ? [t('programme.poster.more')] : [])].join('・')}</> }];
}

/** Who answers questions, and when: 西船場連合振興町会　佐藤 みのる（9時から19時）. */
export function contactLine({ organisation, contactName, contactHours }: SheetFacts): string {
  const hours = contactHours && `（${firstSentence(contactHours).replace(/。$/u, '')}）`;
  return [organisation.name, contactName, hours].filter(Boolean).join('　');
}
