import { Injectable } from '@nestjs/common';
import { RateLimits, callerOf, type CallingRequest, type Limit, type Refusal } from '@yoriai/platform';
import { refusalOf } from './problem.js';

/** Links of tickets, entrances, stalls, duties, requests, consents, invitations, letters and opt-outs that nobody knows, from one place. */
const UNKNOWN_LINKS: Limit = { name: 'http.unknown-links', most: 60, minutes: 10 };

/** Refusals that say "no such link": the answer to a guess, and to an old letter. */
const GUESSES = new Set([
  ...['application.ticket-unknown', 'application.consent-unknown', 'application.email-link-unknown', 'stall.not-found', 'start.not-found', 'membership.not-found', 'assignment.not-found'],
  ...['contest.judge-unknown', 'invitation.gone', 'sign-in.gone', 'notifications.link-unknown', 'attendance.venue-unknown', 'attendance.board-unknown'],
]);

/**
 * Counts links that nobody knows. A right link is answered always and costs nothing, so that whoever
 * guesses at the next table of a community centre locks nobody's ticket.
 */
@Injectable()
export class Guesses {
  constructor(private readonly limits: RateLimits) {}

  /** What to answer instead of this refusal: beyond 60 guesses in ten minutes `platform.too-often` (429). */
  async count(refusal: Refusal | undefined, request: CallingRequest): Promise<Refusal | undefined> {
    if (!refusal || !GUESSES.has(refusal.code)) return refusal;
    return this.hit(request).then(() => refusal, refusalOf);
  }

  /** For a page that itself says what became of a link. Refuses like {@link count}. */
  hit(request: CallingRequest): Promise<void> {
    return this.limits.hit(UNKNOWN_LINKS, callerOf(request));
  }
}
