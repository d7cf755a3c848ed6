import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Actor, AssociationsWorkerModule, Invitations, type Role } from '@yoriai/associations';
import { ApplicationChanges, EventApprovals, EventDrafts, EventPublications, Events, EventsWorkerModule, SignUps, type CreateEventRequest } from '@yoriai/events';
import { IdentityWorkerModule, People, SignIn } from '@yoriai/identity';
import { Deliverer, Ledger, NotificationsWorkerModule, OptOuts } from '@yoriai/notifications';
import { MessageHandlers, newId, newToken, rows, type Envelope } from '@yoriai/platform';
import { DueReminders, RemindersWorkerModule } from '@yoriai/reminders';
import { Assignments, RostersWorkerModule, Shifts } from '@yoriai/rosters';
import { TestClock, Town, mailSink, testApp, type MailSink, type TestApp } from '@yoriai/testing';
import type { ParsedMail } from 'mailparser';
import { LettersModule } from './letters.module.js';

const URL_OF_SITE = 'https://yoriai.example.jp';

let sink: MailSink;
let app: TestApp;
let town: Town;
let host: Actor;
let approver: Actor;

beforeEach(async () => {
  sink = await mailSink();
  app = await testApp({
    imports: [IdentityWorkerModule, AssociationsWorkerModule, EventsWorkerModule, RostersWorkerModule, RemindersWorkerModule, NotificationsWorkerModule, LettersModule],
    clock: new TestClock('2026-11-10T10:00:00+09:00'),
    config: { smtpUrl: sink.url, publicUrl: URL_OF_SITE },
  });
  town = new Town(app);
  const organisationId = await town.organisation();
  const office = await town.organisation({ name: '西区役所', kind: 'ward-office', areaId: null });
  host = await actor({ name: '西 会長', email: 'leader@example.jp' }, organisationId, 'leader');
  approver = await actor({ name: '区 決裁', email: 'approver@example.jp' }, office, 'approver');
});
afterEach(async () => {
  await app.close();
  await sink.close();
});

async function actor(person: { name: string; email?: string }, organisationId?: string, role: Role = 'member'): Promise<Actor> {
  const personId = await town.person(person);
  const termId = newId();
  if (organisationId) {
    await app.database.asOwner(
      `insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at)
       values ($1, $2, $3, $4, '役員', '2026-04-01', '2028-03-31', now())`,
      [termId, personId, organisationId, role],
    );
  }
  const grants = organisationId ? [{ termId, organisationId, areaId: null, role }] : [];
  return new Actor({ personId, accountId: newId(), sessionId: newId(), name: person.name, grants });
}

const organisationOf = (one: Actor) => one.grants[0]?.organisationId ?? '';

function concert(): CreateEventRequest {
  return {
    organisationId: organisationOf(host),
    title: '靱公園バラ園コンサート',
    kana: 'うつぼこうえんばらえんこんさーと',
    summary: '秋のバラが見ごろの公園で、町の中学生と音楽の先生が演奏します。',
    field: 'bunka',
    category: 'concert',
    placeName: '靱公園 バラ園',
    placeAddress: '西区靱本町2丁目',
    startsAt: '2026-11-29T13:00:00+09:00',
    endsAt: '2026-11-29T15:00:00+09:00',
    rainPolicy: 'cancelled',
    rainDecisionAt: '2026-11-28T17:00:00+09:00',
    audienceText: 'どなたでも',
    feeText: '無料',
    bringText: 'ひざかけ、飲みもの',
    contactName: '西船場連合振興町会',
    contactPhone: '06-6443-0001',
    contactHours: '9時から19時',
    food: false,
    fire: false,
    frames: [{ name: 'いす席', capacity: 2, perApplicationMax: 2 }],
    duties: [{ duty: '受付', place: '北の入口', startsAt: '2026-11-29T12:00:00+09:00', endsAt: '2026-11-29T15:30:00+09:00', people: 4, note: '動きやすい服で' }],
  };
}

async function published(changes: Partial<CreateEventRequest> = {}): Promise<{ id: string; frameId: string; shiftId: string }> {
  const { id, frames } = await app.get(EventDrafts).create(host, { ...concert(), ...changes });
  await app.get(EventApprovals).submit(host, id);
  await app.get(EventApprovals).approve(approver, id, { revision: 1 });
  await app.get(EventPublications).publish(host, id);
  await app.deliver();
  const [shift] = await app.tx((tx) => app.get(Shifts).ofEvent(tx, id));
  return { id, frameId: frames[0]?.id ?? '', shiftId: shift?.id ?? '' };
}

async function apply(event: { id: string; frameId: string }, name: string, contact: { email?: string; phone?: string }) {
  return app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, name, kana: 'やまだ はなこ', heads: 1, ...contact });
}

/** Everything that follows from what was announced: subscribers, sweep, slices. Answers the letters that went out since the last time. */
async function post(): Promise<ParsedMail[]> {
  const before = sink.mails.length;
  await app.deliver();
  await app.get(DueReminders).sweep(app.clock.now());
  await app.deliver();
  while ((await app.get(Deliverer).deliverSlice()).claimed > 0);
  return (await sink.parsed()).slice(before);
}

/** Hands what was announced to its subscribers newest first: a queue promises no order. */
async function deliverBackwards(): Promise<void> {
  const waiting = await app.tx((tx) =>
    rows<{ id: string; message: Envelope['message']; payload: unknown; at: Date }>(tx, 'update platform.outbox set relayed_at = now() where relayed_at is null returning id, message, payload, at'),
  );
  const handlers = app.get(MessageHandlers);
  for (const { id, message, payload, at } of waiting.sort((a, b) => (a.id < b.id ? 1 : -1))) {
    for (const subscriber of handlers.subscribersOf(message)) {
      await app.tx((tx) => rows(tx, 'insert into platform.inbox (message_id, subscriber, enqueued_at) values ($1, $2, now())', [id, subscriber]));
      await handlers.handle({ messageId: id, subscriber, message, payload, at: at.toISOString() });
    }
  }
}

const to = (mail: ParsedMail) => (Array.isArray(mail.to) ? mail.to : [mail.to]).map((one) => one?.text).join();
const letterTo = (mails: ParsedMail[], address: string) => mails.find((mail) => to(mail) === address);
const calendarOf = (mail: ParsedMail | undefined) => mail?.attachments.find((file) => file.contentType === 'text/calendar')?.content.toString('utf8') ?? '';

describe('letters of the journey', () => {
  test('the approver is asked, the host hears of the return and of the approval', async () => {
    const { id } = await app.get(EventDrafts).create(host, concert());
    await app.get(EventApprovals).submit(host, id);
    expect((await post()).map((mail) => [to(mail), mail.subject])).toEqual([['approver@example.jp', '審査のお願い：靱公園バラ園コンサート（西船場連合振興町会）']]);

    await app.get(EventApprovals).return(approver, id, { reason: '音の大きさを書いてください。', revision: 1 });
    const [returned] = await post();
    expect(returned?.subject).toBe('直していただきたいところがあります：靱公園バラ園コンサート');
    expect(returned?.text).toContain('区からのひとこと：音の大きさを書いてください。');
    expect(returned?.text).toContain(`${URL_OF_SITE}/app/events/${id}`);

    await app.get(EventApprovals).submit(host, id);
    await post();
    await app.get(EventApprovals).approve(approver, id, { revision: 2 });
    expect((await post()).map((mail) => [to(mail), mail.subject])).toEqual([['leader@example.jp', '承認されました：靱公園バラ園コンサート']]);
  });

  test('an application is confirmed with everything one has to know, and a calendar entry', async () => {
    const event = await published();
    const { id, number, ticketUrl } = await apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await post();
    const letter = letterTo(await sink.parsed(), 'hanako@example.jp');
    expect(letter?.subject).toBe('申し込みました：靱公園バラ園コンサート（11月29日(日)）');
    expect(letter?.from?.text).toBe('"寄合（西区）" <yoriai@example.jp>');
    for (const words of [
      '山田 はな子 様',
      '日時：11月29日(日) 13時〜15時',
      '場所：靱公園 バラ園（西区靱本町2丁目）',
      `申込番号：${String(number)}`,
      '持ち物：ひざかけ、飲みもの',
      '雨のとき：雨のときは中止です。11月28日(土) 17時に決めます。',
      'お問い合わせ：西船場連合振興町会 06-6443-0001 9時から19時',
      String(ticketUrl),
    ]) {
      expect(letter?.text).toContain(words);
    }
    expect(ticketUrl).toMatch(/^https:\/\/yoriai\.example\.jp\/t\/[\w-]{43}$/);
    expect(calendarOf(letter)).toContain(`UID:${String(id)}@yoriai.example.jp`);
    expect(calendarOf(letter)).toContain('DTSTART:20261129T040000Z');
  });

  test('the next one waits, and hears when a place is free', async () => {
    const event = await published();
    for (const n of [1, 2]) await apply(event, `申込 ${'一二三'[n]}`, { email: `p${n}@example.jp` });
    const waiting = await apply(event, '待人 一郎', { email: 'waits@example.jp' });
    await post();
    expect(letterTo(await sink.parsed(), 'waits@example.jp')?.subject).toBe('キャンセル待ち1番目です：靱公園バラ園コンサート（11月29日(日)）');

    const first = await app.tx((tx) => rows<{ id: string }>(tx, `select id from events.application where contact_email = 'p1@example.jp'`));
    await app.get(ApplicationChanges).cancel(host, first[0]?.id ?? '', null);
    await app.get(ApplicationChanges).promote(host, waiting.id ?? '');
    const mails = await post();
    expect(letterTo(mails, 'waits@example.jp')?.subject).toBe('席が空きました。参加できます：靱公園バラ園コンサート（11月29日(日)）');
    expect(letterTo(mails, 'p1@example.jp')?.text).toContain('主催者が、この申し込みを取り消しました。');
    expect(calendarOf(letterTo(mails, 'p1@example.jp'))).toContain('METHOD:CANCEL');
  });

  test('a volunteer hears about the duty', async () => {
    const event = await published();
    const helper = await actor({ name: '手伝 花', email: 'helper@example.jp' });
    await app.get(Assignments).take(helper, event.shiftId);
    await post();
    const letter = letterTo(await sink.parsed(), 'helper@example.jp');
    expect(letter?.subject).toBe('当番に入りました：受付／靱公園バラ園コンサート（11月29日(日)）');
    expect(letter?.text).toContain('当番の時間：11月29日(日) 12時〜15時30分');
    expect(letter?.text).toContain('集合場所：北の入口');
  });

  test('a code comes with link and number, an unknown address gets neither', async () => {
    const { requestId } = await app.get(SignIn).request('new@example.jp', { browser: newToken(), from: '203.0.113.7' }, { name: '新 人', kana: 'しん じん', phone: null });
    await app.get(SignIn).request('nobody@example.jp', { browser: newToken(), from: '203.0.113.7' });
    const mails = await post();
    const code = letterTo(mails, 'new@example.jp');
    expect(code?.subject).toMatch(/^\d{6} が入口の番号です$/);
    expect(code?.text).toMatch(new RegExp(`${URL_OF_SITE}/sign-in/link/[\\w-]{43}`));
    expect(letterTo(mails, 'nobody@example.jp')?.text).not.toMatch(/\d{6}\b(?!-)/);
    // Nothing plain lies in the ledger.
    const stored = await app.tx((tx) => rows<{ params: unknown }>(tx, `select params from notifications.delivery where address = 'new@example.jp'`));
    expect(stored).toEqual([{ params: { signInRequestId: requestId } }]);
  });

  test('an officer is invited by a link', async () => {
    await app.get(Invitations).invite(host, organisationOf(host), { email: 'officer@example.jp', role: 'council-officer', title: '副会長' });
    const [letter] = await post();
    expect(letter?.subject).toBe('副会長をお引き受けください（西船場連合振興町会からの招待）');
    expect(letter?.text).toContain('任期：令和8年11月10日から令和10年3月31日まで');
    expect(letter?.text).toMatch(new RegExp(`${URL_OF_SITE}/invitation/[\\w-]{43}`));
  });
});

describe('the language of letters', () => {
  const request = (event: { id: string; frameId: string }, name: string, email: string) => ({ eventId: event.id, frameId: event.frameId, name, kana: 'やまだ はなこ', heads: 1, email });

  test('is that of the page somebody applied on, down to the calendar entry', async () => {
    const event = await published();
    await app.get(SignUps).apply(null, { ...request(event, 'Anna Smith', 'anna@example.jp'), language: 'en' });
    await app.get(SignUps).apply(null, { ...request(event, 'ワン リー', 'wang@example.jp'), language: 'ja-easy' });
    const mails = await post();
    const english = letterTo(mails, 'anna@example.jp');
    expect(english?.subject).toContain('(Sun 29 Nov)');
    expect(english?.text).toContain('Sun 29 Nov, 13:00–15:00');
    expect(english?.html).toContain('<html lang="en">');
    expect(String(english?.attachments[0]?.content)).toMatch(/DESCRIPTION:[A-Z][a-z]+ [a-z]+: /);
    const easy = letterTo(mails, 'wang@example.jp');
    const calendar = easy?.attachments[0];
    expect(`${easy?.subject} ${easy?.from?.text} ${calendar?.filename} ${String(calendar?.content)}`).not.toMatch(/\{[^}]*\|/);
    expect(easy?.text).toContain('日曜日（にちようび） 午後（ごご）1時（じ）から 午後（ごご）3時（じ）まで');
    expect(easy?.html).toContain('<ruby>日曜日<rp>（</rp><rt>にちようび</rt><rp>）</rp></ruby>');
    expect(`${easy?.text} ${String(easy?.html)}`).not.toMatch(/\{[^}]*\|/);
  });

  test('is the one they chose since, for reminders too', async () => {
    const event = await published();
    const { id } = await app.get(SignUps).apply(null, { ...request(event, 'Anna Smith', 'anna@example.jp'), language: 'en' });
    await post();
    const [applied] = await app.tx((tx) => rows<{ person_id: string }>(tx, 'select person_id from events.application where id = $1', [id]));
    await app.tx((tx) => app.get(People).speak(tx, applied?.person_id ?? '', 'ja'));
    app.clock.set('2026-11-28T18:00:30+09:00');
    expect(letterTo(await post(), 'anna@example.jp')?.subject).toMatch(/^あしたです：/);
  });

  test('of a code is that of the page that asked, and stays with who came in by it', async () => {
    const browser = newToken();
    const { requestId } = await app.get(SignIn).request('john@example.jp', { browser, from: '203.0.113.7', language: 'en' }, { name: 'John Doe', kana: 'じょん どう', phone: null });
    const letter = letterTo(await post(), 'john@example.jp');
    expect(letter?.subject).not.toMatch(/\p{Script=Han}/u);
    const { personId } = await app.get(SignIn).complete({ requestId, code: /\d{6}/.exec(letter?.subject ?? '')?.[0] ?? '' }, { browser, from: '203.0.113.7' });
    expect((await app.tx((tx) => app.get(People).byId(tx, personId))).language).toBe('en');
  });
});

describe('an invitation', () => {
  test('of the ward office says that the ward office invites', async () => {
    await app.get(Invitations).invite(approver, organisationOf(host), { email: 'chair@example.jp', role: 'leader', title: '会長' });
    const [letter] = await post();
    expect(letter?.subject).toBe('西船場連合振興町会の会長をお引き受けください（西区役所からの招待）');
    expect(letter?.text).toContain('西区役所から、西船場連合振興町会の会長への招待です。');
  });

  test('goes out in the language that was chosen for the invited person', async () => {
    await app.get(Invitations).invite(approver, organisationOf(host), { email: 'anna@example.jp', role: 'leader', title: 'chair', language: 'en' });
    const [letter] = await post();
    expect(letter?.subject).toMatch(/^[^\p{Script=Hiragana}]*chair/u);
    expect(letter?.subject).not.toMatch(/\p{Script=Hiragana}/u);
  });
});

describe('an application', () => {
  test('whose ticket was lost is sent again, and says so first', async () => {
    const event = await published();
    await apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await post();
    await app.get(SignUps).resend('hanako@example.jp', '203.0.113.7');
    const [letter] = await post();
    expect(letter?.subject).toBe('切符をもう一度お送りします：靱公園バラ園コンサート（11月29日(日)）');
    expect(letter?.text).toMatch(/^山田 はな子 様\n\n切符をもう一度お送りします。/);
  });

  test('indoors is not decided by the rain', async () => {
    const event = await published({ rainPolicy: 'indoors' });
    await apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await post();
    expect(letterTo(await sink.parsed(), 'hanako@example.jp')?.text).toContain('雨のとき：屋内なので、雨でもひらきます。\n');
  });

  test('without mail is not telephoned for what was said at once, but for everything after', async () => {
    const event = await published();
    const kinds = async () => (await app.tx((tx) => app.get(Ledger).callSheet(tx, event.id))).map((one) => [one.name, one.letters.map((letter) => letter.kind)]);
    const asked = { eventId: event.id, frameId: event.frameId, kana: 'やまだ はなこ', heads: 1 };
    await apply(event, '画面 見子', { phone: '09000000001' });
    const told = await app.get(SignUps).enter(host, { ...asked, name: '電話 太郎', phone: '09000000002', channel: 'phone' });
    const waits = await app.get(SignUps).enter(host, { ...asked, name: '待人 一郎', phone: '09000000003', channel: 'paper' });
    await post();
    expect(await kinds()).toEqual([]);

    await app.get(ApplicationChanges).cancel(host, told.id ?? '', null);
    await app.get(ApplicationChanges).promote(host, waits.id ?? '');
    await post();
    expect((await kinds()).sort()).toEqual([
      ['待人 一郎', ['application-promoted']],
      ['電話 太郎', ['application-cancelled']],
    ]);
    app.clock.set('2026-11-28T18:00:00+09:00');
    await post();
    expect((await kinds()).map(([name, all]) => [name, all?.[0]])).toContainEqual(['画面 見子', 'reminder-d1']);
  });
});

describe('messages in any order', () => {
  test('applied and cancelled, heard backwards: one letter, that it is cancelled', async () => {
    const event = await published();
    await post();
    const { id } = await apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await app.get(ApplicationChanges).cancel(host, id ?? '', null);
    await deliverBackwards();
    expect((await post()).map((mail) => [to(mail), mail.subject])).toEqual([['hanako@example.jp', '取り消しました：靱公園バラ園コンサート（11月29日(日)）']]);
  });

  test('published, applied and called off, heard backwards: told once that it is off, never reminded', async () => {
    const { id, frames } = await app.get(EventDrafts).create(host, concert());
    await app.get(EventApprovals).submit(host, id);
    await app.get(EventApprovals).approve(approver, id, { revision: 1 });
    await post();
    await app.get(EventPublications).publish(host, id);
    await apply({ id, frameId: frames[0]?.id ?? '' }, '山田 はな子', { email: 'hanako@example.jp' });
    await app.get(EventPublications).cancel(host, id, '台風が近づいています。');
    await deliverBackwards();
    const hanako = (await post()).filter((mail) => to(mail) === 'hanako@example.jp');
    expect(hanako.map((mail) => mail.subject)).toEqual(['中止になりました：靱公園バラ園コンサート（11月29日(日)）']);
    app.clock.set('2026-11-28T18:00:00+09:00');
    expect(await post()).toEqual([]);
    expect((await app.tx((tx) => app.get(DueReminders).ofEvent(tx, id))).filter(({ state }) => state === 'due')).toEqual([]);
  });
});

describe('reminders', () => {
  async function aFullHouse() {
    const event = await published();
    await apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    const helper = await actor({ name: '手伝 花', email: 'helper@example.jp' });
    await app.get(Assignments).take(helper, event.shiftId);
    await post();
    return event;
  }
  const reminders = async (at: string) => {
    app.clock.set(at);
    return (await post()).map((mail) => `${to(mail)} ${String(mail.subject)}`).sort();
  };

  test('go at the right minutes of Japan, once each, to participants and volunteers', async () => {
    await aFullHouse();
    const when = '靱公園バラ園コンサート（11月29日(日) 13時）';
    expect(await reminders('2026-11-22T09:59:59+09:00')).toEqual([]);
    expect(await reminders('2026-11-22T10:00:00+09:00')).toEqual([`hanako@example.jp 7日後です：${when}`, `helper@example.jp 7日後です：${when}`]);
    expect(await reminders('2026-11-22T10:00:01+09:00')).toEqual([]);
    expect(await reminders('2026-11-28T17:59:59+09:00')).toEqual([]);
    expect(await reminders('2026-11-28T18:00:00+09:00')).toEqual([`hanako@example.jp あしたです：${when}`, `helper@example.jp あしたです：${when}`]);
    expect(await reminders('2026-11-29T07:29:59+09:00')).toEqual([]);
    expect(await reminders('2026-11-29T07:30:00+09:00')).toEqual([`hanako@example.jp きょうです：${when}`, `helper@example.jp きょうです：${when}`]);
    expect(await reminders('2026-11-29T12:00:00+09:00')).toEqual([]);
  });

  test('who is both gets one letter; who came late only the later ones; who has no mail is telephoned', async () => {
    const event = await aFullHouse();
    const helper = await actor({ name: '両方 花', email: 'both@example.jp' });
    await app.get(Assignments).take(helper, event.shiftId);
    await app.get(SignUps).apply(helper, { eventId: event.id, frameId: event.frameId, name: '両方 花', kana: 'りょうほう はな', heads: 1, email: 'both@example.jp' });
    await post();
    app.clock.set('2026-11-28T18:00:00+09:00');
    const letter = letterTo(await post(), 'both@example.jp');
    expect(letter?.text).toContain('参加と当番の両方があります。');
    expect(letter?.text).toContain('当番：受付');
    expect(letter?.text).toContain('申込番号：');

    const other = await actor({ name: '電話 太郎' });
    app.clock.set('2026-11-28T19:00:00+09:00');
    await app.get(Assignments).take(other, event.shiftId);
    await post();
    app.clock.set('2026-11-29T07:30:00+09:00');
    await post();
    const [lines, sheet, sums] = await app.tx(async (tx) => [
      await app.get(Ledger).ofEvent(tx, event.id),
      await app.get(Ledger).callSheet(tx, event.id),
      await app.get(Ledger).balance(tx, event.id),
    ]);
    expect(lines.filter((line) => line.personId === other.personId).map((line) => [line.kind, line.status])).toEqual([
      ['assignment-confirmed', 'no-channel'],
      ['reminder-day', 'no-channel'],
    ]);
    expect(sheet.map((one) => [one.name, one.letters[0]?.kind])).toEqual([['電話 太郎', 'reminder-day']]);
    expect(sums.find((sum) => sum.kind === 'reminder-day')).toMatchObject({ audience: 4, accepted: 3, callSheet: 1, waiting: 0 });
  });

  test('who cancelled, or said no to reminders, gets none', async () => {
    const event = await aFullHouse();
    const silent = await actor({ name: '静 か', email: 'silent@example.jp' });
    await app.get(Assignments).take(silent, event.shiftId);
    await app.tx((tx) => app.get(OptOuts).add(tx, silent.personId));
    const [application] = await app.tx((tx) => rows<{ id: string }>(tx, `select id from events.application where contact_email = 'hanako@example.jp'`));
    await app.get(ApplicationChanges).cancel(host, application?.id ?? '', null);
    await post();
    app.clock.set('2026-11-22T10:00:00+09:00');
    const mails = await post();
    expect(mails.map(to)).toEqual(['helper@example.jp']);
    expect(mails[0]?.headers.get('list')).toBeDefined();
    expect(mails[0]?.text).toContain(`${URL_OF_SITE}/opt-out/`);
  });

  test('an event that is called off tells everybody once, with the reason, and reminds nobody', async () => {
    const event = await aFullHouse();
    app.clock.set('2026-11-28T18:00:00+09:00');
    await app.get(DueReminders).sweep(app.clock.now());
    await app.deliver();
    // The reminders are rows by now, not yet sent.
    await app.get(EventPublications).cancel(host, event.id, '台風が近づいています。');
    const mails = await post();
    expect(mails.map((mail) => [to(mail), mail.subject]).sort()).toEqual([
      ['hanako@example.jp', '中止になりました：靱公園バラ園コンサート（11月29日(日)）'],
      ['helper@example.jp', '中止になりました：靱公園バラ園コンサート（11月29日(日)）'],
    ]);
    expect(mails[0]?.text).toContain('理由：台風が近づいています。');
    expect(calendarOf(mails[0])).toContain('METHOD:CANCEL');
    expect(await reminders('2026-11-29T07:30:00+09:00')).toEqual([]);
    const plan = await app.tx((tx) => app.get(DueReminders).ofEvent(tx, event.id));
    expect(plan.map(({ kind, state }) => [kind, state])).toEqual([
      ['d7', 'skipped'],
      ['d1', 'expanded'],
      ['day', 'withdrawn'],
    ]);
    expect((await app.tx((tx) => app.get(Events).byId(tx, event.id)))?.state).toBe('cancelled');
  });

  test('a mail server that is away until it has begun: who still comes is telephoned, who cancelled is not', async () => {
    const event = await aFullHouse();
    app.clock.set('2026-11-29T07:30:00+09:00');
    await app.deliver();
    await app.get(DueReminders).sweep(app.clock.now());
    await app.deliver();
    // Entered, but nobody sends before the concert has begun; one of the two cancels in time.
    const [application] = await app.tx((tx) => rows<{ id: string }>(tx, `select id from events.application where contact_email = 'hanako@example.jp'`));
    await app.get(ApplicationChanges).cancel(host, application?.id ?? '', null);
    app.clock.set('2026-11-29T13:00:01+09:00');
    expect((await post()).map(to)).toEqual(['hanako@example.jp']);
    const [sums, sheet] = await app.tx(async (tx) => [await app.get(Ledger).balance(tx, event.id), await app.get(Ledger).callSheet(tx, event.id)]);
    expect(sums.find((sum) => sum.kind === 'reminder-day')).toMatchObject({ audience: 1, accepted: 0, callSheet: 1, optedOut: 0, waiting: 0, withdrawn: 1 });
    expect(sheet.map((one) => one.name)).toEqual(['手伝 花']);
  });

  test('a worker that was down over night: one late letter in the morning, none after the start', async () => {
    await aFullHouse();
    expect(await reminders('2026-11-28T23:00:00+09:00')).toEqual([]);
    expect(await reminders('2026-11-29T07:00:00+09:00')).toEqual([]);
    expect(await reminders('2026-11-29T09:10:00+09:00')).toHaveLength(2);
    expect(await reminders('2026-11-29T13:00:00+09:00')).toEqual([]);
  });
});
