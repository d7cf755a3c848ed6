import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AnswerRounds, ApplicationChanges, Contests, Draws, EventPublications, HostAnswers, Offers, SignUps } from '@yoriai/events';
import { Calls, Ledger } from '@yoriai/notifications';
import { rows } from '@yoriai/platform';
import { LetterTown, URL_OF_SITE, calendarOf, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

describe('letters of the journey', () => {
  test('an application is confirmed with everything one has to know, and a calendar entry', async () => {
    const event = await town.published();
    await town.app.get(Contests).setUp(town.host, event.id, { divisions: [{ frameId: event.frameId, name: 'こどもの部', unit: 'person' }], criteria: ['高さ'], scale: 5, places: 3 });
    const { id, number, ticketUrl } = await town.apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await town.post();
    const letter = letterTo(await town.sink.parsed(), 'hanako@example.jp');
    expect(letter?.subject).toBe('申し込みました：靱公園バラ園コンサート（11月29日(日)）');
    expect(letter?.from?.text).toBe('"寄合（西区）" <yoriai@example.jp>');
    for (const words of [
      '山田 はな子 様',
      '日時：11月29日(日) 13時〜15時',
      '場所：靱公園 バラ園（西区靱本町2丁目）',
      `申込番号：${String(number)}`,
      'エントリー番号：1番',
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

  test('who stops waiting hears of no seat', async () => {
    const event = await town.published();
    for (const n of [1, 2]) await town.apply(event, `申込 ${'一二三'[n]}`, { email: `q${n}@example.jp` });
    const { ticketUrl } = await town.apply(event, '待人 二郎', { email: 'stops@example.jp' });
    await town.post();
    expect(letterTo(await town.sink.parsed(), 'stops@example.jp')?.text).toContain('「待つのをやめる」をおしてください');
    await town.app.get(ApplicationChanges).cancelByTicket(String(ticketUrl).split('/t/')[1] ?? '');
    await town.post();
    const letter = (await town.sink.parsed()).filter(({ text }) => text?.includes('待つのをやめたことを'));
    expect(letter.map(({ subject }) => subject)).toEqual(['待つのをやめました：靱公園バラ園コンサート（11月29日(日)）']);
    expect(letter[0]?.text).not.toContain('ほかの方にまわります');
  });

  test('the next one waits, and hears when a place is free', async () => {
    const event = await town.published();
    for (const n of [1, 2]) await town.apply(event, `申込 ${'一二三'[n]}`, { email: `p${n}@example.jp` });
    const waiting = await town.apply(event, '待人 一郎', { email: 'waits@example.jp' });
    await town.post();
    expect(letterTo(await town.sink.parsed(), 'waits@example.jp')?.subject).toBe('キャンセル待ち1番目です：靱公園バラ園コンサート（11月29日(日)）');

    const first = await town.app.tx((tx) => rows<{ id: string }>(tx, `select id from events.application where contact_email = 'p1@example.jp'`));
    await town.app.get(ApplicationChanges).cancel(town.host, first[0]?.id ?? '', null);
    await town.app.get(ApplicationChanges).promote(town.host, waiting.id ?? '');
    const mails = await town.post();
    expect(letterTo(mails, 'waits@example.jp')?.subject).toBe('参加が決まりました：靱公園バラ園コンサート（11月29日(日)）');
    expect(letterTo(mails, 'p1@example.jp')?.text).toContain('主催者が、この申し込みを取り消しました。');
    expect(calendarOf(letterTo(mails, 'p1@example.jp'))).toContain('METHOD:CANCEL');
  });

  test('a free place is offered until an hour that is said; not answered, it goes on and that is said too', async () => {
    const event = await town.published();
    for (const n of [1, 2]) await town.apply(event, `申込 ${'一二三'[n]}`, { email: `q${n}@example.jp` });
    await town.apply(event, '待人 二郎', { email: 'waits-2@example.jp' });
    const byPhone = await town.apply(event, '電話 次郎', { phone: '09000000009' });
    await town.post();
    const [first] = await town.app.tx((tx) => rows<{ id: string }>(tx, `select id from events.application where contact_email = 'q1@example.jp'`));
    await town.app.get(ApplicationChanges).cancel(town.host, first?.id ?? '', null);
    const offer = letterTo(await town.post(), 'waits-2@example.jp');
    expect(offer?.subject).toBe('席が空きました。11月11日(水) 10時までにお返事ください：靱公園バラ園コンサート（11月29日(日)）');
    for (const words of ['「参加する」をおしてください', `${URL_OF_SITE}/t/`, '11月11日(水) 10時まで', '夜のあいだは、お返事を急がなくてだいじょうぶです']) expect(offer?.text).toContain(words);

    town.app.clock.set('2026-11-11T10:00:00+09:00');
    await town.app.get(Offers).sweep();
    const after = await town.post();
    expect(letterTo(after, 'waits-2@example.jp')?.subject).toBe('お返事の期限が過ぎました：靱公園バラ園コンサート（11月29日(日)）');
    // Who has no mail address is telephoned.
    const calls = await town.app.database.asOwner<{ kind: string }>('select kind from notifications.delivery where event_id = $1 and address is null', [event.id]);
    expect(calls).toEqual([{ kind: 'application-offered' }]);
    const [line] = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(line?.letters[0]?.params).toMatchObject({ heads: 1, until: '2026-11-12T01:00:00.000Z' });
    const left = () => town.app.tx((tx) => town.app.get(Calls).left(tx, [event.id]));
    expect(await left()).toEqual([{ eventId: event.id, people: 1, offeredUntil: new Date('2026-11-12T01:00:00.000Z') }]);
    town.app.clock.set('2026-11-12T10:00:00+09:00');
    expect(await left()).toEqual([{ eventId: event.id, people: 1, offeredUntil: null }]);
    town.app.clock.set('2026-11-11T10:00:00+09:00');
    // The host gives it to them when they say yes; that is no second call.
    await town.app.get(ApplicationChanges).promote(town.host, byPhone.id ?? '');
    await town.post();
    expect(await town.app.database.asOwner('select kind from notifications.delivery where event_id = $1 and address is null', [event.id])).toEqual(calls);
  });
});

describe('a draw', () => {
  test('is said beforehand, and its result to each who entered: a place, or a place in the queue, by telephone where there is no mail', async () => {
    const event = await town.published({ frames: [{ name: 'いす席', method: 'lottery', capacity: 2, perApplicationMax: 2, closesAt: '2026-11-20T17:00:00+09:00' }] });
    for (const n of [1, 2, 3]) await town.apply(event, `申込 ${'一二三'[n - 1]}`, { email: `lot${n}@example.jp` });
    await town.apply(event, '電話 四郎', { phone: '09000000004' });
    const first = letterTo(await town.post(), 'lot1@example.jp');
    expect(first?.subject).toBe('抽選の申込を受け付けました：靱公園バラ園コンサート（11月29日(日)）');
    for (const words of ['まだ席は決まっていません。11月20日(金) 17時に締め切って抽選し', '/draw']) expect(first?.text).toContain(words);
    expect(calendarOf(first)).toBe('');

    town.app.clock.set('2026-11-20T17:00:00+09:00');
    await town.app.get(Draws).sweep();
    const letters = (await town.post()).map((letter) => [letter.subject?.split('：')[0], letter]) as [string, (typeof first)][];
    const calls = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(calls.map(({ name, letters: [letter] }) => [name, letter?.kind])).toEqual([['電話 四郎', 'application-drawn']]);
    const [won, lost] = ['当選しました', '抽選の結果のお知らせ'].map((subject) => letters.filter(([each]) => each === subject).map(([, letter]) => letter));
    expect([letters.length, won!.length + lost!.length]).toEqual([3, 3]);
    for (const letter of won!) expect(calendarOf(letter)).toContain('BEGIN:VEVENT');
    for (const letter of lost!) expect(letter?.text).toMatch(/今回は席をご用意できませんでした。[^]*[12]番目[^]*\/draw/);
  });

  test('at midnight is told in the morning, also to those parted from a group; what somebody pressed for comes at once', async () => {
    const event = await town.published({ frames: [{ name: 'いす席', method: 'lottery', capacity: 3, perApplicationMax: 2, closesAt: '2026-11-21T00:00:00+09:00' }] });
    const open = await town.published();
    for (const n of [1, 2]) {
      const pair = { name: `申込 ${'一二'[n - 1]}`, kana: 'もうしこみ', heads: 2, partIsFine: true, email: `pair${n}@example.jp` };
      await town.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, ...pair });
    }
    await town.post();
    town.app.clock.set('2026-11-21T00:00:00+09:00');
    await town.app.get(Draws).sweep();
    await town.apply(open, '申込 三', { email: 'awake@example.jp' });
    const subjects = async () => (await town.post()).map(({ subject }) => subject?.split('：')[0]).sort();
    expect(await subjects()).toEqual(['申し込みました']);
    town.app.clock.set('2026-11-21T07:00:00+09:00');
    expect(await subjects()).toEqual(['キャンセル待ち1番目です', '当選しました', '当選しました']);
  });

  test('of what begins before the morning is told at once', async () => {
    const early = { startsAt: '2026-11-21T06:30:00+09:00', endsAt: '2026-11-21T07:30:00+09:00', rainDecisionAt: '2026-11-20T17:00:00+09:00', duties: [] };
    const event = await town.published({ ...early, frames: [{ name: '席', method: 'lottery', capacity: 3, closesAt: '2026-11-21T00:00:00+09:00' }] });
    await town.apply(event, '申込 一', { email: 'early@example.jp' });
    await town.post();
    town.app.clock.set('2026-11-21T00:00:00+09:00');
    await town.app.get(Draws).sweep();
    expect(letterTo(await town.post(), 'early@example.jp')?.subject).toMatch('当選しました');
  });
});

describe('a choice by the host', () => {
  test('is told once, a while after it was made: a place with its calendar, the waiting list, or a word; without an answer, that there was none', async () => {
    const event = await town.published({ frames: [{ name: '席', method: 'chosen', capacity: 1, perApplicationMax: 1, answersBy: '2026-11-20' }] });
    const ids = new Map<string, string>();
    for (const name of ['in', 'waits', 'out', 'left']) ids.set(name, (await town.apply(event, `申込 ${name}`, { email: `${name}@example.jp` })).id ?? '');
    await town.apply(event, '電話 四郎', { phone: '09000000004' });
    const asked = letterTo(await town.post(), 'in@example.jp');
    expect(asked?.subject).toBe('申込を受け付けました（お返事をお待ちください）：靱公園バラ園コンサート（11月29日(日)）');
    for (const words of ['主催者が11月20日(金)までにお返事します。', 'まだ参加は決まっていません。']) expect(asked?.text).toContain(words);
    expect(calendarOf(asked)).toBe('');

    const answers = town.app.get(HostAnswers);
    const say = (name: string, choice: 'accepted' | 'waitlisted' | 'declined', words: string | null = null) => answers.answer(town.host, { eventId: event.id, ids: [ids.get(name)!], choice, words });
    await say('in', 'accepted');
    await say('waits', 'waitlisted');
    await say('out', 'declined', '春にお越しください。');
    const later = async (at: string) => {
      town.app.clock.set(at);
      await town.app.get(AnswerRounds).sweep();
      return town.post();
    };
    const minutes = (count: number): string => new Date(town.app.clock.now().getTime() + count * 60_000).toISOString();
    expect(await later(minutes(2))).toEqual([]);
    const told = await later(minutes(4));
    expect(told.map((letter) => letter.subject?.split('：')[0]).sort()).toEqual(['キャンセル待ち1番目です', '参加が決まりました', '申込へのお返事']);
    expect(calendarOf(letterTo(told, 'in@example.jp'))).toContain('BEGIN:VEVENT');
    expect(letterTo(told, 'out@example.jp')?.text).toMatch(/今回は、席をご用意できませんでした。[^]*主催者から：春にお越しください。/);
    expect(await later(minutes(10))).toEqual([]);

    const gone = (await later('2026-11-29T13:00:00+09:00')).find(({ to }) => JSON.stringify(to).includes('left@example.jp'));
    expect(gone?.text).toContain('主催者がお返事しないまま行事が始まった');
    const calls = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(calls.map(({ name, letters: [letter] }) => [name, letter?.kind, letter?.params['outcome']])).toEqual([['電話 四郎', 'application-answered', 'declined']]);
  });

  test('that nobody heard of is none when the event is called off: whoever was declined reads that it is off, and nothing else', async () => {
    const event = await town.published({ frames: [{ name: '席', method: 'chosen', capacity: 3, answersBy: '2026-11-20' }] });
    const ids: string[] = [];
    for (const name of ['in', 'out']) ids.push((await town.apply(event, `申込 ${name}`, { email: `${name}@example.jp` })).id ?? '');
    await town.post();
    for (const [index, choice] of (['accepted', 'declined'] as const).entries()) await town.app.get(HostAnswers).answer(town.host, { eventId: event.id, ids: [ids[index]!], choice, words: null });
    await town.app.get(EventPublications).cancel(town.host, event.id, '台風のため');
    town.app.clock.set(new Date(town.app.clock.now().getTime() + 6 * 60_000).toISOString());
    await town.app.get(AnswerRounds).sweep();
    const sent = await town.post();
    for (const name of ['in', 'out']) expect(sent.filter(({ to }) => JSON.stringify(to).includes(`${name}@example.jp`)).map(({ subject }) => subject?.split('：')[0])).toEqual(['中止になりました']);
  });

  test('is what a guardian reads about who is asked for a yes before it: no lots are drawn, and no place is theirs yet', async () => {
    const event = await town.published({ frames: [{ name: '席', method: 'chosen', capacity: 3, answersBy: '2026-11-20', asks: { guardian: true } }] });
    const child = { name: '標野 ひばり', kana: 'しめの ひばり', heads: 1, email: 'child@example.jp', guardian: { by: 'child', email: 'mother@example.jp' } } as const;
    const { id } = await town.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, ...child });
    // Told to nobody yet when the letter is written.
    await town.app.get(HostAnswers).answer(town.host, { eventId: event.id, ids: [id ?? ''], choice: 'accepted', words: null });
    const asked = letterTo(await town.post(), 'mother@example.jp')?.text ?? '';
    expect([asked.includes('参加できるかどうかは、主催者が決めて'), asked.includes('抽選'), asked.includes('席を取ってあります')]).toEqual([true, false, false]);
  });

  test('that is missing is asked for by mail: whoever leads the event hears how many wait, until nobody does', async () => {
    const event = await town.published({ frames: [{ name: '席', method: 'chosen', capacity: 3, answersBy: '2026-11-20' }] });
    const { id } = await town.apply(event, '申込 一', { email: 'one@example.jp' });
    await town.post();
    town.app.clock.set('2026-11-19T09:10:00+09:00');
    await town.app.get(AnswerRounds).sweep();
    const near = (await town.post()).filter(({ subject }) => subject?.includes('お返事を待っています'));
    expect(near.map(({ subject }) => subject)).toEqual(['1組がお返事を待っています：靱公園バラ園コンサート（11月29日(日)）']);
    expect(near[0]?.text).toMatch(new RegExp(`回答予定日は11月20日\\(金\\)です。[^]*/app/events/${event.id}/people`));
    town.app.clock.set('2026-11-21T09:10:00+09:00');
    await town.app.get(AnswerRounds).sweep();
    await town.app.get(HostAnswers).answer(town.host, { eventId: event.id, ids: [id ?? ''], choice: 'accepted', words: null });
    expect((await town.post()).filter(({ subject }) => subject?.includes('お返事を待っています'))).toEqual([]);
  });
});

describe('an application', () => {
  test('whose ticket was lost is sent again, and says so first', async () => {
    const event = await town.published();
    await town.apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await town.post();
    await town.app.get(SignUps).resend('hanako@example.jp', '203.0.113.7');
    const [letter] = await town.post();
    expect(letter?.subject).toBe('切符をもう一度お送りします：靱公園バラ園コンサート（11月29日(日)）');
    expect(letter?.text).toMatch(/^山田 はな子 様\n\n切符をもう一度お送りします。/);
  });

  test('indoors is not decided by the rain', async () => {
    const event = await town.published({ rainPolicy: 'indoors' });
    await town.apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await town.post();
    expect(letterTo(await town.sink.parsed(), 'hanako@example.jp')?.text).toContain('雨のとき：屋内なので、雨でもひらきます。\n');
  });

  test('says the day for rain, and of heat nothing in December; a day of the next year has its year', async () => {
    const rainDate = { startsAt: '2026-12-06T13:00:00+09:00', endsAt: '2026-12-06T15:00:00+09:00' };
    const event = await town.published({ rainPolicy: 'postponed', rainDate, heatLimit: 31 });
    await town.apply(event, '山田 はな子', { email: 'hanako@example.jp' });
    await town.post();
    expect(letterTo(await town.sink.parsed(), 'hanako@example.jp')?.text).toContain('雨のとき：雨のときは12月6日(日) 13時から。11月28日(土) 17時に決めます。');
    const next = await town.published({ startsAt: '2027-01-10T13:00:00+09:00', endsAt: '2027-01-10T15:00:00+09:00', rainPolicy: 'indoors', rainDecisionAt: null, duties: [] });
    await town.apply(next, '鈴木 花', { email: 'hana@example.jp' });
    await town.post();
    expect(letterTo(await town.sink.parsed(), 'hana@example.jp')?.text).toContain('日時：令和9年(2027年)1月10日(日曜日) 13時〜15時');
  });

  test('without mail is not telephoned for what was said at once, but for everything after', async () => {
    const event = await town.published();
    const kinds = async () => (await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id))).map((one) => [one.name, one.letters.map((letter) => letter.kind)]);
    const asked = { eventId: event.id, frameId: event.frameId, kana: 'やまだ はなこ', heads: 1 };
    await town.apply(event, '画面 見子', { phone: '09000000001' });
    const told = await town.app.get(SignUps).enter(town.host, { ...asked, name: '電話 太郎', phone: '09000000002', channel: 'phone' });
    const waits = await town.app.get(SignUps).enter(town.host, { ...asked, name: '待人 一郎', phone: '09000000003', channel: 'paper' });
    await town.post();
    expect(await kinds()).toEqual([]);

    await town.app.get(ApplicationChanges).cancel(town.host, told.id ?? '', null);
    await town.app.get(ApplicationChanges).promote(town.host, waits.id ?? '');
    await town.post();
    expect((await kinds()).sort()).toEqual([
      ['待人 一郎', ['application-offered']],
      ['電話 太郎', ['application-cancelled']],
    ]);
    town.app.clock.set('2026-11-28T18:00:00+09:00');
    await town.post();
    expect((await kinds()).map(([name, all]) => [name, all?.[0]])).toContainEqual(['画面 見子', 'reminder-d1']);
  });
});
