import type { DecisionCause } from '@yoriai/events';
import type { DemoEvent, DemoState } from './demo-event.js';

/** A place and its address. */
type Site = readonly [place: string, address: string];

/** A programme that comes again and again, in one place after the other. */
interface Programme extends Pick<DemoEvent, 'title' | 'kana' | 'summary' | 'field' | 'category' | 'initiative' | 'from' | 'to' | 'rain' | 'uses' | 'materials'> {
  /** Weekday: 0 = Sunday. */
  on: number;
  /** Days from today on which it is held, each at the next host. */
  days: readonly number[];
  /** Most that can come; none: whoever wants to. */
  places?: [name: string, capacity: number, most: number];
  duties: NonNullable<DemoEvent['duties']>;
  /** Called off on the n-th of its days, and why. */
  off?: [nth: number, reason: string, cause: DecisionCause];
  food?: boolean;
  /** Leaflets are given to who comes. */
  leaflets?: boolean;
}

/** Who holds them, and where: under a roof, and in the open. */
const HOSTS: readonly { host: string; roof: Site; open: Site }[] = [
  { host: 'nishisenba', roof: ['西船場小学校 体育館', '西区江戸堀1-21-28'], open: ['西船場公園', '西区江戸堀1丁目'] },
  { host: 'edobori', roof: ['江戸堀会館', '西区江戸堀2丁目'], open: ['江戸堀公園', '西区江戸堀3丁目'] },
  { host: 'utsubo', roof: ['靱会館', '西区靱本町2丁目'], open: ['靱公園 センターコート前', '西区靱本町2丁目'] },
  { host: 'meiji', roof: ['明治連合会館 1階', '西区立売堀2-2-17'], open: ['立売堀公園', '西区立売堀'] },
  { host: 'kokyo', roof: ['広教会館', '西区立売堀5丁目'], open: ['新阿波座公園', '西区立売堀5丁目'] },
  { host: 'nishiroku', roof: ['西六会館', '西区新町1丁目'], open: ['新町北公園', '西区新町1丁目'] },
  { host: 'horie', roof: ['堀江会館', '西区南堀江1丁目'], open: ['堀江公園', '西区南堀江1丁目'] },
  { host: 'takakiya', roof: ['高台連合会館', '西区南堀江2丁目'], open: ['高台橋公園', '西区北堀江2丁目'] },
  { host: 'hiyoshi', roof: ['日吉会館', '西区南堀江4丁目'], open: ['日吉公園', '西区南堀江4丁目'] },
  { host: 'chiyozaki', roof: ['千代崎会館', '西区千代崎3丁目'], open: ['松島公園', '西区千代崎3丁目'] },
  { host: 'honden', roof: ['本田小学校 多目的室', '西区川口1-5-19'], open: ['本田公園', '西区本田'] },
  { host: 'kujo-higashi', roof: ['九条東小学校 体育館', '西区本田2丁目'], open: ['九条東公園', '西区九条1丁目'] },
  { host: 'kujo-minami', roof: ['九条南小学校 図工室', '西区九条南2丁目'], open: ['松島公園 西の入口', '西区千代崎3丁目'] },
  { host: 'kujo-kita', roof: ['九条北小学校 会議室', '西区九条1丁目'], open: ['九条東公園', '西区九条1丁目'] },
];

const EVERY_OTHER_MONTH = [-330, -270, -210, -150, -90, -31, 12, 40] as const;

const PROGRAMMES: readonly Programme[] = [
  { title: 'いきいき百歳体操の日', kana: 'いきいきひゃくさいたいそうのひ', summary: 'いすにすわってできる体操です。見学もどうぞ。', field: 'kenkou', category: 'class', initiative: 'hyakusai-exercise', on: 4, from: '10:00', to: '11:00', rain: 'indoors', days: EVERY_OTHER_MONTH, duties: [['サポーター', '09:30', '11:15', 2]] },
  { title: '公園の朝そうじ', kana: 'こうえんのあさそうじ', summary: '30分だけ、公園をきれいにします。道具はあります。', field: 'kankyo', category: 'cleaning', on: 0, from: '08:00', to: '09:00', rain: 'cancelled', days: EVERY_OTHER_MONTH, duties: [['そうじ道具をくばる', '07:30', '09:00', 2]], off: [4, '朝から強い雨のため', 'rain'] },
  { title: 'ふれあいサロン', kana: 'ふれあいさろん', summary: 'お茶を飲みながら、ゆっくり話しましょう。', field: 'fukushi', category: 'meal', initiative: 'salons', on: 3, from: '13:30', to: '15:30', rain: 'indoors', days: EVERY_OTHER_MONTH.slice(0, 7), places: ['参加', 24, 2], duties: [['お茶の用意', '13:00', '16:00', 3]] },
  { title: 'にっしー広場（公園版）', kana: 'にっしーひろば こうえんばん', summary: '親子で外遊びをしましょう。', field: 'kodomo', category: 'class', initiative: 'nisshi-park', on: 2, from: '10:00', to: '11:30', rain: 'cancelled', days: EVERY_OTHER_MONTH.slice(1), places: ['親子', 30, 5], duties: [['受付・見守り', '09:30', '12:00', 3]], off: [2, '暑さ指数が31をこえる見こみのため', 'heat'] },
  { title: '下校時の見守り', kana: 'げこうじのみまもり', summary: '学校の帰り道に立ちます。はじめての方には、慣れた人がつきます。', field: 'bousai', category: 'patrol', initiative: 'school-watch', on: 1, from: '14:30', to: '16:00', rain: 'go-ahead', days: [-360, ...EVERY_OTHER_MONTH.slice(0, 7)], duties: [['角に立つ', '14:30', '16:00', 4]] },
  { title: '落書き消し活動', kana: 'らくがきけしかつどう', materials: 'ローラー 10本 町会\nはけ 10本 町会\nペンキ（壁の色） 2かん 区\n養生テープ 5巻 町会\nゴム手袋 20組 町会', summary: '持ち主の許しをもらったかべの落書きを消します。', field: 'kankyo', category: 'cleaning', initiative: 'graffiti', uses: ['owner'], on: 6, from: '10:00', to: '12:00', rain: 'cancelled', days: [-340, -250, -160, -70, 33], duties: [['消す', '09:30', '12:30', 6]] },
  { title: 'こども映画会', kana: 'こどもえいがかい', summary: '大きな画面で、みんなで映画を見ましょう。', field: 'kodomo', category: 'other', initiative: 'film-show', on: 6, from: '14:00', to: '16:00', rain: 'indoors', days: [-318, -228, -138, -48, 47], places: ['席', 40, 5], duties: [['受付', '13:30', '14:30', 2], ['会場', '13:30', '16:30', 2]] },
  { title: '地域防災訓練', kana: 'ちいきぼうさいくんれん', summary: '水消火器と担架を、みんなでためします。', field: 'bousai', category: 'drill', initiative: 'rescue-drill', on: 0, from: '10:00', to: '12:00', rain: 'light-rain-only', days: [-355, -265, -175, -85, -13, 54], places: ['参加', 60, 6], duties: [['担架の係', '09:30', '12:30', 4], ['水消火器の係', '09:30', '12:30', 4]] },
  { title: '町の音楽会', kana: 'まちのおんがくかい', summary: '近所の音楽好きが集まって演奏します。', field: 'bunka', category: 'concert', on: 0, from: '14:00', to: '16:00', rain: 'indoors', days: [-205, -115, -25, 26], places: ['いす席', 50, 4], duties: [['会場整理', '13:00', '16:30', 4]] },
  { title: '盆おどりと夜店', kana: 'ぼんおどりとよみせ', summary: '夕方から、みんなで踊りましょう。', field: 'bunka', category: 'festival', on: 6, from: '17:00', to: '20:30', rain: 'postponed', days: [-122, -116, -109, -102], food: true, duties: [['やぐらの組み立て', '13:00', '16:30', 6], ['夜店', '16:30', '20:30', 6]], off: [2, '台風が近づいているため', 'wind'] },
  { title: '特殊詐欺をふせぐ講座', kana: 'とくしゅさぎをふせぐこうざ', summary: '電話でだまされないための話です。', field: 'bousai', category: 'class', on: 5, from: '14:00', to: '15:00', rain: 'indoors', days: [-290, -200, -110, -20, 18], places: ['参加', 30, 2], leaflets: true, duties: [['受付', '13:30', '14:15', 2]] },
  { title: '子育てひろばの講習', kana: 'こそだてひろばのこうしゅう', summary: 'けがの手当てを、保健師さんから習います。', field: 'kodomo', category: 'class', on: 5, from: '10:30', to: '11:30', rain: 'indoors', days: [-284, -194, -104, -8, 58], places: ['親子', 20, 4], duties: [['こどもを見る', '10:00', '12:00', 3]] },
];

/** Invented figures that repeat without looking repeated. */
const turn = (n: number, from: number, to: number): number => from + ((n * 37 + 11) % (to - from + 1));

function stateOf(day: number, n: number): DemoState {
  if (day > 50) return (['approved', 'submitted', 'draft', 'approved'] as const)[n % 4] ?? 'approved';
  if (day > 0) return 'published';
  if (day > -10) return 'awaiting-report';
  return day > -27 ? 'reported' : 'closed';
}

function held(programme: Programme, day: number, nth: number, n: number): DemoEvent {
  const { places, off, leaflets, ...same } = programme;
  const { host, roof, open } = HOSTS[(n * 5 + nth) % HOSTS.length] as (typeof HOSTS)[number];
  const [place, address] = same.rain === 'indoors' ? roof : open;
  const state = off?.[0] === nth ? 'cancelled' : stateOf(day, n);
  const people = same.duties.reduce((sum, [, , , wanted]) => sum + wanted, 0);
  return {
    ...same,
    host,
    place,
    address,
    day,
    state,
    ...(places ? { frame: places, applied: turn(n, Math.round(places[1] * 0.3), Math.round(places[1] * 0.7)), came: turn(n, 7, 10) / 10 } : {}),
    ...(places === undefined && state !== 'cancelled' && day < 0 ? { walkIns: turn(n, 12, 38) } : {}),
    helpers: turn(n, Math.ceil(people / 2), day < 0 ? people : Math.max(1, people - 1)),
    ...(leaflets && state !== 'cancelled' && day < 0 ? { handedOut: turn(n, 60, 180) } : {}),
    ...(state === 'cancelled' ? { reason: off?.[1] ?? '', cause: off?.[2] ?? 'other' } : {}),
  };
}

/** Events of twelve months behind and two ahead, besides those told one by one. */
export const YEAR: readonly DemoEvent[] = PROGRAMMES.flatMap((programme, row) => programme.days.map((day, nth) => held(programme, day, nth, row * 3 + nth))).sort(
  (a, b) => a.day - b.day,
);
