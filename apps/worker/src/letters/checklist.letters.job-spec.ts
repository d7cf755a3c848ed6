import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Checklists } from '@yoriai/approvals';
import { EventApprovals, EventChecklist, EventDrafts } from '@yoriai/events';
import { rows } from '@yoriai/platform';
import { procedureIn, translator } from '@yoriai/ui';
import { LetterTown, URL_OF_SITE, concert, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

const handedIn = async (): Promise<string> => {
  const { id } = await town.app.get(EventDrafts).create(town.host, { ...concert(town.organisationId), food: true, uses: ['park'] });
  await town.app.get(EventApprovals).submit(town.host, id);
  await town.post();
  return id;
};
const say = (id: string, code: string, kind: 'reported' | 'confirmed' | 'sent-back', words: string | null) => town.app.get(EventChecklist).say(kind === 'reported' ? town.host : town.approver, id, code, kind, words);

describe('letters about procedures', () => {
  test('those who lead the host read what is due, in one letter, and not what is done by the time it is written', async () => {
    const id = await handedIn();
    await town.actor({ name: '副 会長', email: 'deputy@example.jp' }, town.organisationId, 'council-officer');
    // The concert is on Sunday 29 November: food is due on the 18th (seven business days), the insurance on the 27th.
    town.app.clock.set('2026-11-16T10:00:00+09:00');
    await town.app.get(Checklists).sweep(town.app.clock.now());
    const letters = await town.post();
    expect(letters.map((mail) => [to(mail), mail.subject])).toEqual([
      ['leader@example.jp', '手続きの期日が近づいています：靱公園バラ園コンサート'],
      ['deputy@example.jp', '手続きの期日が近づいています：靱公園バラ園コンサート'],
    ]);
    expect(letters[0]!.text).toContain('臨時出店届：保健所（生活衛生監視事務所）（11月18日(水)まで）');
    expect(letters[0]!.text).toContain(`${URL_OF_SITE}/app/events/${id}`);
    await town.app.get(Checklists).sweep(town.app.clock.now());
    expect(await town.post()).toEqual([]);

    town.app.clock.set('2026-11-18T10:00:00+09:00');
    await town.app.get(Checklists).sweep(town.app.clock.now());
    await say(id, 'food', 'reported', '出しました。');
    expect(await town.post()).toEqual([]);
  });

  test('what is not done yet goes back with words; what keeps the approved event back is shown to the ward', async () => {
    const id = await handedIn();
    await say(id, 'food', 'reported', '出しました。');
    expect(await town.post()).toEqual([]);
    await say(id, 'food', 'sent-back', '受付印がありません。');
    const [back] = await town.post();
    expect([to(back!), back!.subject]).toEqual(['leader@example.jp', '手続きについて、もう一度お願いします：靱公園バラ園コンサート']);
    expect(back!.text).toContain('区からのひとこと：受付印がありません。');

    await say(id, 'food', 'confirmed', '窓口で受けとりました。');
    await town.app.get(EventApprovals).approve(town.approver, id, { revision: 1 });
    await town.post();
    await say(id, 'park', 'reported', '許可が出ました。');
    const [asked, ...others] = await town.post();
    expect([to(asked!), asked!.subject, others]).toEqual(['approver@example.jp', '手続きの確認のお願い：靱公園バラ園コンサート', []]);
    expect(asked!.text).toContain('主催から：許可が出ました。');
    expect(asked!.text).toContain(`${URL_OF_SITE}/app/approvals/`);
  });

  test('every procedure with which the ward’s list begins has a name and an office in each language', async () => {
    const kinds = await town.app.tx((tx) => rows<{ code: string; title: string; authority: string }>(tx, 'select code, title, authority from approvals.checklist_kind order by sort'));
    expect(kinds.length).toBeGreaterThanOrEqual(15);
    expect(kinds.map((kind) => procedureIn(translator('ja'), kind))).toEqual(kinds);
    expect(kinds.filter((kind) => [kind.title, kind.authority].some((word, at) => [procedureIn(translator('en'), kind).title, procedureIn(translator('en'), kind).authority][at] === word))).toEqual([]);
  });
});
