import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { EventOrigins, EventQueries, mayHost } from '@yoriai/events';
import { Config, Db, refuse } from '@yoriai/platform';
import { translator } from '@yoriai/ui';
import { eventListCsv } from './event-list.csv.js';
import { listedContentOf } from './event-list.edition.js';
import { editionOf } from './shown-to.column.js';

const JAPANESE = translator('ja');

/** The events of an organisation as a list of open data, drafts too: what was taken in goes out as it came. Where one is not for everybody, a column of our own says so. */
@Injectable()
export class EventExports {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly organisations: Organisations,
    private readonly queries: EventQueries,
    private readonly origins: EventOrigins,
  ) {}

  /** The file. Refuses `organisation.not-found` (404), `event.host-only` (403). */
  file(actor: Actor, organisationId: string): Promise<string> {
    return this.db.read(async (tx) => {
      await this.organisations.seenBy(tx, actor, organisationId);
      if (!mayHost(actor, { organisationId, category: null })) return refuse('event.host-only', { status: 403 });
      const events = await this.queries.ofOrganisation(tx, actor, organisationId);
      const origins = await this.origins.of(tx, events.map(({ id }) => id));
      return eventListCsv(editionOf(events), events.map((event) => ({ t: JAPANESE, event: listedContentOf(event), publisher: this.config, origin: origins.get(event.id) })));
    });
  }
}
