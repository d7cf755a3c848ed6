import type { Round } from './ratio.js';

/** What tools/bench.mjs hands over: a running api and where its database is. */
export interface Settings {
  apiUrl: string;
  publicUrl: string;
  /** The owner's address: the bench's own tables, and counting. */
  ownerUrl: string;
  /** Sessions and organisations, as `npm run seed -- --json` prints them. */
  roles: Roles;
  rounds: number;
  /** How `npm start` did, where that was asked for. */
  begun: Begun | undefined;
}

/** What tools/bench-start.mjs measured: seconds, megabytes, and how much more memory after being read for so long. */
export interface Begun {
  seconds: Round[];
  memory: number[];
  grown: number;
  readSeconds: number;
}

export interface Roles {
  organisations: { id: string; name: string }[];
  roles: Record<string, { personId: string; headers: { cookie: string } }>;
}

/** Reads the settings that the bench was started with; throws when one is missing. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = (name: string): string => env[name] ?? fail(name);
  return {
    apiUrl: given('BENCH_API_URL'),
    publicUrl: given('BENCH_PUBLIC_URL'),
    ownerUrl: given('BENCH_DATABASE_URL'),
    roles: JSON.parse(given('BENCH_ROLES')) as Roles,
    rounds: Number(env.BENCH_ROUNDS ?? 5),
    begun: env.BENCH_START === undefined ? undefined : (JSON.parse(env.BENCH_START) as Begun),
  };
}

function fail(name: string): never {
  throw new Error(`${name} is missing: start with \`npm run bench\``);
}
