import type { Translate } from '../texts/translate.js';

/** What a host wrote, in one language. */
export interface WrittenWords {
  title: string;
  text: string;
}

/** A host's message, with what stands around it in every letter. */
export interface MessageToRead extends WrittenWords {
  easy: WrittenWords | null;
  english: WrittenWords | null;
  eventTitle: string;
  hostName: string;
  /** What begins the subject of a message about a drill; null: it is about none. */
  mark: string | null;
}

/** A message as its reader sees it: the subject, who writes about what, and the paragraphs of the host. */
export interface MessageRead {
  subject: string;
  lead: string[];
  paragraphs: string[];
}

/** In the reader's language as far as the host wrote it so, else in Japanese; whoever reads English is told that. The letter and its preview both are this. */
export function messageRead(t: Translate, message: MessageToRead): MessageRead {
  const { eventTitle: event, hostName: host, mark } = message;
  const own = t.lang === 'ja-easy' ? message.easy : t.lang === 'en' ? message.english : null;
  const { title, text } = own ?? message;
  const subject = t('mail.event-message.subject', { title, event });
  return {
    subject: mark === null || subject.startsWith(mark) ? subject : `${mark}${subject}`,
    lead: [t('mail.event-message.lead', { host, event }), ...(t.lang === 'en' && own === null ? [t('mail.event-message.japanese')] : [])],
    paragraphs: text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part !== ''),
  };
}
