import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
});
afterAll(() => town.close());

describe('what goes wrong', () => {
  it('is a page on the Site and a problem document in the API', async () => {
    const browser = town.browser();
    for (const path of ['/nowhere', '/events/no-such-event', `/events/${event.slug}/shifts/${event.id}`, '/e/nothing', '/events/no-such-event.ics']) {
      const page = await browser.open(path);
      expect([path, page.status, page.headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8']);
      expect(page.html).toContain('そのページはありません');
      expect(page.html).toContain('06-0000-0120');
      expect(page.html).toContain(page.headers['x-request-id']);
      expect(page.html).toMatch(/<dd class="err-code">[a-z.-]+not-found<\/dd>/);
      expect(page.headers['cache-control']).toMatch(/no-store/);
    }
    const api = await browser.open('/api/nowhere');
    expect([api.status, api.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(api.html)).toMatchObject({ code: 'platform.not-found', status: 404 });
  });

  it('leads who is not signed in to the entrance and back', async () => {
    const page = await town.browser().open('/me?said=joined');
    expect([page.status, page.location]).toEqual([303, '/sign-in?next=%2Fme%3Fsaid%3Djoined']);
    const sent = await town.browser({ referer: `${town.origin}/volunteer` }).post(`/shifts/${event.shifts[0]?.id ?? ''}/assignments`, {});
    expect([sent.status, sent.location]).toEqual([303, '/sign-in?next=%2Fvolunteer']);
    const foreign = await town.browser({ referer: 'https://evil.example/x' }).post(`/shifts/${event.shifts[0]?.id ?? ''}/assignments`, {});
    expect(foreign.location).toBe('/sign-in?next=%2F');
  });

  it.each([
    ['/shifts/1/assignments', '/volunteer'],
    ['/t/abc/cancellation', '/t/abc/cancel'],
    ['/t/abc/check-in-undo', '/t/abc'],
    ['/me/duties/1/cancellation', '/me/duties/1/cancel'],
    ['/me/joinings', '/me'],
    ['/me/sessions/1/end', '/me'],
    ['/sign-out', '/me'],
    ['/sign-in/code/resend', '/sign-in/code'],
  ])('leads from %s, where only forms go, to %s', async (path, form) => {
    const page = await town.browser().open(path);
    expect([page.status, page.location]).toEqual([303, form]);
  });

  it('says who can, where somebody may not', async () => {
    const resident = await town.resident({ name: '九条 健', kana: 'くじょう けん', email: 'ken@example.jp' });
    const page = await resident.browser.open(`/print/events/${event.id}/sign-in-sheet`);
    expect(page.status).toBe(403);
    expect(page.html).toContain('担当の方だけ');
    const office = await town.approver.browser.open(`/print/events/${event.id}/sign-in-sheet`);
    expect(office.status).toBe(403);
    expect(office.html).toContain('主催の方だけが見られます');
  });

  it('refuses a form from another site', async () => {
    const page = await town.browser({ origin: 'https://evil.example' }).post('/sign-out', {});
    expect(page.status).toBe(403);
    expect(page.html).toContain('ほかのサイトからの送信');
  });

  it('tells nothing of our own faults but the number to say on the phone', async () => {
    await town.sql('alter table events.event rename to event_away');
    try {
      const page = await town.browser().open('/');
      expect(page.status).toBe(500);
      expect(page.html).toContain('こちらの不具合です');
      expect(page.html).toContain(page.headers['x-request-id']);
      expect(page.html).not.toMatch(/event_away|relation|select|\.ts/);
    } finally {
      await town.sql('alter table events.event_away rename to event');
    }
    expect((await town.browser().open('/')).status).toBe(200);
  });
});
