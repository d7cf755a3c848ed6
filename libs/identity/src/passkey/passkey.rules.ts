import type { Limit } from '@yoriai/platform';

/** What was asked of a browser is answered within five minutes: a person looks for a finger, a machine needs no longer. */
export const CHALLENGE_MS = 5 * 60 * 1000;

/** Devices of one account; nobody has more that they still know. */
export const MOST_PASSKEYS = 10;

/** Long enough for 「妻の iPhone」, short enough for a line. */
export const LONGEST_NAME = 40;

/** Wrong answers from one place, whoever they are for, as wrong codes are counted. Right ones are given back. */
export const PASSKEYS_BY_PLACE: Limit = { name: 'identity.passkeys-tried', most: 50, minutes: 60 };

/** Questions that one place may ask for: each is a row for five minutes. */
export const CHALLENGES_BY_PLACE: Limit = { name: 'identity.passkeys-asked', most: 300, minutes: 15 };

/** Questions for a new device that one account may ask for: ten devices, and each tried a few times. */
export const CHALLENGES_BY_ACCOUNT: Limit = { name: 'identity.passkeys-asked-to-add', most: 30, minutes: 15 };

/**
 * Whether a device's count of its signatures goes on. Many devices don't count and say 0 for ever; one that has counted
 * and says the same or less is a copy, or is copied (WebAuthn 7.2, step 22).
 */
export function countsOn(known: number, given: number): boolean {
  return given > known || (given === 0 && known === 0);
}

/** What a person calls a device, as it is kept; null for nothing. */
export function passkeyName(typed: string): string | null {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name === '' || name.length > LONGEST_NAME ? null : name;
}

/** The same name with the first number that no other device of the account has: two phones of one make are told apart. */
export function ownName(name: string, others: readonly string[]): string {
  for (let number = 2, own = name; ; number += 1) {
    if (!others.includes(own)) return own;
    const mark = `（${number}）`;
    own = `${name.slice(0, LONGEST_NAME - mark.length)}${mark}`;
  }
}

/** By what a session began. */
export type BeganBy = 'letter' | 'passkey';

/**
 * Why a session doesn't yet open what an office opens: `add-first`, the person has no passkey; `use-it`, they have one and came by a letter.
 */
export type Held = 'add-first' | 'use-it';

/** Whether a session is held back. Only where passkeys are required, and only for people whose office shows them others' data. */
export function heldBack(session: { beganBy: BeganBy; hasPasskey: boolean }, office: { required: boolean; seesOthers: boolean }): Held | null {
  if (!office.required || !office.seesOthers) return null;
  if (!session.hasPasskey) return 'add-first';
  return session.beganBy === 'passkey' ? null : 'use-it';
}

/** For how long after signing in somebody may change by what they sign in (ASVS 7.5.1). */
const FRESH_MS = 10 * 60 * 1000;

/** Whether somebody signed in a moment ago. */
export function isFresh(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() < FRESH_MS;
}
