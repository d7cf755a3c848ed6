import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@yoriai/platform';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { SEND_LIMIT_MS, verdictOf, type Lane, type MailError, type SendVerdict } from './delivery.rules.js';
import type { Letter } from './letter.js';

/** An addressed letter. */
export interface Mail {
  /** One plain address; it is handed over as an object, so that it is never parsed as a list. */
  to: string;
  /** `<delivery id@host>`: a repeat after a crash carries the same one. */
  messageId: string;
  at: Date;
  lane: Lane;
  letter: Letter;
}

/** Five connections took 1,687 letters a second in the trial, twenty no more. The urgent lane's are never lent to the other. */
const CONNECTIONS: Readonly<Record<Lane, number>> = { urgent: 2, bulk: 5 };

/** The connections to the mail server. */
@Injectable()
export class MailPool implements OnApplicationShutdown {
  /** The right side of every Message-ID. */
  readonly host: string;
  private readonly lanes;
  /** Letters on their way, each with what ends the wait for it. */
  private readonly waiting = new Set<AbortController>();

  constructor(private readonly config: Config) {
    this.host = new URL(config.publicUrl).hostname;
    this.lanes = { urgent: this.open('urgent'), bulk: this.open('bulk') };
  }

  private open(lane: Lane) {
    const { smtpUrl } = this.config;
    return createTransport({
      url: smtpUrl,
      pool: true as const,
      maxConnections: CONNECTIONS[lane],
      maxMessages: Infinity,
      // The ledger repeats what failed; the pool only replaces a connection that the server had closed meanwhile.
      maxRequeues: 1,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: SEND_LIMIT_MS,
      // The sink on this machine has no certificate. A server elsewhere is spoken to over TLS or not at all: an
      // `smtp:` URL means STARTTLS, and somebody in between who strikes the offer out must not get the letters.
      ignoreTLS: isLoopback(smtpUrl),
      requireTLS: !isLoopback(smtpUrl),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Hands one letter to the server and answers what it said. Never throws for what a server or a network does. */
  async send(mail: Mail): Promise<SendVerdict> {
    // Not AbortSignal.timeout: that one fires, and builds an error, for every letter that has long been sent.
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), SEND_LIMIT_MS);
    this.waiting.add(stop);
    try {
      await this.lanes[mail.lane].sendMail({ ...this.message(mail), signal: stop.signal });
      return { kind: 'accepted' };
    } catch (error) {
      if (!isMailError(error)) throw error;
      return verdictOf(error, mail.to);
    } finally {
      clearTimeout(timer);
      this.waiting.delete(stop);
    }
  }

  /** Waits no longer for the letters that are on their way: each is answered with "later". */
  stopWaiting(): void {
    for (const stop of this.waiting) stop.abort();
  }

  onApplicationShutdown(): void {
    for (const lane of Object.values(this.lanes)) lane.close();
  }

  private message({ to, messageId, at, letter }: Mail): SendMailOptions {
    return {
      from: { name: letter.fromName, address: this.config.mailFrom },
      to: { name: '', address: to },
      messageId,
      date: at,
      subject: letter.subject,
      // Japanese is shorter in base64 than in quoted-printable, and made in a tenth of the time.
      textEncoding: 'base64',
      text: letter.text,
      html: letter.html,
      attachments: letter.files?.map((file) => ({ ...file, contentDisposition: 'attachment' as const })),
      headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribe(letter.unsubscribeUrl) },
    };
  }
}

/** Everything the library rejects with carries one of its codes; anything else is a bug. */
function isMailError(error: unknown): error is MailError {
  return typeof error === 'object' && error !== null && typeof (error as MailError).code === 'string';
}

function unsubscribe(url: string | undefined): Record<string, string> {
  if (url === undefined) return {};
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
