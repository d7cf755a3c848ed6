import { simpleParser, type ParsedMail } from 'mailparser';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';

/** A letter as the server took it. */
export interface CaughtMail {
  /** The envelope's recipients: who would really get it. */
  to: string[];
  messageId: string;
  raw: string;
}

/** A server's no. */
export interface Refused {
  code: number;
  text: string;
}

/** A real SMTP server on loopback that keeps what it takes. */
export interface MailSink {
  url: string;
  port: number;
  mails: CaughtMail[];
  /** What it says to a recipient: an SMTP refusal such as 550, or nothing to take the letter; a promise lets the sender wait. Replace it at will. */
  refuse: (address: string) => Refused | undefined | Promise<Refused | undefined>;
  /** Whether the line breaks after the letter has been taken in whole, before the sender hears so. */
  breaks: (mail: CaughtMail) => boolean;
  /** Called when a letter has been taken in whole, before the answer. */
  onMail: (mail: CaughtMail) => Promise<void> | void;
  /** The letters, taken apart. */
  parsed(): Promise<ParsedMail[]>;
  close(): Promise<void>;
}

/** Opens the sink on a free port, or on the given one (a server that comes back). */
export async function mailSink(port = 0): Promise<MailSink> {
  const sink: MailSink = {
    url: '',
    port,
    mails: [],
    refuse: () => undefined,
    breaks: () => false,
    onMail: () => undefined,
    parsed: () => Promise.all(sink.mails.map((mail) => simpleParser(mail.raw))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onRcptTo: (address: SMTPServerAddress, _session, done) => {
      void Promise.resolve(sink.refuse(address.address)).then((refusal) =>
        done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : undefined),
      );
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const mail = { to: session.envelope.rcptTo.map((one) => one.address), messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '', raw };
        sink.mails.push(mail);
        if (sink.breaks(mail)) return lineOf(server, session).destroy();
        void Promise.resolve(sink.onMail(mail)).then(() => done(), done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail sink has no port');
  sink.port = address.port;
  sink.url = `smtp://127.0.0.1:${address.port}`;
  return sink;
}

/** The socket of a session; the library has no word for it. */
function lineOf(server: SMTPServer, session: SMTPServerSession): Socket {
  for (const line of server.connections as Set<{ session: SMTPServerSession; _socket: Socket }>) if (line.session === session) return line._socket;
  throw new Error('The session has no line');
}
