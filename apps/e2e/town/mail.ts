import { expect } from '@playwright/test';

/** A letter as the mail sink took it in by SMTP. */
export interface Mail {
  at: string;
  to: string[];
  subject: string;
  text: string;
  /** Contents in base64. */
  attachments: { name: string; type: string; content: string }[];
}

/** Letters to an address, newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${process.env.E2E_MAIL_URL ?? ''}/api/mails?to=${encodeURIComponent(address)}`);
  return (await answer.json()) as Mail[];
}

/** Waits for a letter to this address whose subject has these words; `since` leaves out older ones. */
export async function mailTo(address: string, subject: string | RegExp, { since = new Date(0) } = {}): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        const mails = await mailsTo(address);
        found = mails.find((mail) => new Date(mail.at) >= since && (typeof subject === 'string' ? mail.subject.includes(subject) : subject.test(mail.subject)));
        return found ? 'arrived' : `only: ${mails.map((mail) => `${mail.at} ${mail.subject}`).join(' / ')}`;
      },
      { message: `a letter 「${String(subject)}」 to ${address}`, timeout: 30_000 },
    )
    .toBe('arrived');
  return found as Mail;
}

/** The first address in the letter that leads to such a path, e.g. `/t/`; as a path of this town. */
export function linkIn(mail: Mail, path: string): string {
  const found = new RegExp(`https?://[^\\s/]+(${escaped(path)}[\\w/?=&%-]*)`).exec(mail.text)?.[1];
  if (found === undefined) throw new Error(`「${mail.subject}」 has no link to ${path}:\n${mail.text}`);
  return found;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
