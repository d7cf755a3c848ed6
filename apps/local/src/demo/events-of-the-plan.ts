import type { DemoEvent } from './demo-event.js';

type Kind = Pick<DemoEvent, 'host' | 'title' | 'kana' | 'summary' | 'field' | 'category' | 'place' | 'address' | 'day' | 'on' | 'nth' | 'repeats' | 'from' | 'to'>;

const indoors = (kind: Kind, capacity: number, applied: number): DemoEvent => ({
  ...kind,
  ...{ rain: 'indoors', state: 'published', frame: ['参加', capacity, 2], applied, duties: [['受付', kind.from, kind.to, 2]], helpers: 1 },
});

const outdoors = (kind: Kind, capacity: number, applied: number): DemoEvent => ({ ...indoors(kind, capacity, applied), rain: 'cancelled' });

/** A meeting or a class that not everybody sees: for those who were invited alone, where nothing else is said. */
const closed = (kind: Kind, capacity: number, applied: number): DemoEvent => ({ ...kind, rain: 'indoors', state: 'published', frame: ['出席', capacity, 1], applied, shownTo: 'invited' });

/** An example, open for applications, of each kind of event that the ward's plan names and no other event shows (docs/acceptance.md). */
export const EVENTS_OF_THE_PLAN: readonly DemoEvent[] = [
  indoors({ host: 'honden', title: '学校で学ぶ防災教室', kana: 'がっこうでまなぶぼうさいきょうしつ', summary: '地震のときの身の守りかたを、こどもといっしょに学びます。', field: 'bousai', category: 'class', place: '本田小学校 多目的室', address: '西区川口1-5-19', day: 16, on: 6, from: '10:00', to: '11:30' }, 40, 14),
  outdoors({ host: 'kujo-higashi', title: '自転車のかぎかけ よびかけ', kana: 'じてんしゃのかぎかけ よびかけ', summary: '駅前の駐輪場で、二つめのかぎをよびかけます。', field: 'bousai', category: 'patrol', place: '九条駅前 駐輪場', address: '西区九条1丁目', day: 9, on: 5, from: '16:00', to: '17:00' }, 20, 6),
  outdoors({ host: 'takakiya', title: '年末の交通安全運動', kana: 'ねんまつのこうつうあんぜんうんどう', summary: '横断歩道に立ち、朝の通学を見守ります。', field: 'bousai', category: 'patrol', place: '高台橋公園', address: '西区北堀江2丁目', day: 13, on: 1, from: '07:30', to: '08:30' }, 30, 9),
  outdoors({ host: 'horie', title: '自転車マナーと放置自転車の見まわり', kana: 'じてんしゃまなーとほうちじてんしゃのみまわり', summary: '歩道の自転車に札をつけ、道をあけます。', field: 'kankyo', category: 'patrol', place: '堀江公園', address: '西区南堀江1丁目', day: 20, on: 3, from: '17:00', to: '18:00' }, 20, 5),
  indoors({ host: 'meiji', title: 'スマホ体験教室 はじめての日', kana: 'すまほたいけんきょうしつ はじめてのひ', summary: 'さわったことがない方のための教室です。', field: 'fukushi', category: 'class', place: '明治連合会館 1階', address: '西区立売堀2-2-17', day: 11, on: 2, from: '14:00', to: '15:30' }, 12, 8),
  indoors({ host: 'nishiroku', title: '認知症を知る集い', kana: 'にんちしょうをしるつどい', summary: '家族と本人の話を聞き、相談先を知ります。', field: 'fukushi', category: 'meeting', place: '西六会館', address: '西区新町1丁目', day: 18, on: 4, from: '13:30', to: '15:00' }, 40, 17),
  indoors({ host: 'edobori', title: '家で受ける医療と介護の話', kana: 'いえでうけるいりょうとかいごのはなし', summary: 'お医者さんと訪問看護師さんが、家での暮らしを話します。', field: 'fukushi', category: 'meeting', place: '江戸堀会館', address: '西区江戸堀2丁目', day: 24, on: 6, from: '14:00', to: '15:30' }, 50, 21),
  indoors({ host: 'utsubo', title: '骨と血管の測定会', kana: 'ほねとけっかんのそくていかい', summary: '座ったままで測れます。結果はその日にわかります。', field: 'kenkou', category: 'other', place: '靱会館', address: '西区靱本町2丁目', day: 15, on: 5, from: '10:00', to: '12:00' }, 40, 19),
  indoors({ host: 'hiyoshi', title: '健診に行こう よびかけの会', kana: 'けんしんにいこう よびかけのかい', summary: '受けかたと日にちを、保健師さんが説明します。', field: 'kenkou', category: 'meeting', place: '日吉会館', address: '西区南堀江4丁目', day: 27, on: 3, from: '10:30', to: '11:30' }, 30, 7),
  { ...indoors({ host: 'nishisenba', title: 'きらぽか保育情報フェア', kana: 'きらぽかほいくじょうほうふぇあ', summary: '保育所と幼稚園の話を、一つの会場で聞けます。', field: 'kodomo', category: 'other', place: '西船場小学校 体育館', address: '西区江戸堀1-21-28', day: 30, on: 6, from: '10:00', to: '14:00' }, 120, 48), beside: ['西船場の方', 80, 4, 150] },
  indoors({ host: 'kokyo', title: '教育会議を聞く会', kana: 'きょういくかいぎをきくかい', summary: '学校と町のことを話す会議です。どなたでも聞けます。', field: 'kodomo', category: 'meeting', place: '広教会館', address: '西区立売堀5丁目', day: 22, on: 2, from: '18:30', to: '20:00' }, 20, 4),
  indoors({ host: 'kujo-kita', title: '学校協議会を聞く会', kana: 'がっこうきょうぎかいをきくかい', summary: '学校の目標とふりかえりを、委員が話し合います。', field: 'kodomo', category: 'meeting', place: '九条北小学校 会議室', address: '西区九条1丁目', day: 29, on: 4, from: '16:00', to: '17:30' }, 15, 3),
  { ...indoors({ host: 'chiyozaki', title: '入学する学校の説明会', kana: 'にゅうがくするがっこうのせつめいかい', summary: '来年の学校とクラスのことを、わかりやすく説明します。', field: 'kodomo', category: 'meeting', place: '千代崎会館', address: '西区千代崎3丁目', day: 34, on: 6, from: '10:00', to: '11:30' }, 60, 22), handout: { name: '入学のしおり', lines: ['1. 学校のようす、クラスの数', '2. 入学までにすること', '3. そろえるもの（机といすは学校にあります）', '4. 学校へ行く道と、見守りの方', '5. 困ったときに話せるところ'] } },
  { ...indoors({ host: 'horie', title: '学校に行きづらい子の話を聞く', kana: 'がっこうにいきづらいこのはなしをきく', summary: '経験した人と先生の話を聞きます。名前を言わずに聞ける席もあります。', field: 'kodomo', category: 'meeting', place: '堀江会館', address: '西区南堀江1丁目', day: 36, on: 0, from: '13:30', to: '15:30' }, 12, 13), chosen: 'waiting', nameless: '名前を言わずに聞く席' },
  { ...indoors({ host: 'kujo-minami', title: '冬休みの課外授業', kana: 'ふゆやすみのかがいじゅぎょう', summary: '専門学校の先生が、ものづくりを教えます。', field: 'kodomo', category: 'class', place: '九条南小学校 図工室', address: '西区九条南2丁目', day: 32, on: 1, from: '10:00', to: '12:00' }, 24, 15), chosen: 'answered' },
  outdoors({ host: 'takakiya', title: '走りかたの専門家と走ろう', kana: 'はしりかたのせんもんかとはしろう', summary: '体育の専門家が、速く走るこつを教えます。', field: 'kodomo', category: 'sports', place: '高台橋公園', address: '西区北堀江2丁目', day: 19, on: 6, from: '09:30', to: '11:00' }, 30, 18),
  outdoors({ host: 'chiyozaki', title: '万博を歩く スタンプさんぽ', kana: 'ばんぱくをあるく すたんぷさんぽ', summary: '町の店をめぐり、世界の国のスタンプを集めます。', field: 'bunka', category: 'other', place: '松島公園', address: '西区千代崎3丁目', day: 26, on: 0, from: '10:00', to: '15:00' }, 80, 27),
  { ...outdoors({ host: 'horie', title: 'にっしー広場（公園版）第2日曜', kana: 'にっしーひろば こうえんばん だいににちよう', summary: '親子で外遊びをしましょう。毎月第2日曜日、雨の日はお休みです。', field: 'kodomo', category: 'class', place: '堀江公園', address: '西区南堀江1丁目', day: 5, on: 0, nth: 2, repeats: 'monthly', from: '10:00', to: '11:30' }, 30, 12), coHosts: ['kitahorie'], heat: 31 },
  { ...indoors({ host: 'nishiroku', title: 'サロン ひだまり', kana: 'さろん ひだまり', summary: 'お茶を飲みながら、ゆっくり話しましょう。毎月第3水曜日です。', field: 'fukushi', category: 'meal', place: '西六会館', address: '西区新町1丁目', day: 6, on: 3, nth: 3, repeats: 'monthly', from: '13:30', to: '15:30' }, 24, 10), care: '段差はありません。\n休憩室があります。' },
  { ...indoors({ host: 'kujo-kita', title: 'てをつなごう！交流のひろば', kana: 'てをつなごう こうりゅうのひろば', summary: '障がいのある方もない方も、いっしょに歌って遊びます。', field: 'fukushi', category: 'other', place: '九条北小学校 講堂', address: '西区九条1丁目', day: 23, on: 0, from: '13:00', to: '15:00' }, 40, 16), care: '手話通訳がつきます。\n段差はありません。\n休憩室があります。' },
  { host: 'takakiya', title: 'こども下校見守り', kana: 'こどもげこうみまもり', summary: '学校のある日に、帰り道の角に立ちます。できる日だけでかまいません。', field: 'bousai', category: 'patrol', place: '高台橋公園 集合', address: '西区北堀江2丁目', day: 3, on: 1, repeats: 'school-days', from: '14:30', to: '16:00', rain: 'go-ahead', heat: 33, state: 'published', uses: ['road'], duties: [['角に立つ', '14:30', '16:00', 4]], helpers: 2 },
  { ...outdoors({ host: 'utsubo', title: '会社と町のいっせい清掃', kana: 'かいしゃとまちのいっせいせいそう', summary: '区役所と会社の人もいっしょに、公園のまわりをきれいにします。', field: 'kankyo', category: 'cleaning', place: '靱公園 センターコート前', address: '西区靱本町2丁目', day: 17, on: 3, from: '08:30', to: '09:30' }, 60, 24), coHosts: ['meiji', 'edobori'] },
  { ...closed({ host: 'nishisenba', title: '会員の新年会', kana: 'かいいんのしんねんかい', summary: '町会の人だけの新年会です。お餅とお茶を用意します。', field: 'bunka', category: 'meal', place: '西船場会館', address: '西区靱本町1丁目', day: 45, on: 0, from: '11:00', to: '13:00' }, 40, 9), coHosts: ['utsubo'], audience: '町会の会員とご家族', shownTo: 'members' },
  { ...closed({ host: 'utsubo', title: '靱の困りごと 話す会', kana: 'うつぼのこまりごと はなすかい', summary: '通り道や夜の音など、近所の困りごとを、地域の人だけで話します。', field: 'bousai', category: 'meeting', place: '靱会館', address: '西区靱本町2丁目', day: 12, on: 4, from: '19:00', to: '20:30' }, 30, 6), audience: '地域にお住まいの方', shownTo: 'area' },
  closed({ host: 'office', title: 'ペアレントトレーニング 冬の講座', kana: 'ぺあれんととれーにんぐ ふゆのこうざ', summary: '子育てのこつを、少ない人数で学びます。ご案内した方だけの講座です。', field: 'kodomo', category: 'class', place: '西区役所 2階会議室', address: '西区新町4-5-14', day: 14, on: 2, from: '10:00', to: '11:30' }, 12, 7),
  closed({ host: 'office', title: '教育行政連絡会', kana: 'きょういくぎょうせいれんらくかい', summary: '学校長と区役所が、学校のことを話し合います。', field: 'kodomo', category: 'meeting', place: '西区役所 4階会議室', address: '西区新町4-5-14', day: 21, on: 5, from: '15:00', to: '16:30' }, 20, 11),
  closed({ host: 'office', title: '先生のための実技指導研修', kana: 'せんせいのためのじつぎしどうけんしゅう', summary: '体育の専門家から、教えかたを習います。区内の学校の先生のための研修です。', field: 'kodomo', category: 'class', place: '本田小学校 体育館', address: '西区川口1-5-19', day: 25, on: 1, from: '15:30', to: '17:00' }, 24, 9),
  closed({ host: 'office', title: '行政連絡調整会議', kana: 'ぎょうせいれんらくちょうせいかいぎ', summary: '区内の役所と事業所が、仕事の予定を合わせます。', field: 'kankyo', category: 'meeting', place: '西区役所 5階会議室', address: '西区新町4-5-14', day: 28, on: 4, from: '14:00', to: '15:30' }, 30, 13),
  closed({ host: 'office', title: 'コンプライアンス研修 二回目', kana: 'こんぷらいあんすけんしゅう にかいめ', summary: '一回目に来られなかった職員のための研修です。', field: 'bunka', category: 'class', place: '西区役所 4階会議室', address: '西区新町4-5-14', day: 19, on: 3, from: '13:30', to: '15:00' }, 20, 4),
  { ...closed({ host: 'office', title: 'コンプライアンス研修', kana: 'こんぷらいあんすけんしゅう', summary: '職員が、きまりと情報の守りかたを学びました。', field: 'bunka', category: 'class', place: '西区役所 4階会議室', address: '西区新町4-5-14', day: -16, on: 3, from: '13:30', to: '15:00' }, 40, 18), state: 'closed', came: 0.9 },
];
