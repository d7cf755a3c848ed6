import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { call } from '../town/api.js';
import { seedRoles, type Roles } from '../town/roles.js';

const BASE = process.env.E2E_BASE_URL ?? '';
const EVENTS = '**/api/events?*';

/** What each state says: in the order of LANGS, without readings. */
const SAID = {
  'nothing found': ['この条件の行事はありません', 'この 条件の 行事は ありません', 'No events match'],
  loading: ['読みこんでいます。', '読み込んでいます。', 'Loading.'],
  'still loading': ['まだ待っています。', 'まだ 待っています。', 'Still waiting.'],
  'try again': ['もう一度ためす', 'もう一度 ためす', 'Try again'],
  failed: ['うまくいきませんでした', 'うまく いきませんでした', 'That did not work'],
  'no signal': ['電波がありません', 'インターネットが ありません', 'No signal'],
  'day is over': ['もう過ぎた日時です', 'もう 過ぎた 日時です', 'That time has passed'],
  'session ended': ['時間がたったので、入り直してください', '時間が たったので、もう一度 入って ください', 'Please sign in again, some time has passed'],
  forbidden: ['この画面は見られません', 'この 画面は 見ることが できません', 'You cannot see this screen'],
  'no office': ['この入口は、役員と区の担当の方のものです', 'この 入口は、役員と 区の 担当の 人の ものです', 'This entrance is for officers and ward staff'],
  'not there': ['見つかりませんでした', '見つかりませんでした', 'Not found'],
} as const;
const LANGS = ['ja', 'ja-easy', 'en'] as const;
type Lang = (typeof LANGS)[number];

let roles: Roles;
test.beforeAll(() => {
  roles = seedRoles();
});

const open: BrowserContext[] = [];
test.afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

const cookie = (name: string, value: string) => ({ name, value, url: BASE.replace('http:', 'https:'), secure: true });

/** A screen of the App in the hands of somebody who reads this language. */
class Screen {
  private constructor(
    readonly page: Page,
    private readonly lang: Lang,
  ) {}

  static async of(browser: Browser, lang: Lang, role = 'A.leader'): Promise<Screen> {
    const context = await browser.newContext();
    open.push(context);
    const signedIn = (roles.roles[role]?.headers.cookie ?? '').split('; ').map((cookie) => cookie.split('='));
    await context.addCookies([...signedIn.map(([name = '', ...value]) => cookie(name, value.join('='))), cookie('yoriai_lang', lang)]);
    return new Screen(await context.newPage(), lang);
  }

  /** As when it is too long ago; the language stays. */
  async forgetsSession(): Promise<void> {
    await this.page.context().clearCookies();
    await this.page.context().addCookies([cookie('yoriai_lang', this.lang)]);
  }

  /** The words as they stand there: readings lie above them. */
  async says(state: keyof typeof SAID): Promise<void> {
    const words = async (): Promise<string> =>
      this.page.locator('body').evaluate((body) => {
        const copy = body.cloneNode(true) as HTMLElement;
        for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
        return copy.textContent ?? '';
      });
    await expect.poll(words, { message: `${this.lang}: ${state}` }).toContain(SAID[state][LANGS.indexOf(this.lang)]);
  }

  get main(): Locator {
    return this.page.locator('main');
  }
}

for (const lang of LANGS) {
  test.describe(`every state of a screen says what happened and leads on, in ${lang}`, () => {
    test('nothing found: the filter can be cleared', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      await screen.page.goto('/app/events?q=zzzz');
      await screen.says('nothing found');
      await expect(screen.main.locator('a[href="/app/events"]').first()).toBeVisible();
    });

    test('loading: words after two seconds, a way out after ten', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      await screen.page.clock.install();
      await screen.page.route(EVENTS, () => undefined);
      await screen.page.goto('/app/events');
      await expect(screen.main.getByRole('heading', { level: 1 })).toBeVisible();
      await screen.page.clock.fastForward(2_500);
      await screen.says('loading');
      await screen.page.clock.fastForward(10_000);
      await screen.says('still loading');
      await screen.says('try again');
    });

    test('an error: says so, whom to call, and goes on once it is over', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      const problem = { type: 'about:blank', title: 'x', status: 500, code: 'platform.internal', detail: '…', requestId: '01a21413-2cf7-7228-8120-c346a0e3a3fc' };
      await screen.page.route(EVENTS, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
      await screen.page.goto('/app/events');
      await screen.says('failed');
      await screen.says('try again');
      await expect(screen.main.locator('a[href^="tel:"]')).toBeVisible();
      await screen.page.unroute(EVENTS);
      await screen.main.getByRole('button').last().click();
      await expect(screen.main.locator('.ev').first()).toBeVisible();
    });

    test('no signal: a line on top as long as it lasts', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      await screen.page.goto('/app/events');
      await expect(screen.main.locator('.ev').first()).toBeVisible();
      await screen.page.context().setOffline(true);
      await screen.says('no signal');
      await screen.page.context().setOffline(false);
      await expect(screen.page.locator('.offl')).toHaveCount(0);
    });

    test('no signal in the form: what went wrong comes to whoever pressed, without a code', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      await screen.page.goto(`/app/events/${roles.events['draft']?.id ?? ''}/edit/who`);
      await screen.page.clock.install();
      // The line is gone before a word is written: a page that pauses long enough saves itself and may be left.
      await expect(screen.main.locator('[name=careText]')).toBeVisible();
      await screen.page.context().setOffline(true);
      await screen.main.locator('[name=careText]').fill('手話があります');
      await screen.main.locator('form button').last().click();
      const alert = screen.main.getByRole('alert');
      await expect(alert).toBeFocused();
      await expect(alert).toBeInViewport({ ratio: 1 });
      await expect(alert).not.toContainText('app.');
      // It tries again by itself, and takes nothing from under whoever reads.
      const tried = screen.page.waitForEvent('requestfailed');
      await screen.page.clock.fastForward(21_000);
      await tried;
      await expect(alert).toBeFocused();
    });

    test('going on with a draft: opens where something is missing, and says what', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      const { cookie } = roles.roles['A.leader']?.headers ?? {};
      const body = { organisationId: roles.organisations[0]?.id, title: '書きかけの会', field: 'bunka', startsAt: '2020-04-01T01:00:00Z', endsAt: '2020-04-01T03:00:00Z' };
      const draft = await call<{ id: string }>('POST', '/api/events', { cookie: cookie ?? '', body });
      await screen.page.goto(`/app/events/${draft.body.id}`);
      await screen.main.locator('section.first a.btn').click();
      await expect(screen.page).toHaveURL(/\/edit\/when\?from=hub$/);
      await expect(screen.main.locator('.bn li')).toHaveCount(1);
      await screen.says('day is over');
    });

    test('the session has ended: back in, and back here', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      await screen.page.goto('/app/events');
      await expect(screen.main.locator('.ev').first()).toBeVisible();
      await screen.forgetsSession();
      await screen.main.locator('.ev a').first().click();
      await screen.says('session ended');
      await expect(screen.main.locator('a[href^="/sign-in?next=%2Fapp%2Fevents%2F"]')).toBeVisible();
    });

    test('not for whoever came: says whose it is', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      await screen.page.goto('/app/desk');
      await screen.says('forbidden');
      await expect(screen.main.locator('a[href="/app"]')).toBeVisible();
      const outside = await Screen.of(browser, lang, 'A.volunteer');
      await outside.page.goto('/app');
      await outside.says('no office');
      await expect(outside.main.locator('a[href="/me"]')).toBeVisible();
    });

    test('not there: says so and leads home', async ({ browser }) => {
      const screen = await Screen.of(browser, lang);
      for (const path of ['/app/nowhere', '/app/events/01a21407-ffff-7548-a1ed-b898ef74f58c']) {
        await screen.page.goto(path);
        await screen.says('not there');
        await expect(screen.main.locator('a[href="/app"]')).toBeVisible();
      }
    });
  });
}

test('the line breaks while words about a procedure are sent: they wait, also through a reload, until the answer has come', async ({ browser }) => {
  const { page, main } = await Screen.of(browser, 'ja');
  const { cookie } = roles.roles['A.leader']?.headers ?? {};
  const body = { organisationId: roles.organisations[0]?.id, title: '公園でひらく会', field: 'bunka', uses: ['park'] };
  const draft = await call<{ id: string }>('POST', '/api/events', { cookie: cookie ?? '', body });
  await page.goto(`/app/events/${draft.body.id}/edit/check`);
  const park = main.locator('[id="checklist.park"]');
  const [said, words] = [park.getByRole('button', { name: 'すんだと知らせる' }), park.locator('textarea')];
  await said.click();
  await words.fill('公園事務所に口頭で確かめました');
  const line = '**/api/events/*/checklist/**';
  await page.route(line, (route) => route.abort());
  await park.getByRole('button', { name: '送る' }).click();
  await expect(park.getByRole('alert')).toBeVisible();
  await expect(words).toHaveValue('公園事務所に口頭で確かめました');
  await page.unroute(line);
  await page.reload();
  await said.click();
  await expect(words).toHaveValue('公園事務所に口頭で確かめました');
  await park.getByRole('button', { name: '送る' }).click();
  await expect(park).toContainText('公園事務所に口頭で確かめました');
  await expect(words).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('words/')))).toEqual([]);
});
