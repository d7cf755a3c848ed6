import type { EventChecklistItem, EventDetail, EventFile } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { drawnScreen } from '../../app/drawn.builder.js';
import { ALLOWED, NOW, anEvent } from '../events/an-event.builder.js';
import { eventQuery } from '../events/queries.js';
import { WizardScreen } from '../events/wizard.js';
import { Checklist } from './checklist.js';

const file: EventFile = { id: 'f', kind: 'application/pdf', size: 348_160, at: '2026-11-20T03:00:00.000Z', mayRemove: true };
const item = (given: Partial<EventChecklistItem>): EventChecklistItem => ({
  ...{ code: 'park', title: '公園の使用許可', authority: '公園事務所', how: '', leadDays: 3, toConfirm: false, phone: null, formUrl: null, ended: false, gate: 'publication', judgedBy: 'ward', always: false, state: 'open', wanted: true },
  ...{ dueOn: null, conditionId: null, files: [], last: null, can: { report: true, confirm: 'approval.staff-only', sendBack: '', waive: '', attach: true, withdraw: '' } },
  ...given,
});
const drawn = async (event: Partial<EventDetail>): Promise<string> => (await drawnScreen({ route: '/x', at: '/x', now: NOW, answers: [], screen: () => <Checklist event={anEvent(event)} /> })).replace(/<[^>]+>/g, ' ');
const ARRIVED = '書類が届きました。手続きがすんだら、「すんだと知らせる」もおしてください。';

describe('a paper about a procedure', () => {
  it('says when it arrived and how large it is, and what is still to press', async () => {
    const page = await drawn({ checklist: [item({ files: [file] })] });
    expect(page).toMatch(/書類 1（PDF）.*11月20日\(金\)に届きました（340KB）/s);
    expect(page).toContain(ARRIVED);
  });

  it.each([
    ['that nobody sent', item({})],
    ['whose procedure was reported', item({ files: [file], state: 'reported', can: { ...item({}).can, report: 'approval.reported' } })],
    ['that was sent back since', item({ files: [file], last: { kind: 'sent-back', words: '足りません', at: '2026-11-21T03:00:00.000Z' } })],
    ['as the ward reads it', item({ files: [file], can: { ...item({}).can, report: 'event.host-only', confirm: true } })],
  ])('%s asks for nothing', async (_, each) => {
    expect(await drawn({ checklist: [each] })).not.toContain('書類が届きました');
  });
});

it('says of several procedures how many are settled, and of one alone nothing', async () => {
  const [open, settled] = [item({}), item({ code: 'road', state: 'confirmed' })];
  expect(await drawn({ checklist: [open, settled] })).toContain('2件のうち1件すみ');
  expect(await drawn({ checklist: [open] })).not.toContain('件のうち');
  // A condition of the approval is still to be met; what is not wanted any more counts in neither number.
  expect(await drawn({ checklist: [item({ conditionId: 'k1' }), settled] })).toContain('2件のうち1件すみ');
  expect(await drawn({ checklist: [item({ wanted: false }), open, settled] })).toContain('2件のうち1件すみ');
});

describe('what is used, which nobody said', () => {
  const handedIn = (can: Partial<EventDetail['can']>): Partial<EventDetail> => ({ state: 'submitted', uses: null, can: { ...ALLOWED, edit: 'event.is-submitted', ...can } });

  it('stands for the ward as of the host, for the host as of its own event', async () => {
    expect(await drawn(handedIn({ withdraw: 'event.host-only', seeApplications: 'event.host-only' }))).toContain('主催は「公園・道路・建物など」に答えていません。');
    const own = await drawn(handedIn({}));
    expect(own).toContain('この行事は、「公園・道路・建物など」にまだ答えていません。');
    expect(own).not.toContain('主催は');
  });

  it('is asked for before it is handed in, with the way there', async () => {
    const check = (uses: EventDetail['uses']): Promise<string> => {
      const event = anEvent({ state: 'draft', approval: null, publicRevision: null, uses });
      return drawnScreen({ route: '/events/$id/edit/$step', at: `/events/${event.id}/edit/check`, screen: WizardScreen, now: NOW, answers: [[eventQuery(event.id).queryKey, event]] });
    };
    expect(await check(null)).toMatch(/「公園・道路・建物など」に、まだ答えていません.*href="[^"]*\/edit\/safety\?from=check"[^>]*>「公園・道路・建物など」に答える.*区に申請する/s);
    expect(await check([])).not.toContain('まだ答えていません');
  });
});

describe('whom to telephone about a procedure, and its form', () => {
  const html = (given: Partial<EventChecklistItem>): Promise<string> => drawnScreen({ route: '/x', at: '/x', now: NOW, answers: [], screen: () => <Checklist event={anEvent({ checklist: [item({ phone: '06-0000-0101', formUrl: 'https://example.jp/park.pdf', ...given })] })} /> });

  it('are pressed from the list, as long as it is to be done', async () => {
    const open = await html({ toConfirm: true });
    for (const said of ['href="tel:0600000101"', 'href="https://example.jp/park.pdf"', '様式を開く', '日数は要確認']) expect(open).toContain(said);
    expect(await html({ state: 'confirmed' })).not.toContain('tel:');
  });

  it('are not there where the ward has not said them', async () => {
    expect(await html({ phone: null, formUrl: null })).not.toMatch(/tel:|様式を開く/);
  });
});
