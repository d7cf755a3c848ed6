import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublicEvents } from '@yoriai/events';
import { Db } from '@yoriai/platform';
import { testConfig, testDatabase, type TestDatabase } from '@yoriai/testing';
import { DemoEvents } from './demo-events.js';
import { DemoWard } from './demo-ward.js';
import { playersOf } from './players.js';
import { OPEN_EVENTS } from './events-open.js';
import { Hands } from './hands.js';
import { addVenues } from './venues.js';
import { WardRoles } from './ward-roles.js';

let database: TestDatabase;
let hands: Hands;

beforeAll(async () => {
  database = await testDatabase();
  hands = await Hands.open(1, testConfig(database), new Date('2026-11-24T10:00:00+09:00'));
  const cast = await hands.first.get(DemoWard).found();
  await addVenues(hands.first, cast);
  for (const event of OPEN_EVENTS) await hands.first.get(DemoEvents).stage({ ...event, applied: 0, helpers: 0 }, { ...playersOf(cast, event), volunteers: cast.volunteers });
}, 120_000);
afterAll(async () => {
  await hands.close();
  await database.drop();
});

const found = async (q: string): Promise<string[]> => {
  const { items } = await hands.first.get(Db).read((tx) => hands.first.get(PublicEvents).list(tx, { q }));
  return items.map(({ title }) => title);
};

describe('people of the demo ward', () => {
  it.each([
    ['バラ', '靱公園バラ園コンサート'],
    ['うつぼ', '靱公園バラ園コンサート'],
    ['靭公園', '靱公園バラ園コンサート'],
    ['まるしぇ', 'にし恋マルシェ'],
    ['ﾏﾙｼｪ', 'にし恋マルシェ'],
    ['朝市', 'にし恋マルシェ'],
    ['たかきや', 'にし恋マルシェ'],
    ['花', '新町北公園 花の植えかえと朝の清掃'],
    ['しんまち', '新町北公園 花の植えかえと朝の清掃'],
    ['親子', 'にっしー広場 0〜3さいのあそび場'],
    ['にっしー', 'にっしー広場 0〜3さいのあそび場'],
    ['０〜３さい', 'にっしー広場 0〜3さいのあそび場'],
    ['百歳', 'いきいき百歳体操'],
    ['ひゃくさい', 'いきいき百歳体操'],
    ['凧', '手づくりたこ教室'],
    ['蛸', ''],
    ['餅つき', '江戸堀もちつき大会'],
    ['そうじ', '新町北公園 花の植えかえと朝の清掃'],
    ['たこ', '手づくりたこ教室'],
    ['竹', '手づくりたこ教室'],
    ['防災', '靱 合同防災訓練'],
    ['ぼうさい', '靱 合同防災訓練'],
    ['靱　訓練', '靱 合同防災訓練'],
    ['くじょう', 'ふれあい食事会'],
    ['お昼', 'ふれあい食事会'],
    ['もち', '江戸堀もちつき大会'],
    ['えどぼり', '江戸堀もちつき大会'],
    ['夜警', '年末夜警'],
    ['拍子木', '年末夜警'],
  ])('find by 「%s」 %s', async (q, title) => {
    const titles = await found(q);
    if (title === '') expect(titles).toEqual([]);
    else expect(titles).toContain(title);
    expect(titles.length).toBeLessThan(OPEN_EVENTS.length);
  });
});

describe('what a program is given to act with', () => {
  it('is there however often it asks: an event in each state, in no place that another needs', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { roles, events } = await hands.first.get(WardRoles).plant();
      expect(Object.keys(roles)).toEqual(expect.arrayContaining(['A.leader', 'B.leader', 'A.approver', 'A.volunteer']));
      expect(Object.keys(events)).toEqual(expect.arrayContaining(['draft', 'submitted', 'published']));
    }
  });
});
