import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@yoriai/platform';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { SEND_LIMIT_MS, verdictOf, type Line, type MailError, type Progress, type SendVerdict } from './delivery.rules.js';
import type { Letter } from './letter.js';
import { Turnstile } from './turnstile.js';

/** An addressed letter. */
export interface Mail {
  /** One plain address; it is handed over as an object, so that it is never parsed as a list. */
  to: string;
  /** `<delivery id@host>`: a repeat after a crash carries the same one. */
  messageId: string;
  at: Date;
  line: Line;
  letter: Letter;
}

/** Five connections took 1,687 letters a second in the trial, twenty no more. The urgent lane's are never lent to the other. */
const CONNECTIONS: Readonly<Record<Line, number>> = { urgent: 2, bulk: 5, 'patient-urgent': 1, 'patient-bulk': 2 };
/** So long a letter waits for a patient connection, and with it one of those that bring the letters (milliseconds). */
const PATIENT_WAIT_MS = 500;

/** The connections to the mail server. */
@Injectable()
export class MailPool implements OnApplicationShutdown {
  /** The right side of every Message-ID. */
  readonly host: string;
  private readonly lines;
  /** How far each letter on its way has come; by the signal it carries. */
  private readonly progress = new WeakMap<object, Progress>();
  private readonly patient: Partial<Record<Line, Turnstile>> = {
    'patient-urgent': new Turnstile(CONNECTIONS['patient-urgent']),
    'patient-bulk': new Turnstile(CONNECTIONS['patient-bulk']),
  };
  /** Letters on their way, each with what ends the wait for it. */
  private readonly waiting = new Set<AbortController>();

  constructor(private readonly config: Config) {
    this.host = new URL(config.publicUrl).hostname;
    this.lines = {
      urgent: this.open('urgent'),
      bulk: this.open('bulk'),
      'patient-urgent': this.open('patient-urgent'),
      'patient-bulk': this.open('patient-bulk'),
    };
  }

  private open(line: Line) {
    const { smtpUrl } = this.config;
    const transport = createTransport({
      url: smtpUrl,
      pool: true as const,
      maxConnections: CONNECTIONS[line],
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
    return transport.use('stream', ({ data, message }, done) => {
      const progress = data.signal && this.progress.get(data.signal);
      // Called when a connection begins with the letter.
      if (progress) {
        message.processFunc((bytes) => {
          progress.begun = true;
          return bytes.once('end', () => (progress.whole = true));
        });
      }
      done();
    });
  }

  /**
   * Hands one letter to the server and answers what it said. Never throws for what a server or a network does.
   * Nobody waits long for a patient connection: what is held up there may be held up for as long as a try lasts.
   */
  async send(mail: Mail): Promise<SendVerdict> {
    const turnstile = this.patient[mail.line];
    if (!turnstile) return this.hand(mail);
    if (!(await turnstile.enter(PATIENT_WAIT_MS))) return { kind: 'untried' };
    return this.hand(mail).finally(() => turnstile.leave());
  }

  private async hand(mail: Mail): Promise<SendVerdict> {
    const progress: Progress = { begun: false, whole: false, late: false };
    // Not AbortSignal.timeout: that one fires, and builds an error, for every letter that has long been sent.
    const stop = new AbortController();
    const timer = setTimeout(() => {
      progress.late = true;
      stop.abort();
    }, SEND_LIMIT_MS);
    this.progress.set(stop.signal, progress);
    this.waiting.add(stop);
    try {
      await this.lines[mail.line].sendMail({ ...this.message(mail), signal: stop.signal });
      return { kind: 'accepted' };
    } catch (error) {
      if (!isMailError(error)) throw error;
      return verdictOf(error, mail.to, progress);
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
    for (const line of Object.values(this.lines)) line.close();
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
