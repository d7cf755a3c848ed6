import { addDays, atJst, jstDate, jstTime } from '@yoriai/platform';

/** What a letter is for. It decides how urgent it is, whether it may go at night and whether a person may say no to it. */
export type Purpose = 'sign-in' | 'invitation' | 'confirmation' | 'cancellation' | 'notice' | 'reminder';

/** Where a delivery stands; see the README for the way from one to the next. */
export type DeliveryState = 'due' | 'sending' | 'accepted' | 'bounced' | 'no-channel' | 'opted-out' | 'withdrawn';

interface Manner {
  /** 0 goes first: somebody is waiting in front of a screen. */
  priority: 0 | 1 | 2;
  /** False: never between 21:00 and 07:00 in Japan. */
  anyHour: boolean;
}

/** How each purpose is handled. Only a reminder can be declined. It waits for the morning, as does a letter that says so (`Draft.morningBefore`). */
export const MANNER: Readonly<Record<Purpose, Manner>> = {
  'sign-in': { priority: 0, anyHour: true },
  invitation: { priority: 0, anyHour: true },
  confirmation: { priority: 1, anyHour: true },
  cancellation: { priority: 1, anyHour: true },
  notice: { priority: 1, anyHour: true },
  reminder: { priority: 2, anyHour: false },
};

/**
 * Two ways to the mail server, with jobs and connections of their own, so that a code never stands behind
 * ten thousand reminders: what somebody waits for in front of a screen, and everything else.
 */
export type Lane = 'urgent' | 'bulk';

/** The first and the last priority that a lane carries. */
export const PRIORITIES: Readonly<Record<Lane, readonly [number, number]>> = { urgent: [0, 0], bulk: [1, 2] };

/** The lane of a purpose. */
export function laneOf(purpose: Purpose): Lane {
  return MANNER[purpose].priority === 0 ? 'urgent' : 'bulk';
}

/** Connections to the mail server: each lane's own, and each lane's for letters that the server has kept waiting once. */
export type Line = Lane | `patient-${Lane}`;

/** Over which connections a letter goes: whoever has been held up would hold up the others again. */
export function lineOf(letter: { purpose: Purpose; heldUp: number }): Line {
  const lane = laneOf(letter.purpose);
  return letter.heldUp > 0 ? `patient-${lane}` : lane;
}

/** How many rows a job may claim at once. */
export const SLICE_LIMIT = 200;
/** How long a claim holds, so that the rows of a killed worker come back within a minute (milliseconds). */
export const LEASE_MS = 50_000;
/** A send may begin only this long after the claim … */
export const START_WINDOW_MS = 25_000;
/** … and may last only this long: together less than the lease, so two workers never hold one letter. */
export const SEND_LIMIT_MS = 20_000;
/**
 * A letter that was handed over whole may have arrived, whatever was heard: it is repeated once, much later (`waitOf`). The second
 * time that no answer comes the person goes on the call sheet; an hourly repeat for three days would be seventy letters.
 */
export const MOST_HANDED_OVER = 2;
/** So long waits the only repeat of what was handed over whole (milliseconds): a server that breaks every line for some minutes must not use it up. */
export const REPEAT_AFTER_MS = 60 * 60 * 1000;
/** A worker that leaves waits so long for the letters that are on their way (milliseconds); the others go back untried at once. */
export const LEAVING_MS = 8_000;
/** After so many letters in a row without an answer the server counts as away; one broken line must not hold up the others. */
export const SILENCE_LIMIT = 5;
/** After this long without success a letter counts as bounced, and the person goes on the call sheet. */
export const GIVE_UP_MS = 3 * 24 * 60 * 60 * 1000;

const QUIET_FROM = '21:00';
const QUIET_UNTIL = '07:00';

/** True between 21:00 and 07:00 in Japan, when nobody's telephone should ring for a reminder. */
export function quietAt(at: Date): boolean {
  const time = jstTime(at);
  return time >= QUIET_FROM || time < QUIET_UNTIL;
}

/** The first instant from `at` on at which a reminder may go: `at` itself by day, else the next 07:00 in Japan. */
export function afterQuiet(at: Date): Date {
  if (!quietAt(at)) return at;
  const day = jstDate(at);
  return atJst(jstTime(at) < QUIET_UNTIL ? day : addDays(day, 1), QUIET_UNTIL);
}

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/**
 * How long to wait before try number `attempts + 1`, in milliseconds: doubling from 10 s to an hour,
 * times 0.5 … 1.5 by `chance` (0 ≤ chance < 1), so that a recovered server is not met by everybody at once.
 */
export function backoff(attempts: number, chance: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20));
  return Math.round(wait * (0.5 + chance));
}

/**
 * How long a letter waits that was not accepted, in milliseconds: as long as the others of its number of tries; `muchLater`, as what was
 * handed over whole to a server without an answer, an hour to an hour and a half, by `chance`. A letter that is of no use by then (a code for signing in) waits as the others.
 */
export function waitOf(letter: { attempts: number; validUntil: Date | null }, muchLater: boolean, now: Date, chance: number): number {
  const late = Math.round(REPEAT_AFTER_MS * (1 + chance / 2));
  const ofUse = letter.validUntil === null || letter.validUntil.getTime() > now.getTime() + late;
  return muchLater && ofUse ? late : backoff(letter.attempts, chance);
}

/** One plain address and nothing else: no display name, no list, no comment, no line break (an address must not add a recipient). */
const PLAIN_ADDRESS = /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u;

/** True for an address that can only ever name one recipient. At most 254 characters (RFC 5321). */
export function isPlainAddress(address: string): boolean {
  return address.length <= 254 && PLAIN_ADDRESS.test(address);
}

/** `hanako@example.jp` → `h•••@example.jp`: enough to recognise, too little to copy. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '•••' : `${[...address][0] ?? ''}•••${address.slice(at)}`;
}

/** Anything with an @ in it, also written %40: the part before may be in quotes. */
const ADDRESS_IN_TEXT = /(?:"[^"]*"|[^\s<>()[\]"',;:]*)(?:@|%40)[^\s<>()[\]"',;]*/giu;
/** A server's answer begins with its code, often with an enhanced status (RFC 3463). */
const STATUS = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?(?=\s|$)/;

/**
 * A server's words without the address they are about: servers quote the recipient, and whoever reads the
 * ledger must not learn it there. Code and enhanced status stay; `address` is the recipient's, whose
 * local part is taken out where it stands alone as well. At most 300 characters.
 */
export function withoutAddresses(text: string, address: string | null): string {
  const line = text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 2_000);
  const status = STATUS.exec(line)?.[0] ?? '';
  const words = line.slice(status.length).replace(ADDRESS_IN_TEXT, '•••');
  const local = address?.slice(0, address.lastIndexOf('@')).normalize('NFKC') ?? '';
  const alone = new RegExp(`(?<![\\p{L}\\p{N}])${local.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
  return (status + (local === '' ? words : words.replace(alone, '•••'))).slice(0, 300);
}

/** What the mail server's answer means for one letter. */
export type SendVerdict =
  | { kind: 'accepted' }
  /** This recipient will never take it (5xx to RCPT TO or to the message). */
  | { kind: 'refused'; error: string }
  /** Not now; `serverDown` when no server answered, so that others' letters may not get through either. */
  | { kind: 'later'; error: string; serverDown: boolean; heldUp: boolean; handedOver: boolean }
  /** It did not come to a connection in its time: nothing was tried. */
  | { kind: 'untried' };

/** How far a letter came before the error. */
export interface Progress {
  /** A connection took it up. */
  begun: boolean;
  /** It was handed over, to its last byte. */
  whole: boolean;
  /** The limit of one letter ran out. */
  late: boolean;
}

/** The members of a mail error that matter here (nodemailer's, all optional). */
export interface MailError {
  message: string;
  code?: string | undefined;
  command?: string | undefined;
  /** The server's own line. */
  response?: string | undefined;
  responseCode?: number | undefined;
  permanent?: boolean | undefined;
}

const DOWN = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EPROXY']);

/**
 * Reads the server's refusal. Only a permanent answer about this recipient or this message bounces it;
 * a permanent answer to the greeting, the sign-in or the sender is our own trouble and must not
 * strike out ten thousand people. The words kept never name an address; `to` is the recipient's.
 */
export function verdictOf(error: MailError, to: string, { begun, whole, late }: Progress = { begun: true, whole: false, late: false }): SendVerdict {
  // Given up by us while it stood in the queue for a connection.
  if (error.code === 'EABORT' && !begun) return { kind: 'untried' };
  const text = withoutAddresses(error.response ?? error.message, to);
  const aboutLetter = error.command === 'RCPT TO' || error.command === 'DATA';
  if (aboutLetter && error.permanent === true) return { kind: 'refused', error: text };
  // A server that offers no TLS answers politely, but nobody's letter may go there.
  const serverDown = error.code === 'ETLS' || (error.responseCode === undefined && error.code !== undefined && DOWN.has(error.code));
  const handedOver = whole && error.responseCode === undefined;
  const words = late ? `No answer within ${SEND_LIMIT_MS / 1_000} s.` : text;
  return { kind: 'later', error: handedOver ? `Handed over whole. ${words}` : words, serverDown, heldUp: late, handedOver };
}
