import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Db, Refusal } from '@yoriai/platform';
import { Assignments, Shifts } from '@yoriai/rosters';

/** The volunteers of the demo ward and their shifts. */
@Injectable()
export class VolunteersOnDuty {
  private turn = 0;

  constructor(
    private readonly db: Db,
    private readonly shifts: Shifts,
    private readonly assignments: Assignments,
  ) {}

  /** So many volunteers take shifts, shift by shift; somebody who is busy elsewhere is passed over. */
  async take(eventId: string, people: number, volunteers: readonly Actor[]): Promise<void> {
    const shifts = await this.db.read((tx) => this.shifts.ofEvent(tx, eventId));
    const places = Array.from({ length: people }, (_, index) => shifts[index % shifts.length]);
    for (const shift of places) {
      if (!shift) return;
      // The first volunteer is the one that visitors of the demo sign in as, and stays free.
      for (let tries = 1; tries < volunteers.length; tries += 1) {
        this.turn = (this.turn % (volunteers.length - 1)) + 1;
        if ((await this.asked(volunteers[this.turn] as Actor, shift.id)) !== 'busy') break;
      }
    }
  }

  /** Where nobody is needed any more nobody else is asked. */
  private async asked(volunteer: Actor, shiftId: string): Promise<'taken' | 'full' | 'busy'> {
    try {
      await this.assignments.take(volunteer, shiftId);
      return 'taken';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code === 'shift.full' ? 'full' : 'busy';
    }
  }

  /** The assignments that stand. */
  async onDuty(eventId: string): Promise<string[]> {
    return this.db.read(async (tx) => (await this.assignments.ofEvent(tx, eventId)).filter((one) => one.status === 'confirmed').map((one) => one.id));
  }
}
