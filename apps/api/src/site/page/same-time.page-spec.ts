import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { SiteTown, type PlayedEvent, type Resident } from '../testing/site-town.js';

let town: SiteTown;
/** 29 November, ten to one, with a duty from half past nine; another in the same hours, and one on the next day. */
let concert: PlayedEvent;
let film: PlayedEvent;
let later: PlayedEvent;
let hanako: Resident;
const HANAKO = { name: '山田 はな子', kana: 'やまだ はなこ', email: 'hanako@example.jp' };
const TARO = { name: '西 太郎', kana: 'にし たろう', email: 'taro@example.jp' };

const WARNED_OF_DUTY = 'その時間には、引き受けた当番があります';
const WARNED_OF_APPLICATION = 'その時間には、申し込んだ行事があります';

beforeAll(async () => {
  town = await SiteTown.open();
  concert = await town.publish();
  film = await town.publish({ title: 'ワクワク映画会', kana: 'わくわくえいがかい' });
  later = await town.publish({ title: 'もちつき', startsAt: '2026-11-30T10:00:00+09:00', endsAt: '2026-11-30T12:00:00+09:00', rainDecisionAt: '2026-11-29T17:00:00+09:00', duties: [] });
  hanako = await town.resident(HANAKO);
});
afterAll(() => town.close());

const shiftPage = ({ slug, shifts }: PlayedEvent): string => `/events/${slug}/shifts/${shifts.find(({ duty }) => duty === '受付')!.id}`;
const apply = ({ id, frameIds }: PlayedEvent, who: Resident | null, given: { name: string; kana: string; email: string }) =>
  town.api.get(SignUps).apply(who?.actor ?? null, { eventId: id, frameId: frameIds[0]!, ...given, heads: 1 });

describe('two things at one time', () => {
  it('a duty is told on the form of an event, and nothing is refused; not for another day, and to nobody else', async () => {
    await hanako.browser.submit(await hanako.browser.open(shiftPage(concert)), `/shifts/${concert.shifts.find(({ duty }) => duty === '受付')!.id}/assignments`);
    const { html } = await hanako.browser.open(`/events/${film.slug}/apply`);
    expect(html).toContain(WARNED_OF_DUTY);
    expect(html).toMatch(/<a href="\/me\/duties\/[\w-]+">受付（靱公園バラ園コンサート）<\/a>/u);
    expect(html).toContain('>申し込む</button>');
    expect((await hanako.browser.open(`/events/${later.slug}/apply`)).html).not.toContain(WARNED_OF_DUTY);
    for (const browser of [town.browser(), town.leader.browser]) expect((await browser.open(`/events/${film.slug}/apply`)).html).not.toContain(WARNED_OF_DUTY);
  });

  it('so it is on the ticket, to its own holder alone: who holds the link, or typed a name, learns nothing', async () => {
    const { ticketUrl } = await apply(film, hanako, HANAKO);
    const ticket = new URL(ticketUrl!).pathname;
    expect((await hanako.browser.open(ticket)).html).toContain(WARNED_OF_DUTY);
    for (const browser of [town.browser(), town.leader.browser]) expect((await browser.open(ticket)).html).not.toContain(WARNED_OF_DUTY);
    // Somebody else's ticket, opened by who has a duty: nothing of theirs is on it.
    const other = new URL((await apply(film, null, { ...HANAKO, email: 'somebody@example.jp' })).ticketUrl!).pathname;
    expect((await hanako.browser.open(other)).html).not.toContain(WARNED_OF_DUTY);
  });

  it('an application is told before a duty is taken, while it stands', async () => {
    const page = shiftPage(film);
    const taro = await town.resident(TARO);
    const { ticketUrl } = await apply(concert, taro, TARO);
    const { html } = await taro.browser.open(page);
    expect(html).toContain(WARNED_OF_APPLICATION);
    expect(html).toContain(`href="${new URL(ticketUrl!).pathname}"`);
    expect(html).toMatch(/<button[^>]*>この当番に入る/u);
    expect((await town.leader.browser.open(page)).html).not.toContain(WARNED_OF_APPLICATION);
    const asked = await taro.browser.open(`${new URL(ticketUrl!).pathname}/cancel`);
    await taro.browser.submit(asked, `${new URL(ticketUrl!).pathname}/cancellation`);
    expect((await taro.browser.open(page)).html).not.toContain(WARNED_OF_APPLICATION);
  });
});
