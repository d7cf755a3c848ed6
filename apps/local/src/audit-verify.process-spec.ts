import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessLog, AccessLogSealer, IdentityModule } from '@yoriai/identity';
import { newId } from '@yoriai/platform';
import { testApp, until, type TestApp } from '@yoriai/testing';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

let app: TestApp;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
});
afterAll(() => app.close());

/** What `npm run audit:verify` runs, on the test's database. */
const verify = (...args: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      NODE_OPTIONS: '',
      DATABASE_APP_URL: app.database.appUrl,
      DATABASE_QUEUE_URL: app.database.queueUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      APP_SECRET: app.config.appSecret,
      SEALING_KEY: app.config.sealingKeys.join(','),
    };
    const child = spawn(process.execPath, ['apps/local/dist/audit-verify.js', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
const write = (subject: string) => app.tx((tx) => app.get(AccessLog).add(tx, { actorPersonId: newId(), action: 'access-log.reviewed', subject }));

describe('npm run audit:verify', () => {
  it('says how the log stands, prints its head, and ends with 1 when something is damaged', async () => {
    for (const subject of ['a:1', 'a:2', 'a:3']) await write(subject);
    await until('all is sealed', async () => {
      await app.get(AccessLogSealer).seal();
      return (await app.database.asOwner('select 1 from identity.access_log_unsealed')).length === 0;
    });
    await write('a:4');
    const whole = await verify();
    expect(whole.said).toContain('3 entries sealed, 1 not yet');
    expect(whole.said).toContain('The log is as it was sealed.');
    const head = /^head (3:[0-9a-f]{64})$/m.exec(whole.said)?.[1] ?? '';
    expect([whole.code, head.length]).toEqual([0, 66]);
    expect((await verify('--head', head)).code).toBe(0);

    await app.database.asOwner('delete from identity.access_log_seal where position = 3');
    await app.database.asOwner(`delete from identity.access_log where subject = 'a:3'`);
    for (const args of [[], ['--head', head]]) {
      const cut = await verify(...args);
      expect([args, cut.code, cut.said]).toEqual([args, 1, expect.stringContaining('#3  ここから先が切り取られています')]);
    }
    // With its heads it is found by the line that was kept outside.
    await app.database.asOwner('delete from identity.access_log_head');
    await app.database.asOwner('insert into identity.access_log_head select position, hash, sealed_at from identity.access_log_seal where position = 2');
    expect((await verify()).code).toBe(0);
    const cut = await verify('--head', head);
    expect([cut.code, cut.said]).toEqual([1, expect.stringContaining('#3  ここから先が切り取られています')]);

    await app.database.asOwner(`update identity.access_log set reason = 'nothing happened' where subject = 'a:2'`);
    const edited = await verify();
    expect([edited.code, edited.said]).toEqual([1, expect.stringMatching(/^#2 [0-9a-f-]{36} 書きかえられています/m)]);
    for (const wrong of [['--head'], ['--head', 'abc'], ['--heads', head]]) expect([wrong, (await verify(...wrong)).code]).toEqual([wrong, 2]);
  }, 120_000);
});
