import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const good = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://yoriai.example.jp/',
  DATABASE_APP_URL: 'postgresql://yoriai_app:a@db/yoriai',
  DATABASE_QUEUE_URL: 'postgresql://yoriai_queue:b@db/yoriai',
  SMTP_URL: 'smtps://user:pass@mail.example.jp',
  APP_SECRET: 'wJ8kq2Zr5tXy9bNc3mVf7hLp1sDg4aQe',
  SEALING_KEY: 'uB4nR7xQ2kWz9mTc6vLp1yHd8sGf3jKe',
};

function problems(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((line) => line.split(':')[0] as string);
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('believe no proxy that is not named, and take addresses and networks only', () => {
    expect(readConfig(good)).toMatchObject({ trustedProxies: [], requestsPerMinute: 3_000 });
    const given = { ...good, TRUSTED_PROXY: '10.0.0.5, 10.1.0.0/16,fd00::/8', REQUESTS_PER_MINUTE: '60000' };
    expect(readConfig(given)).toMatchObject({ trustedProxies: ['10.0.0.5', '10.1.0.0/16', 'fd00::/8'], requestsPerMinute: 60_000 });
    for (const list of ['true', '1', 'proxy.example', '10.0.0.0/33', '10.0.0.5,', '10.0.0.5/8/8']) {
      expect([list, problems({ ...good, TRUSTED_PROXY: list })]).toEqual([list, ['TRUSTED_PROXY']]);
    }
  });

  it('take the rivers that concern the ward by name and by figures', () => {
    expect(readConfig(good)).toMatchObject({ floodsUrl: undefined, floodRivers: [] });
    expect(readConfig({ ...good, FLOOD_RIVERS: '淀川, 999900000100,9900100' }).floodRivers).toEqual(['淀川', '999900000100', '9900100']);
    for (const list of ['淀川,', '990010', '淀川 寝屋川']) expect([list, problems({ ...good, FLOOD_RIVERS: list })]).toEqual([list, ['FLOOD_RIVERS']]);
  });

  it('offer passkeys unless they are to be required', () => {
    expect([readConfig(good).passkeys, readConfig({ ...good, PASSKEYS: 'required' }).passkeys]).toEqual(['offered', 'required']);
    expect(problems({ ...good, PASSKEYS: 'yes' })).toEqual(['PASSKEYS']);
  });

  it('are read once, the address without its last slash', () => {
    expect(readConfig(good)).toMatchObject({ mode: 'production', publicUrl: 'https://yoriai.example.jp', port: 3000, demo: false });
  });

  it('name every field that can not be used', () => {
    expect(problems({ PORT: 'many', SMTP_URL: 'http://mail', APP_SECRET: 'short' })).toEqual(
      expect.arrayContaining(['PORT', 'SMTP_URL', 'APP_SECRET', 'DATABASE_APP_URL', 'DATABASE_QUEUE_URL']),
    );
  });

  it.each([
    ['a sample secret', { APP_SECRET: 'change-me-change-me-change-me-change-me' }, 'APP_SECRET'],
    ['a sample key', { SEALING_KEY: 'sample-sample-sample-sample-sample-sample' }, 'SEALING_KEY'],
    ['one secret for two jobs', { SEALING_KEY: good.APP_SECRET }, 'SEALING_KEY'],
    ['demo accounts', { YORIAI_DEMO: '1' }, 'YORIAI_DEMO'],
    ['a shifted clock', { YORIAI_NOW: '2026-11-28T18:00:00+09:00' }, 'YORIAI_NOW'],
    ['no address', { PUBLIC_URL: undefined }, 'PUBLIC_URL'],
    ['an address without TLS', { PUBLIC_URL: 'http://yoriai.example.jp' }, 'PUBLIC_URL'],
    ['one role for two jobs', { DATABASE_QUEUE_URL: good.DATABASE_APP_URL }, 'DATABASE_QUEUE_URL'],
  ])('in production refuse %s', (_what, change, field) => {
    expect(problems({ ...good, ...change })).toEqual([field]);
  });

  it('elsewhere take what production refuses', () => {
    expect(problems({ ...good, NODE_ENV: 'development', PUBLIC_URL: undefined, YORIAI_DEMO: '1', YORIAI_NOW: '2026-11-28T18:00:00+09:00' })).toEqual([]);
  });

  it('go by YORIAI_MODE where it is given, whatever NODE_ENV tells the libraries', () => {
    expect(problems({ ...good, YORIAI_MODE: 'development', PUBLIC_URL: undefined, YORIAI_DEMO: '1' })).toEqual([]);
    expect(problems({ ...good, NODE_ENV: 'development', YORIAI_MODE: 'production', YORIAI_DEMO: '1' })).toEqual(['YORIAI_DEMO']);
    expect(problems({ ...good, YORIAI_MODE: 'prod' })).toEqual(['YORIAI_MODE']);
  });
});
