import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Applications, Events, StillComing, leadsEvent, maySeeInside, type PostponementOfEvent } from '@yoriai/events';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { Assignments } from '@yoriai/rosters';
import { PostponementNames, type Answer, type Asked } from './postponement-names.js';
import type { HeardYesRequest, PostponementAnswers } from './postponement.dto.js';

/** Every page of an event asks, and most events never were put off. */
const NOT_PUT_OFF: PostponementAnswers = { decidedAt: null, reason: null, wasStartsAt: null, yes: 0, no: 0, unanswered: 0, applications: [], items: [] };

/** Who still comes to an event that was put off. Here, because applications and duties don't know each other. */
@Injectable()
export class PostponementDesk {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly applications: Applications,
    private readonly assignments: Assignments,
    private readonly still: StillComing,
    private readonly names: PostponementNames,
  ) {}

  /** Sums for its host's officers and the ward office; names for those who lead it, which is logged. Of an event that was not put off it says so. Refuses `event.not-found` (404), `notifications.officers-only` (403). */
  answersOf(actor: Actor, eventId: string): Promise<PostponementAnswers> {
    return this.db.transaction((tx) => this.read(tx, actor, eventId));
  }

  /** Keeps that the holders of these applications said they still come, and answers like {@link answersOf}. Refuses like it, and `notifications.leaders-only` (403), `application.not-found` (404), `event.nobody-asks`, `event.postponed-meanwhile` (409). */
  heardYes(actor: Actor, eventId: string, { applicationIds, decidedAt }: HeardYesRequest): Promise<PostponementAnswers> {
    return this.db.transaction(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      if (!leadsEvent(actor, event)) return refuse('notifications.leaders-only', { status: 403 });
      // Whoever puts it off at this moment waits, or was first and is seen.
      await this.events.hold(tx, eventId);
      // Whoever was asked heard of another day: to this one they have not said yes.
      const put = await this.still.postponementOf(tx, eventId);
      if (put && put.decidedAt.getTime() !== Date.parse(decidedAt)) return refuse('event.postponed-meanwhile');
      for (const id of applicationIds) await this.still.yesHeard(tx, actor.personId, { eventId, id });
      return this.read(tx, actor, eventId);
    });
  }

  private async read(tx: Tx, actor: Actor, eventId: string): Promise<PostponementAnswers> {
    const event = await this.events.seen(tx, actor, eventId);
    if (!maySeeInside(actor, event)) return refuse('notifications.officers-only', { status: 403 });
    const put = await this.still.postponementOf(tx, eventId);
    if (!put) return NOT_PUT_OFF;
    const asked = [...(await this.applicants(tx, eventId, put)), ...(await this.volunteers(tx, eventId, put))];
    const count = (answer: Answer): number => asked.filter((one) => one.answer === answer).length;
    const { decidedAt, reason, wasStartsAt } = put;
    return {
      ...{ decidedAt: decidedAt.toISOString(), reason, wasStartsAt: wasStartsAt?.toISOString() ?? null },
      ...{ yes: count('yes'), no: count('no'), unanswered: count('none') },
      applications: leadsEvent(actor, event) ? asked.flatMap(({ applicationId, answer }) => (applicationId === null || answer === 'no' ? [] : [{ id: applicationId, answer }])) : [],
      items: leadsEvent(actor, event) ? await this.names.named(tx, actor, eventId, asked) : [],
    };
  }

  private async applicants(tx: Tx, eventId: string, { decidedAt, yes, cancelled }: PostponementOfEvent): Promise<Asked[]> {
    const before = (await this.applications.ofEvent(tx, eventId)).filter(({ createdAt }) => createdAt <= decidedAt);
    return before.flatMap(({ id, personId, heads, hasPlace }): Asked[] => {
      if (hasPlace) return [{ personId, applicationId: id, duty: null, heads, answer: yes.has(id) ? 'yes' : 'none' }];
      return cancelled.has(id) ? [{ personId, applicationId: id, duty: null, heads, answer: 'no' }] : [];
    });
  }

  private async volunteers(tx: Tx, eventId: string, { decidedAt, yes }: PostponementOfEvent): Promise<Asked[]> {
    const before = (await this.assignments.ofEvent(tx, eventId)).filter(({ takenAt, endedAt }) => takenAt <= decidedAt && (endedAt === null || endedAt >= decidedAt));
    return before.map(({ id, personId, duty, status }) => ({ personId, applicationId: null, duty, heads: 1, answer: status !== 'confirmed' ? 'no' : yes.has(id) ? 'yes' : 'none' }));
  }
}
