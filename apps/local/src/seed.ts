import 'reflect-metadata';
import { DueReminders } from '@yoriai/reminders';
import { DirectRelay, configOrExit } from '@yoriai/platform';
import { DemoYear } from './demo/demo-year.js';
import { Hands } from './demo/hands.js';
import { WARD_OFFICERS } from './demo/neighbourhoods.js';
import { VOLUNTEER } from './demo/people.js';
import { WardRoles } from './demo/ward-roles.js';

/** So many hands; with more of them the database is the one that everybody waits for. */
const HANDS = 4;

/** Loads the demo ward, or with `--json` two organisations with every role; never in production mode. */
const config = configOrExit(process.env);
if (config.mode === 'production') {
  console.error('デモデータは本番では使えません。Demo data are refused in production mode.');
  process.exit(1);
}
const today = config.now ?? new Date();
const roles = process.argv.includes('--json');
const hands = await Hands.open(roles ? 1 : HANDS, config, today);
try {
  const said = roles ? JSON.stringify(await hands.first.get(WardRoles).plant(), null, 2) : await demoWard();
  await hands.first.get(DirectRelay).run();
  console.info(said);
} finally {
  await hands.close();
}

async function demoWard(): Promise<string> {
  await new DemoYear(hands).play();
  // What would have been sent before today has been sent: no letters go out because a demo begins.
  await hands.first.get(DueReminders).sweep(today);
  return accounts();
}

function accounts(): string {
  const lines = WARD_OFFICERS.filter(({ key }, index) => index < 5 || key === 'center').map((officer) => `  ${officer.email.padEnd(24)} ${officer.name}（${officer.title}）`);
  return ['デモの人（/sign-in でメールを入れると、届いたメールに番号があります） Demo accounts:', ...lines, `  ${VOLUNTEER.email.padEnd(24)} ${VOLUNTEER.name}（ボランティア）`].join('\n');
}
