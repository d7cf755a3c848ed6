import type { OfficersAnswer } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { OrgScreen } from './org-screen.js';

const drawn = (handOver: true | string): Promise<string> => {
  const answer = { organisation: { id: 'o', name: '日吉連合町会', areaName: null }, officers: [], invitations: [], inviteRoles: [], can: { invite: 'invitation.role-not-allowed', handOver } } as unknown as OfficersAnswer;
  return drawnScreen({ route: '/org', at: '/org?id=o', screen: OrgScreen, answers: [[['officers', 'o'], answer]], terms: [], now: new Date('2026-11-22T00:00:00Z') });
};

it('leads officers of the association to its handover paper, and says how rights pass on', async () => {
  const page = await drawn(true);
  expect(page).toContain('href="/print/organisations/o/handover"');
  expect(page).toContain('任期の最後の日まで使えます');
});

it('leads nobody else there', async () => {
  expect(await drawn('handover.not-yours')).not.toContain('/handover');
});
