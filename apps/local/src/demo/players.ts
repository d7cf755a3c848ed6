import type { Actor } from '@yoriai/associations';

/** Who does what with an event of the demo ward. */
export interface Players {
  host: Actor;
  organisationId: string;
  staff: Actor;
  approver: Actor;
  volunteers: readonly Actor[];
}
