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

/** The name of the headings, kept with every row that was read by them. */
export const EDITION = 'event-list-32';
const HEADERS = EVENT_LIST_32.map(([header]) => header);
const TITLE = 'イベント名';
const JAPANESE = translator('ja');

/** A row as it would be taken in. */
interface PlannedRow {
  row: number;
  no: string;
  cells: Cells;
  request: CreateEventRequest;
  problems: FieldError[];
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
  preview(actor: Actor, request: ImportRequest, t: Translate): Promise<ImportAnswer> {
    const file = fileOf(request);
    return this.db.read(async (tx) => {
      const host = await this.host(tx, actor, request.organisationId);
      const planned = await this.plan(file, host);
      const known = await this.known(tx, host, planned);
      return answerOf(file, planned.map((each) => lineOf(t, each, known.get(each.no))));
    });
  }

  /** Takes in every row that can be and is not there yet; sent twice it changes nothing more. All of them or, where one fails, none. Refuses like {@link preview}. */
  take(actor: Actor, request: ImportRequest, t: Translate): Promise<ImportAnswer> {
    const file = fileOf(request);
    return this.db.transaction(async (tx) => {
      const host = await this.host(tx, actor, request.organisationId);
      const planned = await this.plan(file, host);
      const known = await this.known(tx, host, planned);
      const items: ImportLine[] = [];
      for (const each of planned) {
        const line = lineOf(t, each, known.get(each.no));
        items.push(line.state === 'new' ? { ...line, eventId: await this.write(tx, actor, request, each) } : line);
      }
      return answerOf(file, items);
    });
  }

  private async host(tx: Tx, actor: Actor, organisationId: string): Promise<OrganisationSummary> {
    const host = await this.organisations.seenBy(tx, actor, organisationId);
    return mayHost(actor, { organisationId, category: null }) ? host : refuse('event.host-only', { status: 403 });
  }

  private async plan(file: CsvFile, host: OrganisationSummary): Promise<PlannedRow[]> {
    const planned: PlannedRow[] = [];
    const met = new Set<string>();
    for (const { row, cells: came } of file.rows) {
      const cells = mendedCells(came);
      const read = readRow(cells, { t: JAPANESE, hostName: host.name, municipality: this.config });
      const no = cells['NO']?.trim() || `row ${createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 16)}`;
      const twice: FieldError[] = met.has(no) ? [{ field: 'NO', code: 'import.no-twice' }] : [];
      met.add(no);
      const { value, errors } = await checked(host.id, read);
      planned.push({ row, no, cells, request: value, problems: [...twice, ...read.problems, ...errors] });
    }
    return planned;
  }

  private known(tx: Tx, host: OrganisationSummary, planned: readonly PlannedRow[]): Promise<Map<string, EventOrigin>> {
    return this.origins.known(tx, { organisationId: host.id, edition: EDITION }, planned.map(({ no }) => no));
  }

  private async write(tx: Tx, actor: Actor, { organisationId, fileName }: ImportRequest, { no, cells, request }: PlannedRow): Promise<string> {
    const draft = await this.drafts.begin(tx, actor, request);
    const ours = seenOf(EVENT_LIST_32, { t: JAPANESE, event: listedContentOf(draft), publisher: this.config });
    await this.origins.add(tx, { eventId: draft.id, organisationId, edition: EDITION, no, fileName, cells, ours, importedBy: actor.personId, importedAt: this.clock.now() });
    return draft.id;
  }
}

const fileOf = ({ content }: ImportRequest): CsvFile => readCsv(Buffer.from(content, 'base64'), TITLE);

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

function lineOf(t: Translate, { row, no, cells, request, problems }: PlannedRow, known: EventOrigin | undefined): ImportLine {
  const there = known && (isDeepStrictEqual(known.cells, cells) ? 'known' : 'differs');
  const named = Object.entries(cells).filter(([header, cell]) => cell !== '' && (KEPT_CELLS.includes(header) || !HEADERS.includes(header)));
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
