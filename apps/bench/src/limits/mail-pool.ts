import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';

const SENDERS = 40;

/** A letter taken apart, to be sent again word for word. */
interface Letter {
  subject: string;
  text: string;
  html: string | undefined;
  files: { filename: string; contentType: string; content: Buffer }[];
}

/** Reads a letter as it came out of the product. */
export async function letterOf(raw: string): Promise<Letter> {
  const { subject = '', text = '', html, attachments } = await simpleParser(raw);
  const files = attachments.map(({ filename = 'file', contentType, content }) => ({ filename, contentType, content }));
  return { subject, text, html: html === false ? undefined : html, files };
}

/** What the mail library alone does: the same letter to so many, five pooled connections, no database. Letters per second. */
export async function mailPool(smtpUrl: string, letter: Letter, recipients: number): Promise<number> {
  const pool = createTransport({ url: smtpUrl, pool: true as const, maxConnections: 5, maxMessages: Infinity, ignoreTLS: true });
  const { subject, text, html, files } = letter;
  let next = 0;
  const send = async (): Promise<void> => {
    for (let number = next++; number < recipients; number = next++) {
      const to = { name: '', address: `limit-${number}@example.jp` };
      await pool.sendMail({ from: { name: '試験町会A', address: 'yoriai@example.jp' }, to, subject, textEncoding: 'base64', text, html, attachments: files });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: SENDERS }, send));
  const seconds = (performance.now() - began) / 1_000;
  pool.close();
  return recipients / seconds;
}
