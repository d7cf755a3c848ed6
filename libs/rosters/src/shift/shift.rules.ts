/** What the rules need to know of a shift. */
export interface ShiftFacts {
  state: 'open' | 'cancelled';
  startsAt: Date;
  capacity: number;
  placesTaken: number;
}

/** Is the event called off? Its shifts close by message and may still look open. */
export function isOff(event: { state: string }): boolean {
  return event.state === 'cancelled';
}

/** Why somebody can't take a shift; each code has a text `refusal.<code>`. */
export type TakeRefusal = 'shift.not-found' | 'shift.event-cancelled' | 'shift.started' | 'shift.already-taken' | 'shift.overlaps' | 'shift.full';

/** Why somebody can't give a place back. */
export type CancelRefusal = 'assignment.not-active' | 'shift.started';

/** The half-open time of a shift: who is on duty until ten is free at ten. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** True where two spans share time; back to back they don't. The database judges the same way (`assignment_no_overlap`). */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/**
 * May this person take the shift? For buttons and for explaining a refusal; the places themselves are
 * given by reserve.ts. The order of the reasons is the order in which they help a person: "you have
 * it already" before "it is full".
 */
export function mayTake(shift: ShiftFacts, own: 'none' | 'this' | 'overlapping', now: Date): true | TakeRefusal {
  if (shift.state === 'cancelled') return 'shift.event-cancelled';
  if (own === 'this') return 'shift.already-taken';
  if (now >= shift.startsAt) return 'shift.started';
  if (own === 'overlapping') return 'shift.overlaps';
  return shift.placesTaken < shift.capacity ? true : 'shift.full';
}

/** May an assignment still be given back? Once the duty has begun it is a matter of attendance. */
export function mayCancel(assignment: { status: string }, shift: { startsAt: Date }, now: Date): true | CancelRefusal {
  if (assignment.status !== 'confirmed') return 'assignment.not-active';
  return now < shift.startsAt ? true : 'shift.started';
}

/** How long the duty takes, in minutes. */
export function minutesOf(span: Span): number {
  return Math.round((span.endsAt.getTime() - span.startsAt.getTime()) / 60_000);
}

/** A duty as the event's plan names it. */
export interface DutyOfPlan {
  key: string;
  duty: string;
  place: string | null;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  people: number;
  note: string | null;
}

/** What becomes of it. */
export interface PlannedShift {
  key: string;
  duty: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  people: number;
  note: string;
}

/** The duties that can become shifts: a time that goes forward, at least one place, each key once. The wizard refuses others. */
export function shiftsOf(duties: readonly DutyOfPlan[]): PlannedShift[] {
  const seen = new Set<string>();
  const fits = (shift: PlannedShift): boolean => {
    const first = !seen.has(shift.key);
    seen.add(shift.key);
    return first && shift.endsAt > shift.startsAt && shift.people > 0;
  };
  return duties.map(toShift).filter(fits);
}

const toShift = (duty: DutyOfPlan): PlannedShift => ({
  ...duty,
  place: duty.place ?? '',
  note: duty.note ?? '',
  startsAt: new Date(duty.startsAt),
  endsAt: new Date(duty.endsAt),
});
