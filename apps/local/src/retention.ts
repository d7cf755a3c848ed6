import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AssociationsModule, RetentionTerms, nightsToTell, type NamesNight } from '@yoriai/associations';
import { ApplicantNames, EventsModule } from '@yoriai/events';
import { IdentityModule, Nameless } from '@yoriai/identity';
import { Deliveries, NotificationsModule } from '@yoriai/notifications';
import { Clock, Db, PlatformModule, readConfig, type Tx } from '@yoriai/platform';
import { DutyNames, RostersModule } from '@yoriai/rosters';
import { retentionReport, type NightDue, type YearDue } from './retention-report.js';

const USAGE = 'npm run retention -- --dry    この次の夜と、この次の4月1日の夜に名前が消えるものを数えます（消しません）。Counts what loses its names in the coming night and in that of the coming 1 April; removes nothing.';

/** `npm run retention -- --dry`: what the worker would remove in the coming night and in that of the coming 1 April, by fiscal year; no HTTP, no queue, nothing is changed. */
async function main(args: string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== '--dry') throw new Error(USAGE);
  const config = readConfig(process.env);

  @Module({ imports: [PlatformModule.forRoot(config), IdentityModule, AssociationsModule, EventsModule, RostersModule, NotificationsModule] })
  class RetentionModule {}

  const app = await NestFactory.createApplicationContext(RetentionModule, { logger: ['error', 'warn'] });
  try {
    const due = async (tx: Tx, night: NamesNight): Promise<NightDue> => {
      const years: YearDue[] = [];
      for (const { eventIds, ...year } of await app.get(ApplicantNames).due(tx, night.before.applications)) {
        years.push({ ...year, events: eventIds.length, letters: await app.get(Deliveries).addressedOf(tx, eventIds) });
      }
      return { ...night, years, duties: await app.get(DutyNames).due(tx, night.before.duties), joined: await app.get(Nameless).joinedDue(tx, night.before.applications) };
    };
    const nights = await app.get(Db).read(async (tx) => {
      const found: NightDue[] = [];
      for (const night of nightsToTell(app.get(Clock).now(), await app.get(RetentionTerms).termsAt(tx))) found.push(await due(tx, night));
      return found;
    });
    for (const line of retentionReport(nights)) console.info(line);
  } finally {
    await app.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
