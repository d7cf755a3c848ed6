import { stringify } from 'csv-stringify/sync';
import type { PublicDraw } from '@yoriai/events';
import { plainCell } from '@yoriai/platform';

const HEADERS = ['席', '申込番号', '人数', '一部だけでもよい', '抽選値', '順位', '当選した人数'];

/** Every lot that was drawn for an event, as a file for whoever repeats the draw. */
export function drawCsv(draws: readonly PublicDraw[]): string {
  const lots = draws.flatMap(({ name, drawn }) => (drawn?.lots ?? []).map(({ entry, lot, rank, won }) => [name, entry.number, entry.heads, entry.partIsFine ? 1 : '', lot, rank, won]));
  return stringify([HEADERS, ...lots.map((row) => row.map((cell) => plainCell(String(cell))))], { bom: true, record_delimiter: 'windows' });
}
