import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events } from '@yoriai/events';
import { AccessLog, People } from '@yoriai/identity';
import { Clock, type Tx } from '@yoriai/platform';
import { toAssigned, type AssignedPerson } from '../shift/shift.dto.js';
import { mayCancel } from '../shift/shift.rules.js';
import { AssignmentRepository } from './assignment.repository.js';

/** Who stands where, by name. */
@Injectable()
export class AssignedPeople {
  constructor(
    private readonly clock: Clock,
    private readonly assignments: AssignmentRepository,
    private readonly people: People,
    private readonly accessLog: AccessLog,
    private readonly events: Events,
  ) {}

  /**
   * Those who hold a place on the event's shifts. Names are shown in the same transaction that logs who
   * read how many of them; where nobody stands nothing is read. No rights are asked here; the caller asks.
   */
  async read(tx: Tx, actor: Actor, eventId: string): Promise<{ shiftId: string; person: AssignedPerson }[]> {
    const now = this.clock.now();
    const confirmed = (await this.assignments.ofEvent(tx, eventId)).filter((row) => row.status === 'confirmed');
    if (confirmed.length === 0) return [];
    const people = await this.people.summaries(
      tx,
      confirmed.map((row) => row.personId),
    );
    const asksPhotos = await this.events.asksPhotos(tx, eventId);
    const about = { actorPersonId: actor.personId, subject: `event:${eventId}` };
    await this.accessLog.add(tx, { ...about, action: 'shift-roster.names-read', rowCount: confirmed.length });
    return confirmed.map((row) => {
      const person = people.get(row.personId) ?? { name: '', kana: '' };
      return { shiftId: row.shiftId, person: toAssigned(row, person, { cancel: mayCancel(row, row, now), asksPhotos }) };
    });
  }
}
