import type { OrganisationAnswer } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { draftChoices } from '../centre/draft-choices.js';
import { hostChoices } from '../events/hosts.js';
import { deviceOf } from '../identity/device.js';
import { phoneWords } from '../../ui/call-link.js';
import { endsOnOf, longDay, monthsLeft } from './terms.js';

const organisation = (id: string, status: OrganisationAnswer['status'] = 'active'): OrganisationAnswer => ({
  ...{ id, status, name: id, kana: id, slug: id, kind: 'neighbourhood', areaId: null, areaName: null, areaSlug: null },
});

const term = (organisationId: string, role: 'leader' | 'member' | 'staff' | 'center') => ({
  ...{ termId: organisationId, organisationId, organisationName: organisationId, organisationKind: 'neighbourhood' },
  ...{ areaId: null, areaName: null, role, title: '', endsOn: '2028-03-31' },
});

describe('terms of office', () => {
  it('are said with the era and without the weekday', () => {
    expect(longDay('2028-03-31')).toBe('令和10年3月31日');
  });

  it('end in so many whole months', () => {
    expect(monthsLeft('2026-11-22', '2027-03-31')).toBe(4);
    expect(monthsLeft('2026-11-22', '2026-12-21')).toBe(0);
  });
});

describe('ending a term', () => {
  it.each([
    ['today', '2026-12-01'],
    ['now', '2026-11-30'],
    ['other', '2027-01-15'],
  ] as const)('%s: the last day is %s', (choice, last) => {
    expect(endsOnOf(choice, '2026-12-01', '2027-01-15')).toBe(last);
  });
});

describe('who can host', () => {
  const all = [organisation('a'), organisation('b'), organisation('c', 'dissolved')];

  it('a leader, for the own organisations only', () => {
    expect(hostChoices(all, { terms: [term('b', 'leader'), term('a', 'member')], levels: ['officer'] }).map((each) => each.id)).toEqual(['b']);
  });

  it('the ward office, for itself first and then for those who are active', () => {
    expect(hostChoices(all, { terms: [term('b', 'staff')], levels: ['officer', 'staff'] }).map((each) => each.id)).toEqual(['b', 'a']);
  });
});

describe('who can begin a draft', () => {
  const inArea = (id: string, areaId: string | null, status: OrganisationAnswer['status'] = 'active') => ({ ...organisation(id, status), areaId });
  const all = [inArea('a', 'horie'), inArea('b', 'horie'), inArea('gone', 'horie', 'dissolved'), inArea('elsewhere', 'meiji'), inArea('centre', 'horie'), inArea('nowhere', null)];

  it('a community centre, for the associations of its area', () => {
    const me = { terms: [term('centre', 'center')], levels: ['officer' as const] };
    expect([draftChoices(all, me), hostChoices(all, me)].map((some) => some.map(({ id }) => id))).toEqual([['a', 'b'], []]);
  });

  it('who leads one of them besides, for that one first; who is of none, for their own alone', () => {
    expect(draftChoices(all, { terms: [term('centre', 'center'), term('b', 'leader')], levels: ['officer'] }).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(draftChoices(all, { terms: [term('a', 'leader')], levels: ['officer'] }).map(({ id }) => id)).toEqual(['a']);
    expect(draftChoices(all, { terms: [term('nowhere', 'center')], levels: ['officer'] })).toEqual([]);
  });
});

describe('names of things', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Mobile Safari/604', 'iPhone', 'Safari'],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/150 Mobile Safari/537 Line/15', 'Android', 'LINE'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/150 Safari/537 Edg/150', 'Windows', 'Edge'],
    [null, undefined, undefined],
  ])('the browser %s', (userAgent, machine, browser) => {
    expect(deviceOf(userAgent)).toEqual({ machine, browser });
  });

  it.each([
    ['09012345678', '090-1234-5678'],
    ['0612345678', '06-1234-5678'],
    ['0722345678', '072-234-5678'],
    ['0120123456', '0120-123-456'],
    ['+81612345678', '+81612345678'],
  ])('the number %s', (digits, words) => {
    expect(phoneWords(digits)).toBe(words);
  });
});
