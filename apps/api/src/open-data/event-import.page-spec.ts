import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventApprovals, EventEdits, EventPublications, EventQueries, type EventDetail } from '@yoriai/events';
import { sessionCookieName } from '@yoriai/identity';
import { parse } from 'csv-parse/sync';
import { SiteTown, type Resident } from '../site/testing/site-town.js';
import type { ImportAnswer } from './event-import.dto.js';
import { csvOf } from './event-list.csv.js';

let town: SiteTown;
let other: Resident;
let otherId: string;

beforeAll(async () => {
  town = await SiteTown.open();
  otherId = await town.organisation('堀江連合振興町会');
  other = await town.resident({ name: '堀江 会長', kana: 'ほりえ かいちょう', email: 'horie@example.jp', office: { organisationId: otherId, role: 'leader' } });
  await town.publish();
  await town.publish({ title: '=1+1 たこ"あげ', summary: '一行目、"引用"と,カンマ\n＋二行目', description: null, placeAddress: '浪速区難波中1丁目', feeText: '300円', startsAt: '2026-12-31T22:00:00+09:00', endsAt: '2027-01-01T00:00:00+09:00', rainPolicy: 'indoors', frames: [{ name: '自由', method: 'open' }], duties: [] });
  await town.publish({ title: '二つの枠', careText: null, bringText: null, startsAt: '2027-01-05T10:00:00+09:00', endsAt: '2027-01-05T12:00:00+09:00', rainDecisionAt: null, frames: [{ name: 'あさ', capacity: 10 }, { name: 'ひる', capacity: 20 }], duties: [] });
});
afterAll(() => town.close());

async function ask(who: Resident, path: string, body: unknown): Promise<{ status: number; body: ImportAnswer & { code: string } }> {
  const cookie = `${sessionCookieName(town.config)}=${who.browser.cookies.get(sessionCookieName(town.config))?.value ?? ''}`;
  const response = await fetch(`${town.origin}/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: town.config.publicUrl, cookie }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as ImportAnswer & { code: string } };
}
const take = (text: string | Buffer, path = 'event-imports', who = other, organisationId = otherId) => ask(who, path, { organisationId, fileName: 'list.csv', content: Buffer.from(text).toString('base64') });
const exported = async (who = other, organisationId = otherId): Promise<string> => {
  const cookie = `${sessionCookieName(town.config)}=${who.browser.cookies.get(sessionCookieName(town.config))?.value ?? ''}`;
  return (await fetch(`${town.origin}/api/organisations/${organisationId}/events.csv`, { headers: { cookie } })).arrayBuffer().then((all) => Buffer.from(all).toString());
};
const statesOf = (answer: ImportAnswer) => answer.items.map(({ state }) => state);
const detail = (id: string | null): Promise<EventDetail> => town.api.get(EventQueries).detail(other.actor, id ?? '');

describe('a list of events', () => {
  it('goes out, comes in and goes out again to the byte; sent twice it changes nothing', async () => {
    const out = Buffer.from(await (await fetch(`${town.origin}/events.csv`)).arrayBuffer()).toString();
    const before = await take(out, 'event-imports/previews');
    expect([before.status, statesOf(before.body), before.body.missing]).toEqual([200, ['new', 'new', 'new'], []]);
    expect(await exported()).toBe(out.slice(0, out.indexOf('\r\n') + 2));

    const taken = await take(out);
    expect(statesOf(taken.body)).toEqual(['new', 'new', 'new']);
    expect(await exported()).toBe(out);
    const again = await take(out);
    expect([statesOf(again.body), again.body.items.map(({ eventId }) => eventId)]).toEqual([['known', 'known', 'known'], taken.body.items.map(({ eventId }) => eventId)]);
    expect(await town.sql('select 1 from events.event_origin')).toHaveLength(3);

    const [concert, kites] = await Promise.all(taken.body.items.map(({ eventId }) => detail(eventId)));
    expect(concert).toMatchObject({ state: 'draft', title: '靱公園バラ園コンサート', kana: 'うつぼこうえんばらえんこんさーと', placeAddress: '靱本町2丁目', rainPolicy: 'cancelled', feeText: '無料', bringText: 'ひざかけ、ぼうし、飲みもの', frames: [{ capacity: 120, closesAt: '2026-11-27T08:00:00.000Z' }] });
    expect(kites).toMatchObject({ title: '=1+1 たこ"あげ', placeAddress: '浪速区難波中1丁目', endsAt: '2026-12-31T15:00:00.000Z', frames: [{ method: 'open' }] });

    // What was changed here is said as it is now; in public nothing is said as it came.
    await town.api.get(EventEdits).update(other.actor, concert!.id, { contactPhone: '06-0000-0120', contactName: '堀江 会長', field: 'bunka', food: false, fire: false, feeText: '500円' }, `"${concert!.version}"`);
    const own = parse(await exported(), { columns: true, bom: true }) as Record<string, string>[];
    expect(own[0]).toMatchObject({ NO: (parse(out, { columns: true, bom: true }) as Record<string, string>[])[0]!['NO'], 主催者: '西船場連合振興町会', '料金(詳細)': '500円', 開始時間: '10:00' });
    await town.api.get(EventApprovals).submit(other.actor, concert!.id);
    await town.api.get(EventApprovals).approve(town.approver.actor, concert!.id, { revision: 1 });
    await town.api.get(EventPublications).publish(other.actor, concert!.id);
    const all = parse(await (await fetch(`${town.origin}/events.csv?to=2026-11-30`)).text(), { columns: true, bom: true }) as Record<string, string>[];
    expect(all.map((row) => [row['NO'], row['主催者'], row['料金(詳細)'], row['開始時間']])).toEqual([
      [all[0]!['NO'], '西船場連合振興町会', '無料', '10:00'],
      [concert!.number, '堀江連合振興町会', '500円', '10:00'],
    ]);
  });

  it('of another town is told row by row; what can be is taken, what no field holds is kept and given out as it came', async () => {
    const headers = ['都道府県コード又は市区町村コード', 'NO', 'イベント名', '開始日', '終了日', '開始時間', '終了時間', '連絡先電話番号', '場所名称', '緯度', '備考', 'カテゴリー', '参加申込終了日'];
    const rows = [
      ['92011', '="0001"', 'ふれあい広場', '令和8年12月1日', '', '午前10時', '12:00', '665551234', '区民センター', '34.67', '雨天中止', 'まつり'],
      ['92011', '2', '', '2026-12-02', '', '10:00', '12:00', '', '', '', '', ''],
      ['92011', '3', 'いつか', '毎週日曜', '', '朝', '', '', '', '', '', ''],
      ['92011', '4', 'さかさま', '2026-12-03', '2026-12-03', '12:00', '10:00', '', '', '', '', ''],
      ['92011', '0001', '同じ番号', '2026-12-04', '', '', '', '', '', '', '', ''],
      ['92011', '6', 'あ'.repeat(90), '2026-12-05', '', '10:00', '11:00', '', '', '', '', ''],
      ['92011', '7', '遠い日', '9999-12-31', '', '24:00', '', '', '', '', '', '', '9999-12-31'],
      ['92011', '8'.repeat(5000), '長い番号', '2026-12-05', '', '10:00', '11:00', '', '', '', '', ''],
    ];
    const file = csvOf(headers, rows).replace('"\'=""0001"""', '="0001"');
    const { body } = await take(file);
    expect(statesOf(body)).toEqual(['new', ...Array<string>(7).fill('refused')]);
    expect(body.items.map(({ problems }) => problems.map(({ column }) => column))).toEqual([[], ['イベント名'], ['開始日', '開始時間'], ['終了時間'], ['NO'], ['イベント名'], ['開始日', '参加申込終了日'], ['NO']]);
    expect(body.items[2]!.problems[0]!.message).toBe('「毎週日曜」は日にちとして読めません。2026-11-29 のように書いてください。');
    expect(body.items[0]).toMatchObject({ row: 2, no: '0001', kept: ['緯度', 'カテゴリー'] });
    expect(await detail(body.items[0]!.eventId)).toMatchObject({ startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T03:00:00.000Z', contactPhone: '0665551234' });
    const given = (parse(await exported(), { columns: true, bom: true }) as Record<string, string>[]).find((row) => row['NO'] === '0001');
    expect(given).toMatchObject({ 都道府県コード又は市区町村コード: '092011', 開始日: '令和8年12月1日', 開始時間: '午前10時', 連絡先電話番号: '0665551234', 緯度: '34.67', 備考: '雨天中止' });
    const changed = await take(file.replace('ふれあい広場', 'ふれあい大広場'));
    expect(statesOf(changed.body)[0]).toBe('differs');
  });

  it('is taken in by slices, so that others get their numbers meanwhile; sent again it takes what is new', async () => {
    const rowsTo = (last: number) => csvOf(['NO', 'イベント名'], Array.from({ length: last }, (_, index) => [`S${index}`, `行事 ${index}`]));
    expect(new Set(statesOf((await take(rowsTo(21))).body))).toEqual(new Set(['new']));
    expect(await town.sql(`select count(*)::int as rows from events.event_origin where no like 'S%' group by xmin order by 1`)).toEqual([{ rows: 1 }, { rows: 20 }]);
    expect(statesOf((await take(rowsTo(22))).body)).toEqual([...Array<string>(21).fill('known'), 'new']);
  });

  it('is taken in by who hosts: a leader for their own, ward staff for everybody', async () => {
    const file = csvOf(['NO', 'イベント名'], [['9', '区の行事']]);
    expect((await take(file, 'event-imports', town.leader)).status).toBe(404);
    expect((await take('no table', 'event-imports/previews', town.leader)).status).toBe(404);
    expect((await take(file, 'event-imports/previews', town.approver, town.officeId)).body.items).toMatchObject([{ state: 'new', startsAt: null }]);
    expect(await take('a,b')).toMatchObject({ status: 422, body: { code: 'import.no-headings' } });
    expect((await take(Buffer.alloc(1024 * 1024 + 1, 0x61))).body.code).toBe('import.too-large');
    expect((await take(Buffer.alloc(1500 * 1024, 0x61))).body.code).toBe('platform.too-large');
    const large = csvOf(['NO', 'イベント名', '説明'], Array.from({ length: 1000 }, (_, index) => [`L${index}`, `行事 ${index}`, 'あ'.repeat(100)]));
    expect(statesOf((await take(large, 'event-imports/previews')).body)).toHaveLength(1000);
  });

  it('goes round with whom each event shows itself to, to the byte; the public list has the public ones and the 32 columns', async () => {
    const shown = [null, 'invited', 'members', 'area'] as const;
    const open = await town.browser().open('/events.csv');
    for (const [at, visibility] of shown.entries()) await town.publish({ title: `輪の行事 ${at}`, visibility, startsAt: `2027-02-0${at + 1}T10:00:00+09:00`, endsAt: `2027-02-0${at + 1}T12:00:00+09:00`, duties: [] });
    const out = await exported(town.leader, town.organisationId);
    const circles = (text: string) => (parse(text, { columns: true, bom: true }) as Record<string, string>[]).filter((row) => row['イベント名']!.startsWith('輪')).map((row) => row['公開範囲(寄合)']);
    expect(circles(out)).toEqual(['だれでも', '招待した人だけ', '会員だけ', '地域だけ']);
    expect(out.split('\r\n')[0]).toBe(`\uFEFF${open.html.split('\r\n')[0]!},公開範囲(寄合)`);
    for (const who of [town.browser(), town.leader.browser]) expect(circles((await who.open('/events.csv')).html)).toEqual([undefined]);

    const third = await town.organisation('日吉連合振興町会');
    const leader = await town.resident({ name: '日吉 会長', kana: 'ひよし かいちょう', email: 'hiyoshi@example.jp', office: { organisationId: third, role: 'leader' } });
    const taken = await take(out, 'event-imports', leader, third);
    expect(new Set(statesOf(taken.body))).toEqual(new Set(['new']));
    const drafts = await Promise.all(taken.body.items.slice(-4).map(({ eventId }) => town.api.get(EventQueries).detail(leader.actor, eventId!)));
    expect(drafts.map(({ title, visibility }) => [title, visibility])).toEqual(shown.map((visibility, at) => [`輪の行事 ${at}`, visibility]));
    expect(await exported(leader, third)).toBe(out);

    const own = async (text: string) => statesOf((await take(text, 'event-imports/previews', leader, third)).body);
    expect(new Set(await own(out))).toEqual(new Set(['known']));
    // The list of the towns has no such column: it says nothing else of them.
    expect(new Set(await own(out.split('\r\n').map((line) => line.replace(/,[^,]*$/u, '')).join('\r\n')))).toEqual(new Set(['known']));

    // Narrowed here since, it says so; it is never said as it came.
    await town.api.get(EventEdits).update(leader.actor, drafts[0]!.id, { visibility: 'members' }, `"${drafts[0]!.version}"`);
    const narrowed = await exported(leader, third);
    expect(circles(narrowed)).toEqual(['会員だけ', '招待した人だけ', '会員だけ', '地域だけ']);
    expect(new Set(await own(narrowed))).toEqual(new Set(['known']));
    // The file that came, once more, is known too; one that shows it to somebody else is not.
    expect(new Set(await own(out))).toEqual(new Set(['known']));
    expect((await own(narrowed.replace('会員だけ', '地域だけ'))).slice(-4)).toEqual(['differs', 'known', 'known', 'known']);
  });

  it('that lost the column says nothing of it: one’s own event that is not for everybody is taken in for no more people; an unread word is refused', async () => {
    const out = parse(await exported(town.leader, town.organisationId), { columns: true, bom: true }) as Record<string, string>[];
    const [open, invited, ...rest] = out.filter((row) => row['イベント名']!.startsWith('輪'));
    const taken = await take(csvOf(['NO', 'イベント名'], [open!, invited!, ...rest].map((row) => [row['NO']!, 'もとの列'])), 'event-imports', town.leader, town.organisationId);
    const drafts = await Promise.all(taken.body.items.map(({ eventId }) => town.api.get(EventQueries).detail(town.leader.actor, eventId!)));
    expect(drafts.map(({ visibility }) => visibility)).toEqual([null, 'invited', 'members', 'area']);

    const words = ['だれでも', ' 会員だけ ', '', 'みんな'];
    const { body } = await take(csvOf(['NO', 'イベント名', '公開範囲（寄合）'], words.map((word, at) => [`W${at}`, '行事', word])), 'event-imports/previews');
    expect(statesOf(body)).toEqual(['new', 'new', 'refused', 'refused']);
    expect(body.items[0]!.kept).toEqual([]);
    expect(body.items[3]!.problems).toEqual([{ column: '公開範囲(寄合)', message: '「みんな」では、だれに見せる行事か分かりません。だれでも・招待した人だけ・会員だけ・地域だけ のどれかを書いてください。' }]);
  });
});
