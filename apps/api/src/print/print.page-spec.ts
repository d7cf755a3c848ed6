import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckIns } from '@yoriai/attendance';
import { Amendments, EventDrafts, EventPublications, SignUps } from '@yoriai/events';
import { Calls, Deliveries, Ledger } from '@yoriai/notifications';
import { SiteTown, concert, type PlayedEvent } from '../site/testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  for (let index = 0; index < 21; index += 1) {
    const kana = index % 2 === 0 ? 'あおき けん' : 'わだ けん';
    await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0] ?? '', name: `町民 ${index}`, kana, heads: 1, phone: `0901111${String(1000 + index)}` });
  }
});
afterAll(() => town.close());

describe('papers', () => {
  it('give everybody the poster, with readings, code and short address', async () => {
    const { html, status } = await town.browser().open(`/events/${event.slug}/poster`);
    expect(status).toBe(200);
    expect(html).toContain('<ruby>靱公園');
    expect(html).toContain('localhost:3000/q/');
    expect(html).toContain('role="img"');
  });

  it('say of an event that is off only that, and whom to ask', async () => {
    const off = await town.publish({ title: 'もちつき大会', rainPolicy: 'indoors' });
    const before = (await town.browser().open(`/events/${off.slug}/poster`)).html;
    for (const words of ['屋内なので、雨でもひらきます', '申込・問合せ', '締切', '先着順', '手伝ってくださる方も募集中']) expect(before).toContain(words);
    await town.api.get(EventPublications).cancel(town.leader.actor, off.id, '台風が近づいています。');
    const { html } = await town.browser().open(`/events/${off.slug}/poster`);
    expect(html).toMatch(/<h1[^>]*><span class="stamp off">【中止】<\/span>/);
    expect(html).toContain('理由：台風が近づいています。');
    expect(html).toContain('問合せ');
    for (const words of ['ひらきます', '申込・問合せ', '締切', '先着順', '募集中']) expect(html).not.toContain(words);
  });

  it('say in English that something is free of charge', async () => {
    const free = await town.publish({ title: 'ただの日', feeText: '無料', frames: [{ name: '席', capacity: 5, asks: { guardian: true } }], duties: [] });
    for (const paper of ['poster', 'guardian-consent']) expect((await town.browser().open(`/events/${free.slug}/${paper}?lang=en`)).html).toContain('Free of charge (無料)');
    expect((await town.browser().open(`/events/${free.slug}/poster?lang=ja`)).html).not.toContain('Free');
  });

  it('say until when each seat is taken where they do not close together, on every paper', async () => {
    const asks = { guardian: true };
    const frames = [{ name: 'おとなの部', capacity: 5, closesAt: '2026-11-27T17:00:00+09:00' }, { name: 'こどもの部', capacity: 5, closesAt: '2026-11-24T17:00:00+09:00', asks }, { name: 'ちびっこの部', capacity: 5, closesAt: '2026-11-24T17:00:00+09:00', asks }];
    const two = await town.publish({ title: 'ふたつの締切', duties: [], frames });
    for (const path of [`/events/${two.slug}/poster`, `/events/${two.slug}/application-form`, `/print/events/${two.id}/circular`]) {
      const { html } = await town.leader.browser.open(path);
      expect([path, html.includes('こどもの部・ちびっこの部の締切：11月24日(火) 17時'), html.includes('おとなの部の締切：11月27日(金) 17時'), /(?<!の)締切 /.test(html)]).toEqual([path, true, true, false]);
    }
    const consent = (await town.browser().open(`/events/${two.slug}/guardian-consent`)).html;
    expect(consent).toMatch(/締切 11月24日\(火\) 17時.*先に申し込んだ方は/s);
    expect(consent).not.toContain('11月27日');
  });

  it('say the day for rain, and of heat where it can be hot', async () => {
    const rainDate = { startsAt: '2026-12-06T10:00:00+09:00', endsAt: '2026-12-06T13:00:00+09:00' };
    const rainy = await town.publish({ title: '川のあそび', rainPolicy: 'postponed', rainDate, heatLimit: 31, duties: [] });
    for (const path of [`/events/${rainy.slug}`, `/events/${rainy.slug}/poster`, `/print/events/${rainy.id}/circular`]) {
      const { html } = await town.leader.browser.open(path);
      expect([path, html.includes('雨のときは12月6日(日) 10時から'), html.includes('暑さ指数')]).toEqual([path, true, false]);
    }
    const hot = await town.publish({ title: '水あそび', startsAt: '2027-08-01T10:00:00+09:00', endsAt: '2027-08-01T12:00:00+09:00', rainPolicy: 'go-ahead', rainDecisionAt: null, heatLimit: 31, duties: [] });
    expect((await town.browser().open(`/events/${hot.slug}`)).html).toContain('暑さ指数31以上の予報のときは、中止にすることがあります');
    expect((await town.browser().open(`/events/${event.slug}/poster`)).html).not.toContain('暑さ指数');
  });

  it('mark the poster of what nobody has approved, and lead nowhere from it', async () => {
    const { id } = await town.api.get(EventDrafts).create(town.leader.actor, { ...concert(town.organisationId), title: '花の教室' });
    const { html } = await town.leader.browser.open(`/print/events/${id}/poster`);
    expect(html).toContain('【承認前・見本】');
    expect(html).not.toMatch(/\/e\/|aria-label="QRコード"/);
  });

  it('show on the poster of a public event what was approved, also to those who work on it', async () => {
    await town.sql(`update events.event set summary = 'まだ確かめていません。' where id = $1`, [event.id]);
    const { html } = await town.leader.browser.open(`/print/events/${event.id}/poster`);
    expect(html).not.toContain('まだ確かめていません。');
    expect(html).not.toContain('見本');
    expect(html).toContain('localhost:3000/q/');
    expect((await town.browser().open(`/print/events/${event.id}/poster`)).status).toBe(303);
  });

  it('give the leader the names in kana order, twenty a sheet, and write down who printed them', async () => {
    const { html } = await town.leader.browser.open(`/print/events/${event.id}/sign-in-sheet`);
    expect(html.match(/class="one-sheet"/g)).toHaveLength(3);
    expect(html.lastIndexOf('あおき けん')).toBeLessThan(html.indexOf('わだ けん'));
    expect(html).toContain('取扱注意');
    expect(html).not.toContain('0901111');
    const log = await town.sql(`select action, subject, row_count, actor_person_id from identity.access_log where action = 'sign-in-sheet.printed' and subject = $1`, [`event:${event.id}`]);
    expect(log).toEqual([{ action: 'sign-in-sheet.printed', subject: `event:${event.id}`, row_count: 21, actor_person_id: town.leader.actor.personId }]);
  });

  it('name each of a family, with a box to tick at the door', async () => {
    const named = await town.publish({ title: 'たこ教室', frames: [{ name: '親子', capacity: 4, perApplicationMax: 4, companions: 'names' }], duties: [] });
    const about = { eventId: named.id, frameId: named.frameIds[0]! };
    await town.api.get(SignUps).apply(null, { ...about, name: '町民 甲', kana: 'ちょうみん こう', heads: 2, phone: '09011110001', companions: [{ name: '町民 花', kana: 'ちょうみん はな' }] });
    const rest = { name: '町民 乙', kana: 'ちょうみん おつ', heads: 3, phone: '09011110002', companions: ['丙', '丁'].map((name) => ({ name: `町民 ${name}`, kana: 'ちょうみん' })), partIsFine: true };
    await town.api.get(SignUps).apply(null, { ...about, ...rest });
    const sheet = await town.leader.browser.open(`/print/events/${named.id}/sign-in-sheet`);
    expect(sheet.html).toContain('<span class="tick" aria-hidden="true"></span>町民 花（ちょうみん はな）');
    expect(sheet.html).not.toContain('町民 丁');
    const list = await town.leader.browser.open(`/print/events/${named.id}/participant-list`);
    for (const said of ['町民 花（ちょうみん はな）', '町民 丙（ちょうみん）', '町民 丁（ちょうみん）', '町民 乙 さんのいっしょの方']) expect(list.html).toContain(said);
    expect((await town.browser().open(`/events/${named.slug}/application-form`)).html).toContain('お一人ずつ、お名前とふりがな');
  });

  it('say who of those who applied to a class was there and who not yet, on paper and as a table', async () => {
    const course = await town.publish({ title: 'コンプライアンス研修', category: 'class', duties: [] });
    const apply = (name: string, kana: string, phone: string) => town.api.get(SignUps).apply(null, { eventId: course.id, frameId: course.frameIds[0]!, name, kana, heads: 1, phone });
    const came = await apply('職員 甲', 'しょくいん こう', '09011112221');
    await apply('職員 乙', 'しょくいん おつ', '09011112222');
    town.clock.set('2026-11-29T10:05:00+09:00');
    await town.api.get(CheckIns).checkIn(town.leader.actor, course.id, { nonce: 'completed-1', subjectKind: 'application', subjectId: came.id! });
    town.clock.set('2026-11-22T10:00:00+09:00');
    const { html } = await town.leader.browser.open(`/print/events/${course.id}/completion-list`);
    expect(html).toMatch(/修了 1人　まだの方 1人.*職員 甲.*修了.*職員 乙.*まだ/s);
    const table = await town.leader.browser.post(`/print/events/${course.id}/completion-list.csv`, { why: 'report' });
    expect(table.html.split('\r\n').slice(1, 3).map((row) => row.split(',').slice(2, 4))).toEqual(expect.arrayContaining([['職員 甲', '修了'], ['職員 乙', 'まだ']]));
    expect((await town.approver.browser.open(`/print/events/${course.id}/completion-list`)).status).toBe(403);
    expect(await town.sql(`select action, reason, row_count from identity.access_log where action like 'completion-list.%' and subject = $1 order by id`, [`event:${course.id}`])).toEqual([{ action: 'completion-list.printed', reason: null, row_count: 2 }, { action: 'completion-list.exported', reason: 'report', row_count: 2 }]);
  });

  it('are given as a file for a reason alone, which is logged with the rows; of a closed course by number', async () => {
    const course = await town.publish({ title: 'ペアレントトレーニング', category: 'class', duties: [] });
    await town.api.get(SignUps).apply(null, { eventId: course.id, frameId: course.frameIds[0]!, name: '親子 わらべ', kana: 'おやこ わらべ', heads: 1, phone: '09011113331' });
    await town.sql(`update events.event set visibility = 'invited' where id = $1`, [course.id]);
    const ask = (who: typeof town.leader, fields: Record<string, string>, list = 'participant-list') => who.browser.post(`/print/events/${course.id}/${list}.csv`, fields);
    for (const fields of [{}, { why: 'because' }, { why: 'other', words: ' ' }] as Record<string, string>[]) expect((await ask(town.leader, fields)).status).toBe(422);
    expect((await ask(town.approver, {})).status).toBe(403);
    expect((await town.leader.browser.open(`/print/events/${course.id}/participant-list.csv`)).status).toBe(404);
    const logged = () => town.sql(`select action, reason, row_count from identity.access_log where subject = $1 and action like '%list.exported' order by id`, [`event:${course.id}`]);
    expect(await logged()).toEqual([]);
    const files = [await ask(town.leader, { why: 'other', words: '保険の名簿' }), await ask(town.leader, { why: 'report' }, 'completion-list')];
    expect(files.map(({ status, headers }) => [status, headers['cache-control']])).toEqual([[200, 'no-store'], [200, 'no-store']]);
    for (const { html } of files) {
      expect(html.split('\r\n')).toHaveLength(3);
      expect(html).not.toMatch(/親子|わらべ|09011113331|090-1111-3331/);
    }
    expect(await logged()).toEqual([{ action: 'participant-list.exported', reason: 'other: 保険の名簿', row_count: 1 }, { action: 'completion-list.exported', reason: 'report', row_count: 1 }]);
  });

  it('keep names from everybody else, and log nothing for them', async () => {
    for (const path of [`/print/events/${event.id}/sign-in-sheet`, `/print/events/${event.id}/call-sheet`]) {
      expect((await town.browser().open(path)).status).toBe(303);
      expect((await town.approver.browser.open(path)).status).toBe(403);
    }
    expect(await town.sql(`select 1 from identity.access_log where action = 'call-sheet.printed'`)).toEqual([]);
  });

  it('say who has to be telephoned, why, and by which number', async () => {
    const [person] = await town.sql<{ id: string }>(`select person_id as id from events.application where event_id = $1 and contact_phone = '09011111004'`, [event.id]);
    const draft = { dedupeKey: 'no-mail', personId: person?.id ?? null, eventId: event.id, kind: 'event-cancelled', purpose: 'cancellation', address: null, template: 'event-cancelled', params: {} } as const;
    await town.tx((tx) => town.api.get(Deliveries).add(tx, [draft]));
    const { html } = await town.leader.browser.open(`/print/events/${event.id}/call-sheet`);
    expect(html).toContain('町民 4');
    expect(html).toContain('090-1111-1004');
    expect(html).toContain('中止の連絡（メールなし）');
    expect(html).toContain('中止になりました。11月29日(日) 10時〜13時においでいただかなくてだいじょうぶです。');
    const log = await town.sql(`select row_count from identity.access_log where action = 'call-sheet.printed' order by at desc, id desc limit 1`);
    expect(log).toEqual([{ row_count: 1 }]);
    expect(html).toContain('これから電話する方 1人');

    // Somebody telephoned: on the paper too it is done.
    const sheet = await town.tx((tx) => town.api.get(Ledger).callSheet(tx, event.id));
    await town.tx((tx) => town.api.get(Calls).mark(tx, { eventId: event.id, personId: person?.id ?? '' }, sheet.flatMap(({ letters }) => letters.map(({ id }) => id)), town.leader.actor.personId));
    const done = (await town.leader.browser.open(`/print/events/${event.id}/call-sheet`)).html;
    expect(done).toContain('これから電話する方 0人');
    expect(done).toMatch(/<td[^>]*>済<\/td>/);
    expect(done).toContain('町民 4');
  });

  it('say the number that was changed by the ticket, on paper and on the desk, also once the event is off', async () => {
    const off = await town.publish({ title: '冬の朝市', duties: [] });
    const { ticketUrl } = await town.api.get(SignUps).apply(null, { eventId: off.id, frameId: off.frameIds[0] ?? '', name: '町民 番号', kana: 'ちょうみん ばんごう', heads: 1, phone: '090-2222-1001' });
    await town.api.get(Amendments).byTicket(ticketUrl!.split('/t/')[1]!, { phone: '090-2222-2002' });
    await town.api.get(EventPublications).cancel(town.leader.actor, off.id, '台風が近づいています。');
    const [person] = await town.sql<{ id: string }>('select person_id as id from events.application where event_id = $1', [off.id]);
    const draft = { dedupeKey: 'no-mail-off', personId: person!.id, eventId: off.id, kind: 'event-cancelled', purpose: 'cancellation', address: null, template: 'event-cancelled', params: {} } as const;
    await town.tx((tx) => town.api.get(Deliveries).add(tx, [draft]));
    const { html } = await town.leader.browser.open(`/print/events/${off.id}/call-sheet`);
    expect([html.includes('090-2222-2002'), html.includes('090-2222-1001')]).toEqual([true, false]);
    expect(html).toContain('この行事は中止です。理由：台風が近づいています。');
    expect(JSON.parse((await town.leader.browser.open(`/api/events/${off.id}/call-sheet`)).html)).toMatchObject({ items: [{ phone: '09022222002' }] });
  });

  it('have two boxes for what somebody answers to a postponement', async () => {
    const put = await town.publish({ title: '雨の朝市', duties: [] });
    const { id } = await town.api.get(SignUps).apply(null, { eventId: put.id, frameId: put.frameIds[0] ?? '', name: '町民 雨', kana: 'ちょうみん あめ', heads: 1, phone: '090-3333-1001' });
    const [person] = await town.sql<{ id: string }>('select person_id as id from events.application where id = $1', [id]);
    const draft = (kind: string) => ({ dedupeKey: kind, personId: person!.id, eventId: put.id, kind, purpose: 'notice' as const, address: null, template: kind, params: { applicationIds: [id] } });
    const boxes = async (): Promise<boolean[]> => {
      const { html } = await town.leader.browser.open(`/print/events/${put.id}/call-sheet`);
      return [html.includes('町民 雨'), /来られる<\/span>/.test(html), /来られない<\/span>/.test(html)];
    };
    await town.tx((tx) => town.api.get(Deliveries).add(tx, [draft('event-changed')]));
    expect(await boxes()).toEqual([true, false, false]);
    await town.tx((tx) => town.api.get(Deliveries).add(tx, [draft('event-postponed')]));
    expect(await boxes()).toEqual([true, true, true]);
    expect(JSON.parse((await town.leader.browser.open(`/api/events/${put.id}/call-sheet`)).html)).toMatchObject({ items: [{ askedIds: [id] }] });
  });

  it('say when nobody has to be telephoned', async () => {
    const other = await town.publish({ title: 'ふれあい食事会', duties: [] });
    const { html, status } = await town.leader.browser.open(`/print/events/${other.id}/call-sheet`);
    expect(status).toBe(200);
    expect(html).toContain('電話連絡票');
    expect(html).toContain('いま、電話の必要な方はいません。');
  });

  it('say on every list that the event is off and why, not that nobody has applied; and have no form any more', async () => {
    const asks = { guardian: true };
    const off = await town.publish({ title: '中止の朝市', frames: [{ name: '席', capacity: 5 }, { name: 'こども', capacity: 5, asks }] });
    await town.api.get(SignUps).apply(null, { eventId: off.id, frameId: off.frameIds[0]!, name: '町民 市', kana: 'ちょうみん いち', heads: 1, phone: '09044441001' });
    await town.api.get(EventPublications).cancel(town.leader.actor, off.id, '台風が近づいています。');
    for (const paper of ['participant-list', 'sign-in-sheet', 'completion-list', 'duty-roster', 'stall-list', 'plot-plan']) {
      const { html, status } = await town.leader.browser.open(`/print/events/${off.id}/${paper}`);
      expect([paper, status, html.includes('この行事は中止です。理由：台風が近づいています。'), /まだ申込はありません|いま、当番はありません|合計 0組/.test(html)]).toEqual([paper, 200, true, false]);
      expect([paper, html.includes('「参加する人」の画面で見られます')]).toEqual([paper, ['participant-list', 'sign-in-sheet', 'completion-list'].includes(paper)]);
    }
    for (const form of ['application-form', 'guardian-consent']) {
      expect((await town.browser().open(`/events/${off.slug}/${form}`)).status).toBe(404);
      const refused = await town.leader.browser.open(`/print/events/${off.id}/${form}`);
      expect([form, refused.status, refused.html.includes('この行事は中止になったので')]).toEqual([form, 404, true]);
    }
    expect((await town.leader.browser.open(`/print/events/${off.id}/circular`)).html).toContain('理由：台風が近づいています。');
  });
});
