import { stringify } from 'csv-stringify/sync';
import { jstDate, plainCell } from '@yoriai/platform';
import { spokenNumber, type Translate } from '@yoriai/ui';
import type { SignInList } from './list-reader.js';

/** 修了者名簿 as a table for a spreadsheet, in the order of the paper; no cell is a formula when it is opened. Of a closed course by number alone. */
export function completionListCsv(t: Translate, { people, closedCourse }: SignInList): string {
  const named = (...names: string[]): string[] => (closedCourse ? [] : names);
  const heads = [t('print.sheet.number'), ...named(t('site.apply.kana'), t('print.sheet.name')), t('print.done.state'), t('print.done.on')];
  const rows = people.map((person) => [spokenNumber(person.number), ...named(person.kana, person.name), t(person.present ? 'print.done.yes' : 'print.done.no'), person.presentAt === null ? '' : jstDate(new Date(person.presentAt))]);
  return stringify([heads, ...rows].map((row) => row.map((cell) => plainCell(cell.replace(/\s+/g, ' ')))), { bom: true, record_delimiter: 'windows' });
}
