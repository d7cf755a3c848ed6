import type { MessageAudience } from '@yoriai/events';

/** An application that stands. */
export interface AppliedFact {
  id: string;
  personId: string;
  frameId: string;
  hasPlace: boolean;
  /** Where this application wants its letters; null for one made by telephone. */
  email: string | null;
}

/** Everybody of an event, by what they do there. */
export interface EverybodyFacts {
  applications: readonly AppliedFact[];
  assignments: readonly { id: string; personId: string }[];
  stalls: readonly { id: string; email: string }[];
  /** Guardians with an address of their own, by the application that asks them. */
  guardians: readonly { applicationId: string; personId: string; email: string }[];
}

/** One who gets a message, once. */
export interface MessageMember {
  /** The same for the same member whenever it is asked; part of the key that keeps a letter from going twice. */
  key: string;
  /** Whose record the letter stands with; null for a stall, which is no person here. */
  personId: string | null;
  /** Null: by telephone. */
  email: string | null;
  applicationIds: string[];
  assignmentIds: string[];
  stallId: string | null;
  /** The application whose guardian this is. */
  guardianOf: string | null;
}

/**
 * Who gets a message to these groups: a person once, whatever they do at the event; a stall once; a guardian once by their address,
 * and not where it is the very address that the child's application has. Frames narrow those who applied and guardians down; none: all.
 */
export function messageMembers(
  { audiences, frameIds }: { audiences: readonly MessageAudience[]; frameIds: readonly string[] },
  { applications, assignments, stalls, guardians }: EverybodyFacts,
  emailOf: (personId: string) => string | null,
): MessageMember[] {
  const wants = (group: MessageAudience): boolean => audiences.includes(group);
  const inFrame = ({ frameId }: { frameId: string }): boolean => frameIds.length === 0 || frameIds.includes(frameId);
  const people = new Map<string, MessageMember>();
  const member = (personId: string): MessageMember => {
    const known = people.get(personId) ?? { key: personId, personId, email: null, applicationIds: [], assignmentIds: [], stallId: null, guardianOf: null };
    people.set(personId, known);
    return known;
  };
  for (const application of applications.filter((one) => wants(one.hasPlace ? 'applied' : 'waiting') && inFrame(one))) {
    const one = member(application.personId);
    one.applicationIds.push(application.id);
    one.email = application.email ?? one.email;
  }
  if (wants('duties')) for (const { id, personId } of assignments) member(personId).assignmentIds.push(id);
  const persons = [...people.values()].map((one) => ({ ...one, email: one.email ?? emailOf(one.personId ?? '') }));
  const none = { applicationIds: [], assignmentIds: [], stallId: null, guardianOf: null };
  const withStall = wants('stalls') ? stalls.map(({ id, email }): MessageMember => ({ ...none, key: `stall:${id}`, personId: null, email, stallId: id })) : [];
  const written = new Set(persons.map(({ email }) => email));
  const framesOf = new Map(applications.map((one) => [one.id, one]));
  const asked = wants('guardians') ? guardians.filter(({ applicationId, email }) => !written.has(email) && inFrame(framesOf.get(applicationId) ?? { frameId: '' })) : [];
  const byAddress = new Map(asked.toReversed().map((one) => [one.email, one]));
  const grown = [...byAddress.values()].toReversed().map(({ applicationId, personId, email }): MessageMember => ({ ...none, key: `guardian:${applicationId}`, personId, email, guardianOf: applicationId }));
  return [...persons, ...withStall, ...grown];
}
