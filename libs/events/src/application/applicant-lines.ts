import { Injectable } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { Clock, type Tx } from '@yoriai/platform';
import type { ApplicationLine } from './application.dto.js';
import type { ApplicationStatus } from './application.entity.js';
import { toApplicationLine } from './application.mapper.js';
import { ApplicationRepository, type BookingRow } from './application.repository.js';
import { amendmentsOf } from '../amendment/amendment.repository.js';
import { TicketCodes } from './ticket-codes.js';

/** The applicants of an event, a line each: the confirmed in kana order, then those who were offered a place, then those who wait in their order. */
@Injectable()
export class ApplicantLines {
  constructor(
    private readonly clock: Clock,
    private readonly people: People,
    private readonly applications: ApplicationRepository,
    private readonly codes: TicketCodes,
  ) {}

  /** `stood`: how each was that ended with its event. Neither are rights asked here nor is the read logged; the caller does both. */
  async of(tx: Tx, eventId: string, wanted: (row: BookingRow) => boolean, stood: ReadonlyMap<string, ApplicationStatus> = new Map()): Promise<ApplicationLine[]> {
    const active = (await this.applications.ofEvent(tx, eventId)).filter(wanted);
    const people = await this.people.summaries(tx, [...new Set(active.map((row) => row.person_id))]);
    const amended = await amendmentsOf(tx, active.map(({ id }) => id));
    const now = this.clock.now();
    const lines = active.flatMap((row) => {
      const person = people.get(row.person_id);
      return person ? [{ line: toApplicationLine(row, person, now, { amendments: amended.get(row.id) ?? [], read: this.codes.read(row, person), stood: stood.get(row.id) ?? null }), kanaKey: person.kanaKey }] : [];
    });
    lines.sort((a, b) => waitingLast(a.line, b.line) || (a.kanaKey < b.kanaKey ? -1 : a.kanaKey > b.kanaKey ? 1 : 0));
    return lines.map(({ line }) => line);
  }
}

function waitingLast(a: ApplicationLine, b: ApplicationLine): number {
  return rank(a) === rank(b) ? 0 : rank(a) - rank(b);
}

/** The confirmed and those who have entered a draw, those whose guardian is asked, those who were asked, those who wait, those who are in no more. */
const rank = ({ status, waitlistPosition }: ApplicationLine): number => (status === 'declined' || status === 'expired' ? Infinity : status === 'guardian_pending' ? 0.25 : status === 'offered' ? 0.5 : (waitlistPosition ?? 0));
