import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { addDays, Clock, jstDate, type Tx } from '@yoriai/platform';
import type { CaseFilter } from './approval-case.repository.js';
import type { DeskQuery } from './desk-filter.dto.js';
import { businessDaysAfter } from './due.rules.js';

/** What the words of a filter mean today, for whoever asks. */
@Injectable()
export class DeskNarrowing {
  constructor(
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  /** An area is that of the body which handed in. */
  async of(tx: Tx, actor: Actor, { status, area, kind, due, by }: Omit<DeskQuery, 'page'>): Promise<CaseFilter> {
    const today = jstDate(this.clock.now());
    return {
      status,
      ...(area ? { hosts: (await this.organisations.visibleTo(tx, actor)).filter(({ areaId }) => areaId === area).map(({ id }) => id) } : {}),
      ...(kind ? { kind } : {}),
      ...(due ? { dueBy: due === 'late' ? addDays(today, -1) : businessDaysAfter(today, 1) } : {}),
      ...(by ? { decidedBy: actor.personId } : {}),
    };
  }
}
