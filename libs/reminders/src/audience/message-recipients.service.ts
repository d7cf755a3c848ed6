import { Injectable } from '@nestjs/common';
import { Applications, ConsentLinks, StallApplications, type MessageAudience } from '@yoriai/events';
import { People } from '@yoriai/identity';
import type { Tx } from '@yoriai/platform';
import { Assignments } from '@yoriai/rosters';
import { messageMembers, type EverybodyFacts, type MessageMember } from './message-recipients.rules.js';

/** Whether somebody applied and has a place or waits, as they know it themselves. */
const STANDING: ReadonlySet<string> = new Set(['confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied']);

/** Who gets what a host writes to the people of an event, at this moment. */
@Injectable()
export class MessageRecipients {
  constructor(
    private readonly applications: Applications,
    private readonly assignments: Assignments,
    private readonly stalls: StallApplications,
    private readonly consents: ConsentLinks,
    private readonly people: People,
  ) {}

  /** Who cancelled is gone, who applied a minute ago is in. Five statements for any number. Contacts are L3: for letters and sums. */
  async of(tx: Tx, eventId: string, to: { audiences: readonly MessageAudience[]; frameIds: readonly string[] }): Promise<MessageMember[]> {
    const [members] = await this.ofEach(tx, eventId, [to]);
    return members ?? [];
  }

  /** The same for several choices of people. */
  async ofEach(tx: Tx, eventId: string, choices: readonly { audiences: readonly MessageAudience[]; frameIds: readonly string[] }[]): Promise<MessageMember[][]> {
    const everybody = await this.everybody(tx, eventId);
    const ids = [...new Set([...everybody.applications, ...everybody.assignments].map(({ personId }) => personId))];
    const people = await this.people.summaries(tx, ids);
    return choices.map((to) => messageMembers(to, everybody, (personId) => people.get(personId)?.email ?? null));
  }

  private async everybody(tx: Tx, eventId: string): Promise<EverybodyFacts> {
    const applications = (await this.applications.ofEvent(tx, eventId)).filter(({ told, hasPlace }) => hasPlace || STANDING.has(told));
    const assignments = (await this.assignments.ofEvent(tx, eventId)).filter(({ status }) => status === 'confirmed');
    const stalls = (await this.stalls.concerned(tx, eventId)).filter(({ state }) => state === 'accepted');
    return {
      applications: applications.map(({ id, personId, frameId, hasPlace, contactEmail: email }) => ({ id, personId, frameId, hasPlace, email })),
      assignments,
      stalls: stalls.map(({ id, contactEmail: email }) => ({ id, email })),
      guardians: await this.consents.guardiansOf(tx, eventId, false),
    };
  }
}
