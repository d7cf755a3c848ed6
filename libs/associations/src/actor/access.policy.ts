import type { AccessLevel } from '@yoriai/identity';
import type { Actor } from './actor.js';

/** Whether a route is open to whoever asks: `true`, or why not. A route without levels is open to nobody. */
export function accessVerdict(levels: readonly AccessLevel[] | undefined, actor: Actor | null): true | 'session.needed' | 'access.forbidden' {
  if (!levels || levels.length === 0) return 'access.forbidden';
  if (levels.includes('public')) return true;
  if (!actor) return 'session.needed';
  return levels.some((level) => fits(level, actor)) ? true : 'access.forbidden';
}

function fits(level: AccessLevel, actor: Actor): boolean {
  switch (level) {
    case 'public':
    case 'signed-in':
      return true;
    case 'officer':
      return actor.isOfficer();
    case 'staff':
      return actor.isStaff();
    case 'approver':
      return actor.isApprover();
    case 'privacy-officer':
      return actor.isPrivacyOfficer();
    case 'admin':
      return actor.isAdmin();
  }
}
