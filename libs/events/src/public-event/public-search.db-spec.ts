import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventsModule } from '../events.module.js';
import { searchable } from '../revision/search.form.js';
import { gramsOf, searchWords } from '../revision/search.rules.js';
import { PublicEvents, type PublicEventWish } from './public-event.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  await anEvent(app, cast, 'published', { title: '靱公園バラ園コンサート', kana: 'うつぼこうえんばらえんこんさーと', summary: '手話通訳がつきます。', placeName: '靱公園 バラ園', feeText: '無料' });
  await anEvent(app, cast, 'published', { title: '森のようちえん', kana: 'もりのようちえん', summary: '木の実をひろいます。', placeName: '新町北公園', placeAddress: '新町1丁目', feeText: 'こどもは無料、おとな300円' });
  await anEvent(app, cast, 'published', { title: 'スマホ体験教室', kana: 'すまほたいけんきょうしつ', summary: 'コンピュータをさわったことがない方に。', placeName: '九条会館２階', placeAddress: '九条2丁目', feeText: '500円' });
});
afterAll(() => app.close());

const titles = async (q: string, wish: PublicEventWish = {}) => (await app.tx((tx) => app.get(PublicEvents).list(tx, { ...wish, q }))).items.map(({ title }) => title.slice(0, 3));

describe('searching in Japanese', () => {
  it.each([
    ['手話', ['靱公園']],
    ['森', ['森のよ']],
    ['靱', ['靱公園']],
    ['靭公園', ['靱公園']],
    ['うつぼ', ['靱公園']],
    ['ウツボコウエン', ['靱公園']],
    ['ﾊﾞﾗ園', ['靱公園']],
    ['バラ園コンサート', ['靱公園']],
    ['公園', ['靱公園', '森のよ']],
    ['しんまち', ['森のよ']],
    ['くじょう', ['スマホ']],
    ['九条会館2階', ['スマホ']],
    ['コンピューター', ['スマホ']],
    ['公園　手話', ['靱公園']],
    ['公園 スマホ', []],
    ['園手', []],
    ['九条会館二階', ['スマホ']],
    ['新町一丁目', ['森のよ']],
    ['500', []],
    ['にしせんば', ['靱公園', '森のよ', 'スマホ']],
    ['たこ', []],
    ['たことが', ['スマホ']],
    ['ばら', ['靱公園']],
    ['もり', ['森のよ']],
    ['すま', ['スマホ']],
  ])('%s finds %j', async (q, found) => {
    expect((await titles(q)).sort()).toEqual([...found].sort());
  });

  it('finds a word that is typed in kanji where it is written in kana, and the other way round', async () => {
    await anEvent(app, cast, 'published', { title: '新春たこあげ大会', kana: 'しんしゅんたこあげたいかい', summary: '町で遊びます。', placeName: '新町北公園' });
    await anEvent(app, cast, 'published', { title: '冬の工作', summary: '凧をつくります。ごみの清掃もします。', placeName: '九条会館' });
    const found = async (q: string) => (await titles(q)).sort();
    expect(await found('凧')).toEqual(['冬の工', '新春た']);
    expect(await found('たこ')).toEqual(['冬の工', '新春た']);
    expect(await found('タコ 九条会館')).toEqual(['冬の工']);
    expect([await found('凧あげ'), await found('そうじ'), await found('凧 餅')]).toEqual([['新春た'], ['冬の工'], []]);
    expect((await app.tx((tx) => app.get(PublicEvents).list(tx, { q: '凧', past: true }))).items).toEqual([]);
  });

  it.each(['%', '_', '\\', "'; drop table events.event; --", '\u0000', '{a,b}', '<script>', '()*+?[', '\uD800', 'あ'.repeat(60), '😀', '\u3099'])('%j harms nothing', async (q) => {
    expect(await titles(q)).toEqual([]);
  });

  it('goes with the other conditions, and follows the text that is public', async () => {
    expect(await titles('公園', { organisationSlug: 'nobody' })).toEqual([]);
    expect(await titles('公園', { gratis: true, field: 'bunka' })).toContain('靱公園');
    const event = await anEvent(app, cast, 'published', { title: '秋のつどい', summary: '折り紙をします。', placeName: '九条会館' });
    expect(await titles('折り紙')).toEqual(['秋のつ']);
    await app.get(EventEdits).update(cast.leader, event.id, { summary: '切り絵をします。' }, `"${event.version}"`);
    expect([await titles('折り紙'), await titles('切り絵')]).toEqual([[], ['秋のつ']]);
  });

  it('asks the index for what the database put there, whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'あいうカキク森手話公園𠮷𩸽ーabc1２ \n・') , maxLength: 24 }), async (text) => {
        const form = searchable(text);
        const [row] = await app.database.asOwner<{ grams: string[] }>('select events.search_grams($1) as grams', [form]);
        for (const line of form.split('\n').filter(Boolean)) {
          const letters = [...line];
          for (let at = 0; at < letters.length; at += 1) {
            const words = searchWords(letters.slice(at, at + 3).join(''));
            expect(row!.grams).toEqual(expect.arrayContaining(gramsOf(words)));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
