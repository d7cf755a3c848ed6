import { isGratis, type Audience, type EventDetail, type Visibility } from '@yoriai/events';
import { jstDate, jstTime } from '@yoriai/platform';
import { dateTime, withoutReadings, type Translate } from '@yoriai/ui';
import { closingsOf, countedFrames, firstClosing, placesOf, type PublicFrameFacts } from '../site/events/standing.js';
import { rainKey } from '../site/events/rain.js';
import { prefectureAndCity, wholeAddress, type Municipality } from './address.js';

/** Which municipality publishes the list. */
export interface Publisher extends Municipality {
  /** 全国地方公共団体コード with its check digit, e.g. 271063. */
  readonly wardCode: string;
  readonly publicUrl: string;
}

/** What the cells of a row are made of. The list is Japanese, whoever asks for it. */
export interface Row {
  readonly t: Translate;
  readonly event: ListedContent;
  readonly publisher: Publisher;
}

/** What a list of open data says of an event. Instants as ISO text. */
export interface ListedContent {
  readonly number: string;
  readonly slug: string;
  readonly state: string;
  readonly visibility: Visibility | null;
  readonly title: string;
  readonly kana: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rainPolicy: string | null;
  readonly settled?: boolean;
  readonly placeName: string;
  readonly placeAddress: string | null;
  readonly accessText: string | null;
  readonly audience: Audience | null;
  readonly audienceText: string | null;
  readonly feeText: string | null;
  readonly bringText: string | null;
  readonly careText: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly organisation: { readonly name: string };
  readonly frames: readonly PublicFrameFacts[];
  readonly banner: { readonly reason: string } | null;
}

/** An event as those who work on it see it; what is open yet is empty. */
export function listedContentOf({ reason, ...event }: EventDetail): ListedContent {
  const { title, startsAt, endsAt, placeName, state } = event;
  const banner = state === 'cancelled' && reason !== null ? { reason: reason.reason } : null;
  return { ...event, title: title ?? '', startsAt: startsAt ?? '', endsAt: endsAt ?? '', placeName: placeName ?? '', banner };
}

/**
 * A column: its heading to the letter, what stands under it, and by what a change of it is seen. A cell that came from
 * another list is given out as it came for as long as the last says the same as when it came; where nothing else is
 * named, what we would say ourselves.
 */
export type Column = readonly [header: string, cell: (row: Row) => string, seenBy?: (row: Row) => string];

const nothing = (): string => '';
/** What an event has of its own, and another list had its own of. */
const never = nothing;

/**
 * イベント一覧 of the 推奨データセット, as the towns publish it: 32 columns, headings to the letter, in this order. Names and numbers
 * of people stay on the page of the event, so the host stands for whom to ask. A later edition is another table beside it.
 */
export const EVENT_LIST_32: readonly Column[] = [
  ['都道府県コード又は市区町村コード', ({ publisher }) => publisher.wardCode, never],
  ['NO', ({ event }) => event.number, never],
  ['都道府県名', ({ publisher }) => prefectureAndCity(publisher).prefecture, never],
  ['市区町村名', ({ publisher }) => prefectureAndCity(publisher).city + publisher.wardName, never],
  ['イベント名', ({ event }) => event.title],
  ['イベント名_カナ', ({ event }) => inKatakana(event.kana ?? '')],
  ['イベント名_英語', nothing],
  ['開始日', ({ event }) => dateOf(event.startsAt)],
  ['終了日', ({ event }) => dateOf(event.endsAt)],
  ['開始時間', ({ event }) => timeOf(event.startsAt)],
  ['終了時間', ({ event }) => timeOf(event.endsAt)],
  ['開始日時特記事項', remarkOnDay],
  ['説明', ({ event }) => [event.summary, event.description].filter(Boolean).join('\n')],
  ['料金(基本)', ({ event }) => basicFee(event.feeText)],
  ['料金(詳細)', ({ event }) => event.feeText ?? ''],
  ['連絡先名称', ({ event }) => event.organisation.name, ({ event }) => event.contactName ?? ''],
  ['連絡先電話番号', nothing, ({ event }) => event.contactPhone ?? ''],
  ['連絡先内線番号', nothing],
  ['主催者', ({ event }) => event.organisation.name],
  ['場所名称', ({ event }) => event.placeName],
  ['住所', ({ event, publisher }) => wholeAddress(event.placeAddress, publisher)],
  ['方書', nothing],
  ['緯度', nothing],
  ['経度', nothing],
  ['アクセス方法', ({ event }) => event.accessText ?? ''],
  ['駐車場情報', nothing],
  ['定員', ({ event }) => capacityOf(event)],
  ['参加申込終了日', ({ event }) => dateOf(firstClosing(event))],
  ['参加申込終了時間', ({ event }) => timeOf(firstClosing(event))],
  ['参加申込方法', howToApply],
  ['URL', ({ event, publisher }) => `${publisher.publicUrl}/events/${event.slug}`, never],
  ['備考', remarks],
];

const said = (t: Translate, key: Parameters<Translate>[0], params?: Parameters<Translate>[1]): string => withoutReadings(t(key, params));

const dateOf = (at: string | null): string => (at ? jstDate(new Date(at)) : '');
const timeOf = (at: string | null): string => (at ? jstTime(new Date(at)) : '');

/** Called off, and why; else what becomes of it in the rain. */
function remarkOnDay({ t, event }: Row): string {
  if (event.state === 'cancelled') return said(t, 'site.open-data.cancelled', { reason: event.banner?.reason ?? '' });
  const rain = rainKey(event);
  return t.has(rain) ? said(t, rain) : '';
}

/** In yen where that is one number. */
function basicFee(text: string | null): string {
  if (isGratis(text)) return '0';
  return /^(?:1人|ひとり)?(\d{1,6})円$/u.exec((text ?? '').normalize('NFKC').replace(/[,\s]/gu, ''))?.[1] ?? '';
}

function capacityOf(event: ListedContent): string {
  const { capacity } = placesOf(event.frames);
  return capacity === 0 ? '' : String(capacity);
}

/** How; and where seats do not all close together, until when each: the cells for the day and the hour hold the first, so that nobody is late by them. */
function howToApply({ t, event }: Row): string {
  if (countedFrames(event.frames).length === 0) return said(t, 'site.open-data.apply-none');
  return [said(t, 'site.open-data.apply'), ...closingsOf(event).map(({ name, closesAt }) => said(t, 'site.event.apply.until.of', { frame: name, when: dateTime(t, closesAt) }))].join('\n');
}

function remarks({ t, event }: Row): string {
  const lines = [
    [t('site.event.facts.who'), event.audienceText ?? (event.audience && withoutReadings(t(`events.audience.${event.audience}`)))],
    [t('site.event.facts.bring'), event.bringText],
    [t('events.label.careText'), event.careText],
  ] as const;
  return lines.flatMap(([label, text]) => (text ? [`${withoutReadings(label)}：${text}`] : [])).join('\n');
}

/** ばらえん as バラエン: what the heading asks for. */
function inKatakana(text: string): string {
  return text.normalize('NFKC').replace(/[\u3041-\u3096]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60));
}
