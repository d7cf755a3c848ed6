import { describe, expect, it } from '@jest/globals';
import { LOGGED_ACTIONS } from '@yoriai/identity';
import { isTest, sources } from './architecture.js';

/** What the log itself is tried with proves nothing about who writes to it. */
const OF_THE_LOG = /^libs\/identity\/src\/access-log\/|audit-verify/;
/** What the HTTP process is asked for, line by line. */
const ASKED = 'apps/api/src/rights/logged.ts';

const tests = [...sources('libs'), ...sources('apps')].filter(({ path }) => (isTest(path) || path === ASKED) && !OF_THE_LOG.test(path)).map(({ text }) => text);

const isNamed = (action: string): boolean => tests.some((text) => [`'${action}'`, `"${action}"`, `\`${action}\``, `'${action} `, `\`${action} `].some((word) => text.includes(word)));

describe('every action that the access log can name', () => {
  it('is named by a test of whoever writes it', () => {
    expect(LOGGED_ACTIONS.filter((action) => !isNamed(action))).toEqual([]);
  });

  it('stands in its list once, as <thing>.<past participle>', () => {
    expect(new Set(LOGGED_ACTIONS).size).toBe(LOGGED_ACTIONS.length);
    expect(LOGGED_ACTIONS.filter((action) => !/^[a-z-]+\.[a-z-]+$/.test(action))).toEqual([]);
  });

  it('would be missed: one that no test names', () => {
    expect(isNamed(['thing', 'never-tried'].join('.'))).toBe(false);
  });
});
