/** How many came, and parts of them. */
interface Figures {
  participants: number;
  walkIns: number;
  children: number | null;
  wheelchairs: number | null;
}

/** Parts that are more than the whole: more children, or more with a wheelchair, than came at all. As fields of the request. */
export function tooMany({ participants, walkIns, ...parts }: Figures): { field: 'children' | 'wheelchairs'; code: 'event.more-than-came' }[] {
  return (['children', 'wheelchairs'] as const).flatMap((field) => ((parts[field] ?? 0) > participants + walkIns ? [{ field, code: 'event.more-than-came' as const }] : []));
}
