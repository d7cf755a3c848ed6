import type { Role } from '@yoriai/associations';

/** Where somebody holds office: the association whose things are asked for, another one of another area, the two areas' community centres, or the ward office. */
export type HouseName = 'town' | 'other' | 'center' | 'other-center' | 'office';

/**
 * Everybody who may come to a route. Those whose name begins with `other` hold the same office elsewhere: in the other association, or
 * in the community centre of its area. All others belong to the one whose things are asked for.
 */
export const ASKERS = [
  'visitor',
  'volunteer',
  'member',
  'block-leader',
  'drill-leader',
  'council-officer',
  'leader',
  'other-member',
  'other-block',
  'other-drill',
  'other-council',
  'other-leader',
  'center',
  'other-center',
  'staff',
  'approver',
  'privacy-officer',
  'admin',
] as const;

export type Asker = (typeof ASKERS)[number];

/** Somebody who gets what a line of the table is about; the visitor where nobody else does. */
export const askerOf = ({ gets }: { readonly gets: Readonly<Record<Asker, string>> }): Asker => ASKERS.find((each) => gets[each] === 'ok' && each !== 'visitor') ?? 'visitor';

/** Where an asker holds office; visitors and volunteers hold none. */
export const OFFICE: Readonly<Partial<Record<Asker, { role: Role; in: HouseName }>>> = {
  member: { role: 'member', in: 'town' },
  'block-leader': { role: 'block-leader', in: 'town' },
  'drill-leader': { role: 'drill-leader', in: 'town' },
  'council-officer': { role: 'council-officer', in: 'town' },
  leader: { role: 'leader', in: 'town' },
  'other-member': { role: 'member', in: 'other' },
  'other-block': { role: 'block-leader', in: 'other' },
  'other-drill': { role: 'drill-leader', in: 'other' },
  'other-council': { role: 'council-officer', in: 'other' },
  'other-leader': { role: 'leader', in: 'other' },
  center: { role: 'center', in: 'center' },
  'other-center': { role: 'center', in: 'other-center' },
  staff: { role: 'staff', in: 'office' },
  approver: { role: 'approver', in: 'office' },
  'privacy-officer': { role: 'privacy-officer', in: 'office' },
  admin: { role: 'admin', in: 'office' },
};

/** What heads an asker's column of the table: six letters have to do. */
export const HEADS: Readonly<Record<Asker, string>> = {
  visitor: 'visit',
  volunteer: 'volun',
  member: 'membr',
  'block-leader': 'block',
  'drill-leader': 'drill',
  'council-officer': 'counc',
  leader: 'leadr',
  'other-member': 'o-mem',
  'other-block': 'o-blo',
  'other-drill': 'o-dri',
  'other-council': 'o-cou',
  'other-leader': 'o-lea',
  center: 'centr',
  'other-center': 'o-cen',
  staff: 'staff',
  approver: 'appro',
  'privacy-officer': 'priva',
  admin: 'admin',
};
