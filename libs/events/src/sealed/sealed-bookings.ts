import { Injectable } from '@nestjs/common';
import { KeptSealed, rows, type Tx } from '@yoriai/platform';
import type { BookingRow } from '../application/application.repository.js';
import { reserve, type PlaceRequest, type PlaceVerdict } from '../application/reserve.js';
import type { Answers } from '../asks/questions.rules.js';
import type { GuardianRow } from '../consent/consent-rows.js';
import { answersAt, consentAt } from './sealed-columns.js';

/** A booking as the statement answers it: answers and guardian as they lie there. */
export type SealedBooking = Omit<BookingRow, 'answers'> & { answers: string | null };

/** The same as it reads. */
export type OpenedBooking<S extends SealedBooking> = Omit<S, 'answers' | 'guardian'> & Pick<BookingRow, 'answers' | 'guardian'>;

/** Opens what is sealed of applications as they are read, and seals what is written. */
@Injectable()
export class SealedBookings {
  constructor(private readonly sealed: KeptSealed) {}

  /** Refuses `platform.sealed-unreadable` (503) as {@link KeptSealed.open} does. */
  opened<S extends SealedBooking>(found: readonly S[]): OpenedBooking<S>[] {
    return found.map(({ answers, guardian, ...row }) => ({
      ...row,
      answers: this.sealed.open<Answers>(answersAt(row.id), answers),
      guardian: guardian && this.guardian(guardian, row.part_of ?? row.id),
    }));
  }

  /** {@link reserve}, with what was said sealed. */
  reserve(tx: Tx, requests: readonly PlaceRequest[], now: Date, before?: (placed: readonly PlaceRequest[]) => Promise<void>): Promise<PlaceVerdict[]> {
    return reserve(tx, this.sealed, requests, now, before);
  }

  async setAnswers(tx: Tx, id: string, answers: Answers | null): Promise<void> {
    await rows(tx, 'update events.application set answers = $2 where id = $1', [id, this.sealed.close(answersAt(id), answers)]);
  }

  private guardian(row: GuardianRow, id: string): GuardianRow {
    return { ...row, name: this.sealed.open(consentAt('guardian_name', id), row.name), relation: this.sealed.open(consentAt('relation', id), row.relation) };
  }
}
