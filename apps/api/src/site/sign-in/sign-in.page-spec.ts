import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Invitations } from '@yoriai/associations';
import { SignIn } from '@yoriai/identity';
import type { Browser } from '../testing/browser.js';
import { formOf } from '../testing/browser.js';
import { SiteTown, type Resident } from '../testing/site-town.js';

let town: SiteTown;
let hanako: Resident;
let made = 0;

beforeAll(async () => {
  town = await SiteTown.open();
});
// An address gets few letters in a row, so everybody here has their own.
beforeEach(async () => {
  made += 1;
  hanako = await town.resident({ name: '山田 はな子', kana: 'やまだ はなこ', email: `hanako${made}@example.jp` });
});
afterAll(() => town.close());

/** What the last letter says. */
async function letter(): Promise<{ code: string; link: string }> {
  const [last] = await town.sql<{ id: string }>(`select payload->>'signInRequestId' as id from platform.outbox where message = 'identity.sign-in-requested' order by id desc limit 1`);
  const found = await town.tx((tx) => town.api.get(SignIn).letterOf(tx, last?.id ?? ''));
  if (!found || !('code' in found)) throw new Error('The last letter holds no code.');
  return { code: found.code, link: `/sign-in/link/${found.linkToken}` };
}

async function ask(browser: Browser, email: string, next = '/me'): Promise<void> {
  const form = await browser.open(`/sign-in?next=${encodeURIComponent(next)}`);
  const asked = await browser.submit(form, '/sign-in', { email });
  expect([asked.status, asked.location]).toEqual([303, '/sign-in/code']);
}

const isIn = async (browser: Browser): Promise<boolean> => (await browser.open('/me')).status === 200;

describe('signing in by a mailed code', () => {
  it('lets in with the six digits and goes on where one came from', async () => {
    const browser = town.browser();
    await ask(browser, hanako.email, '/volunteer');
    const { code } = await letter();
    const entered = await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
    expect([entered.status, entered.location]).toEqual([303, '/volunteer']);
    expect(await isIn(browser)).toBe(true);
  });

  it('lets both clicks of a double click in, with one session', async () => {
    const browser = town.browser();
    await ask(browser, hanako.email);
    const { code } = await letter();
    const { fields } = formOf(await browser.open('/sign-in/code'), '/sign-in/code');
    const clicks = await Promise.all([1, 2].map(() => browser.post('/sign-in/code', { ...fields, code })));
    expect(clicks.map((click) => click.location)).toEqual(['/me', '/me']);
    expect(await isIn(browser)).toBe(true);
  });

  it('counts wrong digits and keeps the address on the page', async () => {
    const browser = town.browser();
    await ask(browser, hanako.email);
    const wrong = await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code: '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#code"');
    expect(wrong.html).toContain(hanako.email);
    expect(await isIn(browser)).toBe(false);
  });

  it('asks for a new code where too many were wrong, with that button first', async () => {
    const browser = town.browser();
    await ask(browser, hanako.email);
    const { code } = await letter();
    const other = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 4; tries += 1) await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code: other });
    const dead = await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code: other });
    expect(dead.html).toContain('「番号をもう一度送る」を押してください');
    expect(dead.html).not.toContain('name="code"');
    expect((await browser.submit(dead, '/sign-in/code/resend')).location).toBe('/sign-in/code?resent=1');
  });

  it('shows the address as it was understood', async () => {
    const browser = town.browser();
    await ask(browser, 'ｈａｎａｋｏ＠example.jp');
    expect((await browser.open('/sign-in/code')).html).toContain('hanako@example.jpあて');
  });

  it('answers an unknown address like a known one', async () => {
    const pages = [];
    for (const email of [hanako.email, 'nobody@example.jp']) {
      const browser = town.browser();
      await ask(browser, email);
      const page = await browser.open('/sign-in/code');
      pages.push(page.html.replaceAll(email, 'x').replace(/value="[\w-]{43}"/g, ''));
    }
    expect(pages[0]).toBe(pages[1]);
  });

  it('refuses what is no address, with the box marked', async () => {
    const browser = town.browser();
    const page = await browser.submit(await browser.open('/sign-in'), '/sign-in', { email: 'a@b.jp, c@d.jp' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#email"');
    const empty = await browser.submit(await browser.open('/sign-in'), '/sign-in', { email: ' ' });
    expect(empty.html).toContain('メールアドレスを書いてください');
  });
});

describe('the entrance', () => {
  it('stands in the menu of who is not signed in', async () => {
    const page = await town.browser().open('/events');
    expect(page.html.match(/<a href="\/sign-in">入口（ログイン）/g)).toHaveLength(2);
    expect((await hanako.browser.open('/events')).html).not.toContain('入口（ログイン）');
  });

  it.each([
    ['leader', '/app'],
    ['approver', '/app'],
    ['hanako', '/me'],
  ] as const)('leads the %s, who wants nothing special, to %s', async (who, home) => {
    const { email } = who === 'hanako' ? hanako : town[who];
    const browser = town.browser();
    await browser.submit(await browser.open('/sign-in'), '/sign-in', { email });
    const { code } = await letter();
    const entered = await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code });
    expect(entered.location).toBe(home);
    expect((await browser.open('/sign-in')).location).toBe(home);
  });
});

describe('signing in by the mailed link', () => {
  it('needs a press, in the browser that asked', async () => {
    const browser = town.browser();
    await ask(browser, hanako.email);
    const { link } = await letter();
    const opened = await browser.open(link);
    expect(await isIn(browser)).toBe(false);
    const entered = await browser.submit(opened, link);
    expect([entered.status, entered.location]).toEqual([303, '/me']);
    expect(await isIn(browser)).toBe(true);
  });

  it('signs nobody in elsewhere, but shows the code to type', async () => {
    const browser = town.browser();
    await ask(browser, hanako.email);
    const { link, code } = await letter();
    const elsewhere = town.browser();
    const opened = await elsewhere.open(link);
    expect(opened.html).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(opened.html).not.toContain('<form method="post" action="/sign-in/link');
    const forced = await elsewhere.post(link, { _key: 'x'.repeat(43) });
    expect([forced.status, forced.location]).toEqual([303, link]);
    expect(await isIn(elsewhere)).toBe(false);
    // Nothing was used up by opening it.
    const entered = await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code });
    expect(entered.status).toBe(303);
  });

  it('says when it is too late', async () => {
    const browser = town.browser();
    await ask(browser, hanako.email);
    const { link } = await letter();
    town.clock.advance(11);
    const late = await browser.open(link);
    expect(late.status).toBe(410);
    expect(late.html).toContain('この番号は使えません');
    town.clock.set('2026-11-22T10:00:00+09:00');
  });
});

describe('where it goes on', () => {
  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])('never to %s', async (next) => {
    const signedIn = await hanako.browser.open(`/sign-in?next=${encodeURIComponent(next)}`);
    expect([signedIn.status, signedIn.location]).toEqual([303, '/me']);
    const browser = town.browser();
    const asked = await browser.submit(await browser.open('/sign-in'), '/sign-in', { email: hanako.email, next });
    expect(asked.status).toBe(303);
    const { code } = await letter();
    const entered = await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code });
    expect(entered.location).toBe('/me');
  });
});

describe('registering', () => {
  it('names what is wrong in the order of the boxes, in the words of the boxes', async () => {
    const browser = town.browser();
    const page = await browser.submit(await browser.open('/register'), '/register', { name: '', kana: '', email: '', phone: '1' });
    const fields = [...page.html.matchAll(/href="#(name|kana|email|phone)"/g)].map((found) => found[1]);
    expect(fields).toEqual(['name', 'kana', 'email', 'phone']);
    expect(page.html).toContain('お名前を書いてください');
    expect(page.html).not.toMatch(/氏名|入力して/);
  });

  it('makes the account when the code comes back', async () => {
    const browser = town.browser();
    const typed = { name: '江戸堀 みどり', kana: 'えどぼり みどり', email: 'midori@example.jp', phone: '06-6443-0001' };
    const asked = await browser.submit(await browser.open('/register'), '/register', typed);
    expect(asked.location).toBe('/sign-in/code');
    expect(await town.sql(`select 1 from identity.account where email = 'midori@example.jp'`)).toEqual([]);
    const { code } = await letter();
    const entered = await browser.submit(await browser.open('/sign-in/code'), '/sign-in/code', { code });
    expect(entered.location).toBe('/volunteer');
    expect((await browser.open('/me')).html).toContain('江戸堀 みどりさん');
  });
});

describe('leaving and being invited', () => {
  it('ends the session', async () => {
    const guest = await town.resident({ name: '明治 文', kana: 'めいじ ふみ', email: 'fumi@example.jp' });
    const left = await guest.browser.submit(await guest.browser.open('/me'), '/sign-out');
    expect([left.status, left.location]).toEqual([303, '/']);
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(await isIn(guest.browser)).toBe(false);
  });

  it('promises the names of who applied to those alone who will see them', async () => {
    const promised = async (role: 'leader' | 'block-leader' | 'member'): Promise<string> => {
      const { token } = await town.tx((tx) => town.api.get(Invitations).write(tx, town.organisationId, { email: `${role}@example.jp`, role, title: '役' }, town.leader.actor.personId));
      return (await town.browser().open(`/invitation/${token}`)).html;
    };
    expect(await promised('leader')).toContain('申し込んだ方の名簿が見られるようになります');
    const block = await promised('block-leader');
    expect(block).not.toContain('名簿が見られる');
    expect(block).toContain('電話や紙の申込を入れられるようになります');
    expect(await promised('member')).not.toContain('名簿');
  });

  it('takes an office on, once', async () => {
    const { token } = await town.tx((tx) =>
      town.api.get(Invitations).write(tx, town.organisationId, { email: 'new@example.jp', role: 'leader', title: '副会長' }, town.leader.actor.personId),
    );
    const browser = town.browser();
    const page = await browser.open(`/invitation/${token}`);
    expect(page.html).toContain('副会長');
    expect(page.html).toContain('西区役所から招待が届いています。');
    const accepted = await browser.submit(page, `/invitation/${token}`, { name: '新 副会長', kana: 'しん ふくかいちょう' });
    expect([accepted.status, accepted.location]).toEqual([303, '/app']);
    expect((await browser.open('/me')).html).toContain('担当者の画面を開く');
    expect((await town.browser().open(`/invitation/${token}`)).status).toBe(410);
  });
});
