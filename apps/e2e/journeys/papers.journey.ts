import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { call } from '../town/api.js';
import { publishedEvent, type PublishedEvent } from '../town/events.js';
import { codesOn, fontsOf, openPdf, pagesOf, sizeOf } from '../town/pdf.js';
import { chromiumOfApi, pressOfApi } from '../town/press.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { sql } from '../town/sql.js';

const PEOPLE = 300;
const PER_SHEET = 20;
const A4 = [210, 297];
const A3 = [297, 420];

let roles: Roles;
let event: PublishedEvent;
let leader: string;
let short: string;

test.beforeAll(async () => {
  roles = seedRoles();
  leader = roles.roles['A.leader']?.headers.cookie ?? '';
  event = await publishedEvent(roles, '靱公園バラ園コンサート', 400);
  const [row] = await sql<{ short_code: string }>('select short_code from events.event where id = $1', [event.id]);
  short = `${process.env.E2E_BASE_URL}/q/${row?.short_code}`;
  for (let from = 0; from < PEOPLE; from += 50) {
    const some = Array.from({ length: 50 }, (_, n) => from + n);
    const answers = await Promise.all(
      some.map((n) => call('POST', `/api/events/${event.id}/applications`, { body: { frameId: event.frameId, name: `申込 ${n}`, kana: 'もうし こみ', phone: `090${String(10_000_000 + n)}`, heads: 1 } })),
    );
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([201]);
  }
});

const ours = (paper: string) => `/print/events/${event.id}/${paper}`;

/** A paper that came, with fonts that every printer has because they are inside. */
async function paper(path: string, cookie: string | undefined = leader): Promise<Buffer> {
  const { status, type, pdf } = await openPdf(path, cookie);
  expect([status, type]).toEqual([200, 'application/pdf']);
  const fonts = fontsOf(pdf);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter(({ name, kind, embedded }) => !embedded || kind !== 'CID TrueType' || !name.startsWith('BIZUDPGothic'))).toEqual([]);
  return pdf;
}

for (const [query, size] of [
  ['', A4],
  ['?size=a3', A3],
  ['?look=words', A4],
  ['?look=words&size=a3', A3],
] as const) {
  test(`poster.pdf${query} is one sheet, and its code leads to the event`, async () => {
    const pdf = await paper(`${ours('poster.pdf')}${query}`);
    expect(pagesOf(pdf)).toHaveLength(1);
    expect(sizeOf(pdf)).toEqual(size);
    expect(await codesOn(pdf)).toEqual([short]);
    expect(pagesOf(pdf)[0]).toContain('06-0000-0120');
  });
}

test('everybody gets the poster and the form of a public event; the circular is one sheet too', async () => {
  for (const path of [`/events/${event.slug}/poster.pdf`, `/events/${event.slug}/application-form.pdf`, ours('application-form.pdf'), ours('circular.pdf')]) {
    const pdf = await paper(path, path.startsWith('/events/') ? undefined : leader);
    expect(pagesOf(pdf)).toHaveLength(1);
    expect(sizeOf(pdf)).toEqual(A4);
    expect(await codesOn(pdf)).toEqual([short]);
  }
});

test('the sheet for the entrance is one in every language, and its code leads to the reception', async () => {
  for (const lang of ['ja', 'ja-easy', 'en']) {
    const pdf = await paper(`${ours('venue-code.pdf')}?lang=${lang}`);
    expect([lang, pagesOf(pdf).length]).toEqual([lang, 1]);
    expect(await codesOn(pdf)).toEqual([expect.stringMatching(/\/v\/[a-z0-9]{6}-[a-z0-9]{6}$/)]);
  }
});

test('a guardian’s consent is one sheet in every language, with the slip to cut off on it', async () => {
  const asked = await publishedEvent(roles, '新春たこあげ大会', 10, { asks: { guardian: true, photos: true } });
  for (const lang of ['ja', 'ja-easy', 'en']) {
    const pdf = await paper(`/events/${asked.slug}/guardian-consent.pdf?lang=${lang}`, undefined);
    expect(pagesOf(pdf)).toHaveLength(1);
    expect(sizeOf(pdf)).toEqual(A4);
    expect(pagesOf(pdf)[0]).toContain(lang === 'en' ? 'Cut here' : lang === 'ja' ? 'きりとり線' : 'ここで');
  }
});

test('a poster with the longest texts is still one sheet with its code and its telephone number', async () => {
  const long = await publishedEvent(roles, '大阪市西区の西船場地域で秋に開かれるバラとコンサートと体験の一日', 10);
  const text = 'たいへん長い文章をそのまま書いた主催の方がいます。'.repeat(12);
  await sql(
    `update events.event_revision set snapshot = snapshot || jsonb_build_object('summary', $2::text, 'audienceText', $2::text, 'bringText', $2::text, 'careText', $2::text, 'accessText', $2::text, 'feeText', $2::text) where event_id = $1`,
    [long.id, text],
  );
  for (const query of ['', '?look=words']) {
    const pdf = await paper(`/events/${long.slug}/poster.pdf${query}`, undefined);
    expect(pagesOf(pdf)).toHaveLength(1);
    expect(await codesOn(pdf)).toHaveLength(1);
  }
});

test(`${PEOPLE} names at the door: twenty a sheet, every sheet marked and counted, nobody missing`, async () => {
  const pages = pagesOf(await paper(ours('sign-in-sheet.pdf')));
  const sheets = PEOPLE / PER_SHEET;
  expect(pages).toHaveLength(sheets + 1);
  pages.forEach((page, index) => {
    expect(page).toContain('取扱注意');
    expect(page).toContain(`${index + 1}／${pages.length}ページ`);
    expect(page.match(/申込 \d+/g) ?? []).toHaveLength(index < sheets ? PER_SHEET : 0);
  });
  expect(new Set(pages.join('').match(/申込 \d+/g)).size).toBe(PEOPLE);
  expect(pages.join('')).not.toContain('090-');
});

test('the list of participants repeats its heads and its warning on every sheet and tears no row', async () => {
  const pages = pagesOf(await paper(ours('participant-list.pdf')));
  expect(pages.length).toBeGreaterThan(PEOPLE / 25);
  pages.forEach((page, index) => {
    expect(page).toContain('取扱注意');
    expect(page).toContain('連絡先');
    expect(page).toMatch(new RegExp(`${index + 1} / ${pages.length}`));
    expect((page.match(/申込 \d+/g) ?? []).length).toBe((page.match(/090-\d{4}-\d{4}/g) ?? []).length);
  });
  expect(new Set(pages.join('').match(/090-\d{4}-\d{4}/g)).size).toBe(PEOPLE);
});

test('the call sheet is a paper too', async () => {
  expect(pagesOf(await paper(ours('call-sheet.pdf'))).join('')).toContain('電話連絡票');
});

test('names come to nobody else, whatever the address ends in', async () => {
  const other = roles.roles['B.leader']?.headers.cookie ?? '';
  for (const name of ['sign-in-sheet', 'participant-list', 'call-sheet']) {
    expect([403, 404]).toContain((await openPdf(ours(`${name}.pdf`), other)).status);
    expect((await openPdf(ours(`${name}.pdf`))).type).not.toBe('application/pdf');
  }
});

test('a page on its way to the printer asks nobody for anything and runs nothing', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.end('seen');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const press = await pressOfApi();
  try {
    const pdf = await press.print(
      `<!doctype html><link rel="stylesheet" href="${elsewhere}/a.css"><img src="${elsewhere}/b.png"><iframe src="${elsewhere}/c"></iframe><iframe src="file:///etc/passwd"></iframe>
       <p>before</p><script>document.querySelector('p').textContent = 'after'; fetch('${elsewhere}/d')</script>`,
    );
    const text = pagesOf(pdf).join('');
    expect(text).toContain('before');
    expect(text).not.toMatch(/after|root:|seen/);
    expect(asked).toBe(0);
  } finally {
    await press.stop();
    server.close();
  }
});

test('a printer that hangs answers 503 and when to come again; the next paper comes from a new one', async () => {
  await paper(ours('poster.pdf'));
  process.kill(chromiumOfApi(), 'SIGSTOP');
  const hung = await openPdf(ours('poster.pdf'), leader);
  expect(hung.status).toBe(503);
  expect(Number(hung.retryAfter)).toBeGreaterThan(0);
  await paper(ours('poster.pdf'));
});

test('more papers than the printer can take are turned away at once with 503, the others come', async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, () => openPdf(ours('sign-in-sheet.pdf'), leader)));
  expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 503]);
  for (const { status, retryAfter } of answers) if (status === 503) expect(Number(retryAfter)).toBeGreaterThan(0);
  await paper(ours('poster.pdf'));
});
