import type { Actor } from '@yoriai/associations';

/** Who does what with an event of the demo ward. */
export interface Players {
  host: Actor;
  organisationId: string;
  staff: Actor;
  approver: Actor;
  volunteers: readonly Actor[];
  /** Associations that hold it together with the host, and who says yes for them. */
  coHosts: readonly { organisationId: string; leader: Actor }[];
}
