import { Injectable } from '@nestjs/common';
import { Clock, Outbox, type Tx } from '@yoriai/platform';
import { countedHeads, type RecordFacts, type SubjectKind } from '../reception/check-in.rules.js';
import { HeadcountRepository, type Headcount } from './headcount.repository.js';

/** How many people were there. */
@Injectable()
export class Attendance {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly headcounts: HeadcountRepository,
  ) {}

  /** Participants (heads), volunteers and walk-ins of an event; zeros before anybody came. */
  async counts(tx: Tx, eventId: string): Promise<Headcount> {
    return this.headcounts.of(tx, eventId);
  }

  /** Brings the counter from one record to the next and announces the totals, where they changed. */
  async follow(tx: Tx, subject: { eventId: string; kind: SubjectKind }, before: RecordFacts | null, after: RecordFacts): Promise<void> {
    const heads = countedHeads(after) - countedHeads(before);
    if (heads === 0) return;
    const by = { participants: 0, volunteers: 0, walkIns: 0, [COUNTER[subject.kind]]: heads };
    const now = await this.headcounts.move(tx, subject.eventId, by, this.clock.now());
    await this.outbox.add(tx, 'attendance.headcount-changed', { eventId: subject.eventId, ...now });
  }
}

const COUNTER = { application: 'participants', assignment: 'volunteers', 'walk-in': 'walkIns' } as const satisfies Record<
  SubjectKind,
  'participants' | 'volunteers' | 'walkIns'
>;
