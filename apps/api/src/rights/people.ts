import type { Role } from '@yoriai/associations';

/** Everybody who may come to a route. `other-leader` leads the other association; all others belong to the one whose things are asked for. */
export const ASKERS = [
  'visitor',
  'volunteer',
  'member',
  'block-leader',
  'drill-leader',
  'council-officer',
  'leader',
  'other-leader',
  'center',
  'staff',
  'approver',
  'privacy-officer',
  'admin',
] as const;

export type Asker = (typeof ASKERS)[number];

/** Where an asker holds office; visitors and volunteers hold none. */
export const OFFICE: Readonly<Partial<Record<Asker, { role: Role; in: 'town' | 'other' | 'center' | 'office' }>>> = {
  member: { role: 'member', in: 'town' },
  'block-leader': { role: 'block-leader', in: 'town' },
  'drill-leader': { role: 'drill-leader', in: 'town' },
  'council-officer': { role: 'council-officer', in: 'town' },
  leader: { role: 'leader', in: 'town' },
  'other-leader': { role: 'leader', in: 'other' },
  center: { role: 'center', in: 'center' },
  staff: { role: 'staff', in: 'office' },
  approver: { role: 'approver', in: 'office' },
  'privacy-officer': { role: 'privacy-officer', in: 'office' },
  admin: { role: 'admin', in: 'office' },
};
