import { Injectable } from '@nestjs/common';
import type { ChecklistItem } from '@yoriai/approvals';
import type { Tx } from '@yoriai/platform';
import { EventLoader } from './event-loader.js';
import { EventPapers } from './event-papers.service.js';
import { EventRepository } from './event.repository.js';

/** What events need besides the ward's yes, for letters about it. No rights are asked here; the caller asks. */
@Injectable()
export class EventProcedures {
  constructor(
    private readonly events: EventRepository,
    private readonly loader: EventLoader,
    private readonly papers: EventPapers,
  ) {}

  /** The procedures of these events, by event; an unknown event is absent. A handful at a time: four statements each. */
  async ofEvents(tx: Tx, ids: readonly string[]): Promise<Map<string, ChecklistItem[]>> {
    const found = ids.length === 0 ? [] : await this.loader.factsOf(tx, await this.events.byIds(tx, ids));
    const lists = new Map<string, ChecklistItem[]>();
    for (const facts of found) lists.set(facts.event.id, (await this.papers.of(tx, facts)).checklist);
    return lists;
  }
}
