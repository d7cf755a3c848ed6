import { spawnSync } from 'node:child_process';

/** Whether this machine has a Redis server of its own; some tests start one. */
export function hasRedis() {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Set where every test has to run: then a missing Redis is a failure and not a smaller round. */
export const REDIS_REQUIRED = process.env.YORIAI_TEST_REDIS === 'required';

/** What is said where it is missing. */
export const WITHOUT_REDIS =
  'redis-server がないため、Redis を使うキューの故障テストは行っていません。The queue faults were not tried on Redis, because there is no redis-server (Debian: apt-get install redis-server).';
