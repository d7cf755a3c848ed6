import { Injectable } from '@nestjs/common';
import type { ChecklistItem } from '@yoriai/approvals';
import { rows, type Tx } from '@yoriai/platform';
import { EventLoader } from './event-loader.js';
import { EventPapers } from './event-papers.service.js';
import { EventRepository } from './event.repository.js';

/** Events of one slice. */
const SLICE = 100;
/** Before every event. */
const NIL = '00000000-0000-0000-0000-000000000000';

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

  /** The catalogue got this procedure: it is written down of every event that was handed in, is not over, and asks for it. Twice is the same as once. */
  async writeDown(tx: Tx, code: string): Promise<void> {
    for (let after = NIL; ; ) {
      const found = await rows<{ id: string }>(tx, `select id from events.event where state in ('submitted', 'approved', 'published') and id > $1 order by id limit $2`, [after, SLICE]);
      const ids = found.map(({ id }) => id);
      if (ids.length > 0) await this.papers.writeDown(tx, code, await this.loader.factsOf(tx, await this.events.byIds(tx, ids)));
      const last = ids.at(-1);
      if (last === undefined || ids.length < SLICE) return;
      after = last;
    }
  }
}
