import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CaseComments } from '@yoriai/approvals';
import { Actor, Areas, Organisations } from '@yoriai/associations';
import { DraftHandOvers, EventApprovals, EventDrafts } from '@yoriai/events';
import { LetterTown, URL_OF_SITE, concert, to } from './testing/letter-town.js';

let town: LetterTown;
let centre: Actor;

beforeEach(async () => {
  town = await LetterTown.open();
  const { app } = town;
  const areaId = await app.tx(async (tx) => (await app.get(Organisations).byId(tx, town.organisationId)).areaId ?? (await app.get(Areas).all(tx))[0]!.id);
  const id = await app.tx((tx) => app.get(Organisations).add(tx, { name: '西船場まちづくりセンター', kana: 'まち', slug: 'centre', kind: 'center', areaId }));
  const somebody = await town.actor({ name: '町野 灯', email: 'centre@example.jp' }, id, 'center');
  centre = new Actor({ personId: somebody.personId, accountId: somebody.accountId, sessionId: somebody.sessionId, name: somebody.name, grants: somebody.grants.map((grant) => ({ ...grant, areaId })) });
});
afterEach(() => town.close());

const post = async () => (await town.post()).map((mail) => [to(mail), mail.subject]).sort();

test('a word of the centre goes to the leaders of the host and to who decides, once, and not once it is decided on', async () => {
  const { app } = town;
  const { id } = await app.get(EventDrafts).create(town.host, concert(town.organisationId));
  const { approval } = await app.get(EventApprovals).submit(town.host, id);
  await town.post();
  await app.get(CaseComments).add(centre, approval!.caseId, { words: '会場とは話がついています。', revision: 1 });
  const letters = await town.post();
  expect(letters.map((mail) => [to(mail), mail.subject]).sort()).toEqual([
    ['approver@example.jp', 'まちづくりセンターのひとこと：靱公園バラ園コンサート'],
    ['leader@example.jp', 'まちづくりセンターのひとこと：靱公園バラ園コンサート'],
  ]);
  const [toApprover, toHost] = ['approver@example.jp', 'leader@example.jp'].map((address) => letters.find((mail) => to(mail) === address)!);
  for (const mail of letters) expect(mail.text).toContain('ひとこと：会場とは話がついています。');
  expect(toApprover!.text).toContain('決めるときに');
  expect(toHost!.text).toContain('区も同じものを読みます');
  expect(toHost!.text).toContain(`${URL_OF_SITE}/app/approvals/${approval!.caseId}`);
  expect(await post()).toEqual([]);

  await app.get(CaseComments).add(centre, approval!.caseId, { words: '会場の鍵は借りられました。', revision: 1 });
  expect((await post()).map(([address]) => address)).toEqual(['leader@example.jp']);
  await app.get(CaseComments).add(centre, approval!.caseId, { words: 'もう一つあります。', revision: 1 });
  await app.get(EventApprovals).approve(town.approver, id, { revision: 1 });
  expect((await post()).map(([, subject]) => subject)).toEqual(['承認されました：靱公園バラ園コンサート']);
});

test('a draft that is written is told to the leaders of the host, unless it is handed in by then', async () => {
  const { app } = town;
  const { id } = await app.get(EventDrafts).create(centre, concert(town.organisationId));
  await app.get(DraftHandOvers).ask(centre, id);
  const [letter, ...others] = await town.post();
  expect([to(letter!), letter!.subject, others]).toEqual(['leader@example.jp', '下書きができました：靱公園バラ園コンサート', []]);
  expect(letter!.text).toContain('西船場まちづくりセンターが手伝った下書きができました。');
  expect(letter!.text).toContain(`${URL_OF_SITE}/app/events/${id}`);
  const another = await app.get(EventDrafts).create(centre, { ...concert(town.organisationId), title: '夕方のコンサート' });
  await app.get(DraftHandOvers).ask(centre, another.id);
  await app.get(EventApprovals).submit(town.host, another.id);
  expect((await post()).map(([, subject]) => subject)).not.toContain('下書きができました：夕方のコンサート');
});
