import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What `npm run seed -- --json` prints. */
export interface Roles {
  organisations: { id: string; name: string }[];
  roles: Record<string, { personId: string; email: string; headers: { cookie: string } }>;
  events: Record<string, { id: string; slug: string; frames: { id: string; capacity: number | null }[]; shifts: { id: string; capacity: number }[] }>;
}

let seeded: Roles | undefined;

/** Two associations with every role and ready sessions, made by the product's own command; once for all journeys of a project. */
export const seedRoles = (): Roles => (seeded ??= seed());

function seed(): Roles {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['apps/local/dist/seed.js', '--json'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 10_000_000 });
  if (status !== 0) throw new Error(`seed --json: ${stderr}`);
  return JSON.parse(stdout) as Roles;
}
