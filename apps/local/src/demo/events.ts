import type { EventCategory, ActivityField, RainPolicy } from '@yoriai/events';

/** How far an event of the demo ward has come. */
export type DemoState = 'draft' | 'submitted' | 'returned' | 'rejected' | 'approved' | 'published' | 'awaiting-report' | 'reported' | 'closed' | 'cancelled';

/** One event of the demo ward; days count from today, times are Japanese. */
export interface DemoEvent {
  host: string;
  title: string;
  kana: string;
  summary: string;
  field: ActivityField;
  category: EventCategory;
  place: string;
  address: string;
  day: number;
  /** The weekday it belongs on (0 = Sunday): the first such day from `day` on. */
  on?: number;
  from: string;
  to: string;
  rain: RainPolicy;
  state: DemoState;
  audience?: string;
  bring?: string;
  care?: string;
  food?: boolean;
  fire?: boolean;
  /** Name, heads, most heads in one application. */
  frame?: [name: string, capacity: number, most: number];
  /** Task, from, to, people. */
  duties?: [duty: string, from: string, to: string, people: number][];
  /** Heads applied for; more than the capacity makes a waiting list. */
  applied?: number;
  /** People on duty. */
  helpers?: number;
  /** Part of those applied who came, for events that are over. */
  came?: number;
  reason?: string;
}

const PARK = '西区靱本町2丁目';

/** Twenty events in every state. */
export const EVENTS: readonly DemoEvent[] = [
  { host: 'nishisenba', title: '靱公園バラ園コンサート', kana: 'うつぼこうえんばらえんこんさーと', summary: '秋のバラが見ごろの公園で、町の中学生と音楽の先生が演奏します。小さなお子さんも車いすの方もどうぞ。', field: 'bunka', category: 'concert', place: '靱公園 バラ園', address: PARK, day: 6, on: 0, from: '10:00', to: '13:00', rain: 'cancelled', state: 'published', audience: 'どなたでも。小学生まではおとなといっしょに。', bring: 'ひざかけ、ぼうし、飲みもの', care: '段差はありません。車いすの席が6つあります。手話通訳がつきます。', frame: ['いす席', 120, 6], duties: [['会場整理', '08:00', '10:00', 6], ['受付', '09:30', '13:00', 4], ['救護', '09:30', '13:00', 2]], applied: 96, helpers: 7 },
  { host: 'horie', title: 'にし恋マルシェ', kana: 'にしこいまるしぇ', summary: '町のお店と農家さんがならぶ朝市です。申込なしで、どなたでもどうぞ。', field: 'bunka', category: 'market', place: '堀江公園・高台橋公園', address: '西区南堀江1丁目', day: 0, from: '10:00', to: '16:00', rain: 'go-ahead', state: 'published', food: true, duties: [['会場案内', '09:30', '13:00', 4], ['会場案内(午後)', '13:00', '16:30', 4], ['ごみの分別', '12:00', '16:00', 3]], helpers: 8 },
  { host: 'kitahorie', title: '新町北公園 花の植えかえと朝の清掃', kana: 'しんまちきたこうえんはなのうえかえとあさのせいそう', summary: '冬の花を植えて、公園をきれいにします。道具はあります。', field: 'kankyo', category: 'cleaning', place: '新町北公園', address: '西区新町1丁目', day: 1, from: '09:00', to: '10:30', rain: 'cancelled', state: 'published', bring: '軍手、飲みもの', duties: [['花の苗をはこぶ・植える', '08:30', '10:30', 6]], helpers: 3 },
  { host: 'meiji', title: 'にっしー広場 0〜3さいのあそび場', kana: 'にっしーひろば ぜろからさんさいのあそびば', summary: '保育士さんといっしょに、親子で遊びましょう。', field: 'kodomo', category: 'class', place: '明治連合会館 2階', address: '西区立売堀2-2-17', day: 3, from: '10:00', to: '11:30', rain: 'indoors', state: 'published', audience: '0〜3さいのこどもと保護者', frame: ['親子', 30, 5], duties: [['受付・見守り', '09:30', '12:00', 3]], applied: 18, helpers: 2 },
  { host: 'meiji', title: 'いきいき百歳体操', kana: 'いきいきひゃくさいたいそう', summary: 'いすにすわってできる体操です。毎週木曜日。見学もどうぞ。', field: 'kenkou', category: 'class', place: '明治連合会館 1階', address: '西区立売堀2-2-17', day: 2, on: 4, from: '10:00', to: '11:00', rain: 'indoors', state: 'published', duties: [['サポーター', '09:30', '11:15', 2]], helpers: 2 },
  { host: 'hiyoshi', title: '手づくりたこ教室', kana: 'てづくりたこきょうしつ', summary: '竹と和紙で、自分のたこを作ります。', field: 'kodomo', category: 'class', place: '日吉小学校 図工室', address: '西区南堀江4-9-19', day: 4, on: 6, from: '13:30', to: '15:30', rain: 'indoors', state: 'published', audience: '小学生と保護者', frame: ['こどもと保護者', 24, 4], duties: [['工作の手伝い', '13:00', '16:00', 4]], applied: 36, helpers: 4 },
  { host: 'utsubo', title: '靱 合同防災訓練', kana: 'うつぼごうどうぼうさいくんれん', summary: '地震のあとの避難と、消火・救護を体験します。申込なしでどなたでも。', field: 'bousai', category: 'drill', place: '西船場小学校', address: '西区江戸堀1-21-28', day: 13, on: 0, from: '09:00', to: '11:30', rain: 'light-rain-only', state: 'published', bring: '動きやすい服、飲みもの', duties: [['避難誘導', '08:30', '11:30', 6], ['受付', '08:30', '11:30', 4], ['炊き出し', '08:00', '12:00', 5]], helpers: 6 },
  { host: 'kujo', title: 'ふれあい食事会', kana: 'ふれあいしょくじかい', summary: 'みんなでお昼を食べて、お話ししましょう。', field: 'fukushi', category: 'meal', place: '九条東会館', address: '西区九条1丁目', day: 15, on: 4, from: '11:00', to: '13:30', rain: 'indoors', state: 'published', audience: '65さい以上の方', food: true, frame: ['お食事', 40, 2], duties: [['配膳とお話相手', '10:00', '14:00', 4]], applied: 22, helpers: 2 },
  { host: 'edobori', title: '江戸堀もちつき大会', kana: 'えどぼりもちつきたいかい', summary: 'うすときねで、もちをつきます。つきたてをどうぞ。', field: 'bunka', category: 'festival', place: '江戸堀公園', address: '西区江戸堀1丁目', day: 20, on: 0, from: '10:00', to: '12:30', rain: 'postponed', state: 'published', food: true, fire: true, frame: ['もちつき体験', 60, 6], duties: [['もちつき', '09:00', '12:30', 6], ['受付', '09:30', '12:30', 3]], applied: 41, helpers: 4 },
  { host: 'takakiya', title: '年末夜警', kana: 'ねんまつやけい', summary: '提灯と拍子木で町をまわります。', field: 'bousai', category: 'patrol', place: '高台連合会館 集合', address: '西区南堀江2丁目', day: 35, from: '19:00', to: '20:30', rain: 'go-ahead', state: 'published', duties: [['夜まわり', '18:45', '20:30', 8]], helpers: 5 },
  { host: 'nishisenba', title: '新春たこあげ大会', kana: 'しんしゅんたこあげたいかい', summary: '松島公園の広い空に、たこをあげましょう。', field: 'kodomo', category: 'sports', place: '松島公園', address: '西区千代崎3丁目', day: 52, on: 0, from: '10:00', to: '12:00', rain: 'postponed', state: 'approved', frame: ['こども', 80, 4], duties: [['受付', '09:30', '12:00', 4], ['見守り', '09:30', '12:30', 8]] },
  { host: 'edobori', title: 'スマホ体験教室', kana: 'すまほたいけんきょうしつ', summary: 'はじめての方のためのスマホ教室です。ゆっくり進めます。', field: 'fukushi', category: 'class', place: '江戸堀会館', address: '西区江戸堀2丁目', day: 25, from: '14:00', to: '16:00', rain: 'indoors', state: 'submitted', frame: ['参加', 15, 2], duties: [['となりで手伝う', '13:30', '16:30', 5]] },
  { host: 'horie', title: '世界の食文化バル', kana: 'せかいのしょくぶんかばる', summary: '堀江のお店をめぐって、世界の味を楽しみます。', field: 'bunka', category: 'market', place: '堀江公園', address: '西区南堀江1丁目', day: 38, on: 6, from: '11:00', to: '17:00', rain: 'go-ahead', state: 'returned', food: true, fire: true, duties: [['案内', '10:30', '17:00', 6]], reason: '火を使うお店の数と、消火器の置き場所を書いてください。' },
  { host: 'nishisenba', title: '下校見守り隊の顔合わせ', kana: 'げこうみまもりたいのかおあわせ', summary: '新しく入った方との顔合わせです。', field: 'bousai', category: 'meeting', place: '西船場会館', address: '西区江戸堀1丁目', day: 30, from: '18:30', to: '19:30', rain: 'indoors', state: 'draft' },
  { host: 'kujo', title: '深夜の屋外カラオケ大会', kana: 'しんやのおくがいからおけたいかい', summary: '夜の公園で歌います。', field: 'bunka', category: 'other', place: '九条東公園', address: '西区九条1丁目', day: 22, from: '21:00', to: '23:30', rain: 'cancelled', state: 'rejected', frame: ['参加', 30, 4], reason: '夜の音がご近所に響きます。昼の時間で、もう一度ご相談ください。' },
  { host: 'hiyoshi', title: '秋のラジオ体操と朝ごはん', kana: 'あきのらじおたいそうとあさごはん', summary: '体操のあと、みんなでおにぎりを食べます。', field: 'kenkou', category: 'sports', place: '日吉公園', address: '西区南堀江4丁目', day: 8, on: 6, from: '07:00', to: '08:30', rain: 'cancelled', state: 'cancelled', food: true, frame: ['参加', 50, 6], duties: [['朝ごはんづくり', '06:00', '08:30', 4]], applied: 24, helpers: 2, reason: '公園の工事がのびて、広場が使えなくなりました。ごめんなさい。' },
  { host: 'nishisenba', title: '秋の一斉清掃', kana: 'あきのいっせいせいそう', summary: '町会ごとに道と公園をきれいにします。', field: 'kankyo', category: 'cleaning', place: '西船場公園 集合', address: '西区江戸堀1丁目', day: -9, on: 0, from: '09:00', to: '10:30', rain: 'cancelled', state: 'awaiting-report', duties: [['用具の貸し出し', '08:30', '11:00', 3], ['ごみの集積', '09:30', '11:30', 4]], frame: ['参加', 60, 8], applied: 38, helpers: 6, came: 0.85 },
  { host: 'meiji', title: 'こどもワクワク映画会', kana: 'こどもわくわくえいがかい', summary: '大きな画面で、みんなで映画を見ます。', field: 'kodomo', category: 'other', place: '明治小学校 講堂', address: '西区阿波座2-3-35', day: -17, on: 6, from: '13:30', to: '15:30', rain: 'indoors', state: 'reported', frame: ['座席', 150, 6], duties: [['受付・席の案内', '13:00', '16:00', 6]], applied: 132, helpers: 6, came: 0.9 },
  { host: 'horie', title: '秋のそよかぜまつり', kana: 'あきのそよかぜまつり', summary: '障がいのある方もない方も、いっしょに楽しむおまつりです。', field: 'fukushi', category: 'festival', place: '堀江公園', address: '西区南堀江1丁目', day: -40, on: 0, from: '10:00', to: '15:00', rain: 'postponed', state: 'closed', food: true, frame: ['体験コーナー', 100, 6], duties: [['受付', '09:00', '15:00', 4], ['車いすの介助', '09:30', '15:00', 6]], applied: 88, helpers: 9, came: 0.92 },
  { host: 'utsubo', title: '区民防災講座 津波からにげる', kana: 'くみんぼうさいこうざ つなみからにげる', summary: '津波のとき、どこへどうにげるかを地図で考えます。', field: 'bousai', category: 'class', place: '靱会館', address: PARK, day: -60, from: '19:00', to: '20:30', rain: 'indoors', state: 'closed', frame: ['受講', 40, 3], duties: [['受付', '18:30', '20:45', 2]], applied: 35, helpers: 2, came: 0.8 },
];
