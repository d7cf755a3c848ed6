import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Conditions, FirstCheckRules, WaitingDecisions } from '@yoriai/approvals';
import { Organisations } from '@yoriai/associations';
import { CoHostings, CoHosts, EventApprovals, EventChangeDrafts, EventChecks, EventConditions, EventDrafts, EventQueries } from '@yoriai/events';
import { LetterTown, URL_OF_SITE, concert, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

describe('letters of the journey', () => {
  test('the approver is asked, the host hears of the return and of the approval', async () => {
    const { id } = await town.app.get(EventDrafts).create(town.host, concert(town.organisationId));
    await town.app.get(EventApprovals).submit(town.host, id);
    expect((await town.post()).map((mail) => [to(mail), mail.subject])).toEqual([['approver@example.jp', '審査のお願い：靱公園バラ園コンサート（西船場連合振興町会）']]);

    await town.app.get(EventApprovals).return(town.approver, id, { reason: '音の大きさを書いてください。', revision: 1, remarks: [{ field: 'placeName', text: '南の入口ですか。' }, { field: 'endsAt', text: '15時までに。' }] });
    const [returned] = await town.post();
    expect(returned?.subject).toBe('直していただきたいところがあります：靱公園バラ園コンサート');
    expect(returned?.text).toContain('区からのひとこと：音の大きさを書いてください。');
    expect(returned?.text).toContain('区から（場所）：南の入口ですか。');
    expect(returned?.text).toContain('区から（日時）：15時までに。');
    expect(returned?.text).toContain(`${URL_OF_SITE}/app/events/${id}`);

    await town.app.get(EventApprovals).submit(town.host, id);
    await town.post();
    await town.app.get(EventApprovals).approve(town.approver, id, { revision: 2 });
    expect((await town.post()).map((mail) => [to(mail), mail.subject])).toEqual([['leader@example.jp', '承認されました：靱公園バラ園コンサート']]);
  });
});

describe('letters about what waits for a decision', () => {
  test('remind the approver after three and five business days, and then the administrator, who reads no title and has one letter of all that wait', async () => {
    const { app } = town;
    const office = town.approver.grants[0]!.organisationId;
    await town.actor({ name: '区 管理', email: 'admin@example.jp' }, office, 'admin');
    app.clock.set('2026-11-02T10:00:00+09:00');
    const { id } = await app.get(EventDrafts).create(town.host, concert(town.organisationId));
    await app.get(EventApprovals).submit(town.host, id);
    const other = await app.get(EventDrafts).create(town.host, concert(town.organisationId));
    await app.get(EventApprovals).submit(town.host, other.id);
    await town.post();
    const remindAt = async (at: string) => {
      app.clock.set(at);
      await app.get(WaitingDecisions).sweep(app.clock.now());
      return town.post();
    };
    const [three, otherThree] = await remindAt('2026-11-06T09:00:00+09:00');
    expect([to(three!), three!.subject]).toEqual(['approver@example.jp', '決裁を待っています（3営業日）：靱公園バラ園コンサート']);
    expect(to(otherThree!)).toBe('approver@example.jp');
    expect(three!.text).not.toContain('代決');
    const five = await remindAt('2026-11-10T09:00:00+09:00');
    expect(five.map((mail) => [to(mail), mail.subject]).sort()).toEqual([
      ['admin@example.jp', '決裁を待って5営業日たった申請があります'],
      ['approver@example.jp', '決裁を待っています（5営業日）：靱公園バラ園コンサート'],
      ['approver@example.jp', '決裁を待っています（5営業日）：靱公園バラ園コンサート'],
    ]);
    expect(five.find((mail) => to(mail) === 'approver@example.jp')!.text).toContain('代決');
    expect(five.find((mail) => to(mail) === 'admin@example.jp')!.text).not.toContain('コンサート');
  });
});

describe('letters about the first check of a council', () => {
  test('its officers are asked before the approver; the host hears what it says, and both that it was passed over', async () => {
    const { app } = town;
    const areaId = await app.tx(async (tx) => (await app.get(Organisations).byId(tx, town.organisationId)).areaId);
    const council = await app.tx((tx) => app.get(Organisations).add(tx, { name: '西船場地域活動協議会', kana: 'にしせんば', slug: 'council', kind: 'council', areaId }));
    const officer = await town.actor({ name: '中村 由紀', email: 'council@example.jp' }, council, 'leader');
    await app.get(FirstCheckRules).set(town.approver, council, { kinds: null, businessDays: 5 });
    const post = async () => (await town.post()).map((mail) => [to(mail), mail.subject]).sort();
    const { id } = await app.get(EventDrafts).create(town.host, concert(town.organisationId));
    await app.get(EventApprovals).submit(town.host, id);
    expect(await post()).toEqual([['council@example.jp', '確認のお願い：靱公園バラ園コンサート（西船場地域活動協議会）']]);
    await app.get(EventApprovals).return(officer, id, { revision: 1, remarks: [{ field: 'placeName', text: '南の入口ですか。' }] });
    const [returned] = await town.post();
    expect([to(returned!), returned!.subject]).toEqual(['leader@example.jp', '協議会から、直していただきたいところがあります：靱公園バラ園コンサート']);
    expect(returned!.text).toContain('協議会から（場所）：南の入口ですか。');
    await app.get(EventApprovals).submit(town.host, id);
    await town.post();
    app.clock.set('2026-12-28T10:00:00+09:00');
    await app.get(EventChecks).sweep(app.clock.now());
    expect(await post()).toEqual([
      ['approver@example.jp', '審査のお願い：靱公園バラ園コンサート（西船場連合振興町会）'],
      ...['council@example.jp', 'leader@example.jp'].map((who) => [who, '区の審査に進みました（協議会の期日が過ぎました）：靱公園バラ園コンサート']),
    ]);
    const late = await app.get(EventDrafts).create(town.host, { ...concert(town.organisationId), startsAt: '2027-01-08T10:00:00+09:00', endsAt: '2027-01-08T13:00:00+09:00', rainPolicy: 'go-ahead', rainDecisionAt: null, duties: [] });
    await app.get(EventApprovals).submit(town.host, late.id);
    expect(await post()).toEqual([
      ['approver@example.jp', '審査のお願い：靱公園バラ園コンサート（西船場連合振興町会）'],
      ...['council@example.jp', 'leader@example.jp'].map((who) => [who, '区の審査に進みました（協議会の確認はありません）：靱公園バラ園コンサート']),
    ]);
  });
});

test('the ward reads with the request that a council has looked, and its words', async () => {
  const { app } = town;
  const areaId = await app.tx(async (tx) => (await app.get(Organisations).byId(tx, town.organisationId)).areaId);
  const council = await app.tx((tx) => app.get(Organisations).add(tx, { name: '西船場地域活動協議会', kana: 'にしせんば', slug: 'council', kind: 'council', areaId }));
  const officer = await town.actor({ name: '中村 由紀', email: 'council@example.jp' }, council, 'leader');
  await app.get(FirstCheckRules).set(town.approver, council, { kinds: null, businessDays: 5 });
  const { id } = await app.get(EventDrafts).create(town.host, concert(town.organisationId));
  await app.get(EventApprovals).submit(town.host, id);
  await town.post();
  await app.get(EventChecks).confirm(officer, id, { revision: 1, words: '当日は役員も手伝います。' });
  const asked = (await town.post()).find((mail) => to(mail) === 'approver@example.jp');
  for (const words of ['協議会の確認', '西船場地域活動協議会', '当日は役員も手伝います。']) expect(asked?.text).toContain(words);
});

describe('letters about holding an event together', () => {
  test('those who are asked read what the host writes, the host what they answer, and they again that it is off', async () => {
    const other = await town.app.tx((tx) => town.app.get(Organisations).add(tx, { name: '江戸堀連合振興町会', kana: 'えどぼり', slug: 'edobori', kind: 'federation', areaId: null }));
    const leader = await town.actor({ name: '山本 正', email: 'edobori@example.jp' }, other, 'leader');
    const { id } = await town.app.get(EventDrafts).create(town.host, concert(town.organisationId));
    const { items } = await town.app.get(CoHosts).invite(town.host, id, { organisationId: other, words: '当日の人手をお願いします。' });
    const [asked] = await town.post();
    expect([to(asked!), asked!.subject]).toEqual(['edobori@example.jp', '共催のお願い：靱公園バラ園コンサート']);
    expect(asked!.text).toContain('ひとこと：当日の人手をお願いします。');
    expect(asked!.text).toContain(`${URL_OF_SITE}/app/co-hosting`);
    await town.app.get(CoHostings).answer(leader, items[0]!.id, 'accepted', 'よろこんで。');
    const [yes] = await town.post();
    expect([to(yes!), yes!.subject]).toEqual(['leader@example.jp', '共催が決まりました：靱公園バラ園コンサート']);
    expect(yes!.text).toContain('ひとこと：よろこんで。');
    await town.app.get(CoHosts).withdraw(town.host, items[0]!.id, null);
    expect((await town.post()).map((mail) => [to(mail), mail.subject])).toEqual([['edobori@example.jp', '共催のお願いが取り下げられました：靱公園バラ園コンサート']]);
  });
});

describe('letters about conditions', () => {
  const fire = { text: '露店等の開設届出書を、消防署に出してください。', dueOn: '2026-11-27', blocking: true };
  const approvedOn = async (): Promise<{ id: string; conditionId: string }> => {
    const { id } = await town.app.get(EventDrafts).create(town.host, concert(town.organisationId));
    await town.app.get(EventApprovals).submit(town.host, id);
    await town.post();
    const { approval } = await town.app.get(EventApprovals).approve(town.approver, id, { revision: 1, conditions: [fire] });
    return { id, conditionId: approval!.conditions[0]!.id };
  };

  test('the approval names the procedures too that stand before the publication, and no other', async () => {
    const { id } = await town.app.get(EventDrafts).create(town.host, { ...concert(town.organisationId), uses: ['park'] });
    await town.app.get(EventApprovals).submit(town.host, id);
    await town.post();
    await town.app.get(EventApprovals).approve(town.approver, id, { revision: 1, conditions: [fire] });
    const [approved] = await town.post();
    expect(approved?.text).toContain('条件（公開の前に）：露店等の開設届出書を、消防署に出してください。（11月27日(金)まで）');
    expect(approved?.text).toMatch(/手続き（公開の前に）：公園の使用許可、[^\n]+（\d+月\d+日\(.\)まで）/);
    expect(approved?.text).toContain('公開の前にすませる手続きがあります。');
    expect(approved?.text?.match(/手続き（公開の前に）/g)).toHaveLength(1);
  });

  test('the approval names them; the reminder goes once, and not for what was reported by then', async () => {
    const { id, conditionId } = await approvedOn();
    const [approved] = await town.post();
    expect(approved?.text).toContain('条件（公開の前に）：露店等の開設届出書を、消防署に出してください。（11月27日(金)まで）');
    expect(approved?.text).toContain('公開できません');
    expect(approved?.text).not.toContain('公開すると、申し込みが始まります');
    expect(approved?.text).not.toContain('手続き（');

    town.app.clock.set('2026-11-24T10:00:00+09:00');
    await town.app.get(Conditions).sweep(town.app.clock.now());
    await town.app.get(Conditions).sweep(town.app.clock.now());
    const [reminder, ...others] = await town.post();
    expect([to(reminder!), reminder!.subject, others]).toEqual(['leader@example.jp', '条件の期日が近づいています：靱公園バラ園コンサート', []]);
    expect(reminder!.text).toContain('11月27日(金)');
    expect(reminder!.text).toContain(`${URL_OF_SITE}/app/events/${id}`);

    const late = await approvedOn();
    await town.post();
    town.app.clock.set('2026-11-26T10:00:00+09:00');
    await town.app.get(Conditions).sweep(town.app.clock.now());
    await town.app.get(EventConditions).say(town.host, late.id, late.conditionId, 'reported', '出しました。');
    expect((await town.post()).map(to)).toEqual(['approver@example.jp']);
    expect(conditionId).not.toBe(late.conditionId);
  });

  test('the ward is asked to look at what is reported, but nobody who ever reported it; the host hears when it is settled', async () => {
    const { id, conditionId } = await approvedOn();
    await town.post();
    await town.app.get(EventConditions).say(town.host, id, conditionId, 'reported', '11月20日に出しました。');
    const [asked, ...others] = await town.post();
    expect([to(asked!), asked!.subject, others]).toEqual(['approver@example.jp', '条件の確認のお願い：靱公園バラ園コンサート', []]);
    expect(asked!.text).toContain('主催から：11月20日に出しました。');
    expect(asked!.text).toContain(`${URL_OF_SITE}/app/approvals/`);
    await town.app.get(EventConditions).say(town.approver, id, conditionId, 'confirmed', null);
    const [settled] = await town.post();
    expect([to(settled!), settled!.subject]).toEqual(['leader@example.jp', '条件を確かめました：靱公園バラ園コンサート']);
  });

  test('nobody of the ward is asked to judge their own report', async () => {
    const { id, conditionId } = await approvedOn();
    await town.post();
    await town.app.get(EventConditions).say(town.approver, id, conditionId, 'reported', '窓口で受けました。');
    expect((await town.post()).map(to)).toEqual([]);
  });

  test('what is sent back says what is missing', async () => {
    const { id, conditionId } = await approvedOn();
    await town.post();
    await town.app.get(EventConditions).say(town.host, id, conditionId, 'reported', '出しました。');
    await town.post();
    await town.app.get(EventConditions).say(town.approver, id, conditionId, 'sent-back', '受付印のある控えをください。');
    const [back] = await town.post();
    expect([to(back!), back!.subject]).toEqual(['leader@example.jp', '条件について、もう一度お願いします：靱公園バラ園コンサート']);
    expect(back!.text).toContain('区からのひとこと：受付印のある控えをください。');
  });
});

test('who is asked to look at a change reads what would change, old and new', async () => {
  const event = await town.published();
  await town.post();
  const { version } = await town.app.get(EventQueries).detail(town.host, event.id);
  const frames = [{ id: event.frameId, name: 'いす席', capacity: 60 }];
  await town.app.get(EventChangeDrafts).update(town.host, event.id, { startsAt: '2026-11-30T13:00:00+09:00', endsAt: '2026-11-30T15:00:00+09:00', food: true, frames }, `"${version}"`);
  await town.app.get(EventApprovals).submit(town.host, event.id);
  const [asked] = await town.post();
  expect([to(asked!), asked!.subject]).toEqual(['approver@example.jp', '変更の審査のお願い：靱公園バラ園コンサート（西船場連合振興町会）']);
  expect(asked!.text).toMatch(/日時：11月29日\(日\).* → 11月30日\(月\)/);
  expect(asked!.text).toContain('食べ物・飲み物を出すか：いいえ → はい');
  expect(asked!.text).toContain('申込：いす席 2人 → いす席 60人');
});

test('what only has to be notified: nobody at the ward is asked, and the host reads how it was approved', async () => {
  const { id } = await town.app.get(EventDrafts).create(town.host, { ...concert(town.organisationId), frames: [{ name: '席', capacity: 20 }], uses: [] });
  await town.app.get(EventApprovals).submit(town.host, id);
  const [letter, ...others] = await town.post();
  expect([to(letter!), letter!.subject, others]).toEqual(['leader@example.jp', '承認されました：靱公園バラ園コンサート', []]);
  expect(letter!.text).toContain('届け出だけでよい行事なので、自動で承認されました。');
});
