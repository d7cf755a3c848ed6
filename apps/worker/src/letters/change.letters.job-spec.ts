import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationChanges, EventApprovals, EventChangeDrafts, EventQueries, type UpdateEventRequest } from '@yoriai/events';
import { Deliverer } from '@yoriai/notifications';
import { MessageHandlers, rows } from '@yoriai/platform';
import { Assignments, Shifts } from '@yoriai/rosters';
import { LetterTown, calendarOf, concert, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;
let event: { id: string; frameId: string; shiftId: string };

beforeEach(async () => {
  town = await LetterTown.open();
  event = await town.published();
  await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
  await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
  await town.apply(event, '北村 まつ', { email: 'waits@example.jp' });
  await town.post();
});
afterEach(() => town.close());

async function handIn(request: UpdateEventRequest): Promise<void> {
  const { version } = await town.app.get(EventQueries).detail(town.host, event.id);
  await town.app.get(EventChangeDrafts).update(town.host, event.id, request, `"${version}"`);
  await town.app.get(EventApprovals).submit(town.host, event.id);
}

describe('letters of a change', () => {
  test('the ward is asked; nobody who applied hears of what is not approved', async () => {
    await handIn({ placeName: '松島公園' });
    expect((await town.post()).map((mail) => [to(mail), mail.subject])).toEqual([['approver@example.jp', '変更の審査のお願い：靱公園バラ園コンサート（西船場連合振興町会）']]);
    await town.app.get(EventApprovals).return(town.approver, event.id, { reason: '地図をつけてください。', revision: 2 });
    const [returned] = await town.post();
    expect(returned?.subject).toBe('変更の申請をお返しします：靱公園バラ園コンサート');
    expect(returned?.text).toContain('地図をつけてください。');
    await town.app.get(EventApprovals).submit(town.host, event.id);
    await town.post();
    await town.app.get(EventApprovals).reject(town.approver, event.id, { reason: '公園が使えません。', revision: 3 });
    const letters = await town.post();
    expect(letters.map((mail) => [to(mail), mail.subject])).toEqual([['leader@example.jp', '変更は承認されませんでした：靱公園バラ園コンサート']]);
    expect(letters[0]?.text).toContain('公園が使えません。');
  });

  test('approved, everybody who is in or waits is told old and new, can cancel, and gets the new day for the calendar', async () => {
    await handIn({ placeName: '松島公園', startsAt: '2026-11-28T13:00:00+09:00', endsAt: '2026-11-28T15:00:00+09:00' });
    await town.post();
    await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
    const letters = await town.post();
    expect(letters.map((mail) => to(mail)).sort()).toEqual(['hanako@example.jp', 'leader@example.jp', 'waits@example.jp']);
    expect(letterTo(letters, 'leader@example.jp')?.subject).toBe('変更が承認されました：靱公園バラ園コンサート');
    const hers = letterTo(letters, 'hanako@example.jp');
    expect(hers?.subject).toBe('変更のお知らせ：靱公園バラ園コンサート（11月28日(土)）');
    expect(hers?.text).toContain('11月29日(日) 13時〜15時 → 11月28日(土) 13時〜15時');
    expect(hers?.text).toMatch(/靱公園 バラ園.* → 松島公園/);
    expect(hers?.text).toContain('/t/');
    expect(hers?.text).toMatch(/雨のとき：.*28日.* → .*27日.*17時/);
    expect(hers?.text).not.toContain('持ち物');
    expect(calendarOf(hers)).toContain('DTSTART');
    // Without a mail address: on the call sheet, with what to say.
    const calls = await town.app.database.asOwner(`select kind, state from notifications.delivery where event_id = $1 and kind = 'event-changed' and address is null`, [event.id]);
    expect(calls).toEqual([{ kind: 'event-changed', state: 'no-channel' }]);
  });

  test('approved at night, who only comes hears in the morning; who may be on the way to set up hears at once', async () => {
    await town.app.get(Assignments).take(await town.actor({ name: '青木 りん', email: 'rin@example.jp' }), event.shiftId);
    await handIn({ placeName: '松島公園' });
    await town.post();
    town.app.clock.set('2026-11-28T22:00:00+09:00');
    await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
    expect((await town.post()).map((mail) => to(mail)).sort()).toEqual(['leader@example.jp', 'rin@example.jp']);
    town.app.clock.set('2026-11-29T07:00:00+09:00');
    expect((await town.post()).map((mail) => to(mail)).sort()).toEqual(['hanako@example.jp', 'waits@example.jp']);
  });

  test('approved at night with days to go, nobody is woken', async () => {
    await town.app.get(Assignments).take(await town.actor({ name: '青木 りん', email: 'rin@example.jp' }), event.shiftId);
    await handIn({ placeName: '松島公園' });
    await town.post();
    town.app.clock.set('2026-11-10T21:00:00+09:00');
    await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
    expect((await town.post()).map((mail) => to(mail))).toEqual(['leader@example.jp']);
    town.app.clock.set('2026-11-11T07:00:00+09:00');
    expect((await town.post()).map((mail) => to(mail)).sort()).toEqual(['hanako@example.jp', 'rin@example.jp', 'waits@example.jp']);
  });

  test('who only comes is led to the ticket above, not to duties; each answer that a resident goes by is told', async () => {
    const answers = { accessText: '南門からお入りください。', bringText: '帽子', careText: '手話の通訳がつきます。', contactPhone: '06-0000-9999', title: '松島公園コンサート' };
    await handIn({ placeName: '松島公園', ...answers });
    await town.post();
    await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
    const text = letterTo(await town.post(), 'hanako@example.jp')?.text ?? '';
    for (const answer of Object.values(answers)) expect(text).toMatch(new RegExp(` → .*${answer}`, 'u'));
    expect(text.match(/お問い合わせ/g)).toHaveLength(1);
    expect(text).toContain('上の「切符を開く」から取り消せます');
    expect(text).not.toContain('予定を見る');
    expect(text.indexOf('/t/')).toBeLessThan(text.indexOf('上の「切符を開く」'));
  });

  test('what stands no more when the letter goes out is told to nobody', async () => {
    await handIn({ placeName: '松島公園' });
    await town.app.deliver();
    await town.app.get(EventApprovals).withdraw(town.host, event.id);
    expect(await town.post()).toEqual([]);
    await town.app.get(EventApprovals).submit(town.host, event.id);
    await town.post();
    await town.app.get(EventApprovals).return(town.approver, event.id, { reason: '地図をつけてください。', revision: 3 });
    await town.app.deliver();
    await town.app.get(EventApprovals).submit(town.host, event.id);
    expect((await town.post()).map((mail) => to(mail))).toEqual(['approver@example.jp']);
    await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 4 });
    await town.app.deliver();
    const [hers] = await town.app.database.asOwner<{ id: string }>(`select id from events.application where event_id = $1 and contact_email = 'hanako@example.jp'`, [event.id]);
    await town.app.get(ApplicationChanges).cancel(town.host, hers!.id, null);
    const changed = (await town.post()).filter(({ subject }) => subject?.startsWith('変更のお知らせ'));
    expect(changed.map((mail) => to(mail))).toEqual(['waits@example.jp']);
  });

  test('each change is told', async () => {
    for (const [revision, placeName] of ['松島公園', '新町北公園'].entries()) {
      await handIn({ placeName });
      await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: revision + 2 });
      expect(letterTo((await town.post()).filter(({ subject }) => subject?.startsWith('変更のお知らせ')), 'hanako@example.jp')?.text).toContain(`→ ${placeName}`);
    }
  });

  test('a change that people do not go by is told to nobody but the host', async () => {
    await handIn({ uses: ['facility'] });
    await town.post();
    await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
    expect((await town.post()).map((mail) => to(mail))).toEqual(['leader@example.jp']);
    expect(await town.app.database.asOwner(`select kind from notifications.delivery where kind = 'event-changed'`)).toEqual([]);
  });
});

test('who has entered a draw is told that it is at another hour, the others nothing', async () => {
  event = await town.published({ frames: [{ name: 'くじの席', capacity: 2, method: 'lottery', closesAt: '2026-11-20T17:00:00+09:00' }] });
  await town.apply(event, '山田 花子', { email: 'drawn@example.jp' });
  await town.post();
  await handIn({ frames: [{ id: event.frameId, name: 'くじの席', capacity: 2, method: 'lottery', closesAt: '2026-11-22T17:00:00+09:00' }] });
  await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
  const told = (await town.post()).filter(({ subject }) => subject?.startsWith('変更のお知らせ'));
  expect(told.map((mail) => to(mail))).toEqual(['drawn@example.jp']);
  expect(told[0]?.text).toMatch(/抽選の日時：.*20日.* → .*22日/);
});

describe('letters of a change to who helps', () => {
  const CLEARING = { duty: '片づけ', place: '舞台', startsAt: '2026-11-29T15:30:00+09:00', endsAt: '2026-11-29T16:30:00+09:00', people: 3 };

  /** Somebody who has taken these duties. */
  async function helping(eventId: string, email: string, ...duties: string[]): Promise<void> {
    const helper = await town.actor({ name: '手伝 花', email });
    const shifts = await town.app.tx((tx) => town.app.get(Shifts).ofEvent(tx, eventId));
    for (const { id } of shifts.filter(({ duty }) => duties.includes(duty))) await town.app.get(Assignments).take(helper, id);
  }

  /** The ward approves the plan with these words in place of the old ones; nobody has heard of it yet. */
  async function approved(changes: Record<string, Partial<typeof CLEARING>>, request: UpdateEventRequest = {}): Promise<void> {
    const { duties } = await town.app.get(EventQueries).detail(town.host, event.id);
    await handIn({ ...request, duties: duties.map((duty) => ({ ...duty, ...changes[duty.duty] })) });
    await town.post();
    await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
  }

  /** Letters go out before the shifts have followed: the two wait for nothing but the message. */
  async function lettersBeforeShifts(): Promise<void> {
    const [changed] = await town.app.tx((tx) => rows<{ id: string; payload: unknown; at: Date }>(tx, `select id, payload, at from platform.outbox where message = 'events.event-changed'`));
    const subscriber = 'letters.event-changed';
    await town.app.tx((tx) => rows(tx, 'insert into platform.inbox (message_id, subscriber, enqueued_at) values ($1, $2, now())', [changed!.id, subscriber]));
    await town.app.get(MessageHandlers).handle({ messageId: changed!.id, subscriber, message: 'events.event-changed', payload: changed!.payload, at: changed!.at.toISOString() });
    while ((await town.app.get(Deliverer).deliverSlice()).claimed > 0);
  }

  beforeEach(async () => {
    event = await town.published({ duties: [...concert(town.organisationId).duties!, CLEARING] });
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await helping(event.id, 'both@example.jp', '受付', '片づけ');
    await helping(event.id, 'moved@example.jp', '受付');
    await town.post();
  });

  test.each(['shifts', 'letters'])('the letter names the duties that stand, none that moved (%s first)', async (first) => {
    await approved({ 受付: { startsAt: '2026-11-29T11:00:00+09:00' } }, { placeName: '松島公園' });
    const before = town.sink.mails.length;
    if (first === 'letters') await lettersBeforeShifts();
    await town.post();
    const letters = (await town.sink.parsed()).slice(before);
    const changed = letters.filter(({ subject }) => subject?.startsWith('変更のお知らせ'));
    expect(changed.map((mail) => to(mail)).sort()).toEqual(['both@example.jp', 'hanako@example.jp']);
    const hers = letterTo(changed, 'hanako@example.jp');
    expect(hers?.text).toContain('お申し込みは、そのまま生きています。');
    expect(hers?.text).not.toContain('当番の時間');
    const theirs = letterTo(changed, 'both@example.jp');
    expect(theirs?.text).not.toContain('お申し込みは');
    expect(theirs?.text).toContain('下の当番の時間は、変わりません。');
    expect(theirs?.text).toContain('当番：片づけ');
    expect(theirs?.text).not.toContain('受付');
    expect(calendarOf(theirs)).not.toContain('受付');
    const taken = letters.filter(({ subject }) => subject?.startsWith('当番を取り消しました：受付'));
    expect(taken.map((mail) => to(mail)).sort()).toEqual(['both@example.jp', 'moved@example.jp']);
    for (const mail of taken) expect(mail.text).toContain('当番の時間：11月29日(日) 12時〜15時30分');
  });

  test('who loses a duty that moved reads what they had said yes to, not its new name', async () => {
    await approved({ 受付: { duty: '案内', place: '南の入口', startsAt: '2026-11-29T11:00:00+09:00' } });
    const taken = letterTo(await town.post(), 'moved@example.jp');
    expect(taken?.subject).toContain('当番を取り消しました：受付');
    expect(taken?.text).toContain('集合場所：北の入口');
    expect(taken?.text).not.toMatch(/案内|南の入口|主催者が、この当番を取り消しました/);
    // It was the plan, not the host: where the event stands now, and the way back.
    for (const words of ['いったん外れました', '行事の新しい予定', 'もう一度、当番にお入りください', '/events/']) expect(taken?.text).toContain(words);
  });

  test.each(['shifts', 'letters'])('who is on duty is told its new end (%s first)', async (first) => {
    town.app.clock.set('2026-11-29T13:00:00+09:00');
    await approved({ 受付: { endsAt: '2026-11-29T17:00:00+09:00' } });
    const before = town.sink.mails.length;
    if (first === 'letters') await lettersBeforeShifts();
    await town.post();
    const letters = (await town.sink.parsed()).slice(before);
    const told = letterTo(letters.filter(({ subject }) => subject?.startsWith('変更のお知らせ')), 'moved@example.jp');
    expect(told?.text).toContain('当番の時間：11月29日(日) 12時〜15時30分 → 11月29日(日) 12時〜17時');
    expect(told?.text).not.toContain('変わりません');
    expect(letters.some(({ subject }) => subject?.startsWith('当番を取り消しました'))).toBe(false);
  });

  test('who helps is told another task and another place of the same hour, the others nothing', async () => {
    await helping(event.id, 'clearing@example.jp', '片づけ');
    await town.post();
    await approved({ 片づけ: { duty: '舞台の片づけ', place: '北の倉庫' } });
    const changed = (await town.post()).filter(({ subject }) => subject?.startsWith('変更のお知らせ'));
    expect(changed.map((mail) => to(mail)).sort()).toEqual(['both@example.jp', 'clearing@example.jp']);
    for (const mail of changed) {
      expect(mail.text).toContain('当番：片づけ → 舞台の片づけ');
      expect(mail.text).toContain('集合場所：舞台 → 北の倉庫');
    }
    expect(letterTo(changed, 'both@example.jp')?.text).toContain('当番：受付');
    expect(calendarOf(letterTo(changed, 'clearing@example.jp'))).toContain('北の倉庫');
  });
});
