import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@yoriai/platform';
import { RetentionRepository, type NamedApplication, type NamesDue } from './retention.repository.js';

/**
 * The end of the names of those who applied (docs/adr/0066): numbers, states, heads and results stay, people do not. In whose
 * transaction, in which order and with what of other contexts is for the worker to say; nobody's rights are asked.
 */
@Injectable()
export class ApplicantNames {
  constructor(
    private readonly clock: Clock,
    private readonly retention: RetentionRepository,
  ) {}

  /** One event that ended before then and still has names, and is none of these; held until the caller's transaction ends; undefined when there is none that nobody else holds. */
  claim(tx: Tx, before: Date, besides: readonly string[]): Promise<string | undefined> {
    return this.retention.claim(tx, before, besides);
  }

  /** Some of its applications that still have a name. */
  named(tx: Tx, eventId: string, limit: number): Promise<NamedApplication[]> {
    return this.retention.named(tx, eventId, limit);
  }

  /** Those of these people whose name another application needs. Without an event: any. */
  neededElsewhere(tx: Tx, personIds: readonly string[], eventId?: string): Promise<string[]> {
    return eventId === undefined ? this.retention.elsewhereThanOnDuty(tx, personIds) : this.retention.elsewhere(tx, eventId, personIds);
  }

  /** Removes what these applications of one event say of people. `standIns`: who stands in for whom, where a person's own record is needed elsewhere. */
  async remove(tx: Tx, eventId: string, applications: readonly NamedApplication[], standIns: ReadonlyMap<string, string>): Promise<void> {
    if (standIns.size > 0) await this.retention.repoint(tx, eventId, standIns);
    await this.retention.erase(tx, applications.map(({ id }) => id));
  }

  /** The same of some applications for a stall; answers how many. */
  removeOfStalls(tx: Tx, eventId: string, limit: number): Promise<number> {
    return this.retention.eraseStalls(tx, eventId, limit);
  }

  /** Of some applications that were erased by hand before, what that left goes: their links, and what was written beside them. Answers how many. */
  unlink(tx: Tx, eventId: string, limit: number): Promise<number> {
    return this.retention.unlink(tx, eventId, limit);
  }

  /** The event has no names any more, and says so. */
  finish(tx: Tx, eventId: string): Promise<void> {
    return this.retention.finish(tx, eventId, this.clock.now());
  }

  /** What would go now, by the fiscal year in which the events ended; changes nothing. */
  due(tx: Tx, before: Date): Promise<NamesDue[]> {
    return this.retention.due(tx, before);
  }
}
