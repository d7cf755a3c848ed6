import { describe, expect, it } from '@jest/globals';
import { Actor, type Role } from '@yoriai/associations';
import { doerOf, leadsEvent, mayEnterApplications, mayHost, maySee, maySeeInside, organisationsOf } from './event.policy.js';
import { EVENT_STATES, type EventState } from './event.rules.js';

const HOST = 'host';
const OFFICE = 'office';
const actor = (role: Role, organisationId = HOST): Actor =>
  new Actor({ personId: `${role}@${organisationId}`, accountId: 'a', sessionId: 's', name: '人', grants: [{ termId: 't', organisationId, areaId: null, role }] });
const resident = new Actor({ personId: 'resident', accountId: 'a', sessionId: 's', name: '人', grants: [] });

const event = (state: EventState, given: { publicRevision?: number | null; visibility?: 'invited' | null; category?: string | null; organisationId?: string; createdBy?: string } = {}) => ({
  organisationId: HOST,
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
  expect(doerOf(null, event('published'))).toEqual({ personId: null, isLeader: false, isHost: false, isStaff: false, isApprover: false, isCouncil: false });
});
