import { expect, test, type Page } from '@playwright/test';
import { call } from '../town/api.js';
import { publishedEvent, type PublishedEvent } from '../town/events.js';
import { printed, type Printed } from '../town/grey.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { browserOf } from '../town/walk.js';

/** What WCAG asks of text. */
const LEAST = 4.5;

let roles: Roles;
let event: PublishedEvent;
let page: Page;

test.beforeAll(async ({ browser }) => {
  roles = seedRoles();
  const context = await browserOf(browser, roles, 'A.leader');
  page = await context.newPage();
  event = await publishedEvent(roles, '白黒で刷る音楽会', 2, { asks: { guardian: true, photos: true } });
  for (const [name, heads] of [['申込 一', 2], ['申込 二', 1]] as const) {
    const body = { frameId: event.frameId, name, kana: 'もうし こみ', phone: '090-0000-0100', heads, consents: { guardian: true, photos: true } };
    await call('POST', `/api/events/${event.id}/applications`, { body });
  }
});

test.afterAll(() => page.context().close());

/** Words that a printer without colour loses, and words of which a part is told in colour. */
const lost = ({ words }: Printed): string[] =>
  words.filter(({ contrast, coloured }) => contrast < LEAST || coloured).map(({ word, contrast, coloured }) => `${word} ${contrast.toFixed(1)}${coloured ? ' in colour' : ''}`);

/** As its sheet says it: left alone, Chromium prints letters darker than they are, other browsers do not. */
async function press(): Promise<Printed> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('*')) each.style.setProperty('print-color-adjust', 'exact', 'important');
  });
  return printed(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

async function paper(name: string): Promise<Printed> {
  const answer = await page.goto(`/print/events/${event.id}/${name}`);
  expect([name, answer?.status()]).toEqual([name, 200]);
  return press();
}

const PAPERS = ['poster?look=words', 'poster?look=words&size=a3', 'circular', 'application-form', 'guardian-consent', 'venue-code', 'sign-in-sheet', 'participant-list', 'call-sheet', 'duty-roster', 'running-order'];

for (const name of PAPERS) {
  test(`${name}: every word stands out without colour, and no colour is there that could tell something`, async () => {
    const seen = await paper(name);
    expect(seen.words.length).toBeGreaterThan(10);
    expect(lost(seen)).toEqual([]);
    expect(seen.coloured).toBe(0);
  });
}

for (const name of ['poster', 'poster?size=a3']) {
  test(`${name}: its picture has colours, its words have none`, async () => {
    const seen = await paper(name);
    expect(seen.words.length).toBeGreaterThan(10);
    expect(lost(seen)).toEqual([]);
    expect(seen.coloured).toBeGreaterThan(0);
  });
}

test('a paper that is not like that is found', async () => {
  const seen = async (style: string): Promise<Printed> => {
    // Away from our pages, whose policy would take the styles off.
    await page.goto('about:blank');
    await page.setContent(`<!doctype html><meta charset="utf-8"><p>plain</p><p><span style="${style}">planted</span></p>`);
    return press();
  };
  expect(lost(await seen(''))).toEqual([]);
  expect(lost(await seen('color:yellow')), 'yellow on white').toEqual([expect.stringMatching(/^planted 1\.\d in colour$/)]);
  expect(lost(await seen('color:#999')), 'pale grey on white').toEqual([expect.stringMatching(/^planted [12]\.\d$/)]);
  expect(lost(await seen('color:#fff;background:#0a0')), 'white on green').toEqual([expect.stringContaining('planted')]);
  expect(lost(await seen('color:#c00')), 'black enough, and a colour').toEqual([expect.stringMatching(/in colour$/)]);
  expect((await seen('padding-left:9em;border-left:1em solid #c00')).coloured, 'a red bar beside the words').toBeGreaterThan(0);
});
