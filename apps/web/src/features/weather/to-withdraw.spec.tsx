import type { EventChecklistItem, EventDetail } from '@yoriai/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { anEvent } from '../events/an-event.builder.js';
import { ToWithdraw } from './to-withdraw.js';

const item = (code: string, given: Partial<EventChecklistItem>): EventChecklistItem => ({
  ...{ code, title: code, authority: '消防署', how: '', leadDays: 3, toConfirm: false, ended: false, gate: 'day', judgedBy: 'ward', always: false, state: 'confirmed', wanted: true },
  ...{ dueOn: null, conditionId: null, files: [], last: null, can: { report: '', confirm: '', sendBack: '', waive: '', attach: '', withdraw: true } },
  ...given,
});
const none = { report: '', confirm: '', sendBack: '', waive: '', attach: '', withdraw: 'event.host-only' };

const drawn = (event: Partial<EventDetail>): string =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <ToWithdraw event={anEvent(event)} />
    </QueryClientProvider>,
  ).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const CHECKLIST = [item('公園', {}), item('保健所', { state: 'waived' }), item('警察', { state: 'open' }), item('保険', { always: true }), item('道路', { wanted: false, state: 'reported' })];

it('names of an event that is off what was settled with others, each to be ticked off by whoever may', () => {
  const off = drawn({ state: 'cancelled', checklist: CHECKLIST });
  expect(off).toContain('中止を伝え、取り下げる先');
  expect(['公園', '道路', '保健所', '警察', '保険'].map((each) => off.includes(` ${each} `))).toEqual([true, true, false, false, false]);
  expect(off.match(/伝えた・取り下げた/g)).toHaveLength(2);
  expect(drawn({ state: 'cancelled', checklist: [item('公園', { can: none })] })).not.toContain('伝えた・取り下げた');
});

it('says when each was told, and that all were; nothing of an event that takes place', () => {
  const told = drawn({ state: 'cancelled', checklist: [item('公園', { state: 'withdrawn', can: none, last: { kind: 'withdrawn', words: null, at: '2026-11-26T01:00:00.000Z' } })] });
  expect(told).toContain('すべてに伝えました。');
  expect(told).toContain('11月26日');
  expect([drawn({ state: 'published', checklist: CHECKLIST }), drawn({ state: 'cancelled', checklist: [] })]).toEqual(['', '']);
});
