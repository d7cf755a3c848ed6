import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KEPT_FISCAL_YEARS, namesGoBefore } from '@yoriai/associations';
import { ApplicantNames, EventsModule } from '@yoriai/events';
import { Deliveries, NotificationsModule } from '@yoriai/notifications';
import { Clock, Db, PlatformModule, readConfig } from '@yoriai/platform';
import { DutyNames, RostersModule } from '@yoriai/rosters';
import { retentionReport, type YearDue } from './retention-report.js';

const USAGE = 'npm run retention -- --dry    この次の夜に名前が消えるものを数えます（消しません）。Counts what loses its names in the next night; removes nothing.';

/** `npm run retention -- --dry`: what the worker would remove now, by fiscal year; no HTTP, no queue, nothing is changed. */
async function main(args: string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== '--dry') throw new Error(USAGE);
  const config = readConfig(process.env);

  @Module({ imports: [PlatformModule.forRoot(config), EventsModule, RostersModule, NotificationsModule] })
  class RetentionModule {}

  const app = await NestFactory.createApplicationContext(RetentionModule, { logger: ['error', 'warn'] });
  try {
    const now = app.get(Clock).now();
    const before = { applications: namesGoBefore(now, KEPT_FISCAL_YEARS.applications), duties: namesGoBefore(now, KEPT_FISCAL_YEARS.duties) };
    const found = await app.get(Db).read(async (tx) => {
      const years: YearDue[] = [];
      for (const { eventIds, ...due } of await app.get(ApplicantNames).due(tx, before.applications)) {
        years.push({ ...due, events: eventIds.length, letters: await app.get(Deliveries).addressedOf(tx, eventIds) });
      }
      return { years, duties: await app.get(DutyNames).due(tx, before.duties) };
    });
    for (const line of retentionReport({ ...found, before })) console.info(line);
  } finally {
    await app.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
