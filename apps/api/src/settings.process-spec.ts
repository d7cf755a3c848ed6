import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

/** Starts a program with these settings and nothing else. */
function started(program: string, settings: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL(`../../${program}/dist/main.js`, import.meta.url))], { env: settings, encoding: 'utf8', timeout: 30_000 });
  return { status, said: stdout, lines: stderr.trimEnd().split('\n') };
}

const name = (line: string): string => /^ {2}([A-Z_]+): /.exec(line)?.[1] ?? line;

describe.each(['api', 'worker'])('the %s', (program) => {
  it('says what is missing, a sentence in each language for each setting, and is gone', () => {
    const { status, said, lines } = started(program, {});
    const [head, ...problems] = lines;
    expect([status, said]).toEqual([1, '']);
    expect(head).toBe("設定がたりないか、使えません。The settings can't be used.");
    expect(problems.map(name)).toEqual(['DATABASE_APP_URL', 'DATABASE_QUEUE_URL', 'SMTP_URL', 'APP_SECRET', 'SEALING_KEY']);
    for (const line of problems) expect(line).toMatch(/: 設定がありません。.+を入れてください。It is missing; it must be .+\.$/);
  });

  it('repeats no value that it refuses: it may be a secret', () => {
    const { status, lines } = started(program, {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://yoriai.ward.example.jp',
      DATABASE_APP_URL: 'mysql://app:hush-hush@db/yoriai',
      DATABASE_QUEUE_URL: 'postgresql://queue:b@db/yoriai',
      SMTP_URL: 'mail.example.jp',
      APP_SECRET: 'hush-hush',
      SEALING_KEY: `${'k'.repeat(40)},hush-hush`,
    });
    expect(status).toBe(1);
    expect(lines.slice(1).map(name)).toEqual(['DATABASE_APP_URL', 'SMTP_URL', 'APP_SECRET', 'SEALING_KEY']);
    for (const line of lines.slice(1)) expect(line).toMatch(/: この値は使えません。.+を入れてください。This value can't be used; it must be .+\.$/);
    expect(lines.join('\n')).not.toContain('hush');
  });
});
