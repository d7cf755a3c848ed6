import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventPublications, SignUps } from '@yoriai/events';
import { DayCounts } from '@yoriai/platform';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let concert: PlayedEvent;
let film: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  concert = await town.publish();
  film = await town.publish({ title: 'こどもワクワク映画会', field: 'kodomo', startsAt: '2026-12-12T14:00:00+09:00', endsAt: '2026-12-12T16:00:00+09:00', rainPolicy: 'indoors', duties: [] });
  await town.api.get(EventPublications).cancel(town.leader.actor, film.id, '会館の空調がこわれたため');
});
afterAll(() => town.close());

describe('finding an event', () => {
  it('begins on the first page and by search, fields, areas and days', async () => {
    const browser = town.browser();
    const title = '靱公園<wbr/>バラ園<wbr/>コンサート';
    for (const path of ['/', '/events', '/events?q=ばら園', '/events?field=bunka', '/events?area=nishisenba', '/events?from=2026-11-29&to=2026-11-29']) {
      expect([path, (await browser.open(path)).html.includes(title)]).toEqual([path, true]);
    }
    for (const path of ['/events?field=kankyo', '/events?from=2026-11-30', '/events?q=ない行事', '/events?area=horie']) {
      expect([path, (await browser.open(path)).html.includes(title)]).toEqual([path, false]);
    }
  });

  it('shows a way out of an empty list and survives any address', async () => {
    const browser = town.browser();
    const { html } = await browser.open('/events?q=バラ園+ない行事&area=horie');
    expect(html).toContain('これからの行事をすべて見る');
    expect(html).not.toContain('だけでさがす');
    const words = await browser.open('/events?q=バラ園+ない行事');
    expect(words.html).toContain('<a href="/events?q=%E3%83%90%E3%83%A9%E5%9C%92" class="more"><span>「バラ園」だけでさがす（2件）');
    expect((await browser.open('/events?q=バラ園&area=horie')).html).toContain('ほかの条件をはずす（2件）');
    for (const path of ['/events?from=2026-13-45&page=-3&field=x&area=%2F..', '/events?q=%27--%3Cscript%3E', '/events?q[]=1&page=99999', '/?x=1', '/events?page=2']) {
      expect([path, (await browser.open(path)).status]).toEqual([path, 200]);
    }
  });

  it('shows its last page to whom it has become shorter', async () => {
    const { html } = await town.browser().open('/events?q=バラ園&page=99');
    expect(html).toContain(`href="/events/${concert.slug}`);
    expect(html).not.toContain('99／');
  });

  it('says what found nothing: the word, or what it is narrowed by; counts only boxes that are set', async () => {
    const browser = town.browser();
    const narrowed = (await browser.open('/events?q=ばら園&audience=seniors&free=yes')).html;
    expect(narrowed).toContain('この条件では、「ばら園」の行事は見つかりませんでした');
    expect(narrowed).toContain('条件でしぼる（2つえらび中）');
    expect(narrowed).toContain('「ばら園」をはずす');
    const word = (await browser.open('/events?q=ない行事')).html;
    expect(word).toMatch(/>「ない行事」の行事は見つかりませんでした/);
    expect(word).not.toContain('えらび中');
    const english = (await town.browser({ 'accept-language': 'en' }).open('/events?q=exercise')).html;
    expect(english).toContain('You can also look by field.');
    expect(english).toContain('<a class="chip" href="/events?field=kenkou">Health');
  });

  it.each([['/events', ''], ['/events?q=ばら園&page=1&view=month', '?q=%E3%81%B0%E3%82%89%E5%9C%92'], ['/areas/nishisenba', '?area=nishisenba']])('lets a calendar be subscribed at %s, or taken as a file', async (path, conditions) => {
    const { html } = await town.browser().open(path);
    expect(html).toContain(`href="webcal://localhost:3000/events.ics${conditions}"`);
    expect(html).toContain(`<a href="/events.ics${conditions}" class="more">`);
    expect(html).not.toContain('このままの条件');
  });

  it('leads from an event back to the list in which it was found', async () => {
    const browser = town.browser();
    for (const list of ['/events?q=%E3%81%B0%E3%82%89%E5%9C%92&gratis=yes', '/events?view=month&month=2026-11']) {
      const href = /href="(\/events\/[^"]*\?list=[^"]+)"/.exec((await browser.open(list)).html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const { html, status } = await browser.open(href);
      expect(status).toBe(200);
      expect(html).toContain(`<a href="${list.replaceAll('&', '&amp;')}" class="back">`);
      expect(html).toContain('さがした一覧へもどる');
      expect(html).toMatch(/<link rel="canonical" href="[^"?]+\/events\/[^"?]+"/);
    }
    expect((await browser.open('/events')).html).not.toContain('?list=');
    expect((await browser.open(`/events/${concert.slug}?list=https%3A%2F%2Felsewhere.example`)).html).toContain('<a href="/events" class="back">');
  });

  it('leads from a form as it was sent to the address of its list, which everybody can be sent', async () => {
    const browser = town.browser();
    const form = await browser.open('/events?q=&when=2026-11-28..2026-11-29&area=&field=bunka&audience=anyone&gratis=yes');
    expect([form.status, form.location]).toEqual([303, '/events?from=2026-11-28&to=2026-11-29&field=bunka&audience=anyone&gratis=yes']);
    const { html } = await browser.open(form.location ?? '');
    expect(html).toMatch(new RegExp(`href="/events/${concert.slug}[?"]`));
    expect(html).toMatch(/<b class="cnt">1<\/b>|1件見つかりました/);
    expect(html).toContain('<link rel="canonical" href="http://localhost:3000/events?from=2026-11-28&amp;to=2026-11-29&amp;field=bunka&amp;audience=anyone&amp;gratis=yes"/>');
    expect(html).toContain('<option value="2026-11-28..2026-11-29" selected="">');
    expect(html).toContain('href="/events?from=2026-11-28&amp;to=2026-11-29&amp;field=bunka&amp;gratis=yes"');
    for (const path of ['/events?audience=seniors', '/events?free=yes&area=horie', '/events?past=yes']) expect((await browser.open(path)).html).not.toContain(`href="/events/${concert.slug}"`);
  });

  it('tells search engines of the whole list and of one condition that stays, of nothing that is endless', async () => {
    const browser = town.browser();
    const noindex = async (path: string) => (await browser.open(path)).html.includes('<meta name="robots" content="noindex"/>');
    for (const path of ['/events', '/events?area=horie', '/events?field=bunka', '/events?audience=children', '/events?view=month', '/events?utm_source=x']) expect([path, await noindex(path)]).toEqual([path, false]);
    for (const path of ['/events?q=x', '/events?area=horie&field=bunka', '/events?page=2', '/events?view=month&month=2030-01', '/events?from=2026-11-22', '/events?past=yes', '/events?free=yes'])
      expect([path, await noindex(path)]).toEqual([path, true]);
    expect((await browser.open('/events?utm_source=x&field=bunka')).html).toContain('<link rel="canonical" href="http://localhost:3000/events?field=bunka"/>');
  });

  it('shows a month as a table, with the way to the months beside it', async () => {
    const browser = town.browser();
    const { html } = await browser.open('/events?view=month&month=2026-11&field=bunka');
    expect(html).toContain('令和8年（2026年）11月の行事');
    expect(html.match(/<td/g)).toHaveLength(35);
    expect(html).toMatch(new RegExp(`href="/events/${concert.slug}[?"]`));
    expect(html).toContain('href="/events?from=2026-11-29&amp;to=2026-11-29&amp;field=bunka"');
    expect(html).toContain('view=month&amp;month=2026-12');
    expect(html).toMatch(/<td class="su today" aria-current="date">/);
    expect((await browser.open('/events?view=month&month=2026-12')).html).toContain(`href="/events/${film.slug}?list=view%3Dmonth`);
    for (const month of ['2026-13', '9999-99', '%27']) expect((await browser.open(`/events?view=month&month=${month}`)).status).toBe(200);
  });

  it('has a page for every area, also for one where nothing is on', async () => {
    const browser = town.browser();
    expect((await browser.open('/areas')).html).toContain('href="/areas/nishisenba"');
    const { html } = await browser.open('/areas/nishisenba');
    expect(html).toMatch(new RegExp(`href="/events/${concert.slug}[?"]`));
    expect(html).toMatch(/<a href="\/organisations\/[^"]+" class="more"><span>西船場連合振興町会/);
    expect(html).toContain('<link rel="alternate" type="text/calendar" href="/events.ics?area=nishisenba"');
    expect((await browser.open('/areas/horie')).html).toContain('堀江の行事は、いまありません');
    expect((await browser.open('/areas/atlantis')).status).toBe(404);
  });

  it('leads to the map and to LINE by plain links, and loads nothing of others', async () => {
    const { html } = await town.browser().open(`/events/${concert.slug}`);
    const links = [...html.matchAll(/href="(https:\/\/[^"]+)"/g)].map(([, url = '']) => new URL(url.replaceAll('&amp;', '&')));
    expect(links.find(({ host }) => host === 'maps.gsi.go.jp')?.searchParams.get('q')).toBe('大阪府大阪市西区靱本町2丁目');
    expect(links.find(({ host }) => host === 'line.me')?.searchParams.get('text')).toMatch(/^靱公園バラ園コンサート\n.*11月29日.*\n.*\/events\//);
    expect(html).not.toMatch(/src="https?:/);
    expect((await town.browser().open('/')).html).toContain('href="/events?gratis=yes"');
  });

  it('names the ward in English in roman letters, and says what costs nothing', async () => {
    const browser = town.browser({ 'accept-language': 'en' });
    for (const path of ['/', '/privacy', '/contact', '/elsewhere', '/register', `/events/${concert.slug}`]) {
      const { html } = await browser.open(path);
      expect([path, /Nishi Ward/.test(html), />[^<]*西区[^<]*</.test(html.replace(/<script[^>]*>.*?<\/script>/g, ''))]).toEqual([path, true, false]);
    }
    expect((await browser.open(`/events/${concert.slug}`)).html).toContain('<b>Free of charge</b> <span lang="ja"> (無料)</span>');
  });

  it('reads areas and associations as they are stored, each in one piece', async () => {
    const easy = town.browser();
    easy.cookies.set('yoriai_lang', { value: 'ja-easy', path: '/' });
    const ruby = (name: string, reading: string) => `<ruby>${name}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
    await town.sql(`update associations.organisation set name = '本田連合振興町会', kana = 'ほんでんれんごうしんこうちょうかい' where id = $1`, [town.organisationId]);
    town.clock.set('2026-11-22T10:02:00+09:00');
    try {
      for (const path of ['/', '/areas']) {
        const { html } = await easy.open(path);
        for (const [name, reading] of [['九条東', 'くじょうひがし'], ['本田', 'ほんでん']] as const) expect(html).toContain(`<span>${ruby(name, reading)}</span></a>`);
      }
      expect((await easy.open('/areas/honden')).html).toMatch(new RegExp(`<h1>[^/]*${ruby('本田', 'ほんでん')}`));
      expect((await easy.open('/events')).html).toContain('<option value="honden">本田</option>');
      expect((await easy.open('/areas/nishisenba')).html).toContain(`${ruby('本田', 'ほんでん')}${ruby('連合振興町会', 'れんごうしんこうちょうかい')}`);
    } finally {
      town.clock.set('2026-11-22T10:00:00+09:00');
      await town.sql(`update associations.organisation set name = '西船場連合振興町会', kana = 'だんたい' where id = $1`, [town.organisationId]);
    }
  });

  it('names the areas in English in roman letters', async () => {
    const browser = town.browser({ 'accept-language': 'en' });
    for (const path of ['/', '/areas']) expect((await browser.open(path)).html).toContain('<a href="/areas/kujo-higashi"><span>Kujo-Higashi</span></a>');
    expect((await browser.open('/events')).html).toContain('<option value="nishisenba">Nishisenba</option>');
    expect((await browser.open('/areas/horie')).html).toMatch(/<h1>[^<]*Horie/);
  });

  it('leads from a poster’s code to the event', async () => {
    const [row] = await town.sql<{ short_code: string }>('select short_code from events.event where id = $1', [concert.id]);
    const code = row?.short_code ?? '';
    const [host] = await town.sql<{ slug: string }>('select slug from associations.organisation where id = $1', [town.organisationId]);
    for (const [path, to] of [[`/e/${code}`, `/events/${concert.slug}`], [`/q/${code}`, `/events/${concert.slug}`], [`/q/O-${host!.slug.toUpperCase()}`, `/organisations/${host!.slug}`]]) {
      const page = await town.browser().open(path!);
      expect([page.status, page.location]).toEqual([303, to]);
    }
    for (const path of ['/q/nowhere', '/q/o-nobody']) expect((await town.browser().open(path)).status).toBe(404);
    // How often, by day, and nothing of anybody; written together, once.
    await town.api.get(DayCounts).write();
    await town.api.get(DayCounts).write();
    expect(await town.sql(`select name, to_char(day, 'YYYY-MM-DD') as day, count from platform.day_count order by count desc`)).toEqual([
      { name: `short-link ${code}`, day: '2026-11-22', count: 2 },
      { name: `short-link o-${host!.slug}`, day: '2026-11-22', count: 1 },
    ]);
    await town.browser().open(`/q/${code}`);
    await town.api.get(DayCounts).write();
    expect(await town.tx((tx) => town.api.get(DayCounts).of(tx, `short-link ${code}`, 5))).toEqual([{ day: '2026-11-22', count: 3 }]);
  });
});

describe('the page of an event', () => {
  it('says what people ask, in the newsletter’s order', async () => {
    const { html } = await town.browser().open(`/events/${concert.slug}`);
    const order = ['日時', '場所', '対象', '定員', '費用', '持ち物', '申込', '問合せ'].map((term) => html.indexOf(`<dt>${term}</dt>`));
    expect(order.every((at, index) => at > (order[index - 1] ?? 0))).toBe(true);
    expect(html).toContain('090-0000-0129');
    expect(html).toContain('雨のときは中止です');
    expect(html).toContain('<b class="num">10時40分</b>');
    expect(html).toContain('当番をさがしています');
    expect(html).toContain('申し込んだ方には電話かメールで。');
    const open = await town.publish({ title: '川のごみひろい', frames: [{ name: 'どなたでも', method: 'open' }], duties: [] });
    expect((await town.browser().open(`/events/${open.slug}`)).html).not.toContain('申し込んだ方');
    // For whom and a video are said in words; nothing of another site is loaded. At events for children stands whom to ask in need.
    const shown = await town.publish({ title: 'あそびの会', audience: 'families', audienceText: null, videoUrl: 'https://www.youtube.com/watch?v=abc', videoCaptions: true, duties: [] });
    const page = (await town.browser().open(`/events/${shown.slug}`)).html;
    for (const words of ['<dd>親子</dd>', '<a href="https://www.youtube.com/watch?v=abc" rel="nofollow noopener noreferrer" class="more">動画を見る</a>', 'www.youtube.com　字幕あり', '"audienceType":"親子"', 'href="/elsewhere#children"']) expect(page).toContain(words);
    expect(page).not.toMatch(/<(iframe|video|embed)[ >]|src="https:/);
    expect(html).not.toContain('/elsewhere#children');
  });

  it('says on top that it is cancelled, and why', async () => {
    const { html } = await town.browser().open(`/events/${film.slug}`);
    expect(html).toContain('この行事は中止になりました');
    expect(html).toContain('会館の空調がこわれたため');
    expect(html.replace(/<[^>]+>/g, '')).toMatch(/会館の空調がこわれたため11月\d+日\(.\) \d+時(\d+分)?に決まりました/);
    expect([html.includes('ご近所に知らせる'), html.includes(`/events/${film.slug}/poster`)]).toEqual([false, false]);
    expect(html).not.toContain(`/events/${film.slug}/apply"`);
    expect(html).toContain('ほかの行事を見る');
  });

  it('leads from one that is off to the next one like it', async () => {
    const next = await town.publish({ title: 'こども工作の日', field: 'kodomo', startsAt: '2026-12-19T10:00:00+09:00', endsAt: '2026-12-19T12:00:00+09:00', rainPolicy: 'indoors', duties: [] });
    const { html } = await town.browser().open(`/events/${film.slug}`);
    expect(html).toContain(`href="/events/${next.slug}"`);
    expect(html).toContain('似た行事：12月19日(土) こども工作の日');
  });

  it('is not sent again to a browser that has it', async () => {
    const browser = town.browser();
    const first = await browser.open(`/events/${concert.slug}`);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await browser.open(`/events/${concert.slug}`, { 'if-none-match': first.headers['etag'] ?? '' });
    expect([again.status, again.html]).toEqual([304, '']);
  });

  it('is packed for those who take it, the same for the first reader and the next; a page of somebody never is', async () => {
    const browser = town.browser();
    const plain = await browser.open(`/events/${concert.slug}`, { 'accept-encoding': 'identity' });
    expect([plain.headers['content-encoding'], plain.headers['vary']]).toEqual([undefined, expect.stringContaining('accept-encoding')]);
    for (const path of [`/events/${concert.slug}`, `/events/${concert.slug}`]) {
      const packed = await browser.open(path, { 'accept-encoding': 'gzip' });
      expect([packed.headers['content-encoding'], packed.html]).toEqual(['gzip', plain.html]);
      expect(Number(packed.headers['content-length'])).toBeLessThan(Buffer.byteLength(plain.html) / 2);
    }
    expect((await browser.open('/sign-in', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });

  it('stays hidden until it is published', async () => {
    const [draft] = await town.sql<{ slug: string }>(`select slug from events.event where public_revision is null limit 1`);
    if (draft) expect((await town.browser().open(`/events/${draft.slug}`)).status).toBe(404);
  });
});

describe('every page', () => {
  it('carries no script but data, and no inline style, and all its links lead somewhere', async () => {
    const seen = new Set<string>();
    const waiting = ['/', '/lost-ticket', '/register', '/sign-in', `/events/${concert.slug}/poster`];
    const browser = town.browser();
    while (waiting.length > 0) {
      const path = waiting.pop() ?? '';
      if (seen.has(path)) continue;
      seen.add(path);
      const page = await browser.open(path);
      if (page.status === 303) continue;
      expect([path, page.status]).toEqual([path, 200]);
      if (!page.headers['content-type']?.startsWith('text/html')) continue;
      // The entrance alone has a script, for the lock of one's own device; without it the page is whole as well.
      const html = path.split('?')[0] === '/sign-in' ? page.html.replace(/<script src="[^"]*\/passkeys\.js" defer=""><\/script>/u, '') : page.html;
      expect([path, /<script(?! type="application\/ld\+json">)|\sstyle=|\son[a-z]+="|javascript:/i.exec(html)?.[0]]).toEqual([path, undefined]);
      for (const [, href = ''] of page.html.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&');
        if (!/^\/(app|events\?|sign-in\?|register\?)/.test(next)) waiting.push(next);
      }
    }
    expect(seen.size).toBeGreaterThan(15);
  });
});

it('places that several groups have together stand under their own, and what is left is the smaller of both', async () => {
  const frames = [{ name: '地域の方', capacity: 3, perApplicationMax: 3 }, { name: '一般', capacity: 3, perApplicationMax: 3 }, { name: '出演', capacity: 2, outsideTotal: true }];
  const event = await town.publish({ title: '区民ホールの冬の音楽会', totalPlaces: 4, frames, duties: [] });
  const [first, second] = event.frameIds;
  const page = async (): Promise<string> => (await town.browser().open(`/events/${event.slug}`)).html;
  expect(await page()).toMatch(/地域の方 3人（先着順）.*一般 3人（先着順）.*出演のほかは、あわせて4人まで/s);
  expect((await town.browser().open(`/events/${event.slug}/poster`)).html).toContain('あわせて4人まで');
  const form = async (): Promise<string> => (await town.browser().open(`/events/${event.slug}/apply`)).html;
  expect(await form()).toMatch(/あわせて、あと4人です.*地域の方.*あと3.*一般.*あと3/s);
  await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: first!, name: '標野 花', kana: 'しめの はな', email: 'hall@example.jp', heads: 3 });
  expect(await form()).toMatch(/地域の方.*キャンセル待ち.*一般.*あと1/s);
  expect(await form()).not.toContain('あわせて、あと');
  await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: second!, name: '標野 実', kana: 'しめの みのる', email: 'hall2@example.jp', heads: 1 });
  expect(await form()).toMatch(/地域の方.*キャンセル待ち.*一般.*キャンセル待ち.*出演.*あと2/s);
});
