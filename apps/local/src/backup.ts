import path from 'node:path';
import { takeBackup } from './backup/backup.js';
import { checkFiles } from './backup/restore.js';

const USAGE = 'npm run backup [-- <folder>]    バックアップを作ります。Writes a backup into a new folder.';

/** `npm run backup -- <folder>`: the whole record at one moment; the ward may go on working. */
async function main([folder, ...rest]: string[]): Promise<void> {
  const { DATABASE_URL: ownerUrl } = process.env;
  if (rest.length > 0) throw new Error(USAGE);
  if (!ownerUrl) throw new Error('DATABASE_URL: the owner of the database is needed to back it up');
  const now = new Date();
  const target = path.resolve(folder ?? `.local/backups/yoriai-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`);
  const manifest = await takeBackup(ownerUrl, target, now);
  await checkFiles(manifest, target);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.info(`${target}\nバックアップができました。${manifest.tables.length} tables, ${rows} rows, read back and unharmed.`);
  if (manifest.accessLogHead) console.info(`access-log head ${manifest.accessLogHead}`);
  console.info('SEALING_KEY を別の安全な場所に。Keep SEALING_KEY in another safe place: without it answers, consents and injuries in this backup are read by nobody, ever.');
  console.info('APP_SECRET も。APP_SECRET too: without it tickets and links that are out stop working.');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
