import { stringify } from 'csv-stringify/sync';
import type { Cells, EventOrigin } from '@yoriai/events';
import { plainCell } from '@yoriai/platform';
import type { Column, Row } from './event-list.edition.js';

/** An event of the list, and the row that it was made of where it came from another list. */
export interface ListedRow extends Row {
  readonly origin?: Pick<EventOrigin, 'cells' | 'ours'> | undefined;
}

/**
 * The list as a file: RFC 4180, UTF-8 with a mark at the beginning (spreadsheets in Japan take it for another encoding without), a
 * row for each event. No cell is a formula when the file is opened (ASVS 5.0 1.2.10), and no control character stands in it.
 */
export function eventListCsv(edition: readonly Column[], rows: readonly ListedRow[]): string {
  return csvOf(edition.map(([header]) => header), rows.map((row) => edition.map((column) => cellOf(column, row))));
}

/** Any table in the same writing. */
export function csvOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([[...headers], ...rows.map((row) => row.map((cell) => plainCell(oneBreak(cell))))], { bom: true, record_delimiter: 'windows' });
}

/** By what a change of each cell is seen; kept beside the cells of a row that was taken in. */
export function seenOf(edition: readonly Column[], row: Row): Cells {
  return Object.fromEntries(edition.map((column) => [column[0], seen(column, row)]));
}

function cellOf(column: Column, row: ListedRow): string {
  const [header, cell] = column;
  const came = row.origin?.cells[header];
  return came !== undefined && row.origin?.ours[header] === seen(column, row) ? came : cell(row);
}

const seen = ([, cell, seenBy]: Column, row: Row): string => oneBreak((seenBy ?? cell)(row));

/** Lines end in one way. */
export const oneBreak = (text: string): string => text.replace(/\r\n?/gu, '\n');
