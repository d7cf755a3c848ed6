/** An association of the demo ward. Places and programmes are real names, people never are. */
export interface DemoOrganisation {
  key: string;
  /** Slug of its area; null for the ward office. */
  area: string | null;
  kind: 'ward-office' | 'federation' | 'neighbourhood' | 'council' | 'npo' | 'center';
  name: string;
  kana: string;
  phone: string;
}

/** Numbers that no telephone company gives out: 06-0000-xxxx. */
export const ORGANISATIONS: readonly DemoOrganisation[] = [
  { key: 'office', area: null, kind: 'ward-office', name: '西区役所', kana: 'にしくやくしょ', phone: '06-0000-0120' },
  {
    key: 'nishisenba',
    area: 'nishisenba',
    kind: 'federation',
    name: '西船場連合振興町会',
    kana: 'にしせんばれんごうしんこうちょうかい',
    phone: '06-0000-0201',
  },
  { key: 'edobori', area: 'edobori', kind: 'federation', name: '江戸堀連合振興町会', kana: 'えどぼりれんごうしんこうちょうかい', phone: '06-0000-0202' },
  { key: 'utsubo', area: 'utsubo', kind: 'council', name: '靱地域活動協議会', kana: 'うつぼちいきかつどうきょうぎかい', phone: '06-0000-0203' },
  { key: 'meiji', area: 'meiji', kind: 'federation', name: '明治連合振興町会', kana: 'めいじれんごうしんこうちょうかい', phone: '06-0000-0204' },
  { key: 'horie', area: 'horie', kind: 'council', name: '堀江地域活動協議会', kana: 'ほりえちいきかつどうきょうぎかい', phone: '06-0000-0206' },
  { key: 'takakiya', area: 'takakiya', kind: 'federation', name: '高台連合振興町会', kana: 'たかきやれんごうしんこうちょうかい', phone: '06-0000-0207' },
  { key: 'hiyoshi', area: 'hiyoshi', kind: 'federation', name: '日吉連合振興町会', kana: 'ひよしれんごうしんこうちょうかい', phone: '06-0000-0208' },
  { key: 'kitahorie', area: 'horie', kind: 'neighbourhood', name: '北堀江一丁目町会', kana: 'きたほりえいっちょうめちょうかい', phone: '06-0000-0216' },
  { key: 'center', area: 'horie', kind: 'center', name: '堀江まちづくりセンター', kana: 'ほりえまちづくりせんたー', phone: '06-0000-0217' },
  { key: 'kujo', area: 'kujo-higashi', kind: 'neighbourhood', name: '九条一丁目町会', kana: 'くじょういっちょうめちょうかい', phone: '06-0000-0211' },
];

/** An officer of the demo ward with a mail address to sign in with. */
export interface DemoOfficer {
  key: string;
  organisation: string;
  role: 'leader' | 'council-officer' | 'staff' | 'approver' | 'privacy-officer' | 'admin' | 'block-leader' | 'drill-leader' | 'center';
  title: string;
  name: string;
  kana: string;
  email: string;
}

/** The accounts that `npm start` prints come first. */
export const OFFICERS: readonly DemoOfficer[] = [
  { key: 'chair', organisation: 'nishisenba', role: 'leader', title: '会長', name: '佐藤 みのる', kana: 'さとう みのる', email: 'chair@example.jp' },
  { key: 'staff', organisation: 'office', role: 'staff', title: '市民協働課 担当', name: '木村 あや', kana: 'きむら あや', email: 'staff@example.jp' },
  { key: 'approver', organisation: 'office', role: 'approver', title: '市民協働課 課長', name: '岡田 進', kana: 'おかだ すすむ', email: 'approver@example.jp' },
  { key: 'admin', organisation: 'office', role: 'admin', title: '情報担当', name: '吉田 望', kana: 'よしだ のぞみ', email: 'admin@example.jp' },
  { key: 'privacy', organisation: 'office', role: 'privacy-officer', title: '総務課 個人情報管理者', name: '守屋 しずか', kana: 'もりや しずか', email: 'privacy@example.jp' },
  { key: 'vice', organisation: 'nishisenba', role: 'council-officer', title: '副会長', name: '髙橋 和子', kana: 'たかはし かずこ', email: 'vice@example.jp' },
  { key: 'edobori-chair', organisation: 'edobori', role: 'leader', title: '会長', name: '山本 正', kana: 'やまもと ただし', email: 'edobori@example.jp' },
  { key: 'utsubo-chair', organisation: 'utsubo', role: 'leader', title: '会長', name: '中村 由紀', kana: 'なかむら ゆき', email: 'utsubo@example.jp' },
  { key: 'meiji-chair', organisation: 'meiji', role: 'leader', title: '会長', name: '小林 茂', kana: 'こばやし しげる', email: 'meiji@example.jp' },
  { key: 'horie-chair', organisation: 'horie', role: 'leader', title: '会長', name: '森田 恵', kana: 'もりた めぐみ', email: 'horie@example.jp' },
  { key: 'takakiya-chair', organisation: 'takakiya', role: 'leader', title: '会長', name: '𠮷岡 勇', kana: 'よしおか いさむ', email: 'takakiya@example.jp' },
  { key: 'hiyoshi-chair', organisation: 'hiyoshi', role: 'leader', title: '会長', name: '石井 春子', kana: 'いしい はるこ', email: 'hiyoshi@example.jp' },
  { key: 'kitahorie-chair', organisation: 'kitahorie', role: 'leader', title: '町会長', name: '前田 実', kana: 'まえだ みのる', email: 'kitahorie@example.jp' },
  { key: 'kujo-chair', organisation: 'kujo', role: 'leader', title: '町会長', name: '藤井 清', kana: 'ふじい きよし', email: 'kujo@example.jp' },
  { key: 'drill', organisation: 'nishisenba', role: 'drill-leader', title: '防災隊長', name: '西川 剛', kana: 'にしかわ つよし', email: 'drill@example.jp' },
  { key: 'center', organisation: 'center', role: 'center', title: '地域担当', name: '町野 灯', kana: 'まちの あかり', email: 'center@example.jp' },
];
