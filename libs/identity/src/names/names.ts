/** What a typed contact turned into, or the code that says why it can't be used. */
export type ContactVerdict = { ok: true; value: string } | { ok: false; code: string };

/**
 * Forms of one character that people use side by side (a register may say 髙, a phone can only type 高).
 * Only the search key folds them: the name itself stays as typed.
 */
const VARIANTS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  𠮷: '吉',
  濵: '浜',
  濱: '浜',
  邉: '辺',
  邊: '辺',
  齋: '斎',
  齊: '斎',
  斉: '斎',
  澤: '沢',
  廣: '広',
  惠: '恵',
  德: '徳',
  嶋: '島',
  桒: '桑',
  榮: '栄',
  瀨: '瀬',
  櫻: '桜',
  國: '国',
  彌: '弥',
};

/** Spaces, dots between name parts, and every mark used for a long vowel or a dash. */
const DROPPED = /[\s・·.,ー\-‐‑‒–—―−~〜]/gu;
/** Fits the longest real address (RFC 5321: 254) and keeps the pattern below from working long. */
const MAX_EMAIL = 254;
/** One plain addr-spec: no quotes, comments, lists or display name, so nothing can add a recipient or a header. */
const EMAIL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Dashes, brackets and spaces that people put between the groups of a phone number. */
const PHONE_MARKS = /[\s()\-‐‑‒–—―−ー.]/gu;

/** Hiragana shown as katakana; everything else stays. */
export function toKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096\u309D\u309E]/gu, (character) => String.fromCodePoint(character.codePointAt(0)! + 0x60));
}

/**
 * What two spellings of one name have in common: NFKC, lower case, hiragana = katakana, no spaces or
 * long marks, usual character variants folded. For finding and for telling doubles apart; never shown.
 */
export function searchKey(name: string): string {
  const folded = [...toKatakana(name.normalize('NFKC').toLowerCase())].map((character) => VARIANTS[character] ?? character);
  return folded.join('').normalize('NFKC').replace(DROPPED, '');
}

/** The key for kana order (あ row first): like {@link searchKey} without the folding of kanji. */
export function kanaKey(kana: string): string {
  return toKatakana(kana.normalize('NFKC')).replace(DROPPED, '');
}

/** True for a reading: hiragana, katakana (any width), letters for foreign names, spaces and long marks. */
export function isKana(text: string): boolean {
  return /^[\u3041-\u309F\u30A0-\u30FFA-Za-z'’\s\-.]+$/u.test(text.normalize('NFKC')) && text.trim() !== '';
}

/**
 * The digits of a Japanese phone number, `0` first, 10 or 11 of them (`+81 90-…` becomes `090…`).
 * Refuses with `contact.phone`.
 */
export function normalisePhone(text: string): ContactVerdict {
  if (text.length > 40) return { ok: false, code: 'contact.phone' };
  const marksGone = text.normalize('NFKC').replace(PHONE_MARKS, '');
  const national = marksGone.replace(/^(?:\+81|0081)0?/u, '0');
  return /^0[1-9]\d{8,9}$/u.test(national) ? { ok: true, value: national } : { ok: false, code: 'contact.phone' };
}

/**
 * A phone number as it is kept to be printed: narrow digits, the hyphens where somebody wrote them (`０６ー００００ー０００１`
 * becomes `06-0000-0001`; without any it has none). What is no number stays as it is, for the rule to refuse.
 */
export function spacedPhone(text: string): string {
  if (!normalisePhone(text).ok) return text;
  const narrow = text.normalize('NFKC').replace(/\s*[()\-‐‑‒–—―−ー.][()\-‐‑‒–—―−ー.\s]*/gu, '-').replace(/\s+/gu, ' ');
  return narrow.replace(/^[- ]+|[- ]+$/gu, '');
}

/**
 * The same to be read by who typed it: written without hyphens it gets those that everybody writes, of a mobile telephone, of 0120,
 * of Osaka and Tokyo; elsewhere the length of the area code is not known, and nothing is added.
 */
export function readablePhone(text: string): string {
  return spacedPhone(text).replace(/^(0[5-9]0)(\d{4})(\d{4})$|^(0[36])(\d{4})(\d{4})$|^(0120)(\d{3})(\d{3})$/u, (_, ...parts: (string | undefined)[]) => parts.slice(0, 9).filter(Boolean).join('-'));
}

/**
 * One plain mail address in lower case. Full-width letters are narrowed, blanks around it are dropped;
 * a list, a display name, a line break or a second address is refused with `contact.email`.
 */
export function normaliseEmail(text: string): ContactVerdict {
  if (text.length > MAX_EMAIL + 20) return { ok: false, code: 'contact.email' };
  const plain = text.normalize('NFKC').replace(/^[ \u3000\t]+|[ \u3000\t]+$/gu, '').toLowerCase();
  const local = plain.slice(0, plain.indexOf('@'));
  const fits = plain.length <= MAX_EMAIL && local.length <= 64 && EMAIL.test(plain);
  return fits ? { ok: true, value: plain } : { ok: false, code: 'contact.email' };
}

/**
 * What makes two contacts the same contact: the phone number where there is one, else the address.
 * Give normalised values; `null` when there is neither.
 */
export function contactKey(contact: { phone?: string | null; email?: string | null }): string | null {
  if (contact.phone) return `tel:${contact.phone}`;
  if (contact.email) return `mail:${contact.email}`;
  return null;
}
