import type { CaseDetail } from '@yoriai/api-client';
import { ALLOWED, anEvent } from '../events/an-event.builder.js';

const approval = { ...anEvent().approval!, status: 'pending' as const, decidedAt: null };
/** An event that waits for the ward, as somebody sees it who works on nothing of it. */
export const event = anEvent({ state: 'submitted', approval, publicRevision: null, can: { ...ALLOWED, edit: 'event.host-only', submit: 'event.host-only', withdraw: 'event.leader-only', approve: 'event.approver-only', reject: 'event.approver-only', return: 'event.staff-only' } });
/** A word of a community centre. */
export const said = { id: 'c1', revision: 1, centreName: '堀江まちづくりセンター', words: '会場とは話がついています。', by: { id: 'p2', name: '町野 灯' }, at: '2026-11-20T01:00:00.000Z', readAt: null };
/** Its case, as a community centre sees it. */
export const aCase = (given: Partial<CaseDetail>): CaseDetail => ({
  ...{ id: approval.caseId, subjectKind: 'event', subjectId: event.id, title: event.title ?? '', kana: null, field: null, status: 'pending', revision: 1, isChange: false, rule: null, check: null },
  ...{ organisation: { id: 'o1', name: '堀江地域活動協議会', areaName: '堀江' }, submittedBy: { id: 'p1', name: '森田 恵' }, submittedAt: approval.submittedAt, dueOn: approval.dueOn, businessDaysLeft: 3 },
  ...{ approvedRevision: null, comparedWith: null, changes: [], decisions: [], conditions: [], deputies: null, comments: [], revisions: [{ number: 1, snapshot: {}, submittedBy: { id: 'p1', name: '森田 恵' }, submittedAt: approval.submittedAt }] },
  can: { decide: 'approval.approver-only', comment: true, readComments: 'comment.host-only' },
  ...given,
});
