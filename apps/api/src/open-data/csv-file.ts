import { parse } from 'csv-parse/sync';
import { refuse } from '@yoriai/platform';
import type { Cells } from '@yoriai/events';
import { oneBreak } from './event-list.csv.js';

/** Bytes of a file, and rows of it: a ward has one hundred events a year. */
export const MOST_BYTES = 1024 * 1024;
export const MOST_ROWS = 1000;
/** Blank rows and titles too: half a million rows of another length than the first cost the reader half a minute. */
export const MOST_LINES = 10_000;
/** Headings, and letters of one: they are kept with every row and told with every row, so a file of headings alone would become a thousand files. */
export const MOST_HEADINGS = 200;
export const LONGEST_HEADING = 100;
/** Headings stand in one of the first rows: offices write titles above them. */
const HEADINGS_WITHIN = 10;

/** A table out of a file: what letters it was written in, its headings, and its rows by them. */
export interface CsvFile {
  encoding: 'UTF-8' | 'CP932' | 'UTF-16';
  headers: string[];
  /** `row` is the number that a spreadsheet shows beside it. */
  rows: { row: number; cells: Cells }[];
}

/**
 * Reads a table as offices send it: UTF-8 with or without a mark, CP932 or UTF-16, commas or tabs, any line ends, rows of titles above
 * the headings, numbers as `="001"`, and what our own export quoted. The row with `heading` has the headings. Refuses
 * `import.too-large` (413), `import.not-a-table`, `import.no-headings`, `import.too-many-headings` and `import.too-many-rows` (422).
 */
export function readCsv(bytes: Uint8Array, heading: string): CsvFile {
  if (bytes.length > MOST_BYTES) return refuse('import.too-large', { status: 413 });
  const { text, encoding } = decoded(bytes);
  const records = recordsOf(text, heading);
  const at = records.slice(0, HEADINGS_WITHIN).findIndex((record) => record.some((cell) => cell.trim() === heading));
  if (at === -1) return refuse('import.no-headings', { status: 422, params: { heading } });
  if (records.length > MOST_LINES) return refuse('import.too-many-rows', { status: 422, params: { max: MOST_ROWS } });
  const named = records[at]!.map((header, column) => ({ header: header.trim(), column })).filter(({ header }) => header !== '');
  if (named.length > MOST_HEADINGS || named.some(({ header }) => header.length > LONGEST_HEADING)) return refuse('import.too-many-headings', { status: 422, params: { max: MOST_HEADINGS, letters: LONGEST_HEADING } });
  const columns = new Set(named.map(({ column }) => column));
  // Counted before they become objects.
  const filled = records.map((record, index) => ({ row: index + 1, record })).filter(({ row, record }) => row > at + 1 && record.some((cell, column) => cell !== '' && columns.has(column)));
  if (filled.length > MOST_ROWS) return refuse('import.too-many-rows', { status: 422, params: { max: MOST_ROWS } });
  const rows = filled.map(({ row, record }) => ({ row, cells: Object.fromEntries(named.map(({ header, column }) => [header, record[column] ?? ''])) }));
  return { encoding, headers: named.map(({ header }) => header), rows };
}

/** CP932 is what browsers call shift_jis. Bytes that are no text in any of them are a file of another kind. */
function decoded(bytes: Uint8Array): Pick<CsvFile, 'encoding'> & { text: string } {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const ways = utf16 ? ([['utf-16le', 'UTF-16']] as const) : ([['utf-8', 'UTF-8'], ['shift_jis', 'CP932']] as const);
  for (const [label, encoding] of ways) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { text, encoding };
    } catch (error) {
      // Not written in this; the next is tried.
      if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    }
  }
  return refuse('import.not-a-table', { status: 422 });
}

function recordsOf(text: string, heading: string): string[][] {
  const headings = text.split(/[\r\n]/u).find((line) => line.includes(heading)) ?? '';
  try {
    const records = parse(text, { delimiter: headings.includes('\t') && !headings.includes(',') ? '\t' : ',', relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: MOST_LINES + 1 }) as string[][];
    return records.map((record) => record.map(cellAsWritten));
  } catch (error) {
    if (codeOf(error).startsWith('CSV_')) return refuse('import.not-a-table', { status: 422 });
    throw error;
  }
}

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** What a spreadsheet made of a cell, taken back: `="001"` is 001, and a quote before what could be a formula goes. Control characters can't be kept. */
function cellAsWritten(cell: string): string {
  const plain = oneBreak(cell).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, '');
  const formula = /^="((?:[^"]|"")*)"$/u.exec(plain);
  if (formula) return formula[1]!.replace(/""/gu, '"');
  return /^'(?:[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u.test(plain) ? plain.slice(1) : plain;
}
