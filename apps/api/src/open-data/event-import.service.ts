import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Organisations, type Actor, type OrganisationSummary } from '@yoriai/associations';
import { CreateEventRequest, EventDrafts, EventOrigins, mayHost, type Cells, type EventOrigin } from '@yoriai/events';
import { Clock, Config, Db, parseForm, refuse, type FieldError, type Tx } from '@yoriai/platform';
import { refusalText, translator, type Translate } from '@yoriai/ui';
import { readCsv, type CsvFile } from './csv-file.js';
import type { ImportAnswer, ImportLine, ImportRequest } from './event-import.dto.js';
import { seenOf } from './event-list.csv.js';
import { EVENT_LIST_32, listedContentOf } from './event-list.edition.js';
import { CELL_OF, KEPT_CELLS, mendedCells, readRow, type ReadRow } from './event-list.reading.js';
import { EVENT_LIST_SHOWN_TO, exceptShownTo, isShownTo, shownTo } from './shown-to.column.js';

/** The name of the headings, kept with every row that was read by them. */
export const EDITION = 'event-list-32';
const HEADERS = EVENT_LIST_32.map(([header]) => header);
const TITLE = 'イベント名';
/** Letters of a NO: it is looked up by. */
const LONGEST_NO = 100;
/** Drafts in one transaction: each takes a number, and nobody else gets one before it ends. */
const SLICE = 20;
const JAPANESE = translator('ja');

/** A file, and for whom it was read. */
interface Plan {
  file: CsvFile;
  host: OrganisationSummary;
  rows: PlannedRow[];
}

/** A row as it would be taken in. */
interface PlannedRow {
  row: number;
  no: string;
  cells: Cells;
  request: CreateEventRequest;
  problems: FieldError[];
  /** It says nothing of whom the event shows itself to, or what is so already. */
  shownAsNow: boolean;
}

/** Taking a list of open data in: its rows become drafts of one organisation, each once. Here, because the words of the list are the pages'. */
@Injectable()
export class EventImports {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly organisations: Organisations,
    private readonly drafts: EventDrafts,
    private readonly origins: EventOrigins,
  ) {}

  /**
   * What would become of each row; nothing is written. Refuses `organisation.not-found` (404), `event.host-only` (403) and what
   * {@link readCsv} refuses. Sentences are in the words of `t`.
   */
  async preview(actor: Actor, request: ImportRequest, t: Translate): Promise<ImportAnswer> {
    const { file, host, rows } = await this.plan(actor, request);
    const known = await this.db.read((tx) => this.known(tx, host, rows));
    return answerOf(file, rows.map((each) => lineOf(t, each, known.get(each.no))));
  }

  /**
   * Takes in every row that can be and is not there yet; sent twice it changes nothing more. In slices, so that others get their
   * numbers meanwhile: where one fails, the slices before it are there, and sending again takes in the rest. Refuses like
   * {@link preview}, and `event.imported-already` (409) where the same list is taken in at the same moment.
   */
  async take(actor: Actor, request: ImportRequest, t: Translate): Promise<ImportAnswer> {
    const { file, host, rows } = await this.plan(actor, request);
    const items: ImportLine[] = [];
    for (let from = 0; from < rows.length; from += SLICE) {
      const slice = rows.slice(from, from + SLICE);
      items.push(...(await this.db.transaction((tx) => this.takeSlice(tx, actor, { request, host, slice, t }))));
    }
    return answerOf(file, items);
  }

  private async takeSlice(tx: Tx, actor: Actor, { request, host, slice, t }: { request: ImportRequest; host: OrganisationSummary; slice: PlannedRow[]; t: Translate }): Promise<ImportLine[]> {
    const known = await this.known(tx, host, slice);
    const items: ImportLine[] = [];
    for (const each of slice) {
      const line = lineOf(t, each, known.get(each.no));
      items.push(line.state === 'new' ? { ...line, eventId: await this.write(tx, actor, request, each) } : line);
    }
    return items;
  }

  /** Who may host is asked before the file is read. */
  private async plan(actor: Actor, { organisationId, content }: ImportRequest): Promise<Plan> {
    const host = await this.db.read((tx) => this.host(tx, actor, organisationId));
    const file = readCsv(Buffer.from(content, 'base64'), TITLE);
    return { file, host, rows: await this.rowsOf(file, host) };
  }

  private async host(tx: Tx, actor: Actor, organisationId: string): Promise<OrganisationSummary> {
    const host = await this.organisations.seenBy(tx, actor, organisationId);
    return mayHost(actor, { organisationId, category: null }) ? host : refuse('event.host-only', { status: 403 });
  }

  private async rowsOf(file: CsvFile, host: OrganisationSummary): Promise<PlannedRow[]> {
    const planned: PlannedRow[] = [];
    const narrow = await this.db.read((tx) => this.origins.notForEverybody(tx, { organisationId: host.id, edition: EDITION }, file.rows.map(({ cells }) => cells['NO']?.trim() ?? '')));
    const met = new Set<string>();
    for (const { row, cells: came } of file.rows) {
      const cells = mendedCells(came);
      const read = readRow(cells, { t: JAPANESE, hostName: host.name, municipality: this.config });
      const no = cells['NO']?.trim() || `row ${createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 16)}`;
      const twice: FieldError[] = met.has(no) ? [{ field: 'NO', code: 'import.no-twice' }] : [];
      met.add(no);
      const long: FieldError[] = no.length > LONGEST_NO ? [{ field: 'NO', code: 'import.no-too-long', params: { max: LONGEST_NO } }] : [];
      const now = narrow.get(no) ?? null;
      const shown = shownTo(cells, now);
      const { value, errors } = await checked(host.id, { ...read, content: { ...read.content, visibility: shown.visibility } });
      planned.push({ row, no, cells, request: value, problems: [...twice, ...long, ...read.problems, ...shown.problems, ...errors], shownAsNow: shown.visibility === now && shown.problems.length === 0 });
    }
    return planned;
  }

  private known(tx: Tx, host: OrganisationSummary, planned: readonly PlannedRow[]): Promise<Map<string, EventOrigin>> {
    return this.origins.known(tx, { organisationId: host.id, edition: EDITION }, planned.map(({ no }) => no));
  }

  private async write(tx: Tx, actor: Actor, { organisationId, fileName }: ImportRequest, { no, cells, request }: PlannedRow): Promise<string> {
    const draft = await this.drafts.begin(tx, actor, request);
    const ours = seenOf(EVENT_LIST_SHOWN_TO, { t: JAPANESE, event: listedContentOf(draft), publisher: this.config });
    await this.origins.add(tx, { eventId: draft.id, organisationId, edition: EDITION, no, fileName, cells, ours, importedBy: actor.personId, importedAt: this.clock.now() });
    return draft.id;
  }
}

/** With the rules that every draft is read by; a field that can't be taken is told by its cell. */
async function checked(organisationId: string, { content, problems }: ReadRow): Promise<{ value: CreateEventRequest; errors: FieldError[] }> {
  const filled = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null && value !== ''));
  const { value, errors } = await parseForm(CreateEventRequest, { ...filled, organisationId });
  const told = new Set(problems.map(({ field }) => field));
  const here = errors.map((error) => ({ ...error, field: CELL_OF[error.field.split('.')[0] ?? ''] ?? error.field }));
  return { value, errors: here.filter(({ field }) => !told.has(field)) };
}

function answerOf({ encoding, headers }: CsvFile, items: ImportLine[]): ImportAnswer {
  return { encoding, missing: HEADERS.filter((header) => !headers.includes(header)), items };
}

function lineOf(t: Translate, { row, no, cells, request, problems, shownAsNow }: PlannedRow, known: EventOrigin | undefined): ImportLine {
  const compared = shownAsNow ? exceptShownTo : (all: Cells): Cells => all;
  const there = known && (isDeepStrictEqual(compared(known.cells), compared(cells)) ? 'known' : 'differs');
  const named = Object.entries(cells).filter(([header, cell]) => cell !== '' && (KEPT_CELLS.includes(header) || !(HEADERS.includes(header) || isShownTo(header))));
  const unread = cells['開始日時特記事項'] && !request.rainPolicy ? ['開始日時特記事項'] : [];
  return {
    ...{ row, no },
    title: (cells[TITLE] ?? '').slice(0, 120),
    startsAt: request.startsAt ?? null,
    state: problems.length > 0 ? 'refused' : (there ?? 'new'),
    problems: problems.map(({ field, code, params }) => ({ column: field, message: refusalText(t, code, params) })),
    kept: [...unread, ...named.map(([header]) => header)],
    eventId: known?.eventId ?? null,
  };
}
