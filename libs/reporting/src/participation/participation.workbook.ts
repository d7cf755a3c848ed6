import type ExcelJS from 'exceljs';
import { jstDate, plainCell } from '@yoriai/platform';
import { LEAD_WEEKS } from './duty-fill.rules.js';
import type { DutyFillResponse, EventFiguresResponse, FiguresResponse, ParticipationResponse } from './participation.dto.js';
import { fillRate, sumOf, yearWords } from './participation.rules.js';
import { WORDING } from './participation.wording.js';

type Cell = string | number | Date | null;

interface ColumnOf<Line> {
  title: string;
  width: number;
  format?: string;
  value: (line: Line) => Cell;
}

const COUNT = '#,##0';
const AREA = '#,##0.0';
const PERCENT = '0%';
const DAY = 'yyyy/mm/dd';
const MONTH = 'yyyy"年"m"月"';

/** Excel has no zones: a day is midnight in the file's own time, which exceljs takes from UTC. */
const dayCell = (day: string): Date => new Date(`${day}T00:00:00Z`);

const count = (figure: Exclude<keyof FiguresResponse, 'fillRate'>): ColumnOf<FiguresResponse> => ({
  title: WORDING[figure],
  width: Math.max(10, WORDING[figure].length * 2 + 2),
  format: COUNT,
  value: (line) => line[figure],
});

const FIGURE_COLUMNS: ColumnOf<FiguresResponse>[] = [
  count('applied'),
  count('confirmed'),
  count('places'),
  count('placesTaken'),
  { title: WORDING.fillRate, width: 10, format: PERCENT, value: (line) => line.fillRate },
  { title: WORDING.attendance, width: 16, format: COUNT, value: ({ participants, walkIns }) => participants + walkIns },
  count('participants'),
  count('walkIns'),
  count('volunteerPlaces'),
  count('volunteersConfirmed'),
  count('volunteers'),
  { ...count('cleanedArea'), format: AREA },
  count('handedOut'),
];

const EVENT_COLUMNS: ColumnOf<EventFiguresResponse>[] = [
  { title: WORDING.number, width: 12, value: (line) => line.number },
  { title: WORDING.day, width: 13, format: DAY, value: (line) => dayCell(jstDate(new Date(line.startsAt))) },
  { title: WORDING.title, width: 40, value: (line) => line.title },
  { title: WORDING.organisation, width: 28, value: (line) => line.organisationName },
  { title: WORDING.area, width: 14, value: (line) => line.areaName ?? WORDING.wholeWard },
  { title: WORDING.state, width: 10, value: (line) => words(WORDING.states, line.state) },
  ...FIGURE_COLUMNS,
  { title: WORDING.attendanceFrom, width: 20, value: (line) => words(WORDING.sources, line.attendanceFrom) },
];

const events = { title: WORDING.events, width: 10, format: COUNT, value: (line: { events: number }) => line.events };
const toCome = { title: WORDING.eventsToCome, width: 14, format: COUNT, value: (line: { eventsToCome: number }) => line.eventsToCome };

const DUTY_COLUMNS: ColumnOf<DutyFillResponse>[] = [
  { title: WORDING.duty, width: 24, value: (line) => line.duty },
  events,
  { title: WORDING.dutyPlaces, width: 12, format: COUNT, value: (line) => line.places },
  ...LEAD_WEEKS.map((weeks, index): ColumnOf<DutyFillResponse> => ({ title: weeks === 0 ? WORDING.atBeginning : WORDING.weeksBefore.replace('{{weeks}}', String(weeks)), width: 24, format: COUNT, value: (line) => line.taken[index] ?? null })),
];

function words(list: Readonly<Record<string, string>>, key: string): string {
  return list[key] ?? key;
}

/** The names of the file: 参加状況_令和8年度.xlsx, and one in plain letters. */
export function workbookName(fiscalYear: number): { name: string; plainName: string } {
  return { name: `${WORDING.fileName}_${yearWords(fiscalYear)}.xlsx`, plainName: `participation-${fiscalYear}.xlsx` };
}

/** The figures as an Excel file with the sheets 行事別, 地域別, 取組別, 月別, each closed by its sum, and 当番別: how duties filled. */
export async function workbookFile(figures: ParticipationResponse): Promise<Buffer> {
  // Loaded with the first file, not at the start of every process.
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  const total = figures.total;
  addSheet(workbook, WORDING.byEvent, EVENT_COLUMNS, figures.byEvent, total);
  addSheet(
    workbook,
    WORDING.byArea,
    [{ title: WORDING.area, width: 18, value: (line) => line.areaName ?? WORDING.wholeWard }, events, toCome, ...FIGURE_COLUMNS],
    figures.byArea,
    total,
  );
  addSheet(workbook, WORDING.byInitiative, [{ title: WORDING.initiative, width: 30, value: (line) => line.name }, events, toCome, ...FIGURE_COLUMNS], figures.byInitiative, totalOf(figures.byInitiative));
  addSheet(
    workbook,
    WORDING.byMonth,
    [{ title: WORDING.month, width: 14, format: MONTH, value: (line) => dayCell(`${line.month}-01`) }, events, toCome, ...FIGURE_COLUMNS, { title: WORDING.peopleBefore, width: 24, format: COUNT, value: (line) => line.peopleBefore }],
    figures.byMonth,
    total,
  );
  addTable(workbook, WORDING.byDuty, DUTY_COLUMNS, figures.dutyFill);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

type Total = ParticipationResponse['total'];

/** The sum of some lines alone: not every event is of an initiative. */
function totalOf(lines: readonly (FiguresResponse & { events: number; eventsToCome: number })[]): Total {
  const sum = sumOf(lines);
  return { ...sum, fillRate: fillRate(sum), events: lines.reduce((all, { events: count }) => all + count, 0), eventsToCome: lines.reduce((all, line) => all + line.eventsToCome, 0) };
}

/** A table with the sum of those columns that have one. */
function addSheet<Line>(workbook: ExcelJS.Workbook, name: string, columns: ColumnOf<Line>[], lines: readonly Line[], total: Total): void {
  const sheet = addTable(workbook, name, columns, lines);
  const sums: readonly { title: string; value: (total: Total) => Cell }[] = [...FIGURE_COLUMNS, events, toCome];
  const sumRow = columns.map((column, index) => {
    if (index === 0) return WORDING.total;
    return sums.find((sum) => sum.title === column.title)?.value(total) ?? null;
  });
  sheet.addRow(sumRow).font = { bold: true };
}

/** Head and lines. */
function addTable<Line>(workbook: ExcelJS.Workbook, name: string, columns: ColumnOf<Line>[], lines: readonly Line[]): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({ width: column.width, style: column.format ? { numFmt: column.format } : {} }));
  sheet.addRow(columns.map((column) => column.title)).font = { bold: true };
  for (const line of lines) sheet.addRow(columns.map((column) => safe(column.value(line))));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return sheet;
}

const safe = (cell: Cell): Cell => (typeof cell === 'string' ? plainCell(cell) : cell);
