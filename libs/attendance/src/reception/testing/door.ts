import { Actor, type Role } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { testApp, Town, type TestApp } from '@yoriai/testing';
import { AttendanceWorkerModule } from '../../attendance.worker.js';
import { Attendance } from '../../headcount/headcount.service.js';
import { CheckIns } from '../check-in.service.js';
import type { CheckInRequest } from '../reception.dto.js';
import { Reception } from '../reception.service.js';

/** The day of the town's events, half an hour before they begin: whoever has a ticket can be received. */
export class Door {
  readonly town: Town;
  readonly checkIns: CheckIns;
  readonly reception: Reception;

  private constructor(readonly app: TestApp) {
    app.clock.set('2026-11-22T12:30:00+09:00');
    this.town = new Town(app);
    this.checkIns = app.get(CheckIns);
    this.reception = app.get(Reception);
  }

  static async open(): Promise<Door> {
    return new Door(await testApp({ imports: [AttendanceWorkerModule] }));
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Somebody with a term in an organisation. */
  async actorOf(organisationId: string, role: Role = 'leader'): Promise<Actor> {
    const grants = [{ termId: newId(), organisationId, areaId: null, role }];
    return new Actor({ personId: await this.town.person(), accountId: newId(), sessionId: newId(), name: '会長', grants });
  }

  /** An event with fifty places and its leader. */
  async anEvent(given: Parameters<Town['event']>[0] = {}) {
    const event = await this.town.event({ frames: [{ capacity: 50 }], ...given });
    return { ...event, leader: await this.actorOf(event.organisationId) };
  }

  /** Somebody with a shift at an event; answers the assignment. */
  async aVolunteer(eventId: string): Promise<string> {
    const shiftId = newId();
    const assignmentId = newId();
    await this.app.tx((tx) =>
      rows(
        tx,
        `insert into rosters.shift (id, event_id, plan_key, duty, starts_at, ends_at, capacity, places_taken, created_at, updated_at)
         values ($1, $2, $3, '受付', '2026-11-22T12:00+09', '2026-11-22T16:00+09', 3, 1, now(), now())`,
        [shiftId, eventId, newId()],
      ),
    );
    const personId = await this.town.person({ name: '当番 さん', kana: 'とうばん さん' });
    await this.app.tx((tx) =>
      rows(
        tx,
        `insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at)
         values ($1, $2, $3, $4, '[2026-11-22T12:00+09, 2026-11-22T16:00+09)', $5, 'confirmed', now())`,
        [assignmentId, shiftId, eventId, personId, assignmentId.slice(-6).toUpperCase()],
      ),
    );
    return assignmentId;
  }

  /** An act at the door, as a device whose clock is right sends it. */
  asked(given: Partial<CheckInRequest>): CheckInRequest {
    return { nonce: newId(), deviceTime: this.app.clock.now(), ...given };
  }

  /** The same for somebody found by name. */
  byName(subjectId: string, given: Partial<CheckInRequest> = {}): CheckInRequest {
    return this.asked({ subjectKind: 'application', subjectId, ...given });
  }

  /** Who is counted at an event. */
  counts(eventId: string) {
    return this.app.tx((tx) => this.app.get(Attendance).counts(tx, eventId));
  }
}

/** How a refusal looks from outside. */
export const refusal = (code: string, status = 409) => ({ code, status });
