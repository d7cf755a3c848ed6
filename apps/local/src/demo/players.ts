import type { Actor } from '@yoriai/associations';
import type { DemoEvent } from './demo-event.js';
import type { Cast } from './demo-ward.js';
import { WARD_OFFICERS } from './neighbourhoods.js';

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

/** Who acts for an event; volunteers are the hand's own. */
export function playersOf({ organisations, officers }: Cast, { host, coHosts = [] }: DemoEvent): Omit<Players, 'volunteers'> {
  const leader = WARD_OFFICERS.find((officer) => officer.organisation === host && officer.role === 'leader');
  return {
    // The ward office has no chair: its staff write what it holds itself.
    host: known(officers, leader?.key ?? 'staff'),
    coHosts: coHosts.map((key) => ({ organisationId: known(organisations, key), leader: known(officers, WARD_OFFICERS.find(({ organisation, role }) => organisation === key && role === 'leader')?.key ?? key) })),
    organisationId: known(organisations, host),
    // And nobody closes what they reported themselves.
    staff: known(officers, leader ? 'staff' : 'approver'),
    approver: known(officers, 'approver'),
  };
}

/** What must be there. */
export function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`The demo ward has no ${key}`);
  return found;
}
