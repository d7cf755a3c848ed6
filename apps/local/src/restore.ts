import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest } from './backup/manifest.js';
import { putAside, type PutAside } from './backup/put-aside.js';
import { insistOnKeys, restoreBackup, type Restored } from './backup/restore.js';
import { keyIdsFrom } from './backup/sealing-key.js';

const USAGE = 'npm run restore -- <folder> [--replace]    バックアップを戻します。Puts a backup into an empty database, or in the place of the present one.';
const MIGRATIONS = fileURLToPath(new URL('../../../migrations/dist/main.js', import.meta.url));

/** `npm run restore -- <folder> [--replace]`; api and worker must stand still. */
async function main(args: string[]): Promise<void> {
  const [folder, ...rest] = args.filter((arg) => arg !== '--replace');
  const { DATABASE_URL: ownerUrl } = process.env;
  if (!folder || rest.length > 0) throw new Error(USAGE);
  if (!ownerUrl) throw new Error('DATABASE_URL: the owner of the database is needed to restore it');
  const now = new Date();
  // Before the present database is put aside, not after.
  const keyIds = keyIdsFrom(process.env.SEALING_KEY);
  insistOnKeys(readManifest(path.resolve(folder)), keyIds);
  const aside = args.includes('--replace') ? await putAside(ownerUrl, now.toISOString().slice(0, 19).replaceAll(/\D/g, '')) : undefined;
  try {
    say(await restoreBackup({ ownerUrl, folder: path.resolve(folder), now, keyIds, migrate: (until) => migrate(ownerUrl, until) }), aside);
  } catch (error) {
    await aside?.back();
    throw error;
  }
}

function migrate(url: string, until?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: url, ...(until === undefined ? {} : { MIGRATE_UNTIL: until }) };
    const child = spawn(process.execPath, [MIGRATIONS], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error('表を整えられません。The migration step failed; its reason stands above.'))));
  });
}

function say({ manifest, rows, sessions, reminders, letters }: Restored, aside: PutAside | undefined): void {
  console.info(`${manifest.madeAt} のデータに戻しました。Restored: ${manifest.tables.length} tables, ${rows} rows, each compared with the backup.`);
  console.info(`ログインはすべて終わりました（${sessions}件）。Every session has ended.`);
  for (const { title, kind, dueAt } of reminders) {
    console.info(`  送りません Not sent again (${kind}): ${dueAt.toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' })} ${title}`);
  }
  if (reminders.length > 0) console.info('上のお知らせは、もう届いているかもしれません。電話連絡票でたしかめてください。These may have gone out already: check by telephone.');
  if (letters > 0) console.info(`送りかけの${letters}通は電話連絡票に移しました。${letters} reminders under way were moved to the call sheets.`);
  if (aside) console.info(`前のデータベースは ${aside.name} にあります。The database of before is kept as ${aside.name}; drop it when you are sure.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
