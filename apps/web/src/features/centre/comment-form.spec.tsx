import type { CaseDetail } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { CaseScreen } from '../approvals/case-screen.js';
import { caseQuery } from '../approvals/queries.js';
import { NOW } from '../events/an-event.builder.js';
import { eventQuery } from '../events/queries.js';
import { aCase, event, said } from './a-case.builder.js';

const drawn = (of: CaseDetail): Promise<string> => drawnScreen({ route: '/approvals/$caseId', at: `/approvals/${of.id}`, screen: CaseScreen, now: NOW, answers: [[eventQuery(event.id).queryKey, event], [caseQuery(of.id).queryKey, of]] });

it('a community centre writes a word and decides nothing', async () => {
  const page = await drawn(aCase({}));
  expect(page).toContain('区と主催の団体が読みます。決めるのは区です。');
  for (const decision of ['差し戻す', '承認する', '不承認']) expect(page).not.toContain(`>${decision}<`);
});

it('what a centre said stands where it is decided and in the story, for those who are of none too', async () => {
  const page = await drawn(aCase({ comments: [said], can: { decide: true, comment: 'comment.centre-only', readComments: 'comment.host-only' } }));
  expect(page.split('堀江まちづくりセンターからのひとこと')).toHaveLength(3);
  expect(page).toContain('会場とは話がついています。');
  expect(page).not.toContain('ひとことを送る');
});

it('what was said about an earlier revision stands in the story alone', async () => {
  expect((await drawn(aCase({ revision: 2, comments: [said], can: { decide: true, comment: 'comment.centre-only', readComments: 'comment.host-only' } }))).split('堀江まちづくりセンターからのひとこと')).toHaveLength(2);
});

it('the host says that it has read it, and the others see when', async () => {
  const can = { decide: 'approval.approver-only', comment: 'comment.centre-only', readComments: true as const };
  expect(await drawn(aCase({ comments: [said], can }))).toContain('ひとことを読みました');
  const after = await drawn(aCase({ comments: [{ ...said, readAt: '2026-11-20T02:00:00.000Z' }], can }));
  expect(after).toContain('主催の団体が読みました');
  expect(after).not.toContain('ひとことを読みました');
});
