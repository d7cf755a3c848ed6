import type { CaseDetail, EventDetail, VenueAnswer } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { CaseScreen } from '../approvals/case-screen.js';
import { caseQuery } from '../approvals/queries.js';
import { ALLOWED, FRAME, NOW, anEvent } from './an-event.builder.js';
import { EventApprovalScreen } from './approval-screen.js';
import { eventQuery, venuesQuery } from './queries.js';
import { WizardScreen } from './wizard.js';

const OVER = '申込の定員は合わせて2,000人で、会場に入れる1,850人をこえています。';
const park: VenueAnswer = { name: '立売堀公園', kind: 'park', kana: '', partOf: null, address: null, capacity: 1850, unfitFor: ['tsunami'], refuge: null, areaId: null, note: null, version: 1 };
const approval = { ...anEvent().approval!, status: 'pending' as const, decidedAt: null };
const planned = (places: number, change: Partial<EventDetail> = {}): EventDetail => anEvent({ state: 'draft', approval: null, publicRevision: null, venues: [park.name], frames: [{ ...FRAME, capacity: places }], ...change });
const handedIn = (places: number, can: Partial<EventDetail['can']>): EventDetail => planned(places, { state: 'submitted', approval, can: { ...ALLOWED, edit: 'event.submitted', ...can } });
const ofCase = (event: EventDetail): CaseDetail =>
  ({ id: approval.caseId, subjectKind: 'event', subjectId: event.id, title: event.title, kana: null, field: null, organisation: event.organisation, status: 'pending', revision: 1, isChange: false, rule: null, submittedBy: { personId: 'p', name: '佐藤' }, submittedAt: approval.submittedAt, dueOn: approval.dueOn, businessDaysLeft: 3, check: null, can: { decide: true, comment: 'comment.centre-only' }, comments: [], approvedRevision: null, comparedWith: null, revisions: [{ number: 1, snapshot: {}, submittedBy: { name: '佐藤' }, submittedAt: approval.submittedAt }], decisions: [], conditions: [], ways: [] }) as unknown as CaseDetail;

const step = (event: EventDetail, name: string): Promise<string> => drawnScreen({ route: '/events/$id/edit/$step', at: `/events/${event.id}/edit/${name}`, screen: WizardScreen, now: NOW, answers: [[eventQuery(event.id).queryKey, event], [venuesQuery.queryKey, [park]]] });
const page = (event: EventDetail): Promise<string> =>
  drawnScreen({ route: '/events/$id/approval', at: `/events/${event.id}/approval`, screen: EventApprovalScreen, now: NOW, answers: [[eventQuery(event.id).queryKey, event], [caseQuery(approval.caseId).queryKey, ofCase(event)], [venuesQuery.queryKey, [park]]] });
const desk = (event: EventDetail): Promise<string> =>
  drawnScreen({ route: '/approvals/$caseId', at: `/approvals/${approval.caseId}`, screen: CaseScreen, levels: ['staff'], now: NOW, answers: [[eventQuery(event.id).queryKey, event], [caseQuery(approval.caseId).queryKey, ofCase(event)], [venuesQuery.queryKey, [park]]] });

describe('an event with more places than its venue holds', () => {
  it('says so where the number is written, and nothing there of refuge', async () => {
    const drawn = await step(planned(2000), 'places');
    expect(drawn).toContain(OVER);
    expect(drawn).not.toContain('避難');
    expect(await step(planned(1850), 'places')).not.toContain('こえています');
  });

  it('says so above all answers and again right before it goes to the ward, which it may', async () => {
    const drawn = await step(planned(2000), 'check');
    const parts = drawn.split('id="submit-title"');
    expect(parts.map((part) => part.includes(OVER))).toEqual([true, true]);
    expect(parts[1]).toMatch(/こえています.*定員を見なおす.*区に申請する/s);
    expect(await step(planned(1850), 'check')).not.toContain('こえています');
  });

  it('says so to the host while it waits', async () => {
    expect(await page(handedIn(2000, {}))).toContain(OVER);
    expect(await page(handedIn(1850, {}))).not.toContain('こえています');
  });

  it.each([
    ['who decides', {}],
    ['who checks and does not decide', { approve: 'event.approver-only', reject: 'event.approver-only' }],
  ])('says so first to %s', async (_, can) => {
    const decision = (await desk(handedIn(2000, can))).split('<aside')[1]!;
    expect(decision.split(OVER)).toHaveLength(2);
    expect(decision.indexOf(OVER)).toBeLessThan(decision.indexOf('id="answering"'));
  });
});
