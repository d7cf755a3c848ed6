import { randomUUID } from 'node:crypto';
import { simpleParser, type ParsedMail } from 'mailparser';
import type pg from 'pg';

/** A file that came with a mail. */
export interface MailAttachment {
  name: string;
  type: string;
  /** Base64. */
  content: string;
}

/** A mail as it arrived, taken apart for reading. */
export interface KeptMail {
  id: string;
  at: Date;
  from: string;
  to: string[];
  subject: string;
  messageId: string;
  text: string;
  html: string | null;
  attachments: MailAttachment[];
}

const COLUMNS = `id, at, "from", "to", subject, message_id as "messageId", text, html, attachments`;

function attachmentsOf(mail: ParsedMail): MailAttachment[] {
  return mail.attachments.map((file, index) => ({
    name: file.filename ?? `attachment-${index + 1}${file.contentType === 'text/calendar' ? '.ics' : ''}`,
    type: file.contentType,
    content: file.content.toString('base64'),
  }));
}

/** The mails that would have left the house. */
export class MailStore {
  constructor(private readonly pool: pg.Pool) {}

  async prepare(): Promise<void> {
    await this.pool.query('create schema if not exists local');
    await this.pool.query(`create table if not exists local.mail (
      id uuid primary key,
      at timestamptz not null default clock_timestamp(),
      "from" text not null,
      "to" text[] not null,
      subject text not null,
      message_id text not null,
      raw bytea not null,
      text text not null,
      html text,
      attachments jsonb not null)`);
    await this.pool.query('create index if not exists mail_at on local.mail (at desc, id)');
    await this.pool.query('create index if not exists mail_to on local.mail using gin ("to")');
  }

  /** Keeps a mail under the addresses of its envelope: who gets it, whatever its head says. */
  async keep(envelope: { from: string; to: string[] }, raw: Buffer): Promise<void> {
    const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: false });
    await this.pool.query(
      `insert into local.mail (id, "from", "to", subject, message_id, raw, text, html, attachments) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        randomUUID(),
        mail.from?.text ?? envelope.from,
        envelope.to.map((address) => address.toLowerCase()),
        mail.subject ?? '',
        mail.messageId ?? '',
        raw,
        mail.text ?? '',
        mail.html === false ? null : mail.html,
        JSON.stringify(attachmentsOf(mail)),
      ],
    );
  }

  /** The newest first; only those to `to` when it is given. */
  async list(options: { to?: string | undefined; limit?: number } = {}): Promise<KeptMail[]> {
    const { rows } = await this.pool.query<KeptMail>(
      `select ${COLUMNS} from local.mail where $1::text is null or "to" @> array[$1::text] order by at desc, id limit $2`,
      [options.to?.toLowerCase() ?? null, options.limit ?? 200],
    );
    return rows;
  }

  async byId(id: string): Promise<KeptMail | undefined> {
    const { rows } = await this.pool.query<KeptMail>(`select ${COLUMNS} from local.mail where id::text = $1`, [id]);
    return rows[0];
  }

  async raw(id: string): Promise<Buffer | undefined> {
    const { rows } = await this.pool.query<{ raw: Buffer }>('select raw from local.mail where id::text = $1', [id]);
    return rows[0]?.raw;
  }
}
