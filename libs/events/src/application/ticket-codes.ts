import { Injectable } from '@nestjs/common';
import { Config, Secrets, hashToken } from '@yoriai/platform';
import { readWords, type RowToRead } from '../amendment/amendment.rules.js';
import { linkOf } from '../consent/consent.rules.js';
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

  /** What is stored of the ticket, and the link that is given away. */
  ticket(applicationId: string): { hash: Buffer; url: string } {
    const token = this.token(applicationId);
    return { hash: hashToken(token), url: this.urlOf(token) };
  }

  url(applicationId: string): string {
    return this.urlOf(this.token(applicationId));
  }

  /** What is stored of the link by which a guardian says yes, and the link; it never opens the ticket. */
  consent(applicationId: string, link = 0): { hash: Buffer; url: string } {
    const token = this.secrets.sign('guardian-consent', linkOf(applicationId, link));
    return { hash: hashToken(token), url: `${this.config.publicUrl}/g/${token}` };
  }

  /** What is stored of the link by which a new mail address is confirmed, and the link; it never opens the ticket. */
  emailChange(applicationId: string, link: number): { hash: Buffer; url: string } {
    const token = this.secrets.sign('email-change', linkOf(applicationId, link));
    return { hash: hashToken(token), url: `${this.config.publicUrl}/m/${token}` };
  }

  /** Stands for a mail address where letters to it are counted. */
  addressAsked(email: string): string {
    return this.secrets.sign('email-asked', email);
  }

  /** Stands for an application as a form for changes shows it; whoever sends the form sends it along. */
  read(row: RowToRead, person: { name: string; kana: string }): string {
    return this.secrets.sign('application-read', readWords(row, person)).slice(0, 24);
  }

  private urlOf(token: string): string {
    return `${this.config.publicUrl}/t/${token}`;
  }

  /** Six characters to say on the phone, e.g. `B29-4K7`. The spare one is for an event where somebody has that number already. */
  number(applicationId: string, spare = false): string {
    const code = codeOf(this.secrets.sign('application-number', spare ? `${applicationId} spare` : applicationId), 6).toUpperCase();
    return `${code.slice(0, 3)}-${code.slice(3)}`;
  }
}
