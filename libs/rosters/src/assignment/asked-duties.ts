import { Injectable } from '@nestjs/common';
import { Events, StillComing, type StillComingQuestion } from '@yoriai/events';
import { Clock, Db, Secrets, refuse, type Tx } from '@yoriai/platform';
import { toAssignment, type AssignmentResponse } from './assignment.dto.js';
import type { AssignmentRow } from './assignment.repository.js';
import { Assignments } from './assignment.service.js';

/** Who answers for a duty by the link in the letter: no sign-in, and nothing is done by opening it. */
@Injectable()
export class AskedDuties {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly assignments: Assignments,
    private readonly events: Events,
    private readonly still: StillComing,
  ) {}

  /** The duty and its question (null where none stands). Refuses `assignment.not-found` (404) without the right token. */
  read(id: string, token: string): Promise<{ duty: AssignmentResponse; question: StillComingQuestion | null }> {
    return this.db.read(async (tx) => {
      const { row, duty } = await this.found(tx, id, token);
      return { duty, question: row.status === 'confirmed' ? await this.still.question(tx, asked(row)) : null };
    });
  }

  /** They still come. Refuses `assignment.not-found` (404), `assignment.not-active`, `event.nobody-asks` (409). */
  yes(id: string, token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { row } = await this.found(tx, id, token);
      if (row.status !== 'confirmed') return refuse('assignment.not-active');
      await this.still.yes(tx, asked(row));
    });
  }

  /** They give the place back. Refuses `assignment.not-found` (404), `assignment.not-active`, `shift.started` (409). */
  no(id: string, token: string): Promise<void> {
    return this.db.transaction(async (tx) => this.assignments.giveBack(tx, (await this.found(tx, id, token)).row));
  }

  private async found(tx: Tx, id: string, token: string): Promise<{ row: AssignmentRow; duty: AssignmentResponse }> {
    const row = this.secrets.verify('duty', id, token) ? (await this.assignments.byIds(tx, [id])).get(id) : undefined;
    const event = row && (await this.events.byId(tx, row.eventId));
    return row && event ? { row, duty: toAssignment(row, event, this.clock.now()) } : refuse('assignment.not-found', { status: 404 });
  }
}

const asked = (row: AssignmentRow) => ({ eventId: row.eventId, kind: 'assignment', id: row.id, madeAt: row.takenAt }) as const;
