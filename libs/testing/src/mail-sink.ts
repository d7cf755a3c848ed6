import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';

/** A letter as the server took it. */
export interface CaughtMail {
  /** The envelope's recipients: who would really get it. */
  to: string[];
  messageId: string;
  raw: string;
}

/** A real SMTP server on loopback that keeps what it takes. */
export interface MailSink {
  url: string;
  port: number;
  mails: CaughtMail[];
  /** What it says to a recipient: an SMTP refusal such as 550, or nothing to take the letter. Replace it at will. */
  refuse: (address: string) => { code: number; text: string } | undefined;
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
      const refusal = sink.refuse(address.address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : undefined);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const mail = { to: session.envelope.rcptTo.map((one) => one.address), messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '', raw };
        sink.mails.push(mail);
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
