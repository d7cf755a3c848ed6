import type { EventDetail } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { DeskScreen } from '../approvals/desk-screen.js';
import { caseQuery, deskQuery } from '../approvals/queries.js';
import { NOW, anEvent } from '../events/an-event.builder.js';
import { EventApprovalScreen } from '../events/approval-screen.js';
import { eventQuery } from '../events/queries.js';
import { aCase, event, said } from './a-case.builder.js';
import { HandOver } from './hand-over.js';

describe('a draft that is written', () => {
  const help = { name: '町野 灯', centreName: '堀江まちづくりセンター', began: true, askedAt: null, writtenSince: false };
  const drawn = (given: EventDetail['help']): Promise<string> => drawnScreen({ route: '/events/$id', at: '/events/e', screen: () => <HandOver event={anEvent({ state: 'draft', help: given })} />, answers: [], now: NOW });

  it('is said to be so once, and again once there is more to look at', async () => {
    const asked = { ...help, askedAt: '2026-11-20T01:00:00.000Z' };
    const pages = [await drawn(help), await drawn(asked), await drawn({ ...asked, writtenSince: true })];
    expect(pages.map((page) => page.includes('書けたので見てください'))).toEqual([true, false, true]);
    expect(pages.map((page) => /role="status"/.test(page))).toEqual([false, true, true]);
  });

  it('is nobody’s to say where no centre wrote at it', async () => {
    await expect(drawn(null)).rejects.toThrow('Nothing is drawn');
  });
});

it('a word stands on the host’s page of the approval, with the way to say that it was read', async () => {
  const of = aCase({ comments: [said], can: { decide: 'approval.approver-only', comment: 'comment.centre-only', readComments: true } });
  const page = await drawnScreen({ route: '/events/$id/approval', at: `/events/${event.id}/approval`, screen: EventApprovalScreen, now: NOW, answers: [[eventQuery(event.id).queryKey, event], [caseQuery(of.id).queryKey, of]] });
  expect(page).toContain('堀江まちづくりセンターからのひとこと');
  expect(page).toContain('ひとことを読みました');
});

it('a row in 受付箱 is marked while its case waits with a word, and no longer', async () => {
  const rows = (items: readonly object[]): Promise<string> =>
    drawnScreen({ route: '/desk', at: '/desk', screen: DeskScreen, levels: ['staff'], now: NOW, answers: [[deskQuery({ status: 'pending', page: 1 }).queryKey, { items, total: items.length, pageSize: 20 }]] });
  const marks = async (given: object): Promise<number> => (await rows([{ ...aCase({}), ...given }])).split('まちづくりセンターのひとこと').length - 1;
  expect([await marks({ comments: 2 }), await marks({ comments: 0 }), await marks({ comments: 1, status: 'approved' })]).toEqual([1, 0, 0]);
});
