import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { concernOf, Events, maySeeInside } from '@yoriai/events';
import { Db, refuse } from '@yoriai/platform';
import { Audience } from '@yoriai/reminders';
import type { ChangeAudience } from './deliveries.dto.js';

/** Who would be told of a change that waits for the ward. Here, because approvals and people don't know each other. */
@Injectable()
export class ChangeDesk {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly audience: Audience,
  ) {}

  /** How many people are told once the change is approved, for its host's officers and the ward office; sums without names. Nobody, where no change waits. Refuses `event.not-found` (404), `notifications.officers-only` (403). */
  audienceOf(actor: Actor, eventId: string): Promise<ChangeAudience> {
    return this.db.read(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      if (!maySeeInside(actor, event)) return refuse('notifications.officers-only', { status: 403 });
      const asked = await this.events.changeAsked(tx, eventId);
      const members = asked ? await this.audience.ofChange(tx, eventId, concernOf(asked.before, asked.after)) : [];
      const byMail = members.filter(({ email }) => email !== null).length;
      return {
        people: members.length,
        applicants: members.filter(({ applicationIds }) => applicationIds.length > 0).length,
        volunteers: members.filter(({ assignmentIds }) => assignmentIds.length > 0).length,
        byMail,
        byPhone: members.length - byMail,
      };
    });
  }
}
