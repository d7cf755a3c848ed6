import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
});
afterAll(() => town.close());

async function ticketOf(name: string, heads = 2, email = 'hanako@example.jp'): Promise<string> {
  town.clock.set('2026-11-22T10:00:00+09:00');
  const request = { eventId: event.id, frameId: event.frameIds[0] ?? '', name, kana: 'やまだ はなこ', heads, email };
  const { ticketUrl } = await town.api.get(SignUps).apply(null, request);
  return new URL(ticketUrl ?? '').pathname;
}

/** Everything that could have changed. */
async function state(): Promise<unknown> {
  const [application, record, outbox] = await Promise.all([
    town.sql('select id, status from events.application order by id'),
    town.sql('select * from attendance.attendance_record order by id'),
    town.sql('select count(*)::int as n from platform.outbox'),
  ]);
  return { application, record, outbox };
}

describe('a ticket', () => {
  it('is shown by its link, to nobody else, and kept by no cache', async () => {
    const path = await ticketOf('山田 はな子');
    const page = await town.browser().open(path);
    expect(page.html).toContain('山田');
    expect(page.headers['cache-control']).toBe('private, no-store');
    expect(page.headers['x-robots-tag']).toBe('noindex');
    expect((await town.browser().open(`/t/${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('changes by no GET, whoever opens it', async () => {
    const path = await ticketOf('堀江 太郎');
    town.clock.set('2026-11-29T09:30:00+09:00');
    const before = await state();
    for (const browser of [town.browser(), town.leader.browser]) {
      for (const url of [path, `${path}/cancel`, `${path}/cancellation`, `${path}/acceptance`, `${path}/check-in`, `${path}/check-in?answer=done`, `${path}/check-in-undo`]) await browser.open(url);
    }
    expect(await state()).toEqual(before);
  });

  it('is cancelled in two steps, once', async () => {
    const path = await ticketOf('九条 健');
    const browser = town.browser();
    const asked = await browser.open(`${path}/cancel`);
    expect(asked.html).toContain('申込を取り消しますか');
    const cancelled = await browser.submit(asked, `${path}/cancellation`);
    expect([cancelled.status, cancelled.location]).toEqual([303, path]);
    expect((await browser.follow(cancelled)).html).toContain('取り消しました');
    await browser.submit(asked, `${path}/cancellation`);
    const [row] = await town.sql<{ status: string }>(`select status from events.application where status = 'cancelled_by_applicant'`);
    expect(row?.status).toBe('cancelled_by_applicant');
  });
});

describe('a place that became free', () => {
  it('is taken with one press until the time that is said, and its end is said after it', async () => {
    const full = await town.publish({ frames: [{ name: '席', capacity: 1 }] });
    const asks = async (index: number): Promise<string> => {
      town.clock.set('2026-11-22T10:00:00+09:00');
      const request = { eventId: full.id, frameId: full.frameIds[0] ?? '', name: `待人 ${index}`, kana: 'まちびと', heads: 1, email: `waits-${index}@example.jp` };
      return new URL((await town.api.get(SignUps).apply(null, request)).ticketUrl ?? '').pathname;
    };
    const [inside, declines, first, second] = [await asks(1), await asks(2), await asks(3), await asks(4)];
    const browser = town.browser();
    const waits = (await browser.open(first)).html;
    for (const words of ['いまは満員です', '靱公園 バラ園']) expect(waits).toContain(words);
    await browser.submit(await browser.open(`${inside}/cancel`), `${inside}/cancellation`);
    // Who says no to an offer never had a ticket.
    const no = await browser.open(`${declines}/cancel`);
    expect(no.html).toContain('参加しないことにしますか');
    const declined = (await browser.follow(await browser.submit(no, `${declines}/cancellation`))).html;
    expect(declined).toContain('参加しないことをうけたまわりました');
    expect(declined).not.toContain('この切符は使えません');
    expect((await browser.open(second)).html).toContain('そのお返事を待っています');

    const offer = await browser.open(first);
    for (const words of ['席が空きました', '11月23日(月) 10時まで', '夜のあいだは、お返事を急がなくてだいじょうぶです', '参加しない', 'この申込も終わり、待つ列にはもどりません']) expect(offer.html).toContain(words);
    const taken = await browser.submit(offer, `${first}/acceptance`);
    expect([taken.status, taken.location]).toEqual([303, `${first}?said=taken`]);
    const theirs = (await browser.follow(taken)).html;
    for (const words of ['申込ずみ', '参加のお返事を受け付けました']) expect(theirs).toContain(words);
    expect((await browser.open(first)).html).not.toContain('参加のお返事を受け付けました');

    await browser.submit(await browser.open(`${first}/cancel`), `${first}/cancellation`);
    const late = await browser.open(second);
    town.clock.set('2026-11-23T10:00:00+09:00');
    const answer = await browser.follow(await browser.submit(late, `${second}/acceptance`));
    expect(answer.html).toContain('お返事の期限が過ぎました');
    expect(answer.html).not.toContain(`${second}/acceptance`);
  });
});

describe('who waits', () => {
  it('stops waiting in two steps, and no page of it speaks of a seat of theirs', async () => {
    const full = await town.publish({ frames: [{ name: '席', capacity: 1 }] });
    town.clock.set('2026-11-22T10:00:00+09:00');
    const asks = async (index: number): Promise<string> => {
      const request = { eventId: full.id, frameId: full.frameIds[0] ?? '', name: `列 ${index}`, kana: 'れつ', heads: 1, email: `line-${index}@example.jp` };
      return new URL((await town.api.get(SignUps).apply(null, request)).ticketUrl ?? '').pathname;
    };
    const [, waits] = [await asks(1), await asks(2)];
    const browser = town.browser();
    const ticket = (await browser.open(waits)).html;
    for (const words of ['待つのをやめる', '順番に、メールでお知らせします。お知らせから長くても1日ほどでお返事ください。']) expect(ticket).toContain(words);
    const asked = await browser.open(`${waits}/cancel`);
    for (const words of ['待つのをやめますか', '1人分の申込が終わります']) expect(asked.html).toContain(words);
    const left = (await browser.follow(await browser.submit(asked, `${waits}/cancellation`))).html;
    expect(left).toContain('待つのをやめました');
    for (const html of [ticket, asked.html, left]) for (const words of ['来られなくなった', 'ほかの方にまわります', '取り消しますか', '参加しないことを']) expect(html).not.toContain(words);
  });
});

describe('the first of the queue, larger than what is free', () => {
  it('reads how many seats are missing, and where fewer would fit now the way to say so', async () => {
    const full = await town.publish({ frames: [{ name: '席', capacity: 2, perApplicationMax: 2 }] });
    town.clock.set('2026-11-22T10:00:00+09:00');
    const asks = async (index: number, heads: number): Promise<string> => {
      const request = { eventId: full.id, frameId: full.frameIds[0] ?? '', name: `組 ${index}`, kana: 'くみ', heads, email: `group-${index}@example.jp` };
      return new URL((await town.api.get(SignUps).apply(null, request)).ticketUrl ?? '').pathname;
    };
    const [inside, , family, behind] = [await asks(1, 1), await asks(2, 1), await asks(3, 2), await asks(4, 1)];
    const browser = town.browser();
    await browser.submit(await browser.open(`${inside}/cancel`), `${inside}/cancellation`);
    const first = (await browser.open(family)).html;
    for (const words of ['あなたの2人に、あと1席足りません', '1人に減らすと', '人数を変える', `href="${family}/change"`]) expect(first).toContain(words);
    expect(first).not.toContain('いちばん前の組');
    const second = (await browser.open(behind)).html;
    expect(second).toContain('いちばん前の組の人数に足りません');
    expect(second).not.toContain('人数を変える');
  });
});

describe('the question before a ticket is cancelled', () => {
  it.each([
    ['ja', ['<dt>お名前</dt>', '九条 ja さん', '<dt>人数</dt>', '3人', '3人分を、全部取り消します。']],
    ['ja-easy', ['</ruby> ja-easy', '<dt><ruby>人数', '3<ruby>人', 'とも']],
    ['en', ['<dt>Name</dt>', '九条 en', '<dt>People</dt>', '3 people', 'This cancels for everybody on it: 3 people.']],
  ])('says in %s whose it is and for how many', async (lang, words) => {
    const browser = town.browser();
    browser.cookies.set('yoriai_lang', { value: lang, path: '/' });
    const { html } = await browser.open(`${await ticketOf(`九条 ${lang}`, 3, `kujo-${lang}@example.jp`)}/cancel`);
    const asked = html.slice(html.indexOf('<main'), html.indexOf('<form method="post" action="/t/'));
    for (const word of words) expect(asked).toContain(word);
    const alone = (await browser.open(`${await ticketOf(`一人 ${lang}`, 1, `kujo-${lang}@example.jp`)}/cancel`)).html;
    expect(alone).toContain('一人');
    expect(alone).not.toContain(words.at(-1));
  });
});

describe('a ticket that can no longer be cancelled', () => {
  it('says why', async () => {
    const path = await ticketOf('川口 ゆう');
    const browser = town.browser();
    const asked = await browser.open(`${path}/cancel`);
    town.clock.set('2026-11-29T15:00:00+09:00');
    const refused = await browser.submit(asked, `${path}/cancellation`);
    expect([refused.status, refused.location]).toEqual([303, `${path}/cancel`]);
    const page = await browser.follow(refused);
    expect(page.html).not.toContain('<form');
    expect(page.html).toContain('川口 ゆう');
    expect(page.html).toMatch(/class="bn info"[^]*<h2>[^<]+<\/h2>/);
  });
});

describe('at the reception', () => {
  it('gives the leader one button on the day, and everybody else none', async () => {
    const path = await ticketOf('本田 さくら');
    expect((await town.leader.browser.open(path)).html).not.toContain('受付する');
    town.clock.set('2026-11-29T09:40:00+09:00');
    expect((await town.browser().open(path)).html).not.toContain('/check-in"');
    expect((await town.leader.browser.open(path)).html).toContain(`action="${path}/check-in"`);
  });

  it('receives, says it was received already, and takes it back', async () => {
    const path = await ticketOf('日吉 誠', 3);
    town.clock.set('2026-11-29T09:40:00+09:00');
    const { browser } = town.leader;
    const opened = await browser.open(path);
    const received = await browser.submit(opened, `${path}/check-in`, { heads: '2' });
    expect([received.status, received.location]).toEqual([303, `${path}/check-in?answer=done`]);
    const done = await browser.follow(received);
    expect(done.html).toContain('受付しました');

    // The same press again is the same act; a new press finds it done.
    expect((await browser.submit(opened, `${path}/check-in`, { heads: '2' })).location).toBe(`${path}/check-in?answer=done`);
    const again = await browser.post(`${path}/check-in`, { _key: 'another-press-of-the-button', heads: '2' });
    expect((await browser.follow(again)).html).toContain('もう受付ずみです');
    expect(await town.sql(`select heads, status from attendance.attendance_record where status = 'present'`)).toEqual([{ heads: 2, status: 'present' }]);

    const undone = await browser.submit(await browser.follow(again), `${path}/check-in-undo`);
    expect(undone.location).toBe(`${path}/check-in?answer=undone`);
    expect(await town.sql(`select status from attendance.attendance_record`)).toEqual([{ status: 'undone' }]);
  });

  it('is no business of people without an office, nor of another association’s leader', async () => {
    const organisationId = await town.organisation('堀江連合振興町会');
    const other = await town.resident({ name: '堀江 会長', kana: 'ほりえ かいちょう', email: 'horie@example.jp', office: { organisationId, role: 'leader' } });
    const path = await ticketOf('千代崎 蓮');
    town.clock.set('2026-11-29T09:40:00+09:00');
    const nobody = await town.browser().post(`${path}/check-in`, { _key: 'a-press-of-nobody', heads: '1' });
    expect([nobody.status, nobody.location?.startsWith('/sign-in?next=')]).toEqual([303, true]);
    expect((await other.browser.post(`${path}/check-in`, { _key: 'a-press-of-another', heads: '1' })).status).toBe(404);
  });
});

describe('a lost number', () => {
  it('gets the same answer whether there is an application or not', async () => {
    const browser = town.browser();
    const answers = [];
    for (const contact of ['hanako@example.jp', 'nobody@example.jp', '090-9999-9999']) {
      const sent = await browser.submit(await browser.open('/lost-ticket'), '/lost-ticket', { contact });
      answers.push([sent.status, sent.location]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const unreadable = await browser.submit(await browser.open('/lost-ticket'), '/lost-ticket', { contact: '田中' });
    expect(unreadable.status).toBe(422);
  });
});
