import pg from 'pg';
import { MailStore } from './mail/mail-store.js';
import { outboxPages } from './mail/outbox-pages.js';
import { smtpSink } from './mail/smtp-sink.js';

/**
 * Takes every mail of this machine's Yoriai instead of sending it: SMTP on MAIL_SMTP_PORT, kept in
 * the table local.mail, shown at http://localhost:MAIL_PORT/. For development and tests only.
 */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL: the owner of the database is needed to keep the mail');
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 5, connectionTimeoutMillis: 3_000 });
  // The pool reconnects by itself; an idle connection that ends is no reason to stop.
  pool.on('error', (error) => console.error(`database: ${error.message}`));
  const store = new MailStore(pool);
  await store.prepare();
  const smtp = smtpSink(store);
  const web = outboxPages(store);
  smtp.listen(Number(env.MAIL_SMTP_PORT ?? 1025), '127.0.0.1');
  web.listen(Number(env.MAIL_PORT ?? 3025), '127.0.0.1');
  const stop = (): void => {
    web.close();
    web.closeAllConnections();
    smtp.close(() => void pool.end());
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main(process.env).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
