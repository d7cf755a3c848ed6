import { Injectable } from '@nestjs/common';
import { linkOf } from '@yoriai/events';
import { Config, Secrets } from '@yoriai/platform';

/** Addresses of our own pages, as letters carry them. */
@Injectable()
export class Links {
  /** Completes the UIDs of calendar entries. */
  readonly host: string;

  constructor(
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {
    this.host = new URL(config.publicUrl).hostname;
  }

  /** The ticket page of an application; the token is derived anew, since only its hash is stored. */
  ticket(applicationId: string): string {
    return this.to(`/t/${this.secrets.sign('ticket', applicationId)}`);
  }

  /** Where a volunteer says whether they still come to a duty. */
  duty(assignmentId: string): string {
    return this.to(`/d/${assignmentId}/${this.secrets.sign('duty', assignmentId)}`);
  }

  /** The page of a stall. */
  stall(stallId: string): string {
    return this.to(`/s/${this.secrets.sign('stall', stallId)}`);
  }

  /** The page of a request to begin something. */
  start(startId: string): string {
    return this.to(`/b/${this.secrets.sign('start', startId)}`);
  }

  /** Requests to begin something, in the officers' App. */
  officersStarts(): string {
    return this.to('/app/begin');
  }

  /** The page of a wish to join an association. */
  membership(membershipId: string): string {
    return this.to(`/n/${this.secrets.sign('membership', membershipId)}`);
  }

  /** Wishes to join, in the officers' App. */
  officersMemberships(): string {
    return this.to('/app/joining');
  }

  /** Where a guardian reads what they are asked, and answers. */
  consent({ applicationId, link }: { applicationId: string; link: number }): string {
    return this.to(`/g/${this.secrets.sign('guardian-consent', linkOf(applicationId, link))}`);
  }

  /** Where a new address says that it is theirs; it does not open the ticket. */
  emailChange({ applicationId, link }: { applicationId: string; link: number }): string {
    return this.to(`/m/${this.secrets.sign('email-change', linkOf(applicationId, link))}`);
  }

  /** With which devices somebody signs in. */
  passkeys(): string {
    return this.to('/me/passkeys');
  }

  event(slug: string): string {
    return this.to(`/events/${slug}`);
  }

  /** How the lots of an event are drawn, and were. */
  draw(slug: string): string {
    return this.to(`/events/${slug}/draw`);
  }

  events(): string {
    return this.to('/events');
  }

  me(): string {
    return this.to('/me');
  }

  /** Opening it uses nothing up. */
  signIn(linkToken: string): string {
    return this.to(`/sign-in/link/${linkToken}`);
  }

  register(): string {
    return this.to('/register');
  }

  invitation(token: string): string {
    return this.to(`/invitation/${token}`);
  }

  /** The event's page in the officers' App. */
  officersEvent(eventId: string): string {
    return this.to(`/app/events/${eventId}`);
  }

  /** Where the report of an event is written. */
  officersReport(eventId: string): string {
    return `${this.officersEvent(eventId)}/report`;
  }

  /** Who of an event was told, and who is to be telephoned. */
  officersMessages(eventId: string): string {
    return `${this.officersEvent(eventId)}/messages`;
  }

  /** The stalls of an event, for those who answer them. */
  officersStalls(eventId: string): string {
    return `${this.officersEvent(eventId)}/stalls`;
  }

  /** What associations are asked to hold together. */
  coHosting(): string {
    return this.to('/app/co-hosting');
  }

  /** The case on the approval desk. */
  /** Who holds which office in the ward, for administrators. */
  wardPeople(): string {
    return this.to('/app/admin/people');
  }

  approval(caseId: string): string {
    return this.to(`/app/approvals/${caseId}`);
  }

  private to(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
