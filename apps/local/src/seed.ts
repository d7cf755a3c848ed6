import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DueReminders } from '@yoriai/reminders';
import { DirectRelay, readConfig } from '@yoriai/platform';
import { DemoEvents } from './demo/demo-events.js';
import { DemoModule } from './demo/demo.module.js';
import { DemoWard } from './demo/demo-ward.js';
import { EVENTS } from './demo/events.js';
import { WARD_OFFICERS } from './demo/neighbourhoods.js';
import { VOLUNTEER } from './demo/people.js';
import { SeedClock } from './demo/seed-clock.js';
import { WardRoles } from './demo/ward-roles.js';

/** Loads the demo ward, or with `--json` two organisations with every role; never in production mode. */
const config = readConfig(process.env);
if (config.mode === 'production') {
  console.error('デモデータは本番では使えません。Demo data are refused in production mode.');
  process.exit(1);
}
const clock = new SeedClock(config.now ?? new Date());
const app = await NestFactory.createApplicationContext(DemoModule.forRoot(config, clock), { logger: ['error', 'fatal'], abortOnError: false });
try {
  if (process.argv.includes('--json')) console.info(JSON.stringify(await app.get(WardRoles).plant(), null, 2));
  else console.info(await demoWard());
} finally {
  await app.close();
}

async function demoWard(): Promise<string> {
  const cast = await app.get(DemoWard).found();
  const actor = (key: string) => cast.officers.get(key) ?? fail(key);
  for (const event of EVENTS) {
    const host = WARD_OFFICERS.find((officer) => officer.organisation === event.host && officer.role === 'leader')?.key ?? '';
    await app.get(DemoEvents).stage(event, {
      host: actor(host),
      organisationId: cast.organisations.get(event.host) ?? fail(event.host),
      staff: actor('staff'),
      approver: actor('approver'),
      volunteers: cast.volunteers,
    });
  }
  // What would have been sent before today has been sent: no letters go out because a demo begins.
  await app.get(DueReminders).sweep(clock.today);
  await app.get(DirectRelay).run();
  return accounts();
}

function accounts(): string {
  const lines = WARD_OFFICERS.slice(0, 4).map((officer) => `  ${officer.email.padEnd(24)} ${officer.name}（${officer.title}）`);
  return ['デモの人（/sign-in でメールを入れると、届いたメールに番号があります） Demo accounts:', ...lines, `  ${VOLUNTEER.email.padEnd(24)} ${VOLUNTEER.name}（ボランティア）`].join('\n');
}

function fail(key: string): never {
  throw new Error(`The demo ward has no ${key}`);
}
