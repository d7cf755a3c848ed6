import type { EventDetail } from '@yoriai/api-client';
import { asDropped, sameItem } from '../weather/proposal.js';
import { readRows, rowsOf, type ProgrammeRow } from './programme-rows.js';

/**
 * Of a smaller event: what was left out and would be on again once these rows are saved, by the names they have now. An item is known by
 * its name, its hour and its place, so that a slip mended in it makes another one, which nobody has left out.
 */
export function onAgain({ programme, reduction }: Pick<EventDetail, 'programme' | 'reduction'>, rows: readonly ProgrammeRow[]): string[] {
  const dropped = reduction?.dropped ?? [];
  const isOff = (row: ProgrammeRow): boolean => {
    const [item] = readRows([row]).items;
    return item !== undefined && dropped.some((each) => sameItem(each, asDropped(item)));
  };
  const wereOff = new Set(rowsOf(programme).filter(isOff).map(({ row }) => row));
  return rows.filter((row) => wereOff.has(row.row) && !isOff(row)).map(({ title }) => title.trim());
}
