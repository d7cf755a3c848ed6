import type { EventChecklistItem, EventCondition, EventDetail } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { ALLOWED, NOW, anEvent } from './an-event.builder.js';
import { PublicationScreen } from './publication-screen.js';
import { eventQuery } from './queries.js';

const item = (code: string, title: string, given: Partial<EventChecklistItem> = {}): EventChecklistItem => ({
  ...{ code, title, authority: '公園事務所', how: '', leadDays: 3, toConfirm: false, phone: null, formUrl: null, gate: 'publication', judgedBy: 'ward', always: false, ended: false, state: 'open', wanted: true, dueOn: null, conditionId: null, files: [], last: null },
  ...{ can: { report: true, confirm: '', sendBack: '', waive: '', attach: true, withdraw: '' } },
  ...given,
});
const condition = (state: EventCondition['state'], blocking = true): EventCondition => ({ id: `${state} ${blocking}`, text: `消防署に届ける ${state}`, dueOn: '2026-11-27', blocking, state, itemCode: null, files: [], last: null, can: { report: true, confirm: '', sendBack: '', attach: true } });
const CHECKLIST = [item('park', '公園の使用許可'), item('owner', '持ち主の同意', { state: 'reported' }), item('police', '道路の使用許可', { state: 'confirmed' }), item('day', '保健所', { gate: 'day' }), item('road', '食べ物', { conditionId: 'c' }), item('gone', '火気', { wanted: false })];

const drawn = (publish: EventDetail['can']['publish'], conditions: EventCondition[], checklist: EventChecklistItem[]): Promise<string> => {
  const event = anEvent({ state: 'approved', publicRevision: null, checklist, approval: { ...anEvent().approval!, conditions }, can: { ...ALLOWED, publish } });
  return drawnScreen({ route: '/events/$id/publication', at: `/events/${event.id}/publication`, screen: PublicationScreen, now: NOW, answers: [[eventQuery(event.id).queryKey, event]] });
};

it('names all that keeps it from being published, conditions and procedures, each with its way', async () => {
  const page = await drawn('event.condition-unmet', [condition('open'), condition('met'), condition('open', false)], CHECKLIST);
  expect(page).toContain('公開の前に、あと3つ');
  expect([...page.matchAll(/class="more" href="[^"]*\/approval#(\w+)">([^<]*)/g)].map(([, at, words]) => [at, words])).toEqual([
    ['conditions', '条件：消防署に届ける open'],
    ['checklist', '手続き：公園の使用許可'],
    ['checklist', '手続き：持ち主の同意'],
  ]);
  expect(page).toContain('承認の条件を見る');
});

it('leads to the procedures where no condition is left', async () => {
  const page = await drawn('event.checklist-unmet', [condition('met')], CHECKLIST);
  expect(page).toContain('公開の前に、あと2つ');
  expect(page).toMatch(/approval#checklist"[^>]*>[^<]*手続きを見る/);
  expect(page).not.toContain('承認の条件を見る');
});
