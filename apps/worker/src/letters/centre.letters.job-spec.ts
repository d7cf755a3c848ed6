import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CaseComments, FirstCheckRules } from '@yoriai/approvals';
import { Actor, Areas, Organisations } from '@yoriai/associations';
import { DraftHandOvers, EventApprovals, EventDrafts } from '@yoriai/events';
import { newId } from '@yoriai/platform';
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

describe('who hears of a word', () => {
  const say = (by: Actor, caseId: string, words: string) => town.app.get(CaseComments).add(by, caseId, { words, revision: 1 });
  const heard = async () => (await post()).filter(([, subject]) => subject?.startsWith('まちづくりセンターのひとこと')).map(([address]) => address);
  const areaOfHost = async () => (await town.app.tx((tx) => town.app.get(Organisations).byId(tx, town.organisationId))).areaId;
  const handedIn = async (): Promise<string> => {
    const { id } = await town.app.get(EventDrafts).create(town.host, concert(town.organisationId));
    const { approval } = await town.app.get(EventApprovals).submit(town.host, id);
    await town.post();
    return approval!.caseId;
  };
  /** Another office of somebody who has one. */
  const alsoHolds = (who: Actor, organisationId: string, role: string) =>
    town.app.database.asOwner(
      `insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at) values ($1, $2, $3, $4, '役員', '2026-04-01', '2028-03-31', now())`,
      [newId(), who.personId, organisationId, role],
    );

  test('the council that looks first, and no approver as long as it does', async () => {
    const { app } = town;
    const areaId = await areaOfHost();
    const council = await app.tx((tx) => app.get(Organisations).add(tx, { name: '西船場地域活動協議会', kana: 'にしせんば', slug: 'council', kind: 'council', areaId }));
    await town.actor({ name: '中村 由紀', email: 'council@example.jp' }, council, 'leader');
    await app.get(FirstCheckRules).set(town.approver, council, { kinds: null, businessDays: 5 });
    await say(centre, await handedIn(), '会場とは話がついています。');
    expect(await heard()).toEqual(['council@example.jp', 'leader@example.jp']);
  });

  test('not who said it, also where they lead the host besides', async () => {
    await alsoHolds(centre, town.organisationId, 'leader');
    await say(centre, await handedIn(), '会場とは話がついています。');
    expect(await heard()).toEqual(['approver@example.jp', 'leader@example.jp']);
  });

  test('whoever leads the host and decides besides, once, as host', async () => {
    const [{ organisation_id }] = (await town.app.database.asOwner<{ organisation_id: string }>(`select organisation_id from associations.officer_term where person_id = $1`, [town.approver.personId])) as [{ organisation_id: string }];
    await alsoHolds(town.host, organisation_id, 'approver');
    await say(centre, await handedIn(), '会場とは話がついています。');
    const letters = (await town.post()).filter((mail) => mail.subject?.startsWith('まちづくりセンターのひとこと'));
    expect(letters.map(to).sort()).toEqual(['approver@example.jp', 'leader@example.jp']);
    expect(letters.find((mail) => to(mail) === 'leader@example.jp')!.text).toContain('区も同じものを読みます');
  });

  test('who decides, of the first word of each day', async () => {
    const caseId = await handedIn();
    await say(centre, caseId, '会場とは話がついています。');
    await say(centre, caseId, '鍵も借りられました。');
    expect((await heard()).filter((address) => address === 'approver@example.jp')).toHaveLength(1);
    town.app.clock.advance(24 * 60);
    await say(centre, caseId, '机も借りられました。');
    expect(await heard()).toEqual(['approver@example.jp', 'leader@example.jp']);
  });

  test('of a drill that is written, its drill leaders besides', async () => {
    await town.actor({ name: '防災 隊長', email: 'drill@example.jp' }, town.organisationId, 'drill-leader');
    for (const [category, told] of [['drill', ['drill@example.jp', 'leader@example.jp']], ['concert', ['leader@example.jp']]] as const) {
      const { id } = await town.app.get(EventDrafts).create(centre, { ...concert(town.organisationId), category });
      await town.app.get(DraftHandOvers).ask(centre, id);
      expect([category, (await post()).map(([address]) => address)]).toEqual([category, told]);
    }
  });
});
