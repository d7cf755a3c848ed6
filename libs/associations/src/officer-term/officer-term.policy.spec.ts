import { describe, expect, it } from '@jest/globals';
import { Actor, ROLES, type Role } from '../actor/actor.js';
import { invitableRoles, mayEndTerm, mayResetPasskeys, mayInvite, wardInvites } from './officer-term.policy.js';

const office = { id: 'office', kind: 'ward-office' };
const town = { id: 'town', kind: 'neighbourhood' };
const other = { id: 'other', kind: 'federation' };
const center = { id: 'center', kind: 'center' };

function holder(role: Role, organisation: { id: string }): Actor {
  const grants = [{ termId: 't', organisationId: organisation.id, areaId: null, role }];
  return new Actor({ personId: `p-${role}`, accountId: 'a', sessionId: 's', name: '花子', grants });
}

describe('who an invitation comes from', () => {
  it.each<[string, { kind: string }, Role, boolean]>([
    ['a president', town, 'leader', true],
    ['a center', center, 'center', true],
    ['ward staff', office, 'staff', true],
    ['a council officer', town, 'council-officer', false],
    ['a member', other, 'member', false],
  ])('%s', (_who, organisation, role, ward) => {
    expect(wardInvites(organisation, role)).toBe(ward);
  });
});

describe('who may invite whom', () => {
  it.each<[string, Actor, { id: string; kind: string }, Role[]]>([
    ['an administrator, the ward office', holder('admin', office), office, ['staff', 'approver', 'privacy-officer', 'admin']],
    ['an administrator, a town association', holder('admin', office), town, ['leader']],
    ['an administrator, a center', holder('admin', office), center, ['center']],
    ['staff, the ward office', holder('staff', office), office, []],
    ['staff, a town association', holder('staff', office), town, ['leader']],
    ['an approver, a town association', holder('approver', office), town, ['leader']],
    ['a president, the own association', holder('leader', town), town, ['council-officer', 'drill-leader', 'block-leader', 'member']],
    ['a president, another association', holder('leader', town), other, []],
    ['a president, the ward office', holder('leader', town), office, []],
    ['a council officer, the own body', holder('council-officer', other), other, ['council-officer', 'drill-leader', 'block-leader', 'member']],
    ['a block leader', holder('block-leader', town), town, []],
    ['a drill leader', holder('drill-leader', town), town, []],
    ['a member', holder('member', town), town, []],
    ['a center', holder('center', center), town, []],
    ['a privacy officer', holder('privacy-officer', office), town, []],
  ])('%s', (_, actor, organisation, roles) => {
    expect(invitableRoles(actor, organisation)).toEqual(roles);
  });

  it('never hands out a role that the organisation does not have', () => {
    for (const role of ROLES) {
      const verdict = mayInvite(holder('admin', office), town, role);
      if (['staff', 'approver', 'privacy-officer', 'admin', 'center'].includes(role)) expect(verdict).toBe('invitation.role-not-here');
    }
  });
});

describe('who may end a term', () => {
  it.each<[string, Actor, { id: string; kind: string }, { personId: string; role: Role }, true | string]>([
    ['an administrator: a colleague', holder('admin', office), office, { personId: 'x', role: 'staff' }, true],
    ['an administrator: a president', holder('admin', office), town, { personId: 'x', role: 'leader' }, true],
    ['staff: a president', holder('staff', office), town, { personId: 'x', role: 'leader' }, true],
    ['staff: a colleague', holder('staff', office), office, { personId: 'x', role: 'approver' }, 'officer.may-not-end'],
    ['a president: an officer', holder('leader', town), town, { personId: 'x', role: 'council-officer' }, true],
    ['a president: another president', holder('leader', town), town, { personId: 'x', role: 'leader' }, 'officer.may-not-end'],
    ['a president: an officer elsewhere', holder('leader', town), other, { personId: 'x', role: 'member' }, 'officer.may-not-end'],
    ['a council officer: a peer', holder('council-officer', town), town, { personId: 'x', role: 'council-officer' }, 'officer.may-not-end'],
    ['a council officer: a block leader', holder('council-officer', town), town, { personId: 'x', role: 'block-leader' }, true],
    ['a block leader: a member', holder('block-leader', town), town, { personId: 'x', role: 'member' }, 'officer.may-not-end'],
    ['anybody: the own term', holder('block-leader', town), town, { personId: 'p-block-leader', role: 'block-leader' }, true],
  ])('%s', (_, actor, organisation, term, verdict) => {
    expect(mayEndTerm(actor, organisation, term)).toBe(verdict);
  });
});

it('who may remove lost devices: an administrator, and never their own', () => {
  expect(mayResetPasskeys(holder('admin', office), 'x')).toBe(true);
  expect(mayResetPasskeys(holder('admin', office), 'p-admin')).toBe('passkey.own');
  for (const role of ROLES.filter((each) => each !== 'admin')) expect(mayResetPasskeys(holder(role, office), 'x')).toBe('access.forbidden');
});
