import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccessLog, IdentityModule } from '@yoriai/identity';
import { newId } from '@yoriai/platform';
import { Servers, mailSink, testApp, until, type MailSink, type TestApp } from '@yoriai/testing';

let app: TestApp;
let sink: MailSink;
let servers: Servers;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  sink = await mailSink();
  servers = Servers.on(app.database, { SMTP_URL: sink.url });
}, 60_000);
afterAll(async () => {
  await servers.end();
  await sink.close();
  await app.close();
});

const write = (month: string): Promise<unknown> => app.tx((tx) => app.get(AccessLog).add(tx, { actorPersonId: newId(), action: 'access-log.reviewed', subject: `exports:${month}` }));
const sealed = async (): Promise<string[]> =>
  (await app.database.asOwner<{ subject: string }>('select l.subject from identity.access_log_seal s join identity.access_log l on l.id = s.entry_id order by s.position')).map(({ subject }) => subject);

it('a worker seals what is written, again and again, and says in its own log where the chain ends', async () => {
  await write('2026-11');
  const first = await servers.worker().ready();
  const subjects: string[] = [];
  for (const month of ['2026-11', '2026-12', '2027-01']) {
    if (subjects.length > 0) await write(month);
    subjects.push(`exports:${month}`);
    // Every second; the machine may be busy.
    await until(`the worker has sealed what was written about ${month}`, async () => (await sealed()).length === subjects.length, 30_000);
  }
  expect(await sealed()).toEqual(subjects);
  const [seal] = await app.database.asOwner<{ head: string }>(`select position || ':' || encode(hash, 'hex') as head from identity.access_log_seal order by position desc limit 1`);
  const [kept] = await app.database.asOwner<{ head: string }>(`select position || ':' || encode(hash, 'hex') as head from identity.access_log_head order by position desc limit 1`);
  expect([seal?.head, kept?.head]).toEqual([expect.stringMatching(/^3:[0-9a-f]{64}$/), seal?.head]);
  // It is said at every start and once a day; the first worker had nothing to say when it began.
  expect(first.lines.join('\n')).not.toContain('access-log head');
  const second = await servers.worker().ready();
  await until('the next worker has said it', () => second.lines.some((line) => line.includes(`access-log head ${seal?.head}`)), 30_000);
}, 180_000);
