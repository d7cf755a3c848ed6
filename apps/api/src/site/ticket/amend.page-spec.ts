import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Amendments, EmailChanges } from '@yoriai/events';
import { Secrets } from '@yoriai/platform';
import { HANAKO, apply } from '../testing/applying.js';
import { formOf, type Browser } from '../testing/browser.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

let nth = 0;
/** Applies in a browser of its own; the path of the ticket. */
async function ticketOf(about: PlayedEvent, more: Record<string, string> = {}): Promise<{ browser: Browser; path: string }> {
  nth += 1;
  const browser = town.browser();
  const done = await browser.follow(await apply(browser, about, { ...HANAKO, name: `山田 ${nth}号`, phone: '', email: `amend-${nth}@example.jp`, ...more }));
  return { browser, path: /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '' };
}

const change = (browser: Browser, form: Awaited<ReturnType<Browser['open']>>, path: string, fields: Record<string, string>) => browser.post(`${path}/change`, { ...formOf(form, `${path}/change`).fields, ...fields });
const rowOf = async (path: string, about: PlayedEvent) => (await town.sql<{ heads: number; contact_phone: string | null; contact_email: string | null; id: string }>('select id, heads, contact_phone, contact_email from events.application where event_id = $1 order by created_at desc limit 1', [about.id]))[0]!;

describe('the form on a ticket', () => {
  it('changes how many come, says so on the ticket, and shows no contact in full', async () => {
    const open = await town.publish({ title: '芋煮会', frames: [{ name: '席', capacity: 6, perApplicationMax: 4 }], duties: [] });
    const { browser, path } = await ticketOf(open, { heads: '3', phone: '090-0000-7711' });
    expect((await browser.open(path)).html).toContain('人数や連絡先を変える');
    const form = await browser.open(`${path}/change`);
    for (const said of ['あなたも入れて、いまは3人です。', '•••7711', `am•••@example.jp`]) expect(form.html).toContain(said);
    for (const secret of ['09000007711', '090-0000-7711', `amend-${nth}@`]) expect(form.html).not.toContain(secret);
    const saved = await change(browser, form, path, { heads: '2' });
    expect(saved.location).toBe(path);
    const ticket = await browser.open(path);
    for (const said of ['変更しました', '3人 → 2人']) expect(ticket.html).toContain(said);
    expect(await rowOf(path, open)).toMatchObject({ heads: 2 });
    // The same press twice is one change.
    expect((await change(browser, form, path, { heads: '2' })).location).toBe(path);
    expect(await town.sql('select count(*)::int as times from events.application_amendment where event_id = $1', [open.id])).toEqual([{ times: 1 }]);
  });

  it('keeps what was typed and says why where it cannot be', async () => {
    const open = await town.publish({ title: '餅つき', frames: [{ name: '席', capacity: 3, perApplicationMax: 3 }], duties: [] });
    const { browser, path } = await ticketOf(open, { heads: '1' });
    const form = await browser.open(`${path}/change`);
    await ticketOf(open, { heads: '2' });
    const refused = await change(browser, form, path, { heads: '3', phone: '06-0000-7722' });
    expect(refused.status).toBe(422);
    for (const said of ['席が、いまは空いていません', 'href="#heads"', 'value="06-0000-7722"']) expect(refused.html).toContain(said);
    const wrong = await change(browser, form, path, { heads: '1', phone: '12', email: 'x' });
    for (const said of ['href="#phone"', 'href="#email"', 'value="12"']) expect(wrong.html).toContain(said);
    expect(await town.sql('select heads, contact_phone from events.application where event_id = $1 order by created_at limit 1', [open.id])).toEqual([{ heads: 1, contact_phone: null }]);
  });

  it('names those who come along, with a mark for who does not, and shows no birth date', async () => {
    const open = await town.publish({ title: '凧づくり', frames: [{ name: '親子', capacity: 9, perApplicationMax: 4, companions: 'names', asks: { ages: { by: 'age', from: 3, to: null } } }], duties: [] });
    const born = (name: string, year: string) => ({ [`${name}-year`]: year, [`${name}-month`]: '4', [`${name}-day`]: '2' });
    const { browser, path } = await ticketOf(open, { ...born('born', '1984'), 'companions.0.name': '山田 太郎', 'companions.0.kana': 'やまだ たろう', ...born('companions.0.born', '2016'), 'companions.1.name': '山田 花', 'companions.1.kana': 'やまだ はな', ...born('companions.1.born', '2018') });
    const form = await browser.open(`${path}/change`);
    expect(form.html).toContain('value="山田 太郎"');
    expect(form.html).not.toMatch(/2016|2018/);
    const missing = await change(browser, form, path, { 'companions.0.gone': 'on', 'companions.2.name': '西 次郎', 'companions.2.kana': 'にし じろう' });
    expect([missing.status, missing.html.includes('href="#companions.2.born"')]).toEqual([422, true]);
    const saved = await change(browser, missing, path, { 'companions.0.gone': 'on', 'companions.2.name': '西 次郎', 'companions.2.kana': 'にし じろう', ...born('companions.2.born', '2017') });
    expect(saved.location).toBe(path);
    expect(await town.sql('select heads, companions from events.application where event_id = $1', [open.id])).toEqual([
      { heads: 3, companions: [{ name: '山田 花', kana: 'やまだ はな', born: '2018-04-02' }, { name: '西 次郎', kana: 'にし じろう', born: '2017-04-02' }] },
    ]);
  });

  it('leaves what was changed meanwhile; who changes anything too reads it first, and what was typed is kept', async () => {
    const open = await town.publish({ title: '田植え', frames: [{ name: '席', capacity: 9, perApplicationMax: 6 }], duties: [] });
    const { browser, path } = await ticketOf(open, { heads: '3' });
    const form = await browser.open(`${path}/change`);
    const host = async (said: { heads?: number; phone?: string }) => town.api.get(Amendments).byHost(town.leader.actor, (await rowOf(path, open)).id, said);
    await host({ heads: 2 });
    const first = await change(browser, form, path, { phone: '06-0000-7744' });
    expect(first.status).toBe(422);
    // How many come was not typed: it is as the organiser was told.
    for (const said of ['この画面を開いたあとに、申込が変わりました', 'value="06-0000-7744"', '<option value="2" selected="">', 'いまは2人です']) expect(first.html).toContain(said);
    await host({ heads: 4 });
    const refused = await change(browser, first, path, { heads: '5' });
    for (const said of ['value="06-0000-7744"', '<option value="5" selected="">', 'いまは4人です']) expect(refused.html).toContain(said);
    expect(await rowOf(path, open)).toMatchObject({ heads: 4, contact_phone: null });
    expect((await change(browser, refused, path, {})).location).toBe(path);
    expect(await rowOf(path, open)).toMatchObject({ heads: 5, contact_phone: '0600007744' });
  });

  it('does not write one telephone number over another that was written meanwhile', async () => {
    const open = await town.publish({ title: '草取り', frames: [{ name: '席', capacity: 9, perApplicationMax: 6 }], duties: [] });
    const { browser, path } = await ticketOf(open, { phone: '090-0000-7711' });
    const [one, other] = [await browser.open(`${path}/change`), await browser.open(`${path}/change`)];
    expect((await change(browser, one, path, { phone: '06-0000-7781' })).location).toBe(path);
    const refused = await change(browser, other, path, { phone: '06-0000-7792' });
    expect(refused.status).toBe(422);
    for (const said of ['この画面を開いたあとに、申込が変わりました', 'いまは •••7781 です', 'value="06-0000-7792"']) expect(refused.html).toContain(said);
    expect(await rowOf(path, open)).toMatchObject({ contact_phone: '0600007781' });
    expect((await change(browser, refused, path, {})).location).toBe(path);
    expect(await rowOf(path, open)).toMatchObject({ contact_phone: '0600007792' });
  });

  it('leaves who comes along as they were changed meanwhile, and shows them', async () => {
    const open = await town.publish({ title: '稲刈り', frames: [{ name: '親子', capacity: 9, perApplicationMax: 4, companions: 'names' }], duties: [] });
    const both = { 'companions.0.name': '山田 太郎', 'companions.0.kana': 'やまだ たろう', 'companions.1.name': '山田 花', 'companions.1.kana': 'やまだ はな' };
    const { browser, path } = await ticketOf(open, both);
    const form = await browser.open(`${path}/change`);
    await town.api.get(Amendments).byHost(town.leader.actor, (await rowOf(path, open)).id, { heads: 2, companions: [{ at: 1, name: '山田 花', kana: 'やまだ はな' }] });
    const refused = await change(browser, form, path, { 'companions.1.gone': 'on', phone: '06-0000-7777' });
    expect([refused.status, refused.html.includes('この画面を開いたあとに'), refused.html.includes('山田 太郎'), refused.html.includes('山田 花')]).toEqual([422, true, false, true]);
    expect((await change(browser, refused, path, { 'companions.0.gone': 'on' })).location).toBe(path);
    expect(await rowOf(path, open)).toMatchObject({ heads: 1, contact_phone: '0600007777' });
  });

  it('says why the group stays where it does, and is not there on the day', async () => {
    const lots = await town.publish({ title: '抽選会', frames: [{ name: '席', capacity: 3, perApplicationMax: 3, closesAt: '2026-11-22T12:00:00+09:00', asks: { fixed: true } }], duties: [] });
    const { browser, path } = await ticketOf(lots, { heads: '2' });
    town.clock.set('2026-11-22T12:00:00+09:00');
    const form = await browser.open(`${path}/change`);
    expect(form.html).toContain('締切のあとは変えられません');
    expect(form.html).not.toContain('name="heads"');
    expect((await change(browser, form, path, { phone: '06-0000-7733' })).location).toBe(path);
    town.clock.set('2026-11-29T07:00:00+09:00');
    expect((await browser.open(path)).html).not.toContain('人数や連絡先を変える');
    expect((await browser.open(`${path}/change`)).location).toBe(path);
    town.clock.set('2026-11-22T10:00:00+09:00');
  });
});

describe('a new address', () => {
  it('counts once its link was followed; opening the link changes nothing', async () => {
    const open = await town.publish({ title: '寄席', frames: [{ name: '席', capacity: 6, perApplicationMax: 4 }], duties: [] });
    const { browser, path } = await ticketOf(open);
    await change(browser, await browser.open(`${path}/change`), path, { email: 'atarashii@example.jp' });
    // As it was typed, once: a slip is seen by who made it, and by nobody who opens the ticket later.
    expect((await browser.open(path)).html).toContain('atarashii@example.jp に確認のメールを送りました');
    for (const later of [browser, town.browser()]) expect((await later.open(path)).html).toContain('at•••@example.jp に確認のメールを送りました');
    const { id, contact_email: before } = await rowOf(path, open);
    const link = `/m/${town.api.get(Secrets).sign('email-change', `${id} 1`)}`;
    const page = await town.browser().open(link);
    for (const said of ['atarashii@example.jp を、この申込の連絡先にしますか', 'この宛先にする']) expect(page.html).toContain(said);
    expect((await rowOf(path, open)).contact_email).toBe(before);
    const other = town.browser();
    const confirmed = await other.submit(await other.open(link), link);
    expect((await other.follow(confirmed)).html).toContain('この宛先に変わりました');
    expect((await rowOf(path, open)).contact_email).toBe('atarashii@example.jp');
    expect((await town.browser().open(`/m/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await town.api.get(EmailChanges).byToken(link.split('/m/')[1]!)).state).toBe('done');
  });
});
