import type { CreateEventRequest } from '@yoriai/api-client';
import type { DateOnly } from '../../app/jst.js';
import { lastDay } from './repeats.js';

type Repeats = NonNullable<CreateEventRequest['repeats']>;

/** What a template fills in; the day, the place and the contact are the host's own, and so is until when it is repeated. */
export type TemplateContent = Omit<CreateEventRequest, 'organisationId' | 'startsAt' | 'endsAt' | 'repeats'> & { readonly repeats?: Omit<Repeats, 'until'> };

/** The programmes of the ward that have a template, in the order of the year. */
export const TEMPLATES = ['salon', 'together', 'exercise', 'playground', 'park-playground', 'tidy', 'cleaning', 'concert', 'market', 'festival', 'breeze', 'film', 'kites', 'youth', 'bar'] as const;
export type Template = (typeof TEMPLATES)[number];

const seats = (name: string, capacity: number, perApplicationMax = 4): NonNullable<TemplateContent['frames']> => [{ name, capacity, perApplicationMax }];
const everybody: NonNullable<TemplateContent['frames']> = [{ name: 'どなたでも', method: 'open' }];
/** Its hours are the host's to say: an event has none yet. */
const allDay = (kind: 'stage' | 'corner' | 'health', title: string, place: string | null = null) => ({ kind, title, day: 0, start: null, end: null, place, performer: null, note: null });
/** A weekday, 0 = Sunday, until the host says the first day: then the rule goes by that (`repeatsOnDay`). */
const weekly = (weekday: number) => ({ every: 'week' as const, interval: 1, weekdays: [weekday], nth: [], skipHolidays: true, schoolDays: false });
const monthly = (nth: number, weekday: number) => ({ every: 'month' as const, interval: 1, weekdays: [weekday], nth: [nth], skipHolidays: true, schoolDays: false });
/** 小1 to 小6. */
const PRIMARY_SCHOOL = { by: 'grade', from: 7, to: 12 } as const;
/** `受付 2` is a duty with two people, all the while; `会場づくり 2 前60` the hour before, `片づけ 2 後30` the half hour after. */
const duties = (...lines: string[]): NonNullable<TemplateContent['duties']> =>
  lines.map((line) => {
    const [duty = '', people = '1', when = ''] = line.split(' ');
    return { duty, people: Number(people), ...(when === '' ? {} : { beside: { side: when.startsWith('前') ? ('before' as const) : ('after' as const), minutes: Number(when.slice(1)) } }) };
  });
/** Places for stalls by letter: `plots('A', 3)` are. */
const plots = (letter: string, count: number) => Array.from({ length: count }, (_, index) => ({ code: `${letter}-${index + 1}`, venue: null }));
const FIRE_NOTE = '搬入の時間と場所は、出店が決まった方にお知らせします。\n火を使うお店は、消火器を1本お持ちください。';

/** What each programme needs, in the words of who holds it (plan of the ward, 令和8年度 運営方針). */
export const TEMPLATE_CONTENT: Readonly<Record<Template, TemplateContent>> = {
  salon: {
    title: 'ふれあいサロン',
    kana: 'ふれあいさろん',
    ...{ field: 'fukushi', category: 'meeting', initiative: 'salons', audience: 'seniors', audienceText: 'どなたでも。はじめての方も。', feeText: '無料', rainPolicy: 'indoors', food: false, fire: false },
    summary: 'お茶を飲みながら、おしゃべりをします。申込はいりません。',
    careText: 'いすの席です。\n手話や筆談が必要な方は、先にお知らせください。',
    frames: everybody,
    repeats: monthly(3, 3),
    duties: duties('会場づくり 2 前30', '受付 1', 'お茶 2', '片づけ 2 後30'),
  },
  together: {
    title: 'てをつなごう！交流の場',
    kana: 'てをつなごう こうりゅうのば',
    ...{ field: 'fukushi', category: 'meeting', initiative: 'salons', audience: 'anyone', audienceText: 'どなたでも。障がいのある方も、ない方も。', feeText: '無料', rainPolicy: 'indoors', food: false, fire: false },
    summary: '障がいのある方もない方も、いっしょに歌って遊びます。',
    bringText: '飲みもの',
    careText: '手話通訳がつきます。\n段差はありません。\n休憩室があります。',
    programme: [allDay('stage', 'みんなで歌う'), allDay('corner', 'ゲームと手づくり')],
    frames: everybody,
    duties: duties('会場づくり 4 前60', '受付 2', '案内・見守り 4', '休憩室 1', '救護 1', '片づけ 4 後45'),
  },
  exercise: {
    title: 'いきいき百歳体操',
    kana: 'いきいきひゃくさいたいそう',
    ...{ field: 'kenkou', category: 'sports', initiative: 'hyakusai-exercise', audience: 'seniors', audienceText: '65歳以上の方。見学もどうぞ。', feeText: '無料', rainPolicy: 'indoors', food: false, fire: false },
    summary: 'いすにすわって、おもりを使う体操です。約40分。',
    bringText: '飲みもの、室内のくつ',
    careText: '体の具合に合わせて、休みながらできます。',
    frames: everybody,
    repeats: weekly(4),
    duties: duties('会場づくり 2 前30', '受付 1', '見守り 2', '片づけ 2 後15'),
  },
  playground: {
    title: 'にっしー広場',
    kana: 'にっしーひろば',
    ...{ field: 'kodomo', category: 'meeting', initiative: 'nisshi-plaza', audience: 'families', audienceText: '0歳から3歳のお子さんと保護者', feeText: '無料', rainPolicy: 'indoors', food: false, fire: false },
    summary: 'マンションの集会室で、親子であそびます。',
    bringText: '着がえ、飲みもの、タオル',
    careText: 'ベビーカーの置き場があります。\nおむつ替えと授乳ができます。',
    frames: seats('親子', 15, 4),
    repeats: monthly(2, 4),
    duties: duties('会場づくり 2 前30', '受付 1', '見守り 3', '片づけ 2 後30'),
  },
  'park-playground': {
    title: 'にっしー広場（公園版）',
    kana: 'にっしーひろば こうえんばん',
    ...{ field: 'kodomo', category: 'meeting', initiative: 'nisshi-park', audience: 'families', audienceText: '未就学のお子さんと保護者', feeText: '無料', rainPolicy: 'cancelled', rainDecider: '会長', food: false, fire: false, uses: ['park'] },
    // From 33 on the alert that its summary speaks of is given out.
    heatLimit: 33,
    summary: '公園で、親子であそびます。暑さの警戒アラートが出たときは中止です。',
    bringText: 'ぼうし、飲みもの、着がえ',
    careText: '日かげの休む場所を用意します。',
    frames: everybody,
    repeats: monthly(2, 0),
    duties: duties('会場づくり 3 前45', '受付 2', '見守り 4', '救護 1', '片づけ 3 後30'),
  },
  tidy: {
    title: '町のいっせい清掃',
    kana: 'まちのいっせいせいそう',
    ...{ field: 'kankyo', category: 'cleaning', audience: 'anyone', audienceText: 'どなたでも。短い時間でもどうぞ。', feeText: '無料', rainPolicy: 'cancelled', rainDecider: '会長', food: false, fire: false },
    summary: '道や公園のごみを、みんなで拾います。',
    bringText: 'よごれてもよい服、飲みもの、ぼうし',
    materials: 'ほうき 20本 町会\nちりとり 10こ 町会\nごみぶくろ 60枚 区\n軍手 40組 区',
    frames: everybody,
    duties: duties('道具の用意 2 前30', '受付 1', 'ごみの分別 3', '車に気をつける人 2', '道具の片づけ 2 後30'),
  },
  cleaning: {
    title: '落書き消し活動',
    kana: 'らくがきけしかつどう',
    ...{ field: 'kankyo', category: 'cleaning', initiative: 'graffiti', audience: 'anyone', audienceText: 'どなたでも。小学生は保護者の方と。', feeText: '無料', rainPolicy: 'cancelled', rainDecider: '会長', food: false, fire: false, uses: ['owner'] },
    summary: '町の壁の落書きを、みんなで消します。持ち主の了解をもらった場所です。',
    bringText: 'よごれてもよい服、飲みもの',
    materials: 'ローラー 10本 町会\nはけ 10本 町会\nペンキ（壁の色） 2かん 区\n養生テープ 5巻 町会\nゴム手袋 20組 町会',
    frames: seats('参加', 20, 4),
    duties: duties('道具の用意 2 前30', '受付 1', '塗り方の案内 2', '写真 1', '片づけ 3 後45'),
  },
  concert: {
    title: 'バラ園コンサート',
    kana: 'ばらえんこんさーと',
    ...{ field: 'bunka', category: 'concert', initiative: 'rose-concert', audience: 'anyone', audienceText: 'どなたでも', feeText: '無料', rainPolicy: 'cancelled', rainDecider: '会長', food: false, fire: false, uses: ['park'] },
    summary: 'バラの季節の公園で、町の人たちが演奏します。',
    careText: '段差はありません。車いすの席があります。\n手話通訳がつきます。',
    programme: [allDay('stage', '町の人たちの演奏', '舞台')],
    frames: seats('いす席', 120, 6),
    duties: duties('会場づくり 6 前120', '受付 4', '舞台 3', '救護 2', '片づけ 6 後60'),
  },
  market: {
    // The ward's own campaign has this kind of event too: who holds one for it says so.
    title: 'マルシェ',
    kana: 'まるしぇ',
    ...{ field: 'bunka', category: 'market', audience: 'anyone', audienceText: 'どなたでも', feeText: '入場無料', rainPolicy: 'light-rain-only', rainDecider: '実行委員長', food: true, fire: true, uses: ['park'] },
    summary: '町のお店が集まります。',
    frames: everybody,
    stalls: { kinds: ['food', 'goods', 'display', 'group'], places: 20, closesBefore: 30, note: FIRE_NOTE, plots: plots('A', 20) },
    duties: duties('会場づくり 8 前180', '案内 4', '火の見回り 2', '救護 2', 'ごみ 4', '片づけ 8 後90'),
  },
  festival: {
    title: '区民まつり',
    kana: 'くみんまつり',
    ...{ field: 'bunka', category: 'festival', initiative: 'ward-festival', audience: 'anyone', audienceText: 'どなたでも', feeText: '入場無料', rainPolicy: 'light-rain-only', rainDecider: '実行委員長', food: true, fire: true, uses: ['park', 'road', 'subsidy'] },
    summary: '舞台、模擬店、こどものあそび。一日、町の人が集まります。',
    description: '10時　開会\n10時30分　舞台\n15時　片づけ',
    careText: '車いすで回れます。休憩所と授乳室があります。',
    programme: [allDay('stage', '歌、おどり、演奏', '舞台'), allDay('corner', 'こどものあそび'), allDay('health', '健康コーナー')],
    frames: everybody,
    stalls: { kinds: ['food', 'goods', 'display', 'group'], places: 30, closesBefore: 45, note: FIRE_NOTE, plots: [...plots('A', 15), ...plots('B', 15)] },
    duties: duties('会場づくり 12 前180', '受付・案内 6', '舞台 6', '模擬店 12', '交通整理 6', '救護 2', 'ごみ 6', '片づけ 12 後120'),
  },
  breeze: {
    title: 'そよかぜまつり',
    kana: 'そよかぜまつり',
    ...{ field: 'fukushi', category: 'festival', initiative: 'salons', audience: 'anyone', audienceText: 'どなたでも。障がいのある方も、ない方も。', feeText: '入場無料', rainPolicy: 'light-rain-only', rainDecider: '実行委員長', food: true, fire: false, uses: ['park'] },
    summary: '舞台、作業所のお店、手話の体験。だれもがいっしょに楽しむまつりです。',
    careText: '車いすで回れます。段差はありません。\n手話通訳がつきます。\n休憩室があります。',
    programme: [allDay('stage', '歌、おどり、演奏', '舞台'), allDay('corner', '手話と点字の体験'), allDay('health', '健康と福祉の相談')],
    frames: everybody,
    stalls: { kinds: ['food', 'goods', 'group'], places: 12, closesBefore: 30, note: '搬入の時間と場所は、出店が決まった方にお知らせします。', plots: plots('A', 12) },
    duties: duties('会場づくり 8 前120', '受付・案内 4', '舞台 4', '車いすの手伝い 4', '休憩室 2', '救護 2', '片づけ 8 後90'),
  },
  film: {
    title: 'こどもワクワク映画会',
    kana: 'こどもわくわくえいがかい',
    ...{ field: 'kodomo', category: 'concert', initiative: 'film-show', audience: 'families', audienceText: '小学生と保護者。小さなお子さんもどうぞ。', feeText: '無料', rainPolicy: 'indoors', food: false, fire: false, uses: ['facility'] },
    summary: 'みんなで大きな画面の映画を見ます。午前と午後の2回です。',
    careText: '字幕つきの上映です。\n車いすの席があります。',
    frames: [
      { name: '午前の回', capacity: 100, perApplicationMax: 5 },
      { name: '午後の回（抽選）', method: 'lottery', capacity: 60, perApplicationMax: 5 },
    ],
    duties: duties('会場づくり 4 前90', '受付 3', '映写 2', '席の案内 3', '片づけ 4 後60'),
  },
  kites: {
    title: 'たこあげ大会',
    kana: 'たこあげたいかい',
    ...{ field: 'kodomo', category: 'sports', initiative: 'kite-flying', audience: 'families', audienceText: '小学生。団体の部は、どなたでも。', feeText: '無料', rainPolicy: 'postponed', rainDecider: '会長', food: false, fire: false, uses: ['park'] },
    summary: '手づくりのたこをあげます。雨や強い風のときは、ほかの日にします。',
    bringText: 'ぼうし、手ぶくろ、飲みもの',
    frames: [
      { name: 'こどもの部', capacity: 60, perApplicationMax: 4, companions: 'names', asks: { ages: PRIMARY_SCHOOL, guardian: true, photos: true, perAdult: 5 } },
      { kind: 'group', name: '団体の部', capacity: 40, perApplicationMax: 10, asks: { photos: true } },
    ],
    contest: {
      divisions: [
        { frame: 0, name: 'こどもの部', unit: 'person' },
        { frame: 1, name: '団体の部', unit: 'group' },
      ],
      ...{ criteria: ['高さ', '安定', '絵と形'], scale: 5, places: 3 },
    },
    duties: duties('会場づくり 4 前90', '受付 4', '審査 3', '見守り 6', '救護 2', '片づけ 4 後60'),
  },
  youth: {
    title: 'こども体験教室',
    kana: 'こどもたいけんきょうしつ',
    ...{ field: 'kodomo', category: 'class', initiative: 'youth', audience: 'children', audienceText: '小学生', feeText: '無料', rainPolicy: 'indoors', food: false, fire: false },
    summary: '町の人に教わって、作ったり、しらべたりします。',
    bringText: '筆記用具、飲みもの',
    frames: [{ name: 'こども', capacity: 20, perApplicationMax: 2, companions: 'names', asks: { ages: PRIMARY_SCHOOL, guardian: true } }],
    duties: duties('会場づくり 2 前60', '受付 2', '見守り 4', '片づけ 2 後30'),
  },
  bar: {
    title: '世界の食文化バル',
    kana: 'せかいのしょくぶんかばる',
    ...{ field: 'bunka', category: 'meal', initiative: 'world-food-bar', audience: 'anyone', audienceText: 'どなたでも', feeText: '店により異なります', rainPolicy: 'go-ahead', food: true, fire: false, uses: ['ward-name'] },
    summary: '町の店をまわって、世界の料理を少しずつ食べます。',
    careText: 'アレルギーのある方は、店の人にたずねてください。',
    frames: everybody,
    // In shops of their own: no place of a plan, and nothing to be carried in.
    stalls: { kinds: ['food'], places: 20, closesBefore: 30, note: 'ご自分のお店で、小さな皿の料理を出してください。\nアレルギーのもとになる食べものを、お店に書いてください。', plots: [] },
    duties: duties('案内所の用意 2 前60', '案内所 4', '地図くばり 4', '片づけ 2 後60'),
  },
};

/** What a template says; nothing where none was chosen. */
export function templateOf(name: string | undefined): TemplateContent | undefined {
  const known = TEMPLATES.find((each) => each === name);
  return known && TEMPLATE_CONTENT[known];
}

/** What a template says of a new event that is begun today: its series goes on as long as most do. */
export function templateRequest(name: string | undefined, today: DateOnly): Partial<CreateEventRequest> {
  const { repeats, ...content } = templateOf(name) ?? {};
  return repeats === undefined ? content : { ...content, repeats: { ...repeats, until: lastDay(today) } };
}

/** The boxes with another name in them: the reading of a template's name is no reading of this one. */
export function renamed<Boxes extends Readonly<Record<string, string>>>(boxes: Boxes, title: string): Boxes {
  const content = templateOf(boxes['template']);
  const stale = content !== undefined && title.trim() !== content.title && boxes['kana'] === content.kana;
  return { ...boxes, title, ...(stale ? { kana: '' } : {}) };
}
