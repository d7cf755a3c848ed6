import { stringify } from 'csv-stringify/sync';
import { plainCell } from '@yoriai/platform';
import type { Column, Row } from './event-list.edition.js';

/**
 * The list as a file: RFC 4180, UTF-8 with a mark at the beginning (spreadsheets in Japan take it for another encoding without), a
 * row for each event. No cell is a formula when the file is opened (ASVS 5.0 1.2.10), and no control character stands in it.
 */
export function eventListCsv(edition: readonly Column[], rows: readonly Row[]): string {
  const cells = rows.map((row) => edition.map(([, cell]) => plainCell(cell(row).replace(/\r\n?/gu, '\n'))));
  return stringify([edition.map(([header]) => header), ...cells], { bom: true, record_delimiter: 'windows' });
}
