/** Invitations are used once and live for 72 hours at most (ASVS 6.5.5). */
export const INVITATION_HOURS = 72;

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'replaced';

export interface InvitationFacts {
  state: InvitationState;
  expiresAt: Date;
}

/** When an invitation sent now stops working. */
export function invitationExpiry(invitedAt: Date): Date {
  return new Date(invitedAt.getTime() + INVITATION_HOURS * 60 * 60 * 1000);
}

/** Whether an invitation can still be accepted. */
export function invitationVerdict(invitation: InvitationFacts, now: Date): 'open' | 'invitation.gone' {
  return invitation.state === 'open' && now < invitation.expiresAt ? 'open' : 'invitation.gone';
}

/** How a list shows it. */
export function invitationState(invitation: InvitationFacts, now: Date): InvitationState | 'expired' {
  return invitation.state === 'open' && now >= invitation.expiresAt ? 'expired' : invitation.state;
}
