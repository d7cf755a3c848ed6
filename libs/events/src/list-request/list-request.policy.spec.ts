import { describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { needsSecond } from './list-request.policy.js';

const actor = (...terms: [Role, string][]): Actor => new Actor({ personId: 'p', accountId: 'a', sessionId: 's', name: '人', grants: terms.map(([role, organisationId]) => ({ termId: role, organisationId, areaId: null, role })) });

describe('a second person', () => {
  it.each([
    ['ward staff, for an event of the ward office', actor(['staff', 'office']), 'office', true],
    ['an approver likewise', actor(['approver', 'office']), 'office', true],
    ['staff who lead there too: a second role spares nobody', actor(['staff', 'office'], ['leader', 'office']), 'office', true],
    ['who leads an association', actor(['leader', 'host']), 'host', false],
    ['staff of the ward who lead an association, for that', actor(['staff', 'office'], ['leader', 'host']), 'host', false],
    ['who has no right to the list at all', actor(['staff', 'office']), 'host', false],
  ])('%s', (_, who, organisationId, needed) => {
    expect(needsSecond(who, { organisationId, category: null })).toBe(needed);
  });
});
