import { Injectable } from '@nestjs/common';
import { Applications, Events, type Booking } from '@yoriai/events';
import { People } from '@yoriai/identity';
import type { Tx } from '@yoriai/platform';
import { Assignments } from '@yoriai/rosters';
import { CheckInRepository } from '../reception/check-in.repository.js';

/** What somebody has at an event: an application with all who come along, or a duty. */
export interface SelfLine {
  kind: 'application' | 'assignment';
  id: string;
  name: string;
  /** Who comes along, by name, where the host asked. */
  companions: readonly string[];
  heads: number;
  duty: string | null;
  /** Since when they are there; null while they are not. */
  presentAt: Date | null;
}

const COMING: ReadonlySet<Booking['told']> = new Set<Booking['told']>(['confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied']);

/** Reads what belongs to whoever stands at the entrance, and nothing of anybody else. */
@Injectable()
export class OwnLines {
  constructor(
    private readonly applications: Applications,
    private readonly events: Events,
    private readonly assignments: Assignments,
    private readonly people: People,
    private readonly checkIns: CheckInRepository,
  ) {}

  /** Applications and duties of a person at an event that were not given up, as they know them. */
  async of(tx: Tx, personId: string, eventId: string): Promise<SelfLine[]> {
    const bookings = (await this.applications.ofPerson(tx, personId)).filter((booking) => booking.eventId === eventId && COMING.has(booking.told));
    const duties = (await this.assignments.ofPerson(tx, personId)).filter((duty) => duty.eventId === eventId && duty.status === 'confirmed');
    if (bookings.length + duties.length === 0) return [];
    const { name } = await this.people.byId(tx, personId);
    const lines = [
      ...bookings.map(({ id, heads, companions }) => ({ kind: 'application' as const, id, name, companions: companions.map((each) => each.name), heads, duty: null })),
      ...duties.map(({ id, duty }) => ({ kind: 'assignment' as const, id, name, companions: [], heads: 1, duty })),
    ];
    const found: SelfLine[] = [];
    for (const line of lines) found.push({ ...line, presentAt: await this.presentAt(tx, line) });
    return found;
  }

  /** The application or the duty of an event with this number, however it is typed; null where none has it. */
  async byNumber(tx: Tx, eventId: string, typed: string): Promise<Pick<SelfLine, 'kind' | 'id' | 'heads'> | null> {
    const letters = typed.normalize('NFKC').toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    if (letters.length !== 6) return null;
    const booking = await this.applications.byNumber(tx, eventId, `${letters.slice(0, 3)}-${letters.slice(3)}`);
    if (booking) return { kind: 'application', id: booking.id, heads: booking.heads };
    const duty = await this.assignments.byNumber(tx, eventId, letters);
    return duty && { kind: 'assignment', id: duty.id, heads: 1 };
  }

  /** Did anybody apply? Where nobody did, almost everybody says how many they are. */
  anyApplied(tx: Tx, eventId: string): Promise<boolean> {
    return this.events.anyApplied(tx, eventId);
  }

  private async presentAt(tx: Tx, { kind, id }: Pick<SelfLine, 'kind' | 'id'>): Promise<Date | null> {
    const record = await this.checkIns.record(tx, kind, id);
    return record?.status === 'present' ? record.presentAt : null;
  }
}
