import { Injectable } from '@nestjs/common';
import { constraintRefusals, rows, type Tx } from '@yoriai/platform';
import type { Visibility } from '../invitation/invited-address.rules.js';

constraintRefusals({ event_origin_once: 'event.imported-already' });

/** The cells of a row by their headings. */
export type Cells = Readonly<Record<string, string>>;

/** The row of a list of open data that an event was made of. */
export interface EventOrigin {
  eventId: string;
  /** Into whose events it was taken; with `edition` and `no` it is taken once. */
  organisationId: string;
  /** The headings of the list, e.g. `event-list-32`. */
  edition: string;
  /** The row's number in its list. */
  no: string;
  fileName: string;
  /** As they came, also those that no field of an event holds. */
  cells: Cells;
  /** What the event itself said for each of them when it was made: while it says the same, the cell is given out as it came. */
  ours: Cells;
  importedBy: string;
  importedAt: Date;
}

const COLUMNS = `event_id as "eventId", organisation_id as "organisationId", edition, no, file_name as "fileName", cells, ours,
  imported_by as "importedBy", imported_at as "importedAt"`;

const NOT_FOR_EVERYBODY = `
  with made as (select no, event_id from events.event_origin where organisation_id = $1 and edition = $2 and no = any($3::text[]))
  select no, visibility from made join events.event on event.id = made.event_id where visibility is not null
  union all
  select number, visibility from events.event where organisation_id = $1 and number = any($3::text[]) and visibility is not null and number not in (select no from made)`;

/** Where events came from. A row is written with its event and never changes. */
@Injectable()
export class EventOrigins {
  /** Refuses `event.imported-already` (409) for a row that its organisation has. */
  async add(tx: Tx, origin: EventOrigin): Promise<void> {
    const { eventId, organisationId, edition, no, fileName, cells, ours, importedBy, importedAt } = origin;
    await rows(
      tx,
      `insert into events.event_origin (event_id, organisation_id, edition, no, file_name, cells, ours, imported_by, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [eventId, organisationId, edition, no, fileName, JSON.stringify(cells), JSON.stringify(ours), importedBy, importedAt],
    );
  }

  /** The origins of these events, by event; those that were written here are missing. One statement for any number. */
  async of(tx: Tx, eventIds: readonly string[]): Promise<Map<string, EventOrigin>> {
    const found = await rows<EventOrigin>(tx, `select ${COLUMNS} from events.event_origin where event_id = any($1::uuid[])`, [eventIds]);
    return new Map(found.map((origin) => [origin.eventId, origin]));
  }

  /** Which of these rows an organisation has, by their numbers. One statement for any number. */
  async known(tx: Tx, { organisationId, edition }: Pick<EventOrigin, 'organisationId' | 'edition'>, nos: readonly string[]): Promise<Map<string, EventOrigin>> {
    const asked = [organisationId, edition, nos];
    const found = await rows<EventOrigin>(tx, `select ${COLUMNS} from events.event_origin where organisation_id = $1 and edition = $2 and no = any($3::text[])`, asked);
    return new Map(found.map((origin) => [origin.no, origin]));
  }

  /** Of the events of these rows those that not everybody sees, by the row's number: what was made of it, else the organisation's own of that number. One statement for any number. */
  async notForEverybody(tx: Tx, { organisationId, edition }: Pick<EventOrigin, 'organisationId' | 'edition'>, nos: readonly string[]): Promise<Map<string, Visibility>> {
    const found = await rows<{ no: string; visibility: Visibility }>(tx, NOT_FOR_EVERYBODY, [organisationId, edition, nos]);
    return new Map(found.map(({ no, visibility }) => [no, visibility]));
  }
}
