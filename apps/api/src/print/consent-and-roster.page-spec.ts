import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assignments, Shifts } from '@yoriai/rosters';
import { SiteTown } from '../site/testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

describe('保護者同意書', () => {
  const asks = { guardian: true, photos: true, ages: { by: 'grade' as const, from: 7, to: 12 } };

  it('says what a guardian agrees to, and has a slip to cut off, on paper for everybody and for the host', async () => {
    const event = await town.publish({ title: '手づくりたこ教室', frames: [{ name: '小学生', capacity: 10, asks }], duties: [] });
    for (const { html } of [await town.browser().open(`/events/${event.slug}/guardian-consent`), await town.leader.browser.open(`/print/events/${event.id}/guardian-consent`)]) {
      for (const said of ['保護者同意書', 'けがや急な病気のとき、', 'きりとり線', '「手づくりたこ教室」', 'お子さんの写真をのせてもよいですか', 'いいえ。のせないでください', 'あとで変えられます']) expect(html).toContain(said);
    }
    const page = await town.browser().open(`/events/${event.slug}`);
    expect(page.html).toContain(`/events/${event.slug}/guardian-consent`);
    expect((await town.browser().open(`/events/${event.slug}/apply`)).html).toContain(`/events/${event.slug}/guardian-consent`);
  });

  it('asks about no pictures where the host does not, and is not there where no guardian is asked', async () => {
    const event = await town.publish({ title: '工作の日', frames: [{ name: '小学生', capacity: 10, asks: { guardian: true } }], duties: [] });
    expect((await town.browser().open(`/events/${event.slug}/guardian-consent`)).html).not.toContain('写真をのせても');
    const open = await town.publish({ title: 'だれでもの日', frames: [{ name: '席', capacity: 10 }], duties: [] });
    expect((await town.browser().open(`/events/${open.slug}/guardian-consent`)).status).toBe(404);
    expect((await town.browser().open(`/events/${open.slug}`)).html).not.toContain('guardian-consent');
  });
});

describe('当番表', () => {
  it('lists duties by day with lines for free places, and people in kana order with telephone numbers, for the host; reading it is logged', async () => {
    const event = await town.publish({ title: '町の音楽会' });
    const shifts = await town.tx((tx) => town.api.get(Shifts).ofEvent(tx, event.id));
    const [late, early] = [await town.resident({ name: '和田 助', kana: 'わだ たすく', email: 'wada-t@example.jp', phone: '09000007001' }), await town.resident({ name: '青木 恵', kana: 'あおき めぐみ', email: 'aoki-m@example.jp', phone: '09000007002' })];
    for (const person of [late, early]) await town.api.get(Assignments).take(person.actor, shifts[0]!.id);
    const { html } = await town.leader.browser.open(`/print/events/${event.id}/duty-roster`);
    expect(html).toMatch(/当番表（日ごと）.*青木 恵.*和田 助.*当番表（人ごと）.*青木 恵.*090-0000-7002.*和田 助.*090-0000-7001/s);
    expect(html).toContain('取扱注意');
    expect(html.match(/class="write-in"/g)).toHaveLength(shifts.reduce((sum, { capacity }) => sum + capacity, 0) - 2);
    expect(await town.sql(`select row_count, actor_person_id from identity.access_log where action = 'duty-roster.printed'`)).toEqual([{ row_count: 2, actor_person_id: town.leader.actor.personId }]);
  });

  it('keeps names and numbers from the ward office, which gets lines to write on', async () => {
    const [event] = await town.sql<{ id: string }>(`select id from events.event where public_revision is not null and title = '町の音楽会'`);
    const { html } = await town.approver.browser.open(`/print/events/${event!.id}/duty-roster`);
    expect(html).toContain('当番表（日ごと）');
    for (const kept of ['青木 恵', '090-0000', '当番表（人ごと）', '取扱注意']) expect(html).not.toContain(kept);
    expect(await town.sql(`select 1 from identity.access_log where action = 'duty-roster.printed'`)).toHaveLength(1);
  });

  it('lists what has to be there, a thing a line with a place to tick it off', async () => {
    const event = await town.publish({ title: '壁をきれいにする日', startsAt: '2026-12-19T10:00:00+09:00', endsAt: '2026-12-19T12:00:00+09:00', materials: 'ローラー 10本 町会\n\nペンキ 2かん 区', duties: [] });
    const { html } = await town.leader.browser.open(`/print/events/${event.id}/duty-roster`);
    expect(html).toMatch(/道具・材料.*ローラー 10本 町会.*class="write-in".*ペンキ 2かん 区.*class="write-in"/s);
    expect((await town.browser().open(`/events/${event.slug}`)).html).not.toContain('ローラー');
  });
});
