import type { OfficerAnswer } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { LostDevices } from './lost-devices.js';
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

it('shows the devices that would be removed, with the years: which of them is lost is what one looks for', async () => {
  const officer = { personId: 'p', name: '中村 正一' } as unknown as OfficerAnswer;
  const items = [{ id: 'd', name: '古いスマホ', createdAt: '2024-12-03T01:00:00Z', lastUsedAt: '2025-03-01T01:00:00Z' }];
  const page = (devices: typeof items): Promise<string> => drawnScreen({ route: '/org', at: '/org', screen: () => <LostDevices officer={officer} onClose={() => undefined} />, answers: [[['lost-devices', 'p'], { items: devices }]], now: new Date('2026-11-22T00:00:00Z') });
  expect(await page(items)).toMatch(/古いスマホ.*令和6年12月3日.*令和7年3月1日.*すべて外す/s);
  expect(await page([])).not.toContain('すべて外す');
});
