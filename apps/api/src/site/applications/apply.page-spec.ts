import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Notices } from '@yoriai/events';
import { rows } from '@yoriai/platform';
import { HANAKO, apply, check } from '../testing/applying.js';
import { formOf } from '../testing/browser.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
});
afterAll(() => town.close());

const rowsOf = (about: PlayedEvent) => town.sql<{ status: string; heads: number }>('select status, heads from events.application where event_id = $1 order by created_at', [about.id]);

it('a notice stands on the page of its events and after applying, escaped, with a link that gives nothing away; once ended, on none', async () => {
  const about = await town.publish({ title: '親子の会', audience: 'families' });
  const notice = { title: '訪問型<b>病児保育', text: '登録が必要です。<script>', link: 'https://byouji.example.jp/', linkLabel: '登録の<i>しかた', fromDay: '2026-11-20', untilDay: '2026-12-10', audiences: ['families' as const] };
  const [written] = (await town.api.get(Notices).write(town.approver.actor, notice)).items;
  const browser = town.browser();
  const page = await browser.open(`/events/${about.slug}`);
  const done = await browser.follow(await apply(browser, about, { ...HANAKO, phone: '090-0000-0777' }));
  for (const { html } of [page, done]) {
    expect(html).toMatch(/<h2 id="notices">この行事とあわせてお知らせ.*訪問型&lt;b&gt;病児保育.*登録が必要です。&lt;script&gt;/s);
    expect(html).toContain('<a href="https://byouji.example.jp/" rel="nofollow noopener noreferrer" class="more">登録の&lt;i&gt;しかた');
  }
  expect((await browser.open(`/events/${event.slug}`)).html).not.toContain('病児保育');
  await town.api.get(Notices).end(town.approver.actor, written!.id);
  expect((await town.browser().open(`/events/${about.slug}`)).html).not.toContain('病児保育');
});

it('says before anybody is asked for a name that there are places without one', async () => {
  const both = await town.publish({ title: '見る会', frames: [{ name: 'いす席', capacity: 20 }, { name: '立って見る', method: 'open' }], duties: [] });
  for (const path of [`/events/${both.slug}`, `/events/${both.slug}/apply`]) expect((await town.browser().open(path)).html).toContain('「立って見る」は、申込がいりません。名前を言わずに');
  for (const path of [`/events/${event.slug}`, `/events/${event.slug}/apply`]) expect((await town.browser().open(path)).html).not.toContain('名前を言わずに');
});

describe('applying in two presses, without an account and without scripts', () => {
  it('leads from the event to a number, a QR code and the ticket', async () => {
    const browser = town.browser();
    const page = await browser.open(`/events/${event.slug}`);
    expect(page.html).toContain(`href="/events/${event.slug}/apply"`);
    // The way back to the list goes along, also over a form that is refused.
    const found = await browser.open(`/events/${event.slug}?list=q%3D%E3%83%90%E3%83%A9`);
    const form = await browser.open(/href="(\/events\/[^"]+\/apply[^"]*)"/.exec(found.html)?.[1] ?? '');
    const refused = await browser.submit(form, `/events/${event.slug}/applications?list=q%3D%25E3%2583%2590%25E3%2583%25A9`);
    for (const { html } of [form, refused]) expect(html).toContain(`href="/events/${event.slug}?list=q%3D%25E3%2583%2590%25E3%2583%25A9"`);

    const applied = await apply(browser, event, HANAKO);
    expect([applied.status, applied.location]).toEqual([303, `/events/${event.slug}/done`]);
    const done = await browser.follow(applied);
    expect(done.html).toContain('申し込みました');
    expect(done.html).toMatch(/[A-Z0-9]{3}-[A-Z0-9]{3}/);
    expect(done.html).toContain('<svg');
    expect(done.headers['cache-control']).toBe('private, no-store');
    expect(await rowsOf(event)).toEqual([{ status: 'confirmed', heads: 2 }]);
    for (const said of ['山田 はな子 さん', '090-0000-0101']) expect(done.html).toContain(said);

    const path = /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
    const ticket = await town.browser().open(path);
    expect(ticket.html).toContain('靱公園バラ園コンサート');
    expect(ticket.html).toContain('申込ずみ');
  });

  it('keeps its done page to the browser that applied', async () => {
    const done = await town.browser().open(`/events/${event.slug}/done`);
    expect(done.status).toBe(200);
    expect(done.html).not.toMatch(/\/t\/[\w-]{43}/);
    expect(done.html).not.toMatch(/[A-Z0-9]{3}-[A-Z0-9]{3}<\/p>/);
  });

  it('tells the second caller of one name and contact nothing', async () => {
    const other = town.browser();
    const done = await other.follow(await apply(other, event, { ...HANAKO, name: '山田　はな子', phone: '09000000101', heads: '1' }));
    expect(done.html).toContain('申し込みました');
    expect(done.html).not.toMatch(/\/t\/[\w-]{43}/);
    // The first application may be in the queue.
    expect(done.html).not.toContain('席を取ってあります');
    expect(await rowsOf(event)).toHaveLength(1);
  });

  it('makes one row of a double click', async () => {
    const browser = town.browser();
    const checked = await check(browser, event, { ...HANAKO, name: '堀江 太郎', phone: '09012345678' });
    const { action, fields } = formOf(checked, `/events/${event.slug}/applications`);
    const clicks = await Promise.all(Array.from({ length: 8 }, () => browser.post(action, fields)));
    expect(clicks.map((click) => click.status)).toEqual(Array.from({ length: 8 }, () => 303));
    expect(await rowsOf(event)).toHaveLength(2);
    expect((await browser.open(`/events/${event.slug}/done`)).html).toMatch(/\/t\/[\w-]{43}/);
  });

  it('stores nothing of the ticket in the clear', async () => {
    const kept = await town.sql<{ body: unknown }>('select body from platform.idempotency_key');
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('/t/');
  });
});

describe('looking it over first', () => {
  it('is one more press for who wants it, and stores nothing', async () => {
    const browser = town.browser();
    const before = await rowsOf(event);
    const checked = await check(browser, event, { ...HANAKO, name: '南 あや', phone: '090-0000-0188' });
    expect(checked.status).toBe(200);
    expect(checked.html).toContain('これでよろしいですか');
    expect(await rowsOf(event)).toEqual(before);
    expect((await browser.submit(checked, `/events/${event.slug}/applications`)).location).toBe(`/events/${event.slug}/done`);
  });

  it('says a phone number back in narrow digits, before and after, however it was typed', async () => {
    const browser = town.browser();
    const checked = await check(browser, event, { ...HANAKO, name: '境 なお', phone: '０９０ー００００ー０１９０' });
    expect(checked.html).toContain('090-0000-0190');
    const done = await browser.follow(await browser.submit(checked, `/events/${event.slug}/applications`));
    expect(done.html).toContain('090-0000-0190');
  });

  it('says the seat back that was chosen, and where all of it is put right: on the ticket, while one waits too; on the day itself by telephone', async () => {
    const clubs = await town.publish({ title: '綱引き', frames: [{ name: '町の方', capacity: 1, perApplicationMax: 1 }, { name: '団体', kind: 'group', capacity: 20, perApplicationMax: 20 }], duties: [] });
    const [alone, group] = clubs.frameIds;
    const done = async (fields: Record<string, string>): Promise<string> => {
      const browser = town.browser();
      const answer = await browser.follow(await apply(browser, clubs, { ...HANAKO, ...fields }));
      return /<section[^>]*aria-labelledby="given">.*?<\/section>/su.exec(answer.html)?.[0] ?? '';
    };
    const said = [await done({ frameId: alone!, heads: '1', phone: '09000000171' }), await done({ frameId: alone!, heads: '1', _knows: 'waitlist', name: '待田 二郎', phone: '09000000172' }), await done({ frameId: group!, groupName: '綱の会', 'heads-20-group': '9', phone: '09000000173' })];
    for (const [index, seat] of ['町の方', '町の方', '団体'].entries()) expect(said[index]).toMatch(new RegExp(`席のしゅるい.*${seat}.*090-0000-017${index + 1}.*href="/t/[\\w-]{43}"[^>]*><span>ちがうところは、切符のページで直せます`, 's'));
    town.clock.set('2026-11-29T08:00:00+09:00');
    try {
      const late = await done({ frameId: group!, groupName: '朝の会', 'heads-20-group': '2', phone: '09000000174' });
      expect([late.includes('ちがうところがあれば、お電話ください'), late.includes('href="/t/')]).toEqual([true, false]);
    } finally {
      town.clock.set('2026-11-22T10:00:00+09:00');
    }
  });

  it('is asked for when the last place went while the form was open', async () => {
    const small = await town.publish({ title: '花の教室', frames: [{ name: '席', capacity: 2, perApplicationMax: 2 }], duties: [] });
    const late = town.browser();
    const form = await late.open(`/events/${small.slug}/apply`);
    await apply(town.browser(), small, HANAKO);
    const asked = await late.submit(form, `/events/${small.slug}/applications`, { ...HANAKO, name: '北 まこと', phone: '090-0000-0199', heads: '1' });
    expect([asked.status, asked.location]).toEqual([200, undefined]);
    expect(asked.html).toContain('いまは満員です。キャンセル待ちに入ります。');
    expect(await rowsOf(small)).toHaveLength(1);
    const done = (await late.follow(await late.submit(asked, `/events/${small.slug}/applications`))).html;
    for (const words of ['キャンセル待ちに入りました', '長くても1日ほどでお返事ください', '待つのをやめるとき']) expect(done).toContain(words);
    expect(done).not.toContain('席は、ほかの方にまわります');
  });

  it('is asked for when a form that was sent is changed and sent again', async () => {
    const browser = town.browser();
    const form = await browser.open(`/events/${event.slug}/apply`);
    const typed = { ...HANAKO, name: '東 じゅん', phone: '090-0000-0166' };
    expect((await browser.submit(form, `/events/${event.slug}/applications`, typed)).status).toBe(303);
    const again = await browser.submit(form, `/events/${event.slug}/applications`, { ...typed, phone: '090-0000-0167' });
    expect([again.status, again.location]).toEqual([200, undefined]);
    expect(again.html).toContain('これでよろしいですか');
  });
});

describe('what was typed wrong', () => {
  it('sends the form back with all sentences and everything typed', async () => {
    const page = await check(town.browser(), event, { heads: '3', name: '', kana: '山田', phone: '', email: 'not-a-mail' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('3か所直してください');
    for (const field of ['name', 'kana', 'email']) expect(page.html).toContain(`href="#${field}"`);
    expect(page.html).toContain('<title>書いたものを直してください：');
    expect(page.html).toMatch(/<div[^>]*aria-labelledby="error-summary"[^>]*autofocus/i);
    expect(page.html).toContain('value="not-a-mail"');
    expect(page.html).toMatch(/<option value="3" selected/);
  });

  it('wants a phone number or a mail address, one of them', async () => {
    const page = await check(town.browser(), event, { ...HANAKO, phone: '', email: '' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('1か所直してください');
    expect((await check(town.browser(), event, { ...HANAKO, phone: '', email: 'hanako@example.jp' })).status).toBe(200);
  });

  it('takes no larger group than the frame allows', async () => {
    const page = await check(town.browser(), event, { ...HANAKO, heads: '7' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('人数を1人から6人で');
  });

  it('leads back to a box by 直す, with everything kept', async () => {
    const browser = town.browser();
    const checked = await check(browser, event, { ...HANAKO, name: '九条 健' });
    const fixing = await browser.submit(checked, `/events/${event.slug}/applications`, { _fix: 'kana' });
    expect(fixing.status).toBe(200);
    expect(fixing.html).toContain('value="九条 健"');
    expect(fixing.html).toMatch(/<input[^>]*name="kana"[^>]*autofocus|<input[^>]*autofocus[^>]*name="kana"/i);
  });

  it('keeps everything typed while too many ask at once', async () => {
    const browser = town.browser();
    const checked = await check(browser, event, { ...HANAKO, name: '川口 ゆう', phone: '090-0000-0177' });
    const page = await town.tx(async (tx) => {
      await rows(tx, 'select id from events.frame where event_id = $1 for update', [event.id]);
      return browser.submit(checked, `/events/${event.slug}/applications`);
    });
    expect(page.status).toBe(503);
    expect(page.html).toContain('<title>ただいま使えません：');
    expect(page.html).toContain('value="川口 ゆう"');
    expect((await browser.submit(page, `/events/${event.slug}/applications`)).location).toBe(`/events/${event.slug}/done`);
  });

  it('leads from where the form was sent to the form', async () => {
    for (const path of ['apply/check', 'applications']) {
      const page = await town.browser().open(`/events/${event.slug}/${path}`);
      expect([page.status, page.location]).toEqual([303, `/events/${event.slug}/apply`]);
    }
  });

  it('refuses a form without its key, and a forged one, with a page', async () => {
    const { fields } = formOf(await check(town.browser(), event, HANAKO), `/events/${event.slug}/applications`);
    const refused = await town.browser().post(`/events/${event.slug}/applications`, { ...fields, _key: '' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('この画面は古くなりました');
  });
});

describe('when there is no place', () => {
  it('says so, offers the queue, and counts who waits', async () => {
    const small = await town.publish({ title: '手づくりたこ教室', frames: [{ name: '親子', capacity: 2, perApplicationMax: 2 }], duties: [] });
    const first = town.browser();
    await apply(first, small, HANAKO);
    const page = await first.open(`/events/${small.slug}`);
    expect(page.html).toContain('キャンセル待ちに入る');

    const second = town.browser();
    const form = await second.open(`/events/${small.slug}/apply`);
    expect(form.html).toMatch(/<h1>キャンセル待ちに入る<\/h1>/);
    expect(form.html).toContain('いま待っている方はいません。');
    const done = await second.follow(await apply(second, small, { ...HANAKO, name: '日吉 誠', phone: '0665551234', heads: '1' }));
    expect(done.html).toContain('あなたは1番目です');
    expect((await town.browser().open(`/events/${small.slug}/apply`)).html).toContain('いま1組が待っています。');

    // In the last hours nobody is asked any more, and whoever still comes to the queue is told so everywhere.
    town.clock.set('2026-11-29T09:30:00+09:00');
    try {
      const last = town.browser();
      const told = [await last.open(`/events/${small.slug}`), await last.open(`/events/${small.slug}/apply`), await last.follow(await apply(last, small, { ...HANAKO, name: '直前 来子', phone: '0665551235', heads: '1' }))];
      for (const { html } of told) expect(html).toContain('空いた席の順番のご案内は終わりました');
      for (const { html } of told) expect(html).not.toMatch(/順番に、?電話かメールで/u);
    } finally {
      town.clock.set('2026-11-22T10:00:00+09:00');
    }
    expect(await rowsOf(small)).toEqual([
      { status: 'confirmed', heads: 2 },
      { status: 'waitlisted', heads: 1 },
      { status: 'waitlisted', heads: 1 },
    ]);
  });

  it('promises no decision about the rain that has been made', async () => {
    const browser = town.browser();
    const open = await town.publish({ title: '朝の体操', duties: [], frames: [{ name: '参加', capacity: 9, perApplicationMax: 2 }] });
    const early = await browser.follow(await apply(browser, open, { ...HANAKO, name: '朝 早子' }));
    expect(early.html).toContain('ひらくかどうかを決めます');
    town.clock.set('2026-11-28T18:00:00+09:00');
    try {
      const other = town.browser();
      const checked = await check(other, open, { ...HANAKO, name: '朝 遅子' });
      expect(checked.html).not.toContain('に決めて');
      const late = await other.follow(await other.submit(checked, `/events/${open.slug}/applications`));
      expect(late.html).toContain('申し込みました');
      expect(late.html).not.toContain('ひらくかどうかを決めます');
    } finally {
      town.clock.set('2026-11-22T10:00:00+09:00');
    }
  });

  it('takes nobody after the deadline, also from a form opened before', async () => {
    const browser = town.browser();
    const checked = await check(browser, event, { ...HANAKO, name: '本田 さくら' });
    const before = (await rowsOf(event)).length;
    town.clock.set('2026-11-27T17:00:00+09:00');
    try {
      const late = await browser.submit(checked, `/events/${event.slug}/applications`);
      expect(late.status).toBe(422);
      expect(late.html).toContain('受付は終わりました');
      expect(await rowsOf(event)).toHaveLength(before);
      expect((await browser.open(`/events/${event.slug}/apply`)).html).not.toContain('name="kana"');
    } finally {
      town.clock.set('2026-11-22T10:00:00+09:00');
    }
  });
});
