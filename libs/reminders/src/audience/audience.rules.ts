/** A confirmed application, as far as a reminder needs it. */
export interface ParticipantFact {
  personId: string;
  applicationId: string;
  /** Where this application wants its letters; null for one made by telephone. */
  email: string | null;
}

/** A confirmed duty. */
export interface VolunteerFact {
  personId: string;
  assignmentId: string;
}

/** One person to be reminded, once, of everything they do at the event. */
export interface AudienceMember {
  personId: string;
  /** Null: the person goes on the call sheet. */
  email: string | null;
  applicationIds: string[];
  assignmentIds: string[];
}

/**
 * One member per person, whoever is both participant and volunteer included. The address is that of the
 * newest application that has one, else the person's own.
 */
export function audienceOf(
  participants: readonly ParticipantFact[],
  volunteers: readonly VolunteerFact[],
  emailOf: (personId: string) => string | null,
): AudienceMember[] {
  const members = new Map<string, AudienceMember>();
  const member = (personId: string): AudienceMember => {
    const known = members.get(personId) ?? { personId, email: null, applicationIds: [], assignmentIds: [] };
    members.set(personId, known);
    return known;
  };
  for (const { personId, applicationId, email } of participants) {
    const one = member(personId);
    one.applicationIds.push(applicationId);
    one.email = email ?? one.email;
  }
  for (const { personId, assignmentId } of volunteers) member(personId).assignmentIds.push(assignmentId);
  return [...members.values()].map((one) => ({ ...one, email: one.email ?? emailOf(one.personId) }));
}
