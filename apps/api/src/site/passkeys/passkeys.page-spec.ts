import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Device } from '@yoriai/testing';
import type { Browser } from '../testing/browser.js';
import { SiteTown, type Resident } from '../testing/site-town.js';

let town: SiteTown;
let hanako: Resident;
let houses = 0;

beforeAll(async () => {
  town = await SiteTown.open();
  hanako = await town.resident({ name: '西船場 花子', kana: 'にしせんば はなこ', email: 'hanako@example.jp' });
});
afterAll(() => town.close());

const json = (text: string) => JSON.parse(text) as Record<string, unknown>;
const newHouse = () => town.browser({ 'x-forwarded-for': `203.0.113.${(houses += 1)}` });

async function question<T>(browser: Browser, path: string): Promise<T> {
  const asked = await browser.json(path, {});
  expect(asked.status).toBe(201);
  return json(asked.html)['options'] as T;
}

async function add(browser: Browser, name = '自分のスマホ', device = new Device()) {
  const options = await question<Parameters<Device['add']>[0]>(browser, '/api/me/passkey-challenges');
  const answer = { name, ...device.add(options) };
  const added = await browser.json('/api/me/passkeys', answer);
  return { device, answer, status: added.status, body: json(added.html) };
}

async function enter(browser: Browser, device: Device, odd: Parameters<Device['enter']>[1] = {}) {
  const answer = device.enter(await question(browser, '/api/passkey-challenges'), odd);
  const entered = await browser.json('/api/passkey-sessions', answer);
  return { answer, status: entered.status, body: json(entered.html) };
}

describe('the page of one’s devices', () => {
  it('is for the signed-in, and hides what needs a script', async () => {
    expect((await town.browser().open('/me/passkeys')).location).toBe('/sign-in?next=%2Fme%2Fpasskeys');
    const page = await hanako.browser.open('/me/passkeys', { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1' });
    expect(page.html).toContain('このブラウザでは使えません');
    expect(page.html).toMatch(/<form[^>]* hidden=""[^>]*data-passkey="add"/);
    expect(page.html).toContain('value="iPhone');
    expect((await hanako.browser.open('/me')).html).toContain('href="/me/passkeys"');
    const easy = town.browser();
    await easy.open('/display/ja-easy?next=/sign-in');
    expect((await easy.open('/sign-in')).html).toMatch(/data-stopped="入れませんでした。[^"{}|]*メールの 番号でも 入れます。"/);
    const script = await hanako.browser.open('/theme/passkeys.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, expect.stringContaining('javascript')]);
  });

  it('shows a device that was added, and removes it; the last one when its owner says so again', async () => {
    const { device, status } = await add(hanako.browser);
    expect(status).toBe(201);
    await add(hanako.browser, '家のパソコン');
    const page = await hanako.browser.open('/me/passkeys?said=added');
    expect(page.html).toContain('この端末で入れるようになりました');
    const [first, second] = [...page.html.matchAll(/action="(\/me\/passkeys\/[^"]+\/removal)"/g)].map((found) => found[1]!);
    const removed = await hanako.browser.submit(page, first!);
    expect([removed.status, removed.location]).toEqual([303, '/me/passkeys?said=removed']);
    const again = await hanako.browser.submit(await hanako.browser.open('/me/passkeys'), second!);
    expect([again.status, again.html.includes('「自分のスマホ」を外しますか')]).toEqual([409, true]);
    expect((await enter(newHouse(), device)).status).toBe(201);
    expect((await hanako.browser.submit(again, second!)).status).toBe(303);
    expect((await enter(newHouse(), device)).body).toMatchObject({ code: 'passkey.refused', status: 422 });
    expect((await hanako.browser.submit(page, second!)).status).toBe(404);
  });

  it('asks again about one of two of the same name, and says when each was added and used', async () => {
    const who = await town.resident({ name: '京町 堀子', kana: 'きょうまち ほりこ', email: 'horiko@example.jp' });
    await add(who.browser, 'iPhone');
    await add(who.browser, 'iPhone');
    const page = await who.browser.open('/me/passkeys');
    expect(page.html).toContain('iPhone（2）');
    await town.sql(`update identity.passkey set name = 'iPhone' where name like 'iPhone%'`);
    const [first] = [...page.html.matchAll(/action="(\/me\/passkeys\/[^"]+\/removal)"/g)].map((found) => found[1]!);
    const asked = await who.browser.submit(page, first!);
    expect([asked.status, asked.html.includes('「iPhone」を外しますか'), asked.html.includes('に登録')]).toEqual([409, true, true]);
    expect((await who.browser.submit(asked, first!)).status).toBe(303);
  });

  it('keeps where somebody was on the way to', async () => {
    const on = encodeURIComponent('/app/events');
    expect((await hanako.browser.open(`/me/passkeys?next=${on}`)).html).toContain(`data-then="/me/passkeys?said=added&amp;next=${on}"`);
    expect((await hanako.browser.open('/me/passkeys?next=https://evil.example')).html).toContain('data-then="/me/passkeys?said=added"');
    const leaving = newHouse();
    expect((await leaving.post('/sign-out', { again: '/app/events' })).location).toBe(`/sign-in?next=${on}`);
    for (const again of ['//evil.example', '']) expect((await leaving.post('/sign-out', { again })).location).toBe('/');
  });

  it('removes nothing of somebody else', async () => {
    const other = await town.resident({ name: '堀江 一郎', kana: 'ほりえ いちろう', email: 'other@example.jp' });
    const { body } = await add(other.browser);
    const page = await hanako.browser.open('/me/passkeys');
    const { _token = '' } = Object.fromEntries([...page.html.matchAll(/name="(_token)" value="([^"]+)"/g)].map(([, name, value]) => [name, value]));
    const tried = await hanako.browser.post(`/me/passkeys/${String(body['id'])}/removal`, { _token, _key: 'k'.repeat(43), sure: 'yes' });
    expect(tried.status).toBe(404);
  });
});

describe('the entrance by the lock of a device', () => {
  it('stands hidden beside the address box until the script finds that the browser can', async () => {
    const { html } = await town.browser().open('/sign-in?next=%2Fvolunteer');
    expect(html).toMatch(/<form[^>]* hidden=""[^>]*data-passkey="enter"[^>]*data-then="\/sign-in\?next=%2Fvolunteer"/);
    expect(html).toContain('指紋・顔で入る（パスキー）');
    expect(html).toContain('src="/theme/passkeys.js"');
  });

  it('signs in, and each answer once', async () => {
    const who = await town.resident({ name: '江戸堀 修', kana: 'えどぼり おさむ', email: 'osamu@example.jp' });
    const { device } = await add(who.browser);
    const browser = newHouse();
    const { status, answer } = await enter(browser, device);
    expect([status, (await browser.open('/me')).status]).toEqual([201, 200]);
    const again = await browser.json('/api/passkey-sessions', answer);
    expect([again.status, json(again.html)['code']]).toEqual([410, 'passkey.gone']);
    const elsewhere = newHouse();
    const asked = device.enter(await question(newHouse(), '/api/passkey-challenges'));
    expect(json((await elsewhere.json('/api/passkey-sessions', asked)).html)['code']).toBe('passkey.gone');
    for (const odd of [{ origin: 'https://evil.example' }, { unverified: true }]) expect((await enter(newHouse(), device, odd)).body).toMatchObject({ code: 'passkey.refused', status: 422 });
    expect((await enter(newHouse(), new Device())).body).toMatchObject({ code: 'passkey.refused', status: 422 });
  });

  it('answers a new device once, and to whom it was asked', async () => {
    const [one, other] = await Promise.all(['一', '二'].map((name, at) => town.resident({ name: `南 ${name}`, kana: 'みなみ', email: `minami-${at}@example.jp` })));
    const { answer, status } = await add(one!.browser);
    expect(status).toBe(201);
    expect(json((await one!.browser.json('/api/me/passkeys', answer)).html)).toMatchObject({ code: 'passkey.gone', status: 410 });
    const asked = await question<Parameters<Device['add']>[0]>(one!.browser, '/api/me/passkey-challenges');
    expect(json((await other!.browser.json('/api/me/passkeys', { name: '電話', ...new Device().add(asked) })).html)).toMatchObject({ code: 'passkey.gone', status: 410 });
    expect((await town.browser().json('/api/me/passkey-challenges', {})).status).toBe(401);
    expect((await one!.browser.json('/api/me/passkeys', { ...answer, name: '' })).status).toBeGreaterThanOrEqual(400);
    expect((await one!.browser.json('/api/me/passkeys', { name: 7, credentialId: '*' })).status).toBe(422);
  });

  it('leads an officer with a device to their work without asking', async () => {
    const browser = newHouse();
    const { device } = await add(town.leader.browser);
    expect((await enter(browser, device)).status).toBe(201);
    expect((await browser.open('/sign-in')).location).toBe('/app');
  });
});
