import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { Assignments, type AssignmentResponse } from '@yoriai/rosters';
import { HistoryRepository } from './history.repository.js';
import { historyOf, type HistoryYear } from './history.rules.js';

/** A year of somebody's duties. */
export type OwnYear = HistoryYear<AssignmentResponse>;

/** What a certificate says. */
export interface Certified {
  name: string;
  year: OwnYear;
}

/** これまでの活動: what somebody did, for themselves. Worked out each time from their duties and the records of the door; what the end of names took away (docs/adr/0066) is in it no more. */
@Injectable()
export class Histories {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly assignments: Assignments,
    private readonly people: People,
    private readonly history: HistoryRepository,
  ) {}

  /** Everything of the person who asks, by fiscal year, latest first. */
  mine(actor: Actor): Promise<OwnYear[]> {
    return this.db.read((tx) => this.of(tx, actor.personId));
  }

  /** 活動証明書: one's own duties of a fiscal year that count. Refuses `attendance.no-hours` (404) where there are none. */
  certified(actor: Actor, year: string): Promise<Certified> {
    return this.db.read(async (tx) => {
      const found = (await this.of(tx, actor.personId)).find((each) => String(each.year) === year);
      if (!found || found.minutes === 0) return refuse('attendance.no-hours', { status: 404 });
      const { name } = await this.people.byId(tx, actor.personId);
      return { name, year: { ...found, duties: found.duties.filter(({ counts }) => counts) } };
    });
  }

  private async of(tx: Tx, personId: string): Promise<OwnYear[]> {
    const duties = await this.assignments.ofPerson(tx, personId);
    const written = await this.history.volunteersAt(tx, [...new Set(duties.map(({ eventId }) => eventId))]);
    return historyOf(duties, new Set(written.map(({ assignmentId }) => assignmentId)), new Set(written.map(({ eventId }) => eventId)), this.clock.now());
  }
}
