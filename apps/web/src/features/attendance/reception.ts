import type { ReceptionList, ReceptionPerson, ReceptionReview } from '@yoriai/api-client';
import type { TextKey } from '@yoriai/ui';

/** What the list at the door is narrowed by. */
export interface Narrowing {
  readonly text: string;
  /** Only those who are not here yet. */
  readonly missingOnly: boolean;
}

/** Hiragana without blanks, so that ヤマダ, ﾔﾏﾀﾞ and やま だ find each other. */
export function searchForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30A1-\u30F6]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
    .replace(/[\s・-]/g, '');
}

/** Who fits: by the beginning of a reading, by name, or by the number on the ticket. */
export function narrowed(people: readonly ReceptionPerson[], { text, missingOnly }: Narrowing): ReceptionPerson[] {
  const wanted = searchForm(text);
  return people.filter((person) => {
    if (missingOnly && person.present) return false;
    if (wanted === '' || searchForm(person.name).includes(wanted)) return true;
    if (person.groupName !== null && searchForm(person.groupName).includes(wanted)) return true;
    // Whoever comes along may be at the door first.
    if (person.companions.some(({ name }) => searchForm(name).includes(wanted))) return true;
    const readings = [person.kana, ...person.companions.map(({ kana }) => kana)];
    const beginnings = [...readings, ...readings.flatMap((kana) => kana.split(/\s+/)), person.number];
    return beginnings.some((each) => searchForm(each).startsWith(wanted));
  });
}

/** The list as it will be once an act got through, so that a tap is seen at once. */
export function ticked(list: ReceptionList, who: { subjectId: string; heads: number; present: boolean; at: string }): ReceptionList {
  const person = list.people.find((each) => each.subjectId === who.subjectId);
  if (!person || person.present === who.present) return list;
  const change = who.present ? who.heads : -person.presentHeads;
  const volunteer = person.subjectKind === 'assignment';
  return {
    ...list,
    people: list.people.map((each) =>
      each.subjectId === who.subjectId
        ? { ...each, present: who.present, presentHeads: who.present ? who.heads : 0, presentAt: who.present ? who.at : null }
        : each,
    ),
    counts: {
      ...list.counts,
      participants: list.counts.participants + (volunteer ? 0 : change),
      volunteers: list.counts.volunteers + (volunteer ? change : 0),
    },
  };
}

/** The list with more or fewer walk-ins. */
export function withWalkIns(list: ReceptionList, change: number): ReceptionList {
  return { ...list, counts: { ...list.counts, walkIns: Math.max(0, list.counts.walkIns + change) } };
}

/** What そのまま does, in words: people count by their own application, else as walk-ins; a taking back of nothing is only noted. */
export function keepingOf(review: Pick<ReceptionReview, 'act' | 'subjectId' | 'reason'>): TextKey {
  if (review.act === 'undo') return 'app.review.leave';
  return review.subjectId === null || review.reason === 'attendance.other-event' ? 'app.review.walk-in' : 'app.day.anyway';
}
