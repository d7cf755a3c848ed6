import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventApprovals } from './event-approval.service.js';
import { EventQueries } from './event-queries.service.js';

const ROUNDS = 8;

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

describe('a decision while the host hands in anew', () => {
  it('is about the revision that was read, or is refused', async () => {
    const approvals = app.get(EventApprovals);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await anEvent(app, cast, 'submitted');
      const anew = async (): Promise<unknown> => {
        await approvals.withdraw(cast.leader, id);
        return approvals.submit(cast.leader, id);
      };
      const acts = [anew, ...Array.from({ length: 6 }, () => () => approvals.approve(cast.approver, id, { revision: 1 }))];
      const { errors } = await race(acts.length, async (index): Promise<unknown> => acts[index]!());
      for (const error of errors) {
        expect(['approval.revision-changed', 'event.is-approved', 'event.not-found']).toContain((error as { code?: string }).code);
      }
      const { state, approval } = await app.get(EventQueries).detail(cast.approver, id);
      expect([state, approval?.revision]).toEqual(state === 'approved' ? ['approved', 1] : ['submitted', 2]);
      if (state === 'approved') continue;
      await expect(approvals.approve(cast.approver, id, { revision: 1 })).rejects.toMatchObject({ code: 'approval.revision-changed', status: 409 });
      await approvals.approve(cast.approver, id, { revision: 2 });
    }
  });
});
