import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_HEADING, MOST_BYTES, MOST_HEADINGS, MOST_LINES, MOST_ROWS, readCsv } from './csv-file.js';
import { csvOf } from './event-list.csv.js';

const HEADING = 'イベント名';
/** 「イベント名,備考」「たこあげ,①髙橋」 as Excel saves it in Japan; ① and 髙 are in CP932 alone. */
const CP932 = Buffer.from('8343837883938367 96bc 2c 94f58d6c 0d0a 82bd82b182a082b0 2c 8740fbfc8bb4 0d0a'.replace(/ /g, ''), 'hex');

const bytes = (text: string): Buffer => Buffer.from(text);
const rowsOf = (file: Uint8Array) => readCsv(file, HEADING).rows.map(({ cells }) => cells);
const refusal = (file: Uint8Array): string => {
  try {
    readCsv(file, HEADING);
    return 'read';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a table as offices send it', () => {
  it('is read in UTF-8 with and without a mark, in CP932, in UTF-16 with tabs', () => {
    const row = [{ イベント名: 'たこあげ', 備考: '①髙橋' }];
    const text = 'イベント名,備考\r\nたこあげ,①髙橋\r\n';
    expect([readCsv(bytes(text), HEADING).encoding, rowsOf(bytes(text))]).toEqual(['UTF-8', row]);
    expect(rowsOf(bytes(`\uFEFF${text}`))).toEqual(row);
    expect([readCsv(CP932, HEADING).encoding, rowsOf(CP932)]).toEqual(['CP932', row]);
    const utf16 = Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le');
    expect([readCsv(utf16, HEADING).encoding, rowsOf(utf16)]).toEqual(['UTF-16', row]);
  });

  it('may have titles above its headings, blank rows, short rows, and any line ends', () => {
    const file = readCsv(bytes('西区 行事の一覧,,\n\nNO,イベント名,備考\n1,もちつき\n,,\n2,たこあげ,あり'), HEADING);
    expect(file.headers).toEqual(['NO', HEADING, '備考']);
    expect(file.rows).toEqual([
      { row: 4, cells: { NO: '1', イベント名: 'もちつき', 備考: '' } },
      { row: 6, cells: { NO: '2', イベント名: 'たこあげ', 備考: 'あり' } },
    ]);
  });

  it('gives back what a spreadsheet made of a cell: ="001", and the quote before a formula', () => {
    expect(rowsOf(bytes('イベント名,NO,備考\r\nあ,="001",\'=1+1\r\nい,"=""002""",\'いろは'))).toEqual([
      { イベント名: 'あ', NO: '001', 備考: '=1+1' },
      { イベント名: 'い', NO: '002', 備考: "'いろは" },
    ]);
  });

  it.each([
    ['import.no-headings', bytes('a,b\r\n1,2')],
    ['import.not-a-table', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x80, 0xfd])],
    ['import.not-a-table', bytes('イベント名\r\n"あ')],
    ['import.too-large', Buffer.alloc(MOST_BYTES + 1, 0x61)],
    ['import.too-many-rows', bytes(`イベント名\n${'あ\n'.repeat(MOST_ROWS + 1)}`)],
    ['import.no-headings', bytes('')],
    ['import.too-many-headings', bytes(`イベント名${Array.from({ length: 90_000 }, (_, index) => `,${index}`).join('')}${'\n'.repeat(MOST_LINES - 1)}`)],
    ['import.too-many-rows', bytes(`NO,イベント名${'\n'.repeat(900_000)}`)],
    ['import.too-many-headings', bytes(`イベント名${',列'.repeat(MOST_HEADINGS)}`)],
    ['import.too-many-headings', bytes(`イベント名,${'あ'.repeat(LONGEST_HEADING + 1)}`)],
    ['import.too-many-rows', bytes(`イベント名\n${'\n'.repeat(5000)}${'あ\n'.repeat(MOST_ROWS + 1)}`)],
    ['read', bytes(`イベント名${',列'.repeat(MOST_HEADINGS - 1)}${','.repeat(1000)}\nあ${'\n'.repeat(MOST_LINES - 1)}`)],
  ])('says %s', (code, file) => {
    expect(refusal(file)).toBe(code);
  });

  it('that we wrote is read and written again to the byte, whatever stands in it', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'あア漢①髙aZ09 ,"\'=+-@＝\t\n;：。🎵') , maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.toWellFormed()));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (rows) => {
        const headers = [HEADING, 'NO', '備考'];
        const written = csvOf(headers, rows);
        const read = readCsv(bytes(written), HEADING);
        const filled = rows.filter((row) => row.some((each) => each.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '') !== ''));
        expect(csvOf(headers, read.rows.map(({ cells }) => headers.map((header) => cells[header]!)))).toBe(csvOf(headers, filled));
      }),
      { numRuns: 2000 },
    );
  });
});
