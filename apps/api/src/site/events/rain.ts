/** What the rain rule of an event needs to be said. */
export interface RainFacts {
  rainPolicy: string | null;
  rainDecisionAt: string | null;
}

/** What is said of rain. An event that is on another day already is not said to move again as long as that day is not known. */
export function rainKey({ rainPolicy, rainDate }: Pick<RainFacts, 'rainPolicy'> & { rainDate: unknown }, moved: boolean): string {
  return rainPolicy === 'postponed' && moved && rainDate === null ? 'site.event.rain.moved' : `site.event.rain.${rainPolicy ?? ''}`;
}

/** Does it take place whatever rain there is? Said under a warning of what endangers people, that is read as an answer to it. */
export const isWhateverRain = ({ rainPolicy }: Pick<RainFacts, 'rainPolicy'>): boolean => rainPolicy === 'go-ahead' || rainPolicy === 'indoors';

/** When it is decided whether the event takes place; null where rain changes nothing. */
export function decisionOf(event: RainFacts): string | null {
  return isWhateverRain(event) ? null : event.rainDecisionAt;
}

/** That hour as long as it is still to come. */
export function aheadOf(decision: string | null, now: Date): string | null {
  return decision !== null && new Date(decision) > now ? decision : null;
}
