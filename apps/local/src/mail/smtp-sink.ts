import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store.js';

const LARGEST_BYTES = 20_000_000;

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** An SMTP server that says "accepted" only once the mail is stored, so that what it accepted can be counted. */
export function smtpSink(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    closeTimeout: 2_000,
    logger: false,
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
      whole(stream)
        .then((raw) => store.keep(envelope, raw))
        .then(
          () => done(null),
          (error: unknown) => {
            console.error(`mail not kept: ${error instanceof Error ? error.message : String(error)}`);
            // Temporary: the sender tries again later.
            done(Object.assign(new Error('The mail could not be stored; try again later'), { responseCode: 451 }));
          },
        );
    },
  });
  // A sender that hangs up in the middle is its own affair.
  server.on('error', (error) => {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'listen') throw error;
    console.error(`smtp: ${code ?? error.message}`);
  });
  return server;
}
