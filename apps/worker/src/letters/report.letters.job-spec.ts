import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EventApprovals, EventEnds, EventReports, ReportPrompts } from '@yoriai/events';
import { People } from '@yoriai/identity';
import { LetterTown, URL_OF_SITE, concert, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

/** The concert of 29 November, over. */
const over = async (): Promise<string> => {
  const { id } = await town.published({ ...concert(town.organisationId), duties: [] });
  town.app.clock.set('2026-11-29T16:00:00+09:00');
  await town.app.get(EventEnds).sweep(town.app.clock.now());
  await town.post();
  return id;
};
/** Two workers look at the same moment. */
const look = async (at: string) => {
  town.app.clock.set(at);
  await Promise.all([town.app.get(ReportPrompts).sweep(town.app.clock.now()), town.app.get(ReportPrompts).sweep(town.app.clock.now())]);
};

describe('letters about the report', () => {
  test('go to those who lead the host on the 1st, 7th and 14th day, once each, in their language, and not to its other officers', async () => {
    const id = await over();
    await town.actor({ name: '班 長', email: 'block@example.jp' }, town.organisationId, 'block-leader');
    const deputy = await town.actor({ name: 'Vice President', email: 'deputy@example.jp' }, town.organisationId, 'council-officer');
    await town.app.tx((tx) => town.app.get(People).speak(tx, deputy.personId, 'en'));
    const subjects: (string | undefined)[] = [];
    for (const at of ['2026-11-30T10:00:00+09:00', '2026-12-06T10:00:00+09:00', '2026-12-13T10:00:00+09:00']) {
      await look(at);
      const letters = await town.post();
      expect(letters.map(to).sort()).toEqual(['deputy@example.jp', 'leader@example.jp']);
      subjects.push(letterTo(letters, 'leader@example.jp')?.text?.split('\n').find((line) => line.includes('おつかれさま') || line.includes('たちました')));
      expect(letterTo(letters, 'leader@example.jp')?.subject).toBe('実施報告をお願いします：靱公園バラ園コンサート（11月29日(日)）');
      expect(letterTo(letters, 'leader@example.jp')?.text).toContain(`${URL_OF_SITE}/app/events/${id}/report`);
      expect(letterTo(letters, 'deputy@example.jp')?.subject).toBe('Please send the report: 靱公園バラ園コンサート (Sun 29 Nov)');
    }
    expect(subjects.map((line) => line?.slice(0, 12))).toEqual(['行事のご準備と当日、おつ', '行事から1週間がたちまし', '行事から2週間がたちまし']);
    await look('2026-12-14T10:00:00+09:00');
    expect(await town.post()).toEqual([]);
  });

  test('are not sent any more to who has handed it in by then', async () => {
    const id = await over();
    await look('2026-11-30T10:00:00+09:00');
    await town.app.get(EventReports).report(town.host, id, { participants: 80 });
    expect(await town.post()).toEqual([]);
  });

  test('say why it was sent back, and the later one says so again; not when it was handed in anew', async () => {
    const id = await over();
    const giveBack = () => town.app.get(EventApprovals).return(town.approver, id, { reason: '当日参加の人数を確かめてください。', revision: 1 });
    await town.app.get(EventReports).report(town.host, id, { participants: 80 });
    await giveBack();
    const [back, ...others] = await town.post();
    expect([to(back!), back!.subject, others]).toEqual(['leader@example.jp', '実施報告を、もう一度お願いします：靱公園バラ園コンサート', []]);
    expect(back!.text).toContain('区からのひとこと：当日参加の人数を確かめてください。');
    expect(back!.text).toContain(`${URL_OF_SITE}/app/events/${id}/report`);

    await look('2026-12-06T10:00:00+09:00');
    const [again] = await town.post();
    expect(again!.text).toContain('お返しした実施報告が、まだ出ていません。');
    expect(again!.text).toContain('当日参加の人数を確かめてください。');

    await town.app.get(EventReports).report(town.host, id, { participants: 82 });
    await giveBack();
    await town.app.get(EventReports).report(town.host, id, { participants: 83 });
    expect(await town.post()).toEqual([]);
  });
});
