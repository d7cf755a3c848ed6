import os from 'node:os';
import type { Client } from 'pg';

const SETTINGS = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers'];

/** The machine and the database's settings, one line; the same for both sides. */
export async function machine(db: Client): Promise<string> {
  const { rows } = await db.query<{ name: string; setting: string }>('select name, current_setting(name) as setting from pg_settings where name = any($1) order by array_position($1, name)', [SETTINGS]);
  const cores = os.cpus();
  const load = os.loadavg()[1] ?? 0;
  return [
    `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${os.platform()}`,
    `load of the machine over five minutes at the end ${load.toFixed(1)}`,
    `PostgreSQL ${rows.map(({ name, setting }) => (name === 'server_version' ? setting : `${name}=${setting}`)).join(', ')}`,
  ].join('; ');
}
