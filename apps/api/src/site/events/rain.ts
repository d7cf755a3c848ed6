import { weatherWords, type Translate } from '@yoriai/ui';

/** What the rain rule of an event needs to be said. */
export interface RainFacts {
  readonly rainPolicy: string | null;
  readonly rainDecisionAt: string | null;
  /** Somebody has said that it takes place on the day that it has, whole or in part. */
  readonly settled?: boolean;
}

type Ruled = Pick<RainFacts, 'rainPolicy' | 'settled'>;

/** Was it decided, so that the rule for rain is no longer what holds? A rule by which rain changes nothing goes on to hold. */
export const isSettled = (event: Ruled): boolean => event.settled === true && !isWhateverRain(event);

/** What is said of rain; no text where that is settled. An event that is on another day already is not said to move again as long as that day is not known. */
export function rainKey(event: Ruled & { readonly rainDate?: unknown }, moved = false): string {
  const { rainPolicy, rainDate = null } = event;
  if (isSettled(event)) return 'site.event.rain.';
  return rainPolicy === 'postponed' && moved && rainDate === null ? 'site.event.rain.moved' : `site.event.rain.${rainPolicy ?? ''}`;
}

/** Does it take place whatever rain there is? Said under a warning of what endangers people, that is read as an answer to it. */
export const isWhateverRain = ({ rainPolicy }: Pick<RainFacts, 'rainPolicy'>): boolean => rainPolicy === 'go-ahead' || rainPolicy === 'indoors';

/** What else is said of the weather of its day: its day for rain as long as that may be needed, heat. */
export function weatherOf(t: Translate, event: Ruled & Parameters<typeof weatherWords>[1]): string[] {
  return weatherWords(t, isSettled(event) ? { ...event, rainDate: null } : event);
}

/** When it is decided whether the event takes place; null where rain changes nothing, and where it is decided. */
export function decisionOf(event: RainFacts): string | null {
  return isWhateverRain(event) || isSettled(event) ? null : event.rainDecisionAt;
}

/** That hour as long as it is still to come. */
export function aheadOf(decision: string | null, now: Date): string | null {
  return decision !== null && new Date(decision) > now ? decision : null;
}
