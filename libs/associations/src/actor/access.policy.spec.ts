import { describe, expect, it } from '@jest/globals';
import type { AccessLevel } from '@yoriai/identity';
import { accessVerdict } from './access.policy.js';
import { Actor, type Role } from './actor.js';

const LEVELS: AccessLevel[] = ['public', 'signed-in', 'officer', 'staff', 'approver', 'admin'];

function actor(...roles: Role[]): Actor {
  const grants = roles.map((role) => ({ termId: 't', organisationId: 'o', areaId: null, role }));
  return new Actor({ personId: 'p', accountId: 'a', sessionId: 's', name: '花子', grants });
}

describe('accessVerdict', () => {
  it.each<[string, Actor | null, AccessLevel[]]>([
    ['nobody', null, ['public']],
    ['a volunteer', actor(), ['public', 'signed-in']],
    ['a member', actor('member'), ['public', 'signed-in']],
    ['a block leader', actor('block-leader'), ['public', 'signed-in', 'officer']],
    ['a president', actor('leader'), ['public', 'signed-in', 'officer']],
    ['a center', actor('center'), ['public', 'signed-in', 'officer']],
    ['staff', actor('staff'), ['public', 'signed-in', 'officer', 'staff']],
    ['an approver', actor('approver'), ['public', 'signed-in', 'officer', 'staff', 'approver']],
    ['an administrator', actor('admin'), ['public', 'signed-in', 'officer', 'admin']],
    ['an administrator who is staff too', actor('admin', 'staff'), ['public', 'signed-in', 'officer', 'staff', 'admin']],
  ])('%s', (_, asking, open) => {
    const why = asking ? 'access.forbidden' : 'session.needed';
    for (const level of LEVELS) expect([level, accessVerdict([level], asking)]).toEqual([level, open.includes(level) ? true : why]);
  });

  it('needs one of several levels', () => {
    expect(accessVerdict(['staff', 'admin'], actor('admin'))).toBe(true);
  });

  it('refuses a route without a level, even to an administrator', () => {
    expect(accessVerdict(undefined, actor('admin', 'staff', 'approver'))).toBe('access.forbidden');
    expect(accessVerdict([], actor('admin'))).toBe('access.forbidden');
  });
});
