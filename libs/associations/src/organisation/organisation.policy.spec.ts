import { describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '../actor/actor.js';
import { mayHandOver, maySeeContacts, maySeeOrganisation } from './organisation.policy.js';

const town = { id: 'town', areaId: 'area-1', kind: 'neighbourhood' };

function actor(role: Role, organisationId: string, areaId: string | null = null): Actor {
  return new Actor({ personId: 'p', accountId: 'a', sessionId: 's', name: '花子', grants: [{ termId: 't', organisationId, areaId, role }] });
}

describe('organisations', () => {
  it.each<[string, Actor, boolean, boolean]>([
    ['the president', actor('leader', 'town'), true, true],
    ['a council officer', actor('council-officer', 'town'), true, true],
    ['a block leader', actor('block-leader', 'town'), true, false],
    ['the president of another', actor('leader', 'other', 'area-1'), false, false],
    ['the center of the area', actor('center', 'c', 'area-1'), true, false],
    ['the center of another area', actor('center', 'c', 'area-2'), false, false],
    ['staff', actor('staff', 'office'), true, true],
    ['an administrator', actor('admin', 'office'), true, true],
    ['the privacy officer', actor('privacy-officer', 'office'), false, false],
  ])('%s sees organisation: %s, contacts: %s', (_, asking, organisation, contacts) => {
    expect([maySeeOrganisation(asking, town), maySeeContacts(asking, town)]).toEqual([organisation, contacts]);
  });
});

it.each<[string, Actor, boolean]>([
  ['the president', actor('leader', 'town'), true],
  ['a council officer', actor('council-officer', 'town'), true],
  ['the drill leader', actor('drill-leader', 'town'), true],
  ['a block leader', actor('block-leader', 'town'), true],
  ['a member', actor('member', 'town'), false],
  ['the president of another', actor('leader', 'other', 'area-1'), false],
  ['the center of the area', actor('center', 'c', 'area-1'), false],
  ['staff', actor('staff', 'office'), false],
  ['an administrator', actor('admin', 'office'), false],
])('%s has the handover paper: %s', (_, asking, may) => {
  expect(mayHandOver(asking, town)).toBe(may ? true : 'handover.not-yours');
});
