import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { EventQueries } from '@yoriai/events';
import { Db } from '@yoriai/platform';
import { Shifts } from '@yoriai/rosters';
import type { WardRolesReport } from './ward-roles-report.js';

/** What a report says about an event. */
@Injectable()
export class EventRows {
  constructor(
    private readonly db: Db,
    private readonly queries: EventQueries,
    private readonly shifts: Shifts,
  ) {}

  async of(actor: Actor, id: string): Promise<WardRolesReport['events'][string]> {
    const event = await this.queries.detail(actor, id);
    const shifts = await this.db.read((tx) => this.shifts.ofEvent(tx, id));
    return {
      id,
      slug: event.slug,
      frames: event.frames.map((frame) => ({ id: frame.id, capacity: frame.capacity })),
      shifts: shifts.map((shift) => ({ id: shift.id, capacity: shift.capacity })),
    };
  }
}
