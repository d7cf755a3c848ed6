import { Injectable } from '@nestjs/common';
import { Config, Secrets, hashToken } from '@yoriai/platform';
import { codeOf } from '../event/event-codes.rules.js';

/** What belongs to an application and can be made again from its id: the ticket's token, its link and the short number. */
@Injectable()
export class TicketCodes {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  /** The token is never stored; a resend makes it again. */
  token(applicationId: string): string {
    return this.secrets.sign('ticket', applicationId);
  }

  hash(applicationId: string): Buffer {
    return hashToken(this.token(applicationId));
  }

  url(applicationId: string): string {
    return `${this.config.publicUrl}/t/${this.token(applicationId)}`;
  }

  /** Six characters to say on the phone, e.g. `B29-4K7`. */
  number(applicationId: string): string {
    const code = codeOf(this.secrets.sign('application-number', applicationId), 6).toUpperCase();
    return `${code.slice(0, 3)}-${code.slice(3)}`;
  }
}
