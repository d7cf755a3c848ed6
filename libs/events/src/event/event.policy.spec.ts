import { describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { doerOf, helpFor, helpsWith, leadsEvent, mayEnterApplications, mayHost, maySee, maySeeInside, mayWrite, organisationsOf, seesOf } from './event.policy.js';
import { EVENT_STATES, type EventState } from './event.rules.js';

const HOST = 'host';
const OFFICE = 'office';
const AREA = 'area';
const actor = (role: Role, organisationId = HOST): Actor =>
  new Actor({ personId: `${role}@${organisationId}`, accountId: 'a', sessionId: 's', name: '人', grants: [{ termId: 't', organisationId, areaId: null, role }] });
const resident = new Actor({ personId: 'resident', accountId: 'a', sessionId: 's', name: '人', grants: [] });

const event = (state: EventState, given: { publicRevision?: number | null; visibility?: 'invited' | null; category?: string | null; organisationId?: string; areaId?: string | null; createdBy?: string } = {}) => ({
  organisationId: HOST,
  areaId: AREA,
  category: null,
  publicRevision: null,
  visibility: null,
  createdBy: 'somebody',
  state,
  ...given,
});

/** Role × (host, leads, inside) for an event of the host association. */
const MATRIX: readonly [Role, boolean, boolean, boolean][] = [
  ['member', false, false, false],
  ['block-leader', false, false, true],
  ['leader', true, true, true],
  ['council-officer', true, true, true],
  ['drill-leader', false, false, true],
  ['center', false, false, true],
];

describe('officers of the host', () => {
  it.each(MATRIX)('%s: hosts %s, leads %s, sees inside %s', (role, hosts, leads, inside) => {
    expect(mayHost(actor(role), event('draft'))).toBe(hosts);
    expect(leadsEvent(actor(role), event('draft'))).toBe(leads);
    expect(maySeeInside(actor(role), event('draft'))).toBe(inside);
    expect(maySee(actor(role), event('draft'))).toBe(inside);
  });

  it('a drill leader hosts drills, and nothing else', () => {
    expect(mayHost(actor('drill-leader'), event('draft', { category: 'drill' }))).toBe(true);
    expect(mayHost(actor('drill-leader'), event('draft', { category: 'concert' }))).toBe(false);
    expect(mayHost(actor('drill-leader', 'other'), event('draft', { category: 'drill' }))).toBe(false);
  });
});

describe('an application for somebody else', () => {
  it.each([
    ['leader', true],
    ['council-officer', true],
    ['block-leader', true],
    ['drill-leader', false],
    ['center', false],
    ['member', false],
  ] as const)('is entered by a %s of the host: %s; by none of another association', (role, may) => {
    expect(mayEnterApplications(actor(role), event('published'))).toBe(may);
    expect(mayEnterApplications(actor(role, 'other'), event('published', { publicRevision: 1 }))).toBe(false);
  });

  it('is entered by the ward’s counter for every host, and not by who decides there', () => {
    expect([mayEnterApplications(actor('staff', OFFICE), event('published')), mayEnterApplications(actor('approver', OFFICE), event('published'))]).toEqual([true, false]);
  });
});

describe('the community centre of the host’s area', () => {
  const centre = (areaId: string | null, organisationId = 'centre'): Actor =>
    new Actor({ personId: 'grown', accountId: 'a', sessionId: 's', name: '人', grants: [{ termId: 't', organisationId, areaId, role: 'center' }] });

  it('writes at drafts and at what came back, sees what is handed in, and nothing before or after', () => {
    const states = (may: (state: EventState) => boolean): EventState[] => EVENT_STATES.filter(may);
    expect(states((state) => mayWrite(centre(AREA), event(state)))).toEqual(['draft', 'returned']);
    expect(states((state) => maySee(centre(AREA), event(state)))).toEqual(['draft', 'submitted', 'returned']);
    expect(states((state) => helpsWith(centre(AREA), event(state)))).toEqual(['draft', 'submitted', 'returned']);
    expect(doerOf(centre(AREA), event('draft'))).toEqual({ personId: 'grown', isLeader: false, isWriter: true, isHost: false, isStaff: false, isApprover: false, isCouncil: false });
    for (const state of EVENT_STATES) expect([mayHost(centre(AREA), event(state)), leadsEvent(centre(AREA), event(state)), maySeeInside(centre(AREA), event(state)), mayEnterApplications(centre(AREA), event(state))]).toEqual([false, false, false, false]);
  });

  it.each([
    ['of another area', centre('elsewhere'), event('draft')],
    ['of no area', centre(null), event('draft')],
    ['where the host is of none', centre(null), event('draft', { areaId: null })],
    ['of the area, for a host of the whole ward', centre(AREA), event('draft', { areaId: null })],
  ])('%s: nothing', (_whose, actor, draft) => {
    expect([mayWrite(actor, draft), maySee(actor, draft), helpFor(actor, draft)]).toEqual([false, false, null]);
  });

  it('is not help where they lead the host themselves', () => {
    const both = new Actor({ ...centre(AREA), grants: [...centre(AREA).grants, ...actor('leader').grants] });
    expect([helpFor(centre(AREA), event('draft')), helpFor(both, event('draft'))]).toEqual(['centre', null]);
    expect(seesOf(both)).toMatchObject({ organisationIds: ['centre', HOST], helpedAreas: [AREA], staff: false });
  });
});

describe('other associations', () => {
  it.each(MATRIX)('a %s of another association sees nothing before it is public', (role) => {
    for (const state of EVENT_STATES) expect(maySee(actor(role, 'other'), event(state))).toBe(false);
    expect(maySee(actor(role, 'other'), event('published', { publicRevision: 1 }))).toBe(true);
    expect(maySee(actor(role, 'other'), event('published', { publicRevision: 1, visibility: 'invited' }))).toBe(false);
    expect(maySeeInside(actor(role, 'other'), event('published', { publicRevision: 1 }))).toBe(false);
    expect(mayHost(actor(role, 'other'), event('published'))).toBe(false);
    expect(leadsEvent(actor(role, 'other'), event('published'))).toBe(false);
  });
});

describe('the ward office', () => {
  it.each(['staff', 'approver'] as const)('%s: sees all but drafts of others, hosts in their place, never leads them', (role) => {
    const clerk = actor(role, OFFICE);
    for (const state of EVENT_STATES) expect(maySee(clerk, event(state))).toBe(state !== 'draft');
    expect(maySee(clerk, event('draft', { createdBy: clerk.personId }))).toBe(true);
    expect(mayHost(clerk, event('draft'))).toBe(true);
    // Participants' names stay with the association.
    expect(leadsEvent(clerk, event('published'))).toBe(false);
    expect(leadsEvent(clerk, event('published', { organisationId: OFFICE }))).toBe(true);
    expect(doerOf(clerk, event('submitted'))).toMatchObject({ isHost: true, isStaff: true, isApprover: role === 'approver' });
  });

  it.each(['admin', 'privacy-officer'] as const)('%s runs no events', (role) => {
    const clerk = actor(role, OFFICE);
    for (const state of EVENT_STATES) expect(maySee(clerk, event(state))).toBe(false);
    expect(mayHost(clerk, event('draft', { organisationId: OFFICE }))).toBe(false);
    expect(organisationsOf(clerk)).toEqual([]);
  });
});

it('residents and visitors see what is public, and the clock is nobody', () => {
  for (const state of EVENT_STATES) {
    expect(maySee(resident, event(state))).toBe(false);
    expect(maySee(null, event(state))).toBe(false);
  }
  expect(maySee(null, event('cancelled', { publicRevision: 2 }))).toBe(true);
  expect(doerOf(null, event('published'))).toEqual({ personId: null, isLeader: false, isWriter: false, isHost: false, isStaff: false, isApprover: false, isCouncil: false });
});
