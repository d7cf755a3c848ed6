import type { ParticipationResponse } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { InitiativeTable } from './tables.js';

const NONE = { applied: 0, confirmed: 0, places: 0, placesTaken: 0, fillRate: null, participants: 0, walkIns: 0, volunteerPlaces: 0, volunteersConfirmed: 0, volunteers: 0, cleanedArea: 0, handedOut: 0 };
const was = { ...NONE, code: 'graffiti', name: '落書き消去活動', kana: '', nameEn: '', events: 3, eventsToCome: 1, participants: 20 };
const comes = { ...NONE, code: 'festival', name: '区民まつり', kana: '', nameEn: '', events: 1, eventsToCome: 1 };

const drawn = (byInitiative: ParticipationResponse['byInitiative']): Promise<string> => {
  const found = { byInitiative, total: { ...NONE, events: 4, eventsToCome: byInitiative.reduce((sum, { eventsToCome }) => sum + eventsToCome, 0) } } as unknown as ParticipationResponse;
  return drawnScreen({ route: '/stats', at: '/stats', screen: () => <InitiativeTable found={found} />, answers: [], now: new Date('2026-11-22T00:00:00Z') });
};
const rowOf = (page: string, name: string): string => [...page.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => row.replaceAll(/<[^>]*>/g, ' ')).find((row) => row.includes(name)) ?? '';

it('counts an initiative as held when an event of it was, and says of none to come that nobody came', async () => {
  const page = await drawn([was, comes]);
  expect(page).toContain('区の取組1件に、行事がありました');
  expect(rowOf(page, '落書き消去活動')).toMatch(/2 +1 +20/);
  expect(rowOf(page, '区民まつり')).toMatch(/0 +1 +— +—/);
  expect(await drawn([comes])).toContain('区の取組の行事は、これからです');
});

it('has no column of what is to come in a year that is over', async () => {
  const page = await drawn([{ ...was, eventsToCome: 0 }]);
  expect(page).not.toContain('これから');
  expect(rowOf(page, '落書き消去活動')).toMatch(/3 +20/);
});
