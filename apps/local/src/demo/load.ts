import 'reflect-metadata';
import { DueReminders } from '@yoriai/reminders';
import { DirectRelay, configOrExit } from '@yoriai/platform';
import { DemoYear } from './demo-year.js';
import { Hands } from './hands.js';
import type { HandsBeside } from './hands-beside.js';
import { WARD_OFFICERS } from './neighbourhoods.js';
import { VOLUNTEER } from './people.js';
import { prepareStatements } from './prepared.js';
import { WardRoles } from './ward-roles.js';

/** So many hands; with more of them the database is the one that everybody waits for. */
const HANDS = 4;

/** Loads the demo ward, with hands of another thread too where there is one; or two organisations with every role (`roles`). Answers what is to be said. Ends the process in production mode. */
export async function load({ roles, beside }: { roles: boolean; beside: HandsBeside | undefined }): Promise<string> {
  const config = configOrExit(process.env);
  if (config.mode === 'production') {
    console.error('デモデータは本番では使えません。Demo data are refused in production mode.');
    process.exit(1);
  }
  const today = config.now ?? new Date();
  prepareStatements();
  const hands = await Hands.open(roles ? 1 : HANDS, config, today, beside);
  try {
    const said = roles ? JSON.stringify(await hands.first.get(WardRoles).plant(), null, 2) : await demoWard(hands, today);
    await hands.first.get(DirectRelay).run();
    return said;
  } finally {
    await hands.close();
  }
}

async function demoWard(hands: Hands, today: Date): Promise<string> {
  await new DemoYear(hands).play();
  // What would have been sent before today has been sent: no letters go out because a demo begins.
  await hands.first.get(DueReminders).sweep(today);
  return accounts();
}

function accounts(): string {
  const lines = WARD_OFFICERS.filter(({ key }, index) => index < 5 || key === 'center').map((officer) => `  ${officer.email.padEnd(24)} ${officer.name}（${officer.title}）`);
  return ['デモの人（/sign-in でメールを入れると、届いたメールに番号があります） Demo accounts:', ...lines, `  ${VOLUNTEER.email.padEnd(24)} ${VOLUNTEER.name}（ボランティア）`].join('\n');
}
