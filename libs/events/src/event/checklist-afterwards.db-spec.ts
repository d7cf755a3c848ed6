import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestApp } from '@yoriai/testing';
import { type Cast } from '../an-event.builder.js';
import { Postponements } from '../weather/postponements.service.js';
import { ChecklistTown, MARKET, item } from './testing/checklist-town.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventChecklist } from './event-checklist.service.js';
import { EventConditions } from './event-conditions.service.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import { EventPublications } from './event-publication.service.js';
import type { EventDetail } from './event.dto.js';

let app: TestApp;
let cast: Cast;
let town: ChecklistTown;

beforeAll(async () => {
  town = await ChecklistTown.open();
  ({ app, cast } = town);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

describe('what became a condition and was met, and is asked for no more', () => {
  it('stays in the list, and is taken back once it is off', async () => {
    const event = await town.handedIn({ food: false, fire: true, uses: [] });
    const approved = await town.approve(event, [{ text: '消防署に届け出てください。', dueOn: '2026-11-25', blocking: true, item: 'fire-appliances' }]);
    const conditionId = approved.approval!.conditions[0]!.id;
    await app.get(EventConditions).say(cast.leader, event.id, conditionId, 'reported', '出しました。');
    await app.get(EventConditions).say(cast.staff, event.id, conditionId, 'confirmed', null);
    const { version } = await app.get(EventPublications).publish(cast.leader, event.id);
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { fire: false }, `"${version}"`);
    const changed = await town.approve(await app.get(EventApprovals).submit(cast.leader, event.id), [], 2);
    expect(item(changed, 'fire-appliances')).toMatchObject({ wanted: false, state: 'confirmed', conditionId, can: { report: 'approval.item-as-condition' } });

    const off = await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    expect([off.toWithdraw, item(off, 'fire-appliances').can.withdraw]).toEqual([1, true]);
    const told = await app.get(EventChecklist).withdraw(cast.leader, event.id, 'fire-appliances');
    expect([told.toWithdraw, item(told, 'fire-appliances').state]).toEqual([0, 'withdrawn']);
  });
});

describe('what was settled for a day that it was put off from', () => {
  it('is to be taken back once it is off: the office may still count on it; what nobody spoke of is not', async () => {
    const event = await town.handedIn({ ...MARKET, rainPolicy: 'postponed' });
    for (const code of ['park', 'food', 'fire-appliances']) {
      await town.say(cast.leader, event, code, 'reported', '届けました。');
      await town.say(cast.staff, event, code, 'confirmed', null);
    }
    await town.approve(event);
    const { startsAt } = await app.get(EventPublications).publish(cast.leader, event.id);
    const moved = await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: startsAt! });
    expect(item(moved, 'park').state).toBe('open');
    const off = await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    const codes = off.checklist.filter(({ can }) => can.withdraw === true).map(({ code }) => code).sort();
    expect([codes, off.toWithdraw]).toEqual([['fire-appliances', 'food', 'park'], 3]);
    const told = await app.get(EventChecklist).withdraw(cast.leader, event.id, 'park');
    expect([told.toWithdraw, item(told, 'park').state, item(told, 'park').can.withdraw]).toEqual([2, 'withdrawn', 'approval.item-withdrawn']);
  });
});

describe('a change of what others agreed to', () => {
  const settle = async (event: EventDetail, code: string, words: string): Promise<void> => {
    await town.say(cast.leader, event, code, 'reported', words);
    await town.say(cast.staff, event, code, 'confirmed', null);
  };
  const changed = async (event: EventDetail, content: UpdateEventRequest, meanwhile?: (waiting: EventDetail) => Promise<unknown>): Promise<EventDetail> => {
    const { version } = await town.detail(event);
    app.clock.set('2026-11-03T10:00:00+09:00');
    await app.get(EventChangeDrafts).update(cast.leader, event.id, content, `"${version}"`);
    const waiting = await app.get(EventApprovals).submit(cast.leader, event.id);
    app.clock.set('2026-11-03T11:00:00+09:00');
    await meanwhile?.(waiting);
    return town.approve(waiting, [], 2);
  };
  const market = async (): Promise<EventDetail> => {
    const event = await town.handedIn(MARKET);
    for (const code of ['park', 'food', 'fire-appliances']) await settle(event, code, '届けました。');
    await town.say(cast.leader, event, 'neighbours', 'reported', null);
    await town.approve(event);
    return app.get(EventPublications).publish(cast.leader, event.id);
  };
  const states = (event: EventDetail): string[] => ['park', 'food', 'fire-appliances', 'neighbours'].map((code) => item(event, code).state);

  it('to another day opens what was settled, for the host to settle anew, once it is approved and not before', async () => {
    const event = await market();
    const after = await changed(event, { startsAt: '2026-12-06T13:00:00+09:00', endsAt: '2026-12-06T15:00:00+09:00', rainDecisionAt: '2026-12-05T17:00:00+09:00' }, async (waiting) => {
      expect(states(await town.detail(waiting))).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
    });
    expect(states(after)).toEqual(['open', 'open', 'open', 'confirmed']);
    expect(item(await town.detail(event), 'park')).toMatchObject({ last: { kind: 'reopened', words: null }, can: { report: true } });
    expect((await town.detail(event)).checklistDueOn).not.toBeNull();
  });

  it('to other words opens nothing, of fire who lends the place and looks at food; what was settled of the new content meanwhile stands', async () => {
    expect(states(await changed(await market(), { feeText: '大人500円' }))).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
    app.clock.set('2026-11-02T10:00:00+09:00');
    const fire = await changed(await market(), { fire: false });
    expect(['park', 'food', 'neighbours'].map((code) => item(fire, code).state)).toEqual(['open', 'open', 'confirmed']);
    app.clock.set('2026-11-02T10:00:00+09:00');
    const again = await changed(await market(), { placeName: '松島公園' }, async (waiting) => {
      await town.say(cast.staff, waiting, 'park', 'sent-back', '新しい場所の許可がいります。');
      await settle(waiting, 'park', '新しい場所の許可が出ました。');
    });
    expect(states(again)).toEqual(['confirmed', 'open', 'open', 'confirmed']);
  });
});
