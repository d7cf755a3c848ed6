import { AUDIENCES, RAIN_POLICIES, type Cells, type EventFields } from '@yoriai/events';
import type { FieldError } from '@yoriai/platform';
import { withoutReadings, type Translate } from '@yoriai/ui';
import { streetHere, type Municipality } from './address.js';
import { dayOf, instantOf, isFarDay, minutesOf, paddedCode, paddedPhone } from './cell-words.rules.js';

/** For whom a row is read: the host's name stands in cells of its own lists. */
export interface ReadFor {
  /** Japanese, as the list is. */
  readonly t: Translate;
  readonly hostName: string;
  readonly municipality: Municipality;
}

/** A row as an event would have it. `field` of a problem is the heading of its cell. */
export interface ReadRow {
  content: EventFields;
  problems: FieldError[];
}

/** Which cell each field is made of: where the field can't be taken, this cell is named. */
export const CELL_OF: Readonly<Record<string, string>> = {
  title: 'イベント名',
  kana: 'イベント名_カナ',
  summary: '説明',
  description: '説明',
  placeName: '場所名称',
  placeAddress: '住所',
  accessText: 'アクセス方法',
  startsAt: '開始日',
  endsAt: '終了日',
  audienceText: '備考',
  bringText: '備考',
  careText: '備考',
  feeText: '料金(詳細)',
  contactName: '連絡先名称',
  contactPhone: '連絡先電話番号',
  frames: '定員',
};

/** Cells that no field of an event holds; they are kept beside it. */
export const KEPT_CELLS = ['イベント名_英語', '連絡先内線番号', '主催者', '方書', '緯度', '経度', '駐車場情報'];

const LAST_DAY = '参加申込終了日';

/** A row with what spreadsheets lost put back: zeros at the beginning of codes and numbers. */
export function mendedCells(cells: Cells): Cells {
  const mended: Record<string, string> = { ...cells };
  const mend = (header: string, how: (cell: string) => string): void => {
    if (mended[header] !== undefined) mended[header] = how(mended[header]);
  };
  mend('都道府県コード又は市区町村コード', paddedCode);
  mend('連絡先電話番号', paddedPhone);
  return mended;
}

/** The other way round than `EVENT_LIST_32`: from the cells of a row to what an event says. What is not understood is left open, and stays in the cells. */
export function readRow(cells: Cells, { t, hostName, municipality }: ReadFor): ReadRow {
  const cell = (header: string): string => (cells[header] ?? '').trim();
  const times = timesOf(cell);
  const contact = cell('連絡先名称');
  const content: EventFields = {
    title: cell('イベント名'),
    kana: inHiragana(cell('イベント名_カナ')),
    ...wordsOf(cells['説明'] ?? ''),
    placeName: cell('場所名称'),
    placeAddress: streetHere(cell('住所'), municipality) ?? cell('住所'),
    accessText: cell('アクセス方法'),
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    rainPolicy: RAIN_POLICIES.find((policy) => withoutReadings(t(`site.event.rain.${policy}`)) === cell('開始日時特記事項')) ?? null,
    feeText: feeOf(cell('料金(基本)'), cell('料金(詳細)')),
    contactName: contact === hostName ? '' : contact,
    contactPhone: /^0[\d-]{9,12}$/u.test(cell('連絡先電話番号').normalize('NFKC')) ? cell('連絡先電話番号') : '',
    ...remarksOf(t, cell('備考')),
    frames: framesOf(t, cell, times.startsAt),
  };
  const untitled: FieldError[] = cell('イベント名') === '' ? [{ field: 'イベント名', code: 'import.title-missing' }] : [];
  return { content, problems: [...untitled, ...times.problems, ...(isFarDay(cell(LAST_DAY)) ? [problemOf(LAST_DAY, cell(LAST_DAY), 'import.far-day')] : [])] };
}

const problemOf = (field: string, written: string, code: string): FieldError => ({ field, code, params: { written: written.slice(0, 40) } });

type CellOf = (header: string) => string;

/** When it begins and ends; open where an hour is missing, a problem where one can't be read. */
function timesOf(cell: CellOf): { startsAt: string | null; endsAt: string | null; problems: FieldError[] } {
  const problems: FieldError[] = [];
  const read = <T>(header: string, how: (text: string) => T | null, code: (text: string) => string): T | null => {
    const value = cell(header) === '' ? null : how(cell(header));
    if (value === null && cell(header) !== '') problems.push(problemOf(header, cell(header), code(cell(header))));
    return value;
  };
  const [firstDay, lastDay] = ['開始日', '終了日'].map((header) => read(header, dayOf, (text) => (isFarDay(text) ? 'import.far-day' : 'import.no-day')));
  const [from, to] = ['開始時間', '終了時間'].map((header) => read(header, minutesOf, () => 'import.no-hour'));
  const day = lastDay ?? firstDay;
  const startsAt = firstDay && typeof from === 'number' ? instantOf(firstDay, from) : null;
  const endsAt = day && typeof to === 'number' ? instantOf(day, to) : null;
  if (startsAt && endsAt && endsAt <= startsAt) problems.push({ field: '終了時間', code: 'event.ends-before-start' });
  return { startsAt, endsAt, problems };
}

/** The most letters of a summary; what is longer is a description. */
const LONGEST_SUMMARY = 200;

/** The first line in short, the rest in full. */
function wordsOf(text: string): Pick<EventFields, 'summary' | 'description'> {
  const [first = '', ...rest] = text.split('\n');
  return first.length <= LONGEST_SUMMARY ? { summary: first, description: rest.join('\n') } : { summary: '', description: text };
}

function feeOf(basic: string, detail: string): string {
  if (detail !== '') return detail;
  const yen = basic.normalize('NFKC').replace(/[,円\s]/gu, '');
  if (!/^\d{1,6}$/u.test(yen)) return basic;
  return Number(yen) === 0 ? '無料' : `${Number(yen)}円`;
}

/** Lines behind the words that our own list puts before them; any other stays in the cell. */
function remarksOf(t: Translate, text: string): Pick<EventFields, 'audience' | 'audienceText' | 'bringText' | 'careText'> {
  const labels = [
    ['audienceText', 'site.event.facts.who'],
    ['bringText', 'site.event.facts.bring'],
    ['careText', 'events.label.careText'],
  ] as const;
  const found: Partial<Record<(typeof labels)[number][0], string>> = {};
  let last: (typeof labels)[number][0] | null = null;
  for (const line of text.split('\n')) {
    const label = labels.find(([, key]) => line.startsWith(`${withoutReadings(t(key))}：`));
    if (label) [last, found[label[0]]] = [label[0], line.slice(line.indexOf('：') + 1)];
    else if (last) found[last] += `\n${line}`;
  }
  const chosen = AUDIENCES.find((audience) => found.audienceText === withoutReadings(t(`events.audience.${audience}`)));
  return chosen ? { ...found, audience: chosen, audienceText: '' } : found;
}

/** Places by application where a number of them or a last day is named; none where nobody has to apply; open where neither is said. */
function framesOf(t: Translate, cell: CellOf, startsAt: string | null): NonNullable<EventFields['frames']> {
  const places = Number(/\d{1,6}/u.exec(cell('定員').normalize('NFKC').replace(/,/gu, ''))?.[0] ?? '0');
  const day = dayOf(cell(LAST_DAY));
  const name = withoutReadings(t('open-data.frame'));
  if (places > 0 || day) {
    const until = day && instantOf(day, minutesOf(cell('参加申込終了時間')) ?? 24 * 60);
    return [{ name, method: 'first-come', capacity: places > 0 ? places : null, closesAt: until && (startsAt === null || until < startsAt) ? until : null }];
  }
  return /(不要|いりません|要りません|なし|自由)/u.test(cell('参加申込方法')) ? [{ name, method: 'open' }] : [];
}

/** バラエン as ばらえん: how readings are kept here. */
function inHiragana(text: string): string {
  return text.normalize('NFKC').replace(/[\u30A1-\u30F6]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0x60));
}
