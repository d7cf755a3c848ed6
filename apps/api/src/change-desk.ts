import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { concernOf, Events, leadsEvent, maySeeInside, plannedDuties, type EventSnapshot } from '@yoriai/events';
import { AccessLog, People } from '@yoriai/identity';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { Audience, type AudienceMember } from '@yoriai/reminders';
import { Assignments } from '@yoriai/rosters';
import type { ChangeAudience, ChangeLeaving, EventAudience } from './deliveries.dto.js';

/** Who would be told of a change, and who would be taken off a duty by it. Here, because approvals and people don't know each other. */
@Injectable()
export class ChangeDesk {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly audience: Audience,
    private readonly assignments: Assignments,
    private readonly people: People,
    private readonly accessLog: AccessLog,
  ) {}

  /**
   * How many people are told once the change is approved, for its host's officers and the ward office; sums without names,
   * but for who would be taken off a duty: those who lead the event read their names, which is logged. Nobody, where there
   * is no change of what is public. Refuses `event.not-found` (404), `notifications.officers-only` (403).
   */
  audienceOf(actor: Actor, eventId: string): Promise<ChangeAudience> {
    return this.db.transaction(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      if (!maySeeInside(actor, event)) return refuse('notifications.officers-only', { status: 403 });
      const asked = await this.events.changeAsked(tx, eventId);
      const members = asked ? await this.audience.ofChange(tx, eventId, concernOf(asked.before, asked.after)) : [];
      return { ...countsOf(members), leaving: asked ? await this.leaving(tx, eventId, asked.after, leadsEvent(actor, event) ? actor.personId : null) : [] };
    });
  }

  /** Duty by duty, in the order of the day. `reader` is who may read names. */
  private async leaving(tx: Tx, eventId: string, after: EventSnapshot, reader: string | null): Promise<ChangeLeaving[]> {
    const left = await this.assignments.leftBy(tx, eventId, plannedDuties(after.duties));
    const names = reader === null ? new Map() : await this.people.summaries(tx, left.map(({ personId }) => personId));
    if (reader !== null && left.length > 0) await this.accessLog.add(tx, { actorPersonId: reader, action: 'shift-roster.names-read', subject: `event:${eventId}`, rowCount: left.length });
    const shifts = [...new Map(left.map((each) => [each.shiftId, each])).values()];
    return shifts.map(({ shiftId, duty, startsAt }) => {
      const those = left.filter((each) => each.shiftId === shiftId);
      return { duty, startsAt: startsAt.toISOString(), people: those.length, names: those.flatMap(({ personId }) => names.get(personId)?.name ?? []) };
    });
  }
}

export function countsOf(members: readonly AudienceMember[]): EventAudience {
  const byMail = members.filter(({ email }) => email !== null).length;
  return {
    people: members.length,
    applicants: members.filter(({ applicationIds }) => applicationIds.length > 0).length,
    volunteers: members.filter(({ assignmentIds }) => assignmentIds.length > 0).length,
    byMail,
    byPhone: members.length - byMail,
  };
}
