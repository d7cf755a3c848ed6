import { isIP } from 'node:net';
import { z } from 'zod';
import { settingProblem, type SettingName } from './setting-words.js';

const text = z.string().trim().min(1);
const url = (...protocols: string[]) => text.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));
const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

/** True for a list of IP addresses and networks. Names such as `loopback` or a bare number of hops are not precise enough to trust. */
function areNetworks(list: string): boolean {
  return list.split(',').every((entry) => {
    const [address = '', bits, ...rest] = entry.trim().split('/');
    const family = isIP(address);
    return family !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
  });
}

/** The key that seals, and after a comma the one of before, while it is turned. */
const sealingKeys = (keys: string): string[] => keys.split(',').map((key) => key.trim());

const mode = z.enum(['development', 'production', 'test']);

const environment = z.object({
  NODE_ENV: mode.default('development'),
  YORIAI_MODE: mode.optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATABASE_APP_URL: url('postgres:', 'postgresql:'),
  DATABASE_QUEUE_URL: url('postgres:', 'postgresql:'),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:'),
  MAIL_FROM: z.email().default('yoriai@example.jp'),
  APP_SECRET: text.min(32),
  SEALING_KEY: text.refine((keys) => sealingKeys(keys).length <= 2 && sealingKeys(keys).every((key) => key.length >= 32)),
  WARD_NAME: text.default('西区'),
  WARD_NAME_EN: text.optional(),
  WARD_CODE: text.regex(/^\d{6}$/).optional(),
  WARD_CITY: text.regex(/^.{2,3}[都道府県]/u).optional(),
  OFFICE_PHONE: text.default('06-0000-0120'),
  TRUSTED_PROXY: text.refine(areNetworks).optional(),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000_000).default(3_000),
  CHROMIUM: text.optional(),
  CHROMIUM_SANDBOX: flag.default(true),
  LEAVE_NOTICE_MS: z.coerce.number().int().min(0).max(4_000).default(0),
  POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  JMA_WARNINGS_URL: url('http:', 'https:').optional(),
  JMA_AREA: text.regex(/^\d{7}$/).optional(),
  FLOODS_URL: url('http:', 'https:').optional(),
  FLOOD_RIVERS: text.refine((rivers) => rivers.split(',').every((river) => /^(?:\d{7}|\d{12}|[^\d\s]+)$/u.test(river.trim()))).optional(),
  TSUNAMI_FEED_URL: url('http:', 'https:').optional(),
  TSUNAMI_COAST: text.regex(/^\d{3}$/).optional(),
  HEAT_FORECAST_URL: url('http:', 'https:').optional(),
  PASSKEYS: z.enum(['offered', 'required']).default('offered'),
  YORIAI_DEMO: flag.default(false),
  YORIAI_NOW: z.iso.datetime({ offset: true }).optional(),
} satisfies Record<SettingName, z.ZodType>);

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(environment.shape);

/** Values that stand in examples and documentation; a production server refuses them. */
const SAMPLE_SECRETS = ['change-me', 'secret', 'example', 'development', 'sample'];

/**
 * The settings of a process, read once from the environment at start.
 * Inject it by class; it never changes afterwards.
 */
export class Config {
  readonly mode!: 'development' | 'production' | 'test';
  readonly port!: number;
  /** The address people see, without a trailing slash. */
  readonly publicUrl!: string;
  readonly databaseAppUrl!: string;
  readonly databaseQueueUrl!: string;
  readonly redisUrl!: string | undefined;
  readonly smtpUrl!: string;
  readonly mailFrom!: string;
  readonly appSecret!: string;
  /** What seals columns at rest; a second one, while the key is turned, only opens. */
  readonly sealingKeys!: readonly string[];
  readonly wardName!: string;
  /** The same in roman letters, for pages and letters in English. */
  readonly wardNameEn!: string;
  /** 全国地方公共団体コード, for open data; empty where it was not given. */
  readonly wardCode!: string;
  /** Prefecture and city that the ward is in, for open data; empty where it was not given. */
  readonly wardCity!: string;
  /** The ward office's phone number, printed on every page. */
  readonly officePhone!: string;
  /** The proxies whose `X-Forwarded-*` is believed; from anybody else these headers say nothing. */
  readonly trustedProxies!: readonly string[];
  /** Requests a minute that one process answers to one address. */
  readonly requestsPerMinute!: number;
  /** The Chromium that makes PDFs of our papers; without one the browser's own print dialog prints them. */
  readonly chromium!: string | undefined;
  /** False where something else keeps that Chromium in, as a container does. */
  readonly chromiumSandbox!: boolean;
  /** How long a process that was told to leave says so before it takes nobody any more (milliseconds). */
  readonly leaveNoticeMs!: number;
  /** Connections of this process to PostgreSQL. */
  readonly poolSize!: number;
  /** Where the warnings of the weather office are read, and of which area; without both nobody asks. */
  readonly jmaWarningsUrl!: string | undefined;
  readonly jmaArea!: string | undefined;
  /** Where the forecasts of floods are read, and of which rivers; without both nobody asks. */
  readonly floodsUrl!: string | undefined;
  readonly floodRivers!: readonly string[];
  /** Where the feed of tsunami warnings is read, and of which coast; without both nobody asks. */
  readonly tsunamiFeedUrl!: string | undefined;
  readonly tsunamiCoast!: string | undefined;
  /** Where the heat forecast of a point is read; without it nobody asks. */
  readonly heatForecastUrl!: string | undefined;
  /** Whether people with an office may go without a device by whose lock they sign in (docs/adr/0089). */
  readonly passkeys!: 'offered' | 'required';
  /** True where the data are invented: every page says 「デモデータ」. */
  readonly demo!: boolean;
  /** Where the clock starts instead of now; development only. */
  readonly now!: Date | undefined;

  constructor(values: Readonly<{ [Key in keyof Config]: Config[Key] }>) {
    Object.assign(this, values);
  }
}

/** Every setting that can't be used, one line each; thrown at start so that nothing runs half configured. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(['設定がたりないか、使えません。The settings can\'t be used.', ...problems.map((line) => `  ${line}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** Whose rules hold. NODE_ENV tells libraries how to run (React draws a page in a third of the time), and us where nothing else is said: `npm start` runs them as a ward does, with the rules of development. */
const modeOf = (env: z.infer<typeof environment>): Config['mode'] => env.YORIAI_MODE ?? env.NODE_ENV;

/** What a production server must not run with. */
function productionProblems(env: z.infer<typeof environment>): string[] {
  if (modeOf(env) !== 'production') return [];
  const problems: string[] = [];
  for (const name of ['APP_SECRET', 'SEALING_KEY'] as const) {
    if (SAMPLE_SECRETS.some((sample) => env[name].toLowerCase().includes(sample))) {
      problems.push(`${name}: 見本の値です。openssl rand -base64 48 で作ってください。It is a sample value; make one with openssl rand -base64 48.`);
    }
  }
  if (sealingKeys(env.SEALING_KEY).includes(env.APP_SECRET)) {
    problems.push('SEALING_KEY: APP_SECRET とは別の値にしてください。It must be another value than APP_SECRET.');
  }
  if (env.YORIAI_DEMO) problems.push('YORIAI_DEMO: デモデータは本番では使えません。Demo accounts are refused in production.');
  if (env.YORIAI_NOW) problems.push('YORIAI_NOW: ずらした時計は本番では使えません。A shifted clock is refused in production.');
  if (!env.PUBLIC_URL) problems.push(settingProblem('PUBLIC_URL', undefined));
  else if (!env.PUBLIC_URL.startsWith('https:')) problems.push('PUBLIC_URL: 本番では https: で始まるアドレスにしてください。It must be https in production.');
  if (env.DATABASE_APP_URL === env.DATABASE_QUEUE_URL) {
    problems.push('DATABASE_QUEUE_URL: DATABASE_APP_URL とは別の役割（ロール）にしてください。It must be another role than DATABASE_APP_URL.');
  }
  return problems;
}

/** What is known of the ward that stands here where nothing is given; of another one nothing is made up. */
function wardFacts(value: z.infer<typeof environment>): Pick<Config, 'wardNameEn' | 'wardCode' | 'wardCity'> {
  const known = value.WARD_NAME === '西区' ? { en: 'Nishi Ward', code: '271063', city: '大阪府大阪市' } : { en: value.WARD_NAME, code: '', city: '' };
  return { wardNameEn: value.WARD_NAME_EN ?? known.en, wardCode: value.WARD_CODE ?? known.code, wardCity: value.WARD_CITY ?? known.city };
}

/** Reads the environment once. Throws {@link ConfigError} naming every field that can't be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as SettingName));
    throw new ConfigError([...names].map((name) => settingProblem(name, env[name])));
  }
  const value = parsed.data;
  const problems = productionProblems(value);
  if (problems.length > 0) throw new ConfigError(problems);
  return new Config({
    mode: modeOf(value),
    port: value.PORT,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    databaseAppUrl: value.DATABASE_APP_URL,
    databaseQueueUrl: value.DATABASE_QUEUE_URL,
    redisUrl: value.REDIS_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    appSecret: value.APP_SECRET,
    sealingKeys: sealingKeys(value.SEALING_KEY),
    wardName: value.WARD_NAME,
    ...wardFacts(value),
    officePhone: value.OFFICE_PHONE,
    trustedProxies: value.TRUSTED_PROXY?.split(',').map((entry) => entry.trim()) ?? [],
    requestsPerMinute: value.REQUESTS_PER_MINUTE,
    chromium: value.CHROMIUM,
    chromiumSandbox: value.CHROMIUM_SANDBOX,
    leaveNoticeMs: value.LEAVE_NOTICE_MS,
    poolSize: value.POOL_SIZE,
    jmaWarningsUrl: value.JMA_WARNINGS_URL,
    jmaArea: value.JMA_AREA,
    floodsUrl: value.FLOODS_URL,
    floodRivers: value.FLOOD_RIVERS?.split(',').map((river) => river.trim()) ?? [],
    tsunamiFeedUrl: value.TSUNAMI_FEED_URL,
    tsunamiCoast: value.TSUNAMI_COAST,
    heatForecastUrl: value.HEAT_FORECAST_URL,
    passkeys: value.PASSKEYS,
    demo: value.YORIAI_DEMO,
    now: value.YORIAI_NOW ? new Date(value.YORIAI_NOW) : undefined,
  });
}

/** The settings of a process that begins. One that can't run with them says so, a sentence for each setting, and ends with 1. */
export function configOrExit(env: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(env);
  } catch (error) {
    return exitForSettings(error);
  }
}

/** Ends a process that can't run with its settings, with their sentences alone; throws whatever else happened. */
export function exitForSettings(error: unknown): never {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
