import type { Cells, Visibility } from '@yoriai/events';
import type { FieldError } from '@yoriai/platform';
import { EVENT_LIST_32, type Column, type ListedContent } from './event-list.edition.js';

/** Our own heading, which no list of the towns has: whom an event shows itself to. */
const SHOWN_TO = '公開範囲(寄合)';

/** Is this heading ours? Spreadsheets write its brackets in either width. */
export const isShownTo = (heading: string): boolean => heading.normalize('NFKC') === SHOWN_TO;

/** The cells of a row without ours. */
export const exceptShownTo = (cells: Cells): Cells => Object.fromEntries(Object.entries(cells).filter(([heading]) => !isShownTo(heading)));

/** To the letter, whatever the screens call it: files that are there already are read by these words. */
const WORDS: Readonly<Record<Visibility | 'everybody', string>> = { everybody: 'だれでも', invited: '招待した人だけ', members: '会員だけ', area: '地域だけ' };

/** イベント一覧, and after its 32 columns one of our own. */
export const EVENT_LIST_SHOWN_TO: readonly Column[] = [...EVENT_LIST_32, [SHOWN_TO, ({ event }) => WORDS[event.visibility ?? 'everybody']]];

/** The columns of a file with these events: the towns’ own where everybody sees all of them, ours after them where one is for fewer. */
export function editionOf(events: readonly Pick<ListedContent, 'visibility'>[]): readonly Column[] {
  return events.every(({ visibility }) => visibility === null) ? EVENT_LIST_32 : EVENT_LIST_SHOWN_TO;
}

/**
 * Whom the event of a row shows itself to. A file without the column says nothing of it: `meant` is whom the event of that number
 * shows itself to now. What stands there and can't be read is a problem and never stands for everybody.
 */
export function shownTo(cells: Cells, meant: Visibility | null): { visibility: Visibility | null; problems: FieldError[] } {
  const cell = Object.entries(cells).find(([heading]) => isShownTo(heading))?.[1];
  if (cell === undefined) return { visibility: meant, problems: [] };
  const word = cell.normalize('NFKC').trim();
  const read = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((each) => WORDS[each] === word);
  if (read === undefined) return { visibility: meant, problems: [{ field: SHOWN_TO, code: 'import.no-visibility', params: { written: cell.slice(0, 40), words: Object.values(WORDS).join('・') } }] };
  return { visibility: read === 'everybody' ? null : read, problems: [] };
}
