import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessLogCheck, IdentityModule, headText, readHead, type Damage, type LogReport } from '@yoriai/identity';
import { PlatformModule, readConfig } from '@yoriai/platform';

const USAGE = 'npm run audit:verify [-- --head <number>:<hash>]    記録が書きかえられていないかを確かめます。Checks that the access log is as it was sealed.';
/** Longer than this nobody waits for a seal while a worker runs (milliseconds). */
const SEALED_BY_NOW_MS = 60_000;

const WORDS: Readonly<Record<Damage['kind'], string>> = {
  changed: '書きかえられています entry or seal was changed',
  deleted: '消されています entry was deleted',
  'seal-missing': '封がありません seal is missing',
  'never-sealed': '封の順番待ちから消されています entry was taken out of the line for its seal',
  cut: 'ここから先が切り取られています everything from here on was cut off',
  rewritten: '控えとちがいます differs from the head that was kept',
  'head-missing': 'ここからの控えが消されています the heads from here on were deleted',
};

/** `npm run audit:verify`: walks the chain of seals; ends with 1 when something is damaged. */
async function main(args: string[]): Promise<void> {
  const known = args.length === 0 ? null : args.length === 2 && args[0] === '--head' ? readHead(args[1] ?? '') : undefined;
  if (known === undefined || (args.length > 0 && known === null)) throw new Error(USAGE);
  const config = readConfig(process.env);

  @Module({ imports: [PlatformModule.forRoot(config), IdentityModule] })
  class AuditModule {}

  const app = await NestFactory.createApplicationContext(AuditModule, { logger: ['error', 'warn'] });
  try {
    const report = await app.get(AccessLogCheck).verify(known);
    tell(report);
    if (report.damage.length > 0) process.exitCode = 1;
  } finally {
    await app.close();
  }
}

function tell({ sealed, unsealed, head, damage }: LogReport): void {
  console.info(`${sealed} entries sealed, ${unsealed.count} not yet${unsealed.oldestAt ? ` (the oldest of ${unsealed.oldestAt.toISOString()})` : ''}.`);
  if (unsealed.oldestAt && Date.now() - unsealed.oldestAt.getTime() > SEALED_BY_NOW_MS) {
    console.info('封をする処理が動いていないようです。Is a worker running? It seals within seconds.');
  }
  for (const { kind, position, entryId } of damage.slice(0, 100)) console.error(`${position === null ? '' : `#${position} `}${entryId ?? ''} ${WORDS[kind]}`);
  if (damage.length > 100) console.error(`… ${damage.length - 100} more`);
  console.info(damage.length === 0 ? '記録は、封をしたときのままです。The log is as it was sealed.' : `${damage.length} か所が、封をしたときとちがいます。${damage.length} places are damaged.`);
  if (head) console.info(`head ${headText(head)}\n（この行をデータベースの外に控えてください。Keep this line outside the database; with --head it finds what was cut from the log and its heads together.）`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
