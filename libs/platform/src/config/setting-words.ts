/** What a setting has to be, in Japanese and in English: for whoever reads the lines of a start that was refused. */
export const SETTING_WORDS = {
  NODE_ENV: ['development、production、test のどれか', 'development, production or test'],
  YORIAI_MODE: ['development、production、test のどれか', 'development, production or test'],
  PORT: ['0 から 65535 までの数', 'a number from 0 to 65535'],
  PUBLIC_URL: ['http: か https: で始まる、みなさんが開くアドレス', 'the address people open, starting with http: or https:'],
  DATABASE_APP_URL: ['api と worker が使う PostgreSQL のアドレス（postgresql://…）', 'the PostgreSQL address that api and worker use (postgresql://…)'],
  DATABASE_QUEUE_URL: ['順番待ちの列が使う PostgreSQL のアドレス（postgresql://…）', 'the PostgreSQL address that the queue uses (postgresql://…)'],
  REDIS_URL: ['Redis のアドレス（redis://… か rediss://…）', 'the address of a Redis (redis://… or rediss://…)'],
  SMTP_URL: ['メールサーバーのアドレス（smtp://… か smtps://…）', 'the address of the mail server (smtp://… or smtps://…)'],
  MAIL_FROM: ['差出人のメールアドレス', 'the mail address that letters come from'],
  APP_SECRET: ['32 文字以上の秘密の文字列（openssl rand -base64 48）', 'a secret of at least 32 characters (openssl rand -base64 48)'],
  SEALING_KEY: ['32 文字以上の秘密の文字列（openssl rand -base64 48）。取りかえるあいだは、新しいもの、コンマ、前のもの', 'a secret of at least 32 characters (openssl rand -base64 48); while it is turned, the new one, a comma and the one of before'],
  WARD_NAME: ['区の名前', 'the name of the ward'],
  WARD_NAME_EN: ['区の名前のローマ字（例 Nishi Ward）', 'the name of the ward in roman letters, such as Nishi Ward'],
  WARD_CODE: ['6けたの全国地方公共団体コード（例 271063）', 'the six figures of the municipality, such as 271063'],
  WARD_CITY: ['都道府県と市の名前（例 大阪府大阪市）', 'prefecture and city of the ward, such as 大阪府大阪市'],
  OFFICE_PHONE: ['区役所の電話番号', 'the telephone number of the ward office'],
  TRUSTED_PROXY: ['プロキシの IP アドレスかネットワーク（例 10.0.0.5,10.1.0.0/16）', 'addresses or networks of proxies, such as 10.0.0.5,10.1.0.0/16'],
  REQUESTS_PER_MINUTE: ['1 から 100000000 までの数', 'a number from 1 to 100000000'],
  CHROMIUM: ['Chromium のファイルの場所', 'the path of a Chromium'],
  CHROMIUM_SANDBOX: ['0 か 1', '0 or 1'],
  LEAVE_NOTICE_MS: ['0 から 4000 までの数（ミリ秒）', 'a number of milliseconds from 0 to 4000'],
  POOL_SIZE: ['2 から 200 までの数', 'a number from 2 to 200'],
  JMA_WARNINGS_URL: ['気象庁の警報（府県ごとの JSON）のアドレス', 'the address of the warnings of an office (JSON)'],
  JMA_AREA: ['7けたの市町村等コード（例 2710000）', 'the seven figures of an area of warnings, such as 2710000'],
  FLOODS_URL: ['気象庁の指定河川洪水予報（JSON）のアドレス', 'the address of the forecasts of floods (JSON)'],
  FLOOD_RIVERS: ['川の名前、12けたの河川コード、7けたの市町村等コード（「,」で区切る。例 淀川,寝屋川）', 'names of rivers, their twelve figures or the seven of an area, with commas between, such as 淀川,寝屋川'],
  TSUNAMI_FEED_URL: ['気象庁の地震火山の電文一覧（Atom）のアドレス', 'the address of the feed of earthquakes and volcanoes (Atom)'],
  TSUNAMI_COAST: ['3けたの津波予報区コード（例 510）', 'the three figures of a coast, such as 510'],
  HEAT_FORECAST_URL: ['暑さ指数の予測値（地点ごとの CSV）のアドレス', 'the address of the heat forecast of a point (CSV)'],
  PASSKEYS: ['offered か required', 'offered or required'],
  YORIAI_DEMO: ['0 か 1', '0 or 1'],
  YORIAI_NOW: ['時差のついた日時（例 2026-11-28T18:00:00+09:00）', 'a moment with its zone, such as 2026-11-28T18:00:00+09:00'],
} as const satisfies Record<string, readonly [ja: string, en: string]>;

/** The name of a setting. */
export type SettingName = keyof typeof SETTING_WORDS;

/** One sentence in each language about a setting that can't be used. The value is never repeated: it may be a secret. */
export function settingProblem(name: SettingName, given: string | undefined): string {
  const [ja, en] = SETTING_WORDS[name];
  if (!given?.trim()) return `${name}: 設定がありません。${ja}を入れてください。It is missing; it must be ${en}.`;
  return `${name}: この値は使えません。${ja}を入れてください。This value can't be used; it must be ${en}.`;
}
