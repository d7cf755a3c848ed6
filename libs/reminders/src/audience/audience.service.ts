import { Injectable } from '@nestjs/common';
import { Applications, type Concern } from '@yoriai/events';
import { People } from '@yoriai/identity';
import type { Tx } from '@yoriai/platform';
import { Assignments, ENDED_BY_EVENT } from '@yoriai/rosters';
import { audienceOf, type AudienceMember } from './audience.rules.js';

interface Applied {
  id: string;
  personId: string;
  contactEmail: string | null;
}

/** Who has to hear about an event. */
@Injectable()
export class Audience {
  constructor(
    private readonly applications: Applications,
    private readonly assignments: Assignments,
    private readonly people: People,
  ) {}

  /** Everybody who takes part or helps at this moment: who cancelled is gone, who applied a minute ago is in. Three statements for any number. */
  async of(tx: Tx, eventId: string): Promise<AudienceMember[]> {
    const applications = await this.applications.comingOf(tx, eventId);
    const assignments = await this.assignments.ofEvent(tx, eventId);
    return this.members(tx, applications, assignments.filter((one) => one.status === 'confirmed'));
  }

  /** Everybody whom a change concerns: who takes part, waits or helps at this moment; or is on a duty that reads otherwise, or in a draw that is at another hour. */
  async ofChange(tx: Tx, eventId: string, { everybody, duties, draws }: Concern): Promise<AudienceMember[]> {
    if (!everybody && duties.size + draws.size === 0) return [];
    const applications = await this.applications.activeOf(tx, eventId);
    const assignments = (await this.assignments.ofEvent(tx, eventId)).filter((one) => one.status === 'confirmed');
    const members = await this.members(tx, applications, assignments);
    if (everybody) return members;
    const concerned = new Set(assignments.filter(({ planKey }) => duties.has(planKey)).map(({ id }) => id));
    const entered = new Set(applications.flatMap(({ id, status, frameId }) => (status === 'applied' && draws.has(frameId) ? [id] : [])));
    return members.filter(({ assignmentIds, applicationIds }) => assignmentIds.some((id) => concerned.has(id)) || applicationIds.some((id) => entered.has(id)));
  }

  /** Everybody to be told that an event is off: who was in, waited or helped until then, whether or not their place has been given back already. */
  async ofCancelled(tx: Tx, eventId: string): Promise<AudienceMember[]> {
    const applications = await this.applications.endedWithEvent(tx, eventId);
    const assignments = await this.assignments.ofEvent(tx, eventId);
    return this.members(tx, applications, assignments.filter((one) => one.status === 'confirmed' || one.endedReason === ENDED_BY_EVENT));
  }

  private async members(tx: Tx, applications: readonly Applied[], assignments: readonly { id: string; personId: string }[]): Promise<AudienceMember[]> {
    const personIds = [...new Set([...applications, ...assignments].map((one) => one.personId))];
    const people = await this.people.summaries(tx, personIds);
    return audienceOf(
      applications.map(({ id, personId, contactEmail }) => ({ applicationId: id, personId, email: contactEmail })),
      assignments.map(({ id, personId }) => ({ assignmentId: id, personId })),
      (personId) => people.get(personId)?.email ?? null,
    );
  }
}
