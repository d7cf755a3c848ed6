import type { OfficerAnswer } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { OfficerList } from './officer-list.js';

const drawn = (end: OfficerAnswer['can']['end'], resetPasskeys: OfficerAnswer['can']['resetPasskeys'] = 'access.forbidden'): Promise<string> => {
  const officer = { termId: 't', name: '中村 正一', kana: 'なかむら', title: '会長', role: 'leader', state: 'current', startsOn: '2026-04-01', endsOn: '2028-03-31', phone: null, email: null, can: { end, resetPasskeys } } as unknown as OfficerAnswer;
  return drawnScreen({ route: '/org', at: '/org', screen: () => <OfficerList officers={[officer]} />, answers: [], now: new Date('2026-11-22T00:00:00Z') });
};

it('offers to end the term of those alone whose term somebody may end', async () => {
  expect(await drawn(true)).toContain('任期を終える');
  expect(await drawn('officer.may-not-end')).not.toContain('任期を終える');
});

it('offers to remove lost devices to those alone who may', async () => {
  expect(await drawn('officer.may-not-end', true)).toContain('端末を外す');
  expect(await drawn(true, 'passkey.own')).not.toContain('端末を外す');
});
