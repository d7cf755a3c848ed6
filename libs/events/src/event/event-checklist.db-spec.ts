import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import type { TestApp } from '@yoriai/testing';
import { anEvent, type Cast } from '../an-event.builder.js';
import { ChecklistTown, PDF, MARKET, asked, item } from './testing/checklist-town.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventChecklist } from './event-checklist.service.js';
import { EventConditions } from './event-conditions.service.js';
import { EventPublications } from './event-publication.service.js';
import { EventQueries } from './event-queries.service.js';
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

describe('the checklist of an event', () => {
  it('arises from its answers, while it is written as when it is handed in, each with its day', async () => {
    const draft = await anEvent(app, cast, 'draft', MARKET);
    expect(asked(draft)).toEqual(['park', 'fire-appliances', 'food']);
    expect(draft.checklist.filter(({ judgedBy }) => judgedBy === 'host').map(({ code }) => code)).toEqual(['insurance', 'neighbours', 'waste', 'bicycles', 'first-aid', 'guarding', 'privacy']);
    const submitted = await app.get(EventApprovals).submit(cast.leader, draft.id);
    // Sunday 29 November 2026; the 3rd and the 23rd are holidays.
    expect(item(submitted, 'fire-appliances')).toMatchObject({ authority: '消防署', leadDays: 3, dueOn: '2026-11-25', gate: 'approval', state: 'open', toConfirm: false });
    expect(item(submitted, 'park')).toMatchObject({ leadDays: 20, dueOn: '2026-10-29', gate: 'publication', toConfirm: true });
    expect(submitted.checklistDueOn).toBe('2026-10-29');
    expect(asked(await town.handedIn({ food: false, fire: false }))).toEqual([]);
  });

  it('follows a change of the answers, and keeps what was said about what is needed no more', async () => {
    const event = await anEvent(app, cast, 'published');
    expect(asked(event)).toEqual([]);
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { food: true }, `"${event.version}"`);
    const waiting = await app.get(EventApprovals).submit(cast.leader, event.id);
    expect(asked(waiting)).toEqual(['food']);
    await expect(town.approve(waiting, [], 2)).rejects.toMatchObject({ code: 'event.checklist-open', status: 422, fields: [{ field: 'checklist.food' }] });
    await town.attach(event, 'food');
    await town.say(cast.leader, event, 'food', 'reported', null);
    await town.say(cast.staff, event, 'food', 'confirmed', null);
    const changed = await town.approve(waiting, [], 2);
    expect([changed.food, item(changed, 'food').state]).toEqual([true, 'confirmed']);

    await app.get(EventChangeDrafts).update(cast.leader, event.id, { food: false }, `"${changed.version}"`);
    expect(item(await town.detail(event), 'food')).toMatchObject({ wanted: false, state: 'confirmed', can: { report: 'approval.item-not-found' } });
  });

  it('is nobody’s business but the host’s officers’ and the ward’s', async () => {
    const open = await anEvent(app, cast, 'published');
    expect((await town.detail(open, cast.member)).checklist).toEqual([]);
    await expect(town.attach(open, 'insurance', PDF, cast.member)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(town.say(cast.member, open, 'insurance', 'reported', null)).rejects.toMatchObject({ code: 'event.host-only' });
  });
});

describe('what is said about a procedure', () => {
  it('the host says with a paper, the ward judges, and never one of them both', async () => {
    const event = await town.handedIn(MARKET);
    await expect(town.say(cast.leader, event, 'food', 'reported', null)).rejects.toMatchObject({ code: 'approval.words-required', status: 422 });
    await town.attach(event, 'food');
    const reported = await town.say(cast.leader, event, 'food', 'reported', null);
    expect(item(reported, 'food')).toMatchObject({ state: 'reported', files: [{ kind: 'application/pdf', size: PDF.length }], can: { report: 'approval.item-reported', confirm: 'event.staff-only' } });
    await expect(town.say(cast.leader, event, 'food', 'confirmed', null)).rejects.toMatchObject({ code: 'event.staff-only', status: 403 });
    expect(item(await town.detail(event, cast.staff), 'food').can).toEqual({ report: 'approval.item-reported', confirm: true, sendBack: true, waive: true, attach: true, withdraw: 'event.not-called-off' });
    const back = await town.say(cast.staff, event, 'food', 'sent-back', '受付印がありません。');
    expect(item(back, 'food')).toMatchObject({ state: 'open', last: { kind: 'sent-back', words: '受付印がありません。' } });
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.checklist-returned', payload: { eventId: event.id, code: 'food' } });
    await town.say(cast.staff, event, 'food', 'reported', '窓口で受けとりました。');
    await expect(town.say(cast.staff, event, 'food', 'confirmed', null)).rejects.toMatchObject({ code: 'approval.own-report', status: 403 });
    await expect(app.tx((tx) => rows(tx, `insert into approvals.checklist_step (id, item_id, kind, by_person_id, parties, at) select gen_random_uuid(), item_id, 'confirmed', by_person_id, array[by_person_id], now() from approvals.checklist_step limit 1`))).rejects.toMatchObject({ code: 'approval.own-report' });
    expect(item(await town.say(cast.approver, event, 'food', 'confirmed', null), 'food').state).toBe('confirmed');
  });

  it('waiving has a reason; the host’s own look is enough where it is its own', async () => {
    const event = await town.handedIn(MARKET);
    await expect(town.say(cast.staff, event, 'fire-appliances', 'waived', null)).rejects.toMatchObject({ code: 'approval.words-required' });
    expect(item(await town.say(cast.staff, event, 'fire-appliances', 'waived', 'ホットプレートだけなので。'), 'fire-appliances').state).toBe('waived');
    expect(item(await town.say(cast.leader, event, 'waste', 'reported', null), 'waste').state).toBe('confirmed');
    await expect(town.say(cast.leader, event, 'road', 'reported', 'はい')).rejects.toMatchObject({ code: 'approval.item-not-found', status: 404 });
  });
});

describe('the gates', () => {
  it('the approval asks for what has to be settled before, or makes it a condition; the publication for the rest', async () => {
    const event = await town.handedIn(MARKET);
    await expect(town.approve(event)).rejects.toMatchObject({ code: 'event.checklist-open', fields: [{ field: 'checklist.fire-appliances' }, { field: 'checklist.food' }] });
    const condition = { text: '消防署に届け出てください。', dueOn: '2026-11-25', blocking: true };
    await expect(town.approve(event, [{ ...condition, item: 'park' }])).rejects.toMatchObject({ code: 'approval.item-not-found', status: 422, fields: [{ field: 'conditions.0.item' }] });
    await town.say(cast.staff, event, 'food', 'waived', '業者の許可を確かめました。');
    const approved = await town.approve(event, [{ ...condition, item: 'fire-appliances' }]);
    const [asConditioned] = approved.approval!.conditions;
    expect(asConditioned).toMatchObject({ itemCode: 'fire-appliances', state: 'open' });
    expect(item(approved, 'fire-appliances')).toMatchObject({ conditionId: asConditioned!.id, can: { report: 'approval.item-as-condition' } });
    await expect(town.say(cast.leader, event, 'fire-appliances', 'reported', '出しました。')).rejects.toMatchObject({ code: 'approval.item-as-condition' });

    expect(approved.can.publish).toBe('event.condition-unmet');
    await app.get(EventConditions).say(cast.leader, event.id, asConditioned!.id, 'reported', '出しました。');
    const met = await app.get(EventConditions).say(cast.staff, event.id, asConditioned!.id, 'confirmed', null);
    expect([item(met, 'fire-appliances').state, met.can.publish]).toEqual(['confirmed', 'event.checklist-unmet']);
    await expect(app.get(EventPublications).publish(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });

    await town.say(cast.leader, event, 'park', 'reported', '10月30日に許可が出ました。');
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.checklist-reported', payload: { code: 'park' } });
    await town.say(cast.staff, event, 'park', 'confirmed', null);
    expect(await app.get(EventPublications).publish(cast.leader, event.id)).toMatchObject({ state: 'published' });
  });

  it('a small event in a hall waits for nobody: what it needs is its host’s to look at', async () => {
    const small = await town.handedIn({ uses: ['facility'], frames: [{ name: '席', capacity: 20 }] });
    expect([small.state, small.can.publish, item(small, 'facility').judgedBy, small.checklistDueOn]).toEqual(['approved', true, 'host', null]);
  });

  it('what is off asks for nothing more', async () => {
    const event = await town.handedIn({ uses: ['park'] });
    await town.approve(event);
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    expect(item(await town.detail(event), 'park').can.report).toBe('event.is-cancelled');
    await expect(town.say(cast.leader, event, 'park', 'reported', 'はい')).rejects.toMatchObject({ code: 'event.is-cancelled', status: 409 });
    await expect(town.attach(event, 'park')).rejects.toMatchObject({ status: 409 });
  });

  it('what is off is taken back with those who had agreed, one by one, by whoever hosts; lists say how many are left', async () => {
    const event = await town.handedIn(MARKET);
    await town.say(cast.leader, event, 'park', 'reported', '許可が出ました。');
    await town.say(cast.staff, event, 'park', 'confirmed', null);
    await town.say(cast.leader, event, 'neighbours', 'reported', null);
    await town.say(cast.staff, event, 'food', 'waived', '業者の許可を確かめました。');
    const approved = await town.approve(event, [{ text: '消防署に届け出てください。', dueOn: '2026-11-25', blocking: true, item: 'fire-appliances' }]);
    const conditionId = approved.approval!.conditions[0]!.id;
    await app.get(EventConditions).say(cast.leader, event.id, conditionId, 'reported', '出しました。');
    await app.get(EventConditions).say(cast.staff, event.id, conditionId, 'confirmed', null);
    const withdraw = (code: string, actor = cast.leader): Promise<EventDetail> => app.get(EventChecklist).withdraw(actor, event.id, code);
    await expect(withdraw('park')).rejects.toMatchObject({ code: 'event.not-called-off', status: 409 });
    expect((await town.detail(event)).toWithdraw).toBe(0);

    const off = await app.get(EventPublications).cancel(cast.staff, event.id, '台風のため');
    expect([off.toWithdraw, item(off, 'park').can.withdraw, item(off, 'food').can.withdraw]).toEqual([2, true, 'approval.nothing-to-withdraw']);
    await expect(withdraw('park', cast.otherLeader)).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
    await expect(withdraw('food')).rejects.toMatchObject({ code: 'approval.nothing-to-withdraw', status: 409 });
    // The leader who handed it in and reported it says this too: nothing is judged by it.
    expect(item(await withdraw('park'), 'park')).toMatchObject({ state: 'withdrawn', last: { kind: 'withdrawn' }, can: { withdraw: 'approval.item-withdrawn' } });
    await expect(withdraw('park')).rejects.toMatchObject({ code: 'approval.item-withdrawn', status: 409 });
    const [line] = (await app.get(EventQueries).list(cast.leader, { scope: 'mine', state: 'cancelled', page: 1 })).items.filter(({ id }) => id === event.id);
    expect(line?.toWithdraw).toBe(1);
    // What was settled as a condition of the approval is with others like the rest.
    expect(item(await withdraw('fire-appliances'), 'fire-appliances').state).toBe('withdrawn');
    expect((await town.detail(event)).toWithdraw).toBe(0);
  });
});

describe('a wall that is somebody’s', () => {
  it('is worked on in public only once its owner’s consent was shown and the ward has looked at it', async () => {
    const event = await town.handedIn({ uses: ['owner'] });
    expect(asked(event)).toEqual(['owner']);
    expect(item(event, 'owner')).toMatchObject({ title: '持ち主の同意', gate: 'publication', leadDays: 5 });
    await town.approve(event);
    await expect(app.get(EventPublications).publish(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });
    await town.attach(event, 'owner');
    await town.say(cast.leader, event, 'owner', 'reported', null);
    await expect(app.get(EventPublications).publish(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.checklist-unmet' });
    await town.say(cast.staff, event, 'owner', 'confirmed', null);
    expect((await app.get(EventPublications).publish(cast.leader, event.id)).state).toBe('published');
  });
});
