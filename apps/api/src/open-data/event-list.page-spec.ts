import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventPublications } from '@yoriai/events';
import { parse } from 'csv-parse/sync';
import { SiteTown, type PlayedEvent } from '../site/testing/site-town.js';

/** Domain page of the 推奨データセット, to the letter. */
const HEADERS =
  '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考';

let town: SiteTown;
let concert: PlayedEvent;
let odd: PlayedEvent;

beforeAll(async () => {
  town = await SiteTown.open();
  concert = await town.publish();
  odd = await town.publish({ title: '=HYPERLINK("http://evil.example","見る")', kana: 'みる', summary: '一行目、"引用"と,カンマ\r\n＋二行目', placeAddress: '大阪市西区新町1丁目', feeText: '300円', startsAt: '2026-12-31T22:00:00+09:00', endsAt: '2027-01-01T01:00:00+09:00', frames: [{ name: '自由', method: 'open' }], duties: [] });
});
afterAll(() => town.close());

async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const { html } = await town.browser().open(path);
  return parse(html, { columns: true, bom: true, record_delimiter: '\r\n' });
}

describe('events as open data', () => {
  it('are a file that spreadsheets open: a mark, 32 headings to the letter, CRLF', async () => {
    const response = await fetch(`${town.origin}/events.csv`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="events.csv"']);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString().split('\r\n')[0]).toBe(HEADERS);
    expect(HEADERS.split(',')).toHaveLength(32);
  });

  it('say what the page says, in days and hours of Japan, and of people nothing', async () => {
    const [first] = await rowsOf('/events.csv?q=ばら園');
    expect(first).toMatchObject({
      ...{ 都道府県コード又は市区町村コード: '271063', 都道府県名: '大阪府', 市区町村名: '大阪市西区' },
      ...{ イベント名: '靱公園バラ園コンサート', イベント名_カナ: 'ウツボコウエンバラエンコンサート', 開始日: '2026-11-29', 終了日: '2026-11-29', 開始時間: '10:00', 終了時間: '13:00' },
      ...{ 開始日時特記事項: '雨のときは中止です', '料金(基本)': '0', '料金(詳細)': '無料', 主催者: '西船場連合振興町会', 場所名称: '靱公園 バラ園', 住所: '大阪府大阪市西区靱本町2丁目' },
      ...{ 定員: '120', 参加申込終了日: '2026-11-27', 参加申込終了時間: '17:00', URL: `http://localhost:3000/events/${concert.slug}` },
    });
    const { html } = await town.browser().open('/events.csv');
    expect(html).not.toMatch(/佐藤|090-0000/);
  });

  it('carry any text through another program, and no formula', async () => {
    const rows = await rowsOf('/events.csv');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ イベント名: '\'=HYPERLINK("http://evil.example","見る")', 開始日: '2026-12-31', 終了日: '2027-01-01', 開始時間: '22:00', 終了時間: '01:00', '料金(基本)': '300', 住所: '大阪府大阪市西区新町1丁目', 定員: '', 参加申込方法: '申込はいりません。' });
    expect(rows[1]!['説明']).toContain('一行目、"引用"と,カンマ\n＋二行目');
  });

  it('are narrowed like the list, in Japanese for everybody, offered there; and tell what is off', async () => {
    expect((await rowsOf('/events.csv?from=2026-12-01')).map((row) => row['URL'])).toEqual([`http://localhost:3000/events/${odd.slug}`]);
    const english = town.browser({ 'accept-language': 'en' });
    expect((await english.open('/events.csv')).html).toBe((await town.browser().open('/events.csv')).html);
    expect((await town.browser().open('/events?from=2026-12-01')).html).toContain('<a href="/events.csv?from=2026-12-01" class="more">');
    expect((await town.browser().open('/events.csv?area=nowhere')).status).toBe(404);
    await town.api.get(EventPublications).cancel(town.leader.actor, odd.id, '雪のため');
    expect((await rowsOf('/events.csv?from=2026-12-01'))[0]).toMatchObject({ 開始日時特記事項: '中止：雪のため' });
  });

  it('say the first closing where seats do not close together, and each in words', async () => {
    const frames = [{ name: '夜の部', capacity: 5, closesAt: '2027-01-08T17:00:00+09:00' }, { name: '昼の部', capacity: 5, closesAt: '2027-01-05T12:00:00+09:00' }];
    await town.publish({ title: 'ふたつの部', startsAt: '2027-01-10T10:00:00+09:00', endsAt: '2027-01-10T12:00:00+09:00', rainDecisionAt: null, frames, duties: [] });
    const [row] = await rowsOf('/events.csv?from=2027-01-10');
    expect(row).toMatchObject({ 参加申込終了日: '2027-01-05', 参加申込終了時間: '12:00', 参加申込方法: 'URLのページから、または主催者へ。\n夜の部の締切：1月8日(金) 17時\n昼の部の締切：1月5日(火) 12時' });
  });
});
