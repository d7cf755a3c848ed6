import { createHash } from 'node:crypto';
import { normaliseEmail } from '@yoriai/identity';
import { jstDate, type DateOnly } from '@yoriai/platform';
import { yearsOld } from '../asks/ages.rules.js';
import type { Told } from '../asks/questions.rules.js';
import type { Channel } from '../application/application.entity.js';
import type { EventSnapshot } from '../revision/snapshot.js';

/** Who is applying where the host asks for a guardian's consent: a guardian for the child, a child alone, or nobody under eighteen. */
export const APPLYING = ['guardian', 'child', 'adults'] as const;
export type Applying = (typeof APPLYING)[number];

/** `asked`: nobody has said yes to what stands now; `given`: a guardian has. */
export const CONSENTS = ['not-needed', 'asked', 'given'] as const;
export type Consent = (typeof CONSENTS)[number];

/** How a guardian said yes: in the form of the application, by the link they were sent, or to the host. */
export const CONSENT_WAYS = ['form', 'link', 'phone', 'paper'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** What the form says of the guardian. */
export interface GuardianSaid {
  by: Applying;
  name?: string | null | undefined;
  relation?: string | null | undefined;
  email?: string | null | undefined;
}

export type GuardianRefusalCode =
  | 'application.guardian-not-asked'
  | 'application.guardian-needed'
  | 'application.guardian-minor'
  | 'application.guardian-name-needed'
  | 'application.guardian-relation-needed'
  | 'application.guardian-email-needed'
  | 'application.guardian-own-email'
  | 'application.guardian-applies';

/** Under this age a guardian has to say yes (民法4条). */
export const GROWN_UP = 18;

/** What decides whether somebody has to say yes for those who come. */
export interface ConsentFacts {
  /** Does the host ask? */
  asked: boolean;
  said: GuardianSaid | null | undefined;
  /** Of each who comes, where birth dates are asked. */
  born: readonly (DateOnly | null | undefined)[];
  startsAt: Date | null;
  channel: Channel;
  /** The applicant's own address. */
  email: string | null | undefined;
}

/** Which consent stands with this application; or what is missing, with the box it is about. */
export function consentFor({ asked, said, born, startsAt, channel, email }: ConsentFacts, now: Date): Consent | { code: GuardianRefusalCode; field: string } {
  if (!asked) return said ? { code: 'application.guardian-not-asked', field: 'guardian.by' } : 'not-needed';
  const dates = born.filter((each): each is DateOnly => Boolean(each));
  const day = startsAt && jstDate(startsAt);
  const minor = day !== null && dates.some((each) => yearsOld(each, day) < GROWN_UP);
  const grownUp = day !== null && born.length > 0 && dates.length === born.length && !minor;
  if (!said) return grownUp ? 'not-needed' : { code: 'application.guardian-needed', field: 'guardian.by' };
  if (said.by === 'adults') return minor ? { code: 'application.guardian-minor', field: 'guardian.by' } : 'not-needed';
  if (said.by === 'guardian') {
    if (!said.name) return { code: 'application.guardian-name-needed', field: 'guardian.name' };
    return said.relation ? 'given' : { code: 'application.guardian-relation-needed', field: 'guardian.relation' };
  }
  if (!said.email) return { code: 'application.guardian-email-needed', field: 'guardian.email' };
  // Who applies can't be who is asked; a guardian who reads the child's mail applies as a guardian.
  if (email && sameEmail(said.email, email)) return { code: 'application.guardian-own-email', field: 'guardian.email' };
  // Nobody is asked who could not answer before the day; what the host enters, the host answers for.
  const late = channel === 'web' && startsAt !== null && releaseAt({ askedAt: now, startsAt }) === null;
  return late ? { code: 'application.guardian-applies', field: 'guardian.by' } : 'asked';
}

function sameEmail(one: string, other: string): boolean {
  const [a, b] = [normaliseEmail(one), normaliseEmail(other)];
  return a.ok && b.ok && a.value === b.value;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NIGHT_FROM = 21;
const NIGHT_TO = 8;
const MORNING = 9;

const hourOf = (at: Date): number => new Date(at.getTime() + 9 * HOUR).getUTCHours();
const isNight = (at: Date): boolean => hourOf(at) >= NIGHT_FROM || hourOf(at) < NIGHT_TO;
const morningOf = (at: Date): Date => new Date(`${jstDate(at)}T0${MORNING}:00:00+09:00`);
const awake = (at: Date): Date => (isNight(at) ? morningOf(hourOf(at) < NIGHT_TO ? at : new Date(at.getTime() + DAY)) : at);

/**
 * When a place is let go to which nobody said yes: on the morning of the third day before the event, and never less than a day
 * after the guardian was asked (domain §4.10). Null where that is not before the event: then nobody loses the place by itself.
 */
export function releaseAt({ askedAt, startsAt }: { askedAt: Date; startsAt: Date }): Date | null {
  const planned = morningOf(new Date(startsAt.getTime() - 3 * DAY));
  const fair = awake(new Date(askedAt.getTime() + DAY));
  const at = fair > planned ? fair : planned;
  return at < startsAt ? at : null;
}

/** Is a place let go by now to which nobody said yes? However late that is found, not at night. */
export function isLetGo(asked: { askedAt: Date; startsAt: Date }, now: Date): boolean {
  const end = releaseAt(asked);
  return end !== null && now >= end && !isNight(now);
}

/** How often a guardian should have been reminded by now: once two days after being asked, again five days before the event. Never at night. */
export function chasesDue({ askedAt, startsAt, chased }: { askedAt: Date; startsAt: Date; chased: number }, now: Date): number {
  if (now >= startsAt || isNight(now)) return chased;
  const last = new Date(startsAt.getTime() - 5 * DAY);
  // Who was asked yesterday is not reminded today.
  if (now >= last && last.getTime() >= askedAt.getTime() + DAY) return 2;
  return now.getTime() >= askedAt.getTime() + 2 * DAY ? Math.max(chased, 1) : chased;
}

export const NOTHING_SAID: Told = { needs: [], needsText: null, answers: [] };

/** Stands for the answers that a guardian has before them, and who comes along by name: others, another sign. */
export function readOf(said: Told | null, companions: readonly { name: string }[] | null = null): string {
  const { needs, needsText, answers } = said ?? NOTHING_SAID;
  const group = (companions ?? []).map(({ name }) => name);
  const words = [needs, needsText, answers.map(({ label, kind, value }) => [label, kind, value]), ...(group.length > 0 ? [group] : [])];
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 16);
}

/** What is signed for the link of a guardian: of those that were sent one after the other only the last is good. */
export const linkOf = (applicationId: string, link: number): string => (link === 0 ? applicationId : `${applicationId} ${link}`);

/** So many times the address of a guardian may be put right, or the letter sent once more: then somebody has to telephone. */
export const MOST_RESENT = 5;

/** Enough of an address to see a slip of the finger, not enough to write to: ha•••@example.jp. */
export function partlyHidden(email: string): string {
  const at = email.lastIndexOf('@');
  const [name, place] = [[...email.slice(0, at)], email.slice(at)];
  return `${name.slice(0, name.length > 3 ? 2 : 1).join('')}•••${place}`;
}

/** The same of a number: •••1234. */
export const phonePartlyHidden = (phone: string): string => `•••${phone.slice(-4)}`;

/** What a guardian says yes to: day, place, and what it costs. Any other of them, and the yes is about something else. */
const CONSENTED = ['startsAt', 'endsAt', 'placeName', 'placeAddress', 'feeText'] as const satisfies readonly (keyof EventSnapshot)[];

/** Does a yes to `read` hold for what stands now? */
export function holdsFor(read: EventSnapshot, now: EventSnapshot): boolean {
  return CONSENTED.every((field) => (read[field] ?? '') === (now[field] ?? ''));
}
