import { SMTPServer } from 'smtp-server';

/** Takes every letter and forgets it; on the message `ask` it says how many it took and gives the first back. */
let taken = 0;
let first = '';
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => void (first === '' && parts.push(part)));
    stream.on('end', () => {
      if (first === '') first = Buffer.concat(parts).toString('utf8');
      taken += 1;
      done();
    });
  },
});
server.on('error', () => undefined);
process.on('message', () => process.send?.({ taken, first }));
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  console.info(`ready smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
process.once('SIGTERM', () => process.exit(0));
