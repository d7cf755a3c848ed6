import type { Locator } from '@playwright/test';
import ExcelJS from 'exceljs';
import nodeIcal, { type VEvent } from 'node-ical';
import { encode } from 'uqr';
import type { Mail } from './mail.js';

/** The calendar entry that came with a letter, as a calendar reads it. */
export function calendarEntryOf(mail: Mail): VEvent {
  const file = mail.attachments.find(({ name }) => name.endsWith('.ics'));
  if (!file) throw new Error(`「${mail.subject}」 brings no .ics`);
  const entry = Object.values(nodeIcal.sync.parseICS(Buffer.from(file.content, 'base64').toString('utf8'))).find((each) => each?.type === 'VEVENT');
  if (!entry) throw new Error(`The .ics of 「${mail.subject}」 has no entry`);
  return entry as VEvent;
}

/** Whether a QR code on the page says this text: each of its modules is where it belongs. */
export async function qrSays(code: Locator, text: string): Promise<boolean> {
  const drawn = /<path[^>]* d="([^"]*)"/.exec(await code.innerHTML())?.[1] ?? '';
  const dark = new Set([...drawn.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, run]) => Array.from({ length: Number(run) }, (_, step) => `${Number(x) + step} ${y}`)));
  const wanted = encode(text, { ecc: 'M', border: 4 }).data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));
  return wanted.length === dark.size && wanted.every((cell) => dark.has(cell));
}

/** One sheet of an Excel file: the lines by their head words. */
export async function sheetOf(path: string, name: string): Promise<Record<string, ExcelJS.CellValue>[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`No sheet ${name}, only ${workbook.worksheets.map((each) => each.name).join(', ')}`);
  const cells = (row: number): ExcelJS.CellValue[] => (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1);
  const heads = cells(1).map(String);
  return Array.from({ length: sheet.rowCount - 1 }, (_, index) => lineOf(heads, cells(index + 2)));
}

const lineOf = (heads: string[], values: ExcelJS.CellValue[]): Record<string, ExcelJS.CellValue> =>
  Object.fromEntries(heads.map((head, column) => [head, values[column] ?? null]));
