import type { EventChecklistItem, EventDetail } from '@yoriai/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { anEvent } from '../events/an-event.builder.js';
import { ChecklistOff } from '../approvals/checklist-off.js';
import { hubSections } from '../events/hub-rows.js';
import { ToWithdraw } from './to-withdraw.js';

const item = (code: string, given: Partial<EventChecklistItem>): EventChecklistItem => ({
  ...{ code, title: code, authority: '消防署', how: '', leadDays: 3, toConfirm: false, phone: null, formUrl: null, ended: false, gate: 'day', judgedBy: 'ward', always: false, state: 'confirmed', wanted: true },
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

it('names an office also where it was settled for the day before, which is open again', () => {
  const reopened = item('公園', { state: 'open', last: { kind: 'reopened', words: null, at: '2026-11-26T01:00:00.000Z' } });
  expect(drawn({ state: 'cancelled', checklist: [reopened] })).toMatch(/公園 消防署 出してあれば取り下げる .*伝えた・取り下げた/);
});

it('the procedures of an event that is off have no day and nothing to do', () => {
  const checklist = [item('保健所', { state: 'open', dueOn: '2026-11-06' }), item('公園', { state: 'confirmed', dueOn: '2026-11-06' }), item('保険', { always: true, state: 'open' })];
  const page = renderToStaticMarkup(<QueryClientProvider client={new QueryClient()}><ChecklistOff event={anEvent({ state: 'cancelled', checklist })} /></QueryClientProvider>).replace(/<[^>]+>/g, ' ');
  expect([page.match(/もういりません/g)?.length, page.match(/出してあれば取り下げる/g)?.length]).toEqual([1, 1]);
  expect(page).not.toMatch(/まだ|期限|11月6日|保険/);
});

it('the hub says of stalls and procedures that it is off, and of no answer that is waited for', () => {
  const rows = hubSections(anEvent({ state: 'cancelled', checklist: [item('公園', { state: 'open' })], stalls: { accepted: 3, waiting: 2 } as EventDetail['stalls'], can: { ...anEvent().can, seeApplications: true } }), { hands: undefined, deliveries: undefined, contest: undefined, now: new Date('2026-11-28T00:00:00Z') }).flatMap((section) => section.rows);
  for (const id of ['stalls', 'checklist']) expect(renderToStaticMarkup(rows.find((row) => row.id === id)!.badge!)).toContain('中止');
  expect(rows.find(({ id }) => id === 'stalls')!.line).not.toContain('返事待ち');
});
