/** When and where an event takes place, as one public revision says it. Instants as ISO text. */
export interface WhenAndWhere {
  startsAt: string;
  endsAt: string;
  placeName: string;
  placeAddress: string | null;
}

/** What stood in place of the day and of the place of now; null where nothing else ever did. */
export interface Earlier {
  when: Pick<WhenAndWhere, 'startsAt' | 'endsAt'> | null;
  where: Pick<WhenAndWhere, 'placeName' | 'placeAddress'> | null;
}

/**
 * What was public before, `before` with the latest first. Of each the last that was another one: who heard of the event before
 * two changes, one of the day and one of the place, is told of both.
 */
export function earlierOf(now: WhenAndWhere, before: readonly WhenAndWhere[]): Earlier {
  const other = (...parts: (keyof WhenAndWhere)[]): WhenAndWhere | null => before.find((each) => parts.some((part) => each[part] !== now[part])) ?? null;
  return { when: other('startsAt', 'endsAt'), where: other('placeName', 'placeAddress') };
}
