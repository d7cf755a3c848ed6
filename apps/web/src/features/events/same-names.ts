import type { ApplicationLine } from '@yoriai/api-client';

type Line = Pick<ApplicationLine, 'id' | 'number' | 'frameId' | 'name' | 'kana' | 'status' | 'withoutApplicant'> & { readonly companions: ReadonlyArray<Pick<ApplicationLine['companions'][number], 'name' | 'kana'>> };

/** A name in two applications of a frame, in one of them as somebody who comes along, and their numbers. */
export interface SameName {
  readonly name: string;
  readonly numbers: readonly string[];
}

const ACTIVE: ReadonlySet<ApplicationLine['status']> = new Set(['applied', 'guardian_pending', 'confirmed', 'offered', 'waitlisted']);
const written = ({ name, kana }: { readonly name: string; readonly kana: string }): string => `${name} ${kana}`.normalize('NFKC').replace(/\s/g, '');

/**
 * Who may be counted twice: a companion who applied alone as well, or comes along with two. Only told, for two people may have one name; that
 * one person applies twice is refused when they apply (invariant 3), which knows a contact, and a companion has none.
 */
export function sameNames(items: readonly Line[]): SameName[] {
  const found = new Map<string, { name: string; along: boolean; lines: Map<string, string> }>();
  for (const line of items.filter(({ status }) => ACTIVE.has(status))) {
    const people = [...(line.withoutApplicant ? [] : [{ name: line.name, kana: line.kana, along: false }]), ...line.companions.map(({ name, kana }) => ({ name, kana, along: true }))];
    for (const person of people) {
      const key = `${line.frameId} ${written(person)}`;
      const before = found.get(key) ?? { name: person.name, along: false, lines: new Map<string, string>() };
      before.lines.set(line.id, line.number);
      found.set(key, { ...before, along: before.along || person.along });
    }
  }
  return [...found.values()].filter(({ along, lines }) => along && lines.size > 1).map(({ name, lines }) => ({ name, numbers: [...lines.values()] }));
}
