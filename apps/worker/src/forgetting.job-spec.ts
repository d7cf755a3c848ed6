import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventsWorkerModule } from '@yoriai/events';
import { Accounts, IdentityModule, Sessions } from '@yoriai/identity';
import { testApp, type TestApp } from '@yoriai/testing';
import { DayWork } from './timed-work.js';

const DAY = 24 * 60;
let app: TestApp;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule, EventsWorkerModule], providers: [DayWork] });
});
afterAll(() => app.close());

/** Signs somebody in with a browser. */
const enter = (userAgent: string) => app.tx((tx) => app.get(Accounts).enter(tx, { email: 'hanako@example.jp', name: '西船場 花子', kana: 'にしせんば はなこ' }, { userAgent }));

/** The browsers that are still written down after the worker has tidied. */
const browsers = async (): Promise<(string | null)[]> => {
  await app.get(DayWork).forgetSignIns();
  const found = await app.database.asOwner<{ user_agent: string | null }>('select user_agent from identity.session order by user_agent');
  return found.map(({ user_agent }) => user_agent);
};

describe('a session', () => {
  it('is forgotten with its browser thirty days after it was ended or ran out, and not before', async () => {
    const left = await enter('left');
    await enter('ran out');
    await app.tx((tx) => app.get(Sessions).endByToken(tx, left.token, 'signed-out'));
    app.clock.advance(30 * DAY);
    expect(await browsers()).toEqual(['left', 'ran out']);
    app.clock.advance(1);
    expect(await browsers()).toEqual(['ran out']);
    await enter('later');
    app.clock.advance(30 * DAY - 1);
    expect(await browsers()).toEqual(['later', 'ran out']);
    app.clock.advance(1);
    expect(await browsers()).toEqual(['later']);
  });
});
