import { headsInAll } from '../frame/total.rules.js';
import type { EventSnapshot } from '../revision/snapshot.js';

/** What the decision of this rule is called in the case and in the access log. */
export const NOTIFICATION_ONLY = 'notification-only';

/** More heads than this, over all frames that are counted, are looked at by people (ward practice). */
export const SMALL = 50;

/** Why a person has to decide. */
export type NeedOfDecision = 'food' | 'fire' | 'public-use' | 'not-of-an-area' | 'many' | 'known-to-the-ward';

/**
 * What keeps an event from being approved by being handed in (届出のみ); empty when nothing does. Small events of an
 * area's association that serve no food, make no fire, use no park, road, place of the ward's list, wall of somebody else or name of the ward and take no subsidy need no decision; what
 * was not answered is not a no, and where anybody may come without applying nobody knows that it is small. What people of the ward have decided on once, they decide on again (`decidedByPeople`).
 */
export function needsOfDecision({ food, fire, uses, venues, organisation, frames, totalPlaces }: EventSnapshot, decidedByPeople: boolean): NeedOfDecision[] {
  const seats = frames.filter((frame) => frame.kind !== 'volunteer');
  const anybodyMayCome = seats.length === 0 || seats.some(({ method }) => method === 'open');
  const heads = headsInAll(seats, totalPlaces);
  const needs: Record<NeedOfDecision, boolean> = {
    food: food !== false,
    fire: fire !== false,
    'public-use': !uses || uses.some((use) => use !== 'facility') || Boolean(venues?.length),
    'not-of-an-area': organisation.areaId === null,
    many: anybodyMayCome || heads > SMALL,
    'known-to-the-ward': decidedByPeople,
  };
  return (Object.keys(needs) as NeedOfDecision[]).filter((need) => needs[need]);
}
