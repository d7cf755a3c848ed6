/** What the rain rule of an event needs to be said. */
export interface RainFacts {
  rainPolicy: string | null;
  rainDecisionAt: string | null;
}

/** When it is decided whether the event takes place; null where rain changes nothing. */
export function decisionOf(event: RainFacts): string | null {
  return event.rainPolicy === 'go-ahead' || event.rainPolicy === 'indoors' ? null : event.rainDecisionAt;
}
