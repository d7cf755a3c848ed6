import { realpathSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { PlainError, ROOT, lastingPlace } from './postgres-place.mjs';
import { commandLine, freePort, listenOnce } from './postgres.mjs';
import { Steps, plainly } from './say.mjs';
import { localSecrets } from './secrets.mjs';
import { takePlace } from './single.mjs';
import { Stack } from './stack.mjs';

/** npm hands the terminal's Ctrl+C on, so one press arrives twice; a second press comes later than this. */
const SAME_PRESS_MS = 700;

async function taken(port) {
  for (const host of ['127.0.0.1', undefined]) if (!(await listenOnce(port, host))) return true;
  return false;
}

async function choosePorts(env) {
  const api = Number(env.PORT ?? 3000);
  if (!Number.isInteger(api) || api < 1 || api > 65535) throw new PlainError(`PORT=${env.PORT} は使えません。PORT must be a number from 1 to 65535.`);
  if (await taken(api)) {
    throw new PlainError(
      `ポート ${api} はほかのプログラムが使っています。別の番号で起動してください: PORT=3100 npm start\nPort ${api} is taken by another program. Choose another one: PORT=3100 npm start`,
    );
  }
  const mail = Number(env.MAIL_PORT ?? 3025);
  if (env.MAIL_PORT && (await taken(mail))) throw new PlainError(`ポート ${mail}（MAIL_PORT）は使われています。Port ${mail} (MAIL_PORT) is taken.`);
  return { api, mail: await freePort(mail), smtp: await freePort(1025), database: await freePort(preferredDatabasePort()) };
}

/** The same number at every start of this folder, so that a database tool can keep its settings. */
function preferredDatabasePort() {
  let sum = 0;
  for (const byte of Buffer.from(realpathSync(ROOT))) sum = (sum * 31 + byte) % 1_000;
  return 54_000 + sum;
}

/** Processes of a start that was killed: they end by themselves; this only makes sure. */
async function endLeftovers({ pids = {} }) {
  const left = ['mail', 'api', 'worker']
    .map((name) => pids[name])
    .filter((pid) => pid && commandLine(pid).includes(ROOT) && commandLine(pid).includes('/dist/'));
  for (const pid of left) process.kill(pid, 'SIGTERM');
  for (let waited = 0; left.some((pid) => commandLine(pid)); waited += 100) {
    if (waited > 10_000) for (const pid of left.filter((each) => commandLine(each))) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function announce(stack, accounts) {
  const lines = [
    '',
    `寄合が動いています。Yoriai is running: ${stack.publicUrl}`,
    `  サイト Site            ${stack.publicUrl}/`,
    `  アプリ App             ${stack.publicUrl}/app`,
    ...(stack.mailUrl ? [`  届いたメール Mail      ${stack.mailUrl}/`] : []),
    `  プロセス Processes     ${Object.entries(stack.pids)
      .map(([name, pid]) => `${name} ${pid}`)
      .join(' · ')}`,
    ...(accounts ? ['', accounts.trimEnd()] : []),
    '',
    '止めるには Ctrl+C。To stop: Ctrl+C',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Ctrl+C and SIGTERM stop everything in order; a second one doesn't wait. */
function stopOnSignal(stop) {
  let first;
  const onSignal = () => {
    if (first === undefined) {
      first = Date.now();
      process.stdout.write('\n止めています… Stopping\n');
      stop(false);
    } else if (Date.now() - first > SAME_PRESS_MS) stop(true);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) whenOrphaned(onSignal);
}

/** npm, killed without a chance to hand the signal on, must not leave a town behind that nobody sees. */
function whenOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 1_000);
  timer.unref();
}

await plainly(async () => {
  let stack;
  let place;
  let stopped;
  const stopAll = async (force) => {
    if (force) stack?.kill();
    stopped ??= Promise.resolve(stack?.stop()).finally(() => place?.release());
    await stopped;
  };
  let asked = false;
  stopOnSignal((force) => {
    asked = true;
    stopAll(force).then(
      () => {
        process.stdout.write('止まりました。Stopped.\n');
        process.exit(0);
      },
      (error) => {
        console.error(error.message);
        process.exit(1);
      },
    );
  });
  try {
    await start();
  } catch (error) {
    // Asked to stop in the middle of a step: its complaint is only the echo of that.
    if (asked) return;
    await stopAll(false);
    throw error;
  }

  async function start() {
    const steps = new Steps(6);
    await steps.step('部品を確かめています', 'Installing', () => bootstrap());
    place = await takePlace(endLeftovers);
    const ports = await choosePorts(process.env);
    await steps.step('組み立てています', 'Building', build);
    await steps.step('データベースを起動しています', 'Starting the database', async () => {
      const external = Boolean(process.env.DATABASE_URL);
      const where = external ? undefined : lastingPlace();
      const secrets = localSecrets(where?.folder ?? `${ROOT}/.local`);
      stack = new Stack({ place: where, secrets, ports, changed: () => place.tell(facts(stack)) });
      return stack.database();
    });
    await steps.step('表を整えています', 'Migrating', () => stack.migrate());
    await steps.step('デモデータを確かめています', 'Demo data', () => stack.seed());
    await steps.step('プロセスを起動しています', 'Starting the processes', () => stack.processes(), { talks: true });
    place.tell(facts(stack));
    announce(stack, await stack.demoAccounts());
  }
});

function facts(stack) {
  return { address: stack.publicUrl, mailAddress: stack.mailUrl, pids: stack.pids, ports: stack.ports };
}
