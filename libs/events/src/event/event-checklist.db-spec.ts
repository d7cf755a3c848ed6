import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CHECKLIST_FLAGS, ChecklistCatalogue, Checklists, Evidence, type ChecklistStepKind } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventChecklist } from './event-checklist.service.js';
import { EventConditions } from './event-conditions.service.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import { EventEvidence } from './event-evidence.service.js';
import { EventPublicationPlans } from './event-publication-plans.service.js';
import { EventPublications } from './event-publication.service.js';
import { EventQueries } from './event-queries.service.js';
import type { EventDetail } from './event.dto.js';
import { EVENT_USES } from './event.entity.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const MARKET: UpdateEventRequest = { food: true, fire: true, uses: ['park'] };

const handedIn = (content: UpdateEventRequest): Promise<EventDetail> => anEvent(app, cast, 'submitted', content);
const approve = ({ id }: EventDetail, conditions: { text: string; dueOn: string; blocking: boolean; item?: string }[] = [], revision = 1): Promise<EventDetail> => app.get(EventApprovals).approve(cast.approver, id, { revision, conditions });
const say = (actor: Actor, { id }: EventDetail, code: string, kind: Exclude<ChecklistStepKind, 'withdrawn'>, words: string | null): Promise<EventDetail> => app.get(EventChecklist).say(actor, id, code, kind, words);
const detail = ({ id }: EventDetail, actor = cast.leader): Promise<EventDetail> => app.get(EventQueries).detail(actor, id);
const attach = (event: EventDetail, code: string, content = PDF, actor = cast.leader): Promise<EventDetail> => app.get(EventEvidence).add(actor, event.id, { aboutKind: 'item', aboutId: code }, () => Promise.resolve(content));
const asked = ({ checklist }: EventDetail): string[] => checklist.filter(({ wanted, judgedBy }) => wanted && judgedBy === 'ward').map(({ code }) => code);
const item = (event: EventDetail, code: string) => event.checklist.find((each) => each.code === code)!;
const keptOf = async ({ id }: EventDetail): Promise<number> => (await app.tx((tx) => rows(tx, 'select file.id from platform.file join approvals.evidence on evidence.file_id = file.id where subject_id = $1', [id]))).length;
const dues = async (event: EventDetail): Promise<string[][]> =>
  (await app.outbox()).filter(({ message, payload }) => message === 'approvals.checklist-due' && payload['subjectId'] === event.id).map(({ payload }) => payload['codes'] as string[]);
const sweep = async (at: string): Promise<void> => {
  app.clock.set(at);
  await app.get(Checklists).sweep(app.clock.now());
};

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
    expect(asked(await handedIn({ food: false, fire: false }))).toEqual([]);
  });

  it('follows a change of the answers, and keeps what was said about what is needed no more', async () => {
    const event = await anEvent(app, cast, 'published');
    expect(asked(event)).toEqual([]);
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { food: true }, `"${event.version}"`);
    const waiting = await app.get(EventApprovals).submit(cast.leader, event.id);
    expect(asked(waiting)).toEqual(['food']);
    await expect(approve(waiting, [], 2)).rejects.toMatchObject({ code: 'event.checklist-open', status: 422, fields: [{ field: 'checklist.food' }] });
    await attach(event, 'food');
    await say(cast.leader, event, 'food', 'reported', null);
    await say(cast.staff, event, 'food', 'confirmed', null);
    const changed = await approve(waiting, [], 2);
    expect([changed.food, item(changed, 'food').state]).toEqual([true, 'confirmed']);

    await app.get(EventChangeDrafts).update(cast.leader, event.id, { food: false }, `"${changed.version}"`);
    expect(item(await detail(event), 'food')).toMatchObject({ wanted: false, state: 'confirmed', can: { report: 'approval.item-not-found' } });
  });

  it('is nobody’s business but the host’s officers’ and the ward’s', async () => {
    const open = await anEvent(app, cast, 'published');
    expect((await detail(open, cast.member)).checklist).toEqual([]);
    await expect(attach(open, 'insurance', PDF, cast.member)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(say(cast.member, open, 'insurance', 'reported', null)).rejects.toMatchObject({ code: 'event.host-only' });
  });
});

describe('what is said about a procedure', () => {
  it('the host says with a paper, the ward judges, and never one of them both', async () => {
    const event = await handedIn(MARKET);
    await expect(say(cast.leader, event, 'food', 'reported', null)).rejects.toMatchObject({ code: 'approval.words-required', status: 422 });
    await attach(event, 'food');
    const reported = await say(cast.leader, event, 'food', 'reported', null);
    expect(item(reported, 'food')).toMatchObject({ state: 'reported', files: [{ kind: 'application/pdf', size: PDF.length }], can: { report: 'approval.item-reported', confirm: 'event.staff-only' } });
    await expect(say(cast.leader, event, 'food', 'confirmed', null)).rejects.toMatchObject({ code: 'event.staff-only', status: 403 });
    expect(item(await detail(event, cast.staff), 'food').can).toEqual({ report: 'approval.item-reported', confirm: true, sendBack: true, waive: true, attach: true, withdraw: 'event.not-called-off' });
    const back = await say(cast.staff, event, 'food', 'sent-back', '受付印がありません。');
    expect(item(back, 'food')).toMatchObject({ state: 'open', last: { kind: 'sent-back', words: '受付印がありません。' } });
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.checklist-returned', payload: { eventId: event.id, code: 'food' } });
    await say(cast.staff, event, 'food', 'reported', '窓口で受けとりました。');
    await expect(say(cast.staff, event, 'food', 'confirmed', null)).rejects.toMatchObject({ code: 'approval.own-report', status: 403 });
    await expect(app.tx((tx) => rows(tx, `insert into approvals.checklist_step (id, item_id, kind, by_person_id, parties, at) select gen_random_uuid(), item_id, 'confirmed', by_person_id, array[by_person_id], now() from approvals.checklist_step limit 1`))).rejects.toMatchObject({ code: 'approval.own-report' });
    expect(item(await say(cast.approver, event, 'food', 'confirmed', null), 'food').state).toBe('confirmed');
  });

  it('waiving has a reason; the host’s own look is enough where it is its own', async () => {
    const event = await handedIn(MARKET);
    await expect(say(cast.staff, event, 'fire-appliances', 'waived', null)).rejects.toMatchObject({ code: 'approval.words-required' });
    expect(item(await say(cast.staff, event, 'fire-appliances', 'waived', 'ホットプレートだけなので。'), 'fire-appliances').state).toBe('waived');
    expect(item(await say(cast.leader, event, 'waste', 'reported', null), 'waste').state).toBe('confirmed');
    await expect(say(cast.leader, event, 'road', 'reported', 'はい')).rejects.toMatchObject({ code: 'approval.item-not-found', status: 404 });
  });
});

describe('the gates', () => {
  it('the approval asks for what has to be settled before, or makes it a condition; the publication for the rest', async () => {
    const event = await handedIn(MARKET);
    await expect(approve(event)).rejects.toMatchObject({ code: 'event.checklist-open', fields: [{ field: 'checklist.fire-appliances' }, { field: 'checklist.food' }] });
    const condition = { text: '消防署に届け出てください。', dueOn: '2026-11-25', blocking: true };
    await expect(approve(event, [{ ...condition, item: 'park' }])).rejects.toMatchObject({ code: 'approval.item-not-found', status: 422, fields: [{ field: 'conditions.0.item' }] });
    await say(cast.staff, event, 'food', 'waived', '業者の許可を確かめました。');
    const approved = await approve(event, [{ ...condition, item: 'fire-appliances' }]);
    const [asConditioned] = approved.approval!.conditions;
    expect(asConditioned).toMatchObject({ itemCode: 'fire-appliances', state: 'open' });
    expect(item(approved, 'fire-appliances')).toMatchObject({ conditionId: asConditioned!.id, can: { report: 'approval.item-as-condition' } });
    await expect(say(cast.leader, event, 'fire-appliances', 'reported', '出しました。')).rejects.toMatchObject({ code: 'approval.item-as-condition' });

    expect(approved.can.publish).toBe('event.condition-unmet');
    await app.get(EventConditions).say(cast.leader, event.id, asConditioned!.id, 'reported', '出しました。');
    const met = await app.get(EventConditions).say(cast.staff, event.id, asConditioned!.id, 'confirmed', null);
    expect([item(met, 'fire-appliances').state, met.can.publish]).toEqual(['confirmed', 'event.checklist-unmet']);
    await expect(app.get(EventPublications).publish(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });

    await say(cast.leader, event, 'park', 'reported', '10月30日に許可が出ました。');
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.checklist-reported', payload: { code: 'park' } });
    await say(cast.staff, event, 'park', 'confirmed', null);
    expect(await app.get(EventPublications).publish(cast.leader, event.id)).toMatchObject({ state: 'published' });
  });

  it('a small event in a hall waits for nobody: what it needs is its host’s to look at', async () => {
    const small = await handedIn({ uses: ['facility'], frames: [{ name: '席', capacity: 20 }] });
    expect([small.state, small.can.publish, item(small, 'facility').judgedBy, small.checklistDueOn]).toEqual(['approved', true, 'host', null]);
  });

  it('what is off asks for nothing more', async () => {
    const event = await handedIn({ uses: ['park'] });
    await approve(event);
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    expect(item(await detail(event), 'park').can.report).toBe('event.is-cancelled');
    await expect(say(cast.leader, event, 'park', 'reported', 'はい')).rejects.toMatchObject({ code: 'event.is-cancelled', status: 409 });
    await expect(attach(event, 'park')).rejects.toMatchObject({ status: 409 });
  });

  it('what is off is taken back with those who had agreed, one by one, by whoever hosts; lists say how many are left', async () => {
    const event = await handedIn(MARKET);
    await say(cast.leader, event, 'park', 'reported', '許可が出ました。');
    await say(cast.staff, event, 'park', 'confirmed', null);
    await say(cast.leader, event, 'neighbours', 'reported', null);
    await say(cast.staff, event, 'food', 'waived', '業者の許可を確かめました。');
    const approved = await approve(event, [{ text: '消防署に届け出てください。', dueOn: '2026-11-25', blocking: true, item: 'fire-appliances' }]);
    const conditionId = approved.approval!.conditions[0]!.id;
    await app.get(EventConditions).say(cast.leader, event.id, conditionId, 'reported', '出しました。');
    await app.get(EventConditions).say(cast.staff, event.id, conditionId, 'confirmed', null);
    const withdraw = (code: string, actor = cast.leader): Promise<EventDetail> => app.get(EventChecklist).withdraw(actor, event.id, code);
    await expect(withdraw('park')).rejects.toMatchObject({ code: 'event.not-called-off', status: 409 });
    expect((await detail(event)).toWithdraw).toBe(0);

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
    expect((await detail(event)).toWithdraw).toBe(0);
  });
});

describe('what became a condition and was met, and is asked for no more', () => {
  it('stays in the list, and is taken back once it is off', async () => {
    const event = await handedIn({ food: false, fire: true, uses: [] });
    const approved = await approve(event, [{ text: '消防署に届け出てください。', dueOn: '2026-11-25', blocking: true, item: 'fire-appliances' }]);
    const conditionId = approved.approval!.conditions[0]!.id;
    await app.get(EventConditions).say(cast.leader, event.id, conditionId, 'reported', '出しました。');
    await app.get(EventConditions).say(cast.staff, event.id, conditionId, 'confirmed', null);
    const { version } = await app.get(EventPublications).publish(cast.leader, event.id);
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { fire: false }, `"${version}"`);
    const changed = await approve(await app.get(EventApprovals).submit(cast.leader, event.id), [], 2);
    expect(item(changed, 'fire-appliances')).toMatchObject({ wanted: false, state: 'confirmed', conditionId, can: { report: 'approval.item-as-condition' } });

    const off = await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    expect([off.toWithdraw, item(off, 'fire-appliances').can.withdraw]).toEqual([1, true]);
    const told = await app.get(EventChecklist).withdraw(cast.leader, event.id, 'fire-appliances');
    expect([told.toWithdraw, item(told, 'fire-appliances').state]).toEqual([0, 'withdrawn']);
  });
});

describe('a change of what others agreed to', () => {
  const settle = async (event: EventDetail, code: string, words: string): Promise<void> => {
    await say(cast.leader, event, code, 'reported', words);
    await say(cast.staff, event, code, 'confirmed', null);
  };
  const changed = async (event: EventDetail, content: UpdateEventRequest, meanwhile?: (waiting: EventDetail) => Promise<unknown>): Promise<EventDetail> => {
    const { version } = await detail(event);
    app.clock.set('2026-11-03T10:00:00+09:00');
    await app.get(EventChangeDrafts).update(cast.leader, event.id, content, `"${version}"`);
    const waiting = await app.get(EventApprovals).submit(cast.leader, event.id);
    app.clock.set('2026-11-03T11:00:00+09:00');
    await meanwhile?.(waiting);
    return approve(waiting, [], 2);
  };
  const market = async (): Promise<EventDetail> => {
    const event = await handedIn(MARKET);
    for (const code of ['park', 'food', 'fire-appliances']) await settle(event, code, '届けました。');
    await say(cast.leader, event, 'neighbours', 'reported', null);
    await approve(event);
    return app.get(EventPublications).publish(cast.leader, event.id);
  };
  const states = (event: EventDetail): string[] => ['park', 'food', 'fire-appliances', 'neighbours'].map((code) => item(event, code).state);

  it('to another day opens what was settled, for the host to settle anew, once it is approved and not before', async () => {
    const event = await market();
    const after = await changed(event, { startsAt: '2026-12-06T13:00:00+09:00', endsAt: '2026-12-06T15:00:00+09:00', rainDecisionAt: '2026-12-05T17:00:00+09:00' }, async (waiting) => {
      expect(states(await detail(waiting))).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
    });
    expect(states(after)).toEqual(['open', 'open', 'open', 'confirmed']);
    expect(item(await detail(event), 'park')).toMatchObject({ last: { kind: 'reopened', words: null }, can: { report: true } });
    expect((await detail(event)).checklistDueOn).not.toBeNull();
  });

  it('to other words opens nothing, of fire who lends the place and looks at food; what was settled of the new content meanwhile stands', async () => {
    expect(states(await changed(await market(), { feeText: '大人500円' }))).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
    app.clock.set('2026-11-02T10:00:00+09:00');
    const fire = await changed(await market(), { fire: false });
    expect(['park', 'food', 'neighbours'].map((code) => item(fire, code).state)).toEqual(['open', 'open', 'confirmed']);
    app.clock.set('2026-11-02T10:00:00+09:00');
    const again = await changed(await market(), { placeName: '松島公園' }, async (waiting) => {
      await say(cast.staff, waiting, 'park', 'sent-back', '新しい場所の許可がいります。');
      await settle(waiting, 'park', '新しい場所の許可が出ました。');
    });
    expect(states(again)).toEqual(['confirmed', 'open', 'open', 'confirmed']);
  });
});

describe('a wall that is somebody’s', () => {
  it('is worked on in public only once its owner’s consent was shown and the ward has looked at it', async () => {
    const event = await handedIn({ uses: ['owner'] });
    expect(asked(event)).toEqual(['owner']);
    expect(item(event, 'owner')).toMatchObject({ title: '持ち主の同意', gate: 'publication', leadDays: 5 });
    await approve(event);
    await expect(app.get(EventPublications).publish(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });
    await attach(event, 'owner');
    await say(cast.leader, event, 'owner', 'reported', null);
    await expect(app.get(EventPublications).publish(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.checklist-unmet' });
    await say(cast.staff, event, 'owner', 'confirmed', null);
    expect((await app.get(EventPublications).publish(cast.leader, event.id)).state).toBe('published');
  });
});

describe('files', () => {
  it('are reached through their event alone, and once the same is there it is there', async () => {
    const [event, other] = [await handedIn(MARKET), await handedIn(MARKET)];
    await attach(event, 'food');
    const [file, ...more] = item(await attach(event, 'food'), 'food').files;
    expect(more).toEqual([]);
    expect(await app.get(EventEvidence).read(cast.staff, event.id, file!.id)).toMatchObject({ kind: 'application/pdf', content: PDF });
    await expect(app.get(EventEvidence).read(cast.staff, other.id, file!.id)).rejects.toMatchObject({ code: 'evidence.not-found', status: 404 });
    const gone = await app.get(EventEvidence).remove(cast.leader, event.id, file!.id);
    expect([item(gone, 'food').files, await keptOf(event)]).toEqual([[], 0]);
  });

  it('are thrown away by who added them or leads the event, never by the ward office that judges them', async () => {
    const event = await handedIn(MARKET);
    const remove = (actor: Actor, id: string) => app.get(EventEvidence).remove(actor, event.id, id);
    const seen = async (actor: Actor) => item(await app.get(EventQueries).detail(actor, event.id), 'food').files.map(({ id, mayRemove }) => ({ id, mayRemove }));
    await attach(event, 'food');
    const [file] = await seen(cast.leader);
    expect([file!.mayRemove, (await seen(cast.staff))[0]!.mayRemove]).toEqual([true, false]);
    for (const judge of [cast.staff, cast.approver]) await expect(remove(judge, file!.id)).rejects.toMatchObject({ code: 'evidence.not-yours', status: 403 });
    expect(await keptOf(event)).toBe(1);
    await app.get(EventEvidence).add(cast.staff, event.id, { aboutKind: 'item', aboutId: 'food' }, () => Promise.resolve(Buffer.concat([PDF, Buffer.from('\n')])));
    const [, own] = await seen(cast.staff);
    expect(own!.mayRemove).toBe(true);
    await remove(cast.staff, own!.id);
    await remove(cast.leader, file!.id);
    expect(await keptOf(event)).toBe(0);
  });

  it('stay with what is settled, are ten at most for one thing, and go a fiscal year after the end', async () => {
    const event = await handedIn(MARKET);
    const form = (n: number) => ({ kind: 'application/pdf' as const, content: Buffer.from(`${n}`) });
    await app.tx(async (tx) => {
      for (let n = 0; n < 10; n += 1) await app.get(Evidence).add(tx, cast.leader, { subjectKind: 'event', subjectId: event.id }, { aboutKind: 'item', aboutId: 'food' }, form(n));
    });
    await expect(attach(event, 'food')).rejects.toMatchObject({ code: 'evidence.too-many', status: 422 });
    await say(cast.leader, event, 'food', 'reported', null);
    const settled = await say(cast.staff, event, 'food', 'confirmed', null);
    await expect(app.get(EventEvidence).remove(cast.leader, event.id, item(settled, 'food').files[0]!.id)).rejects.toMatchObject({ code: 'approval.item-settled', status: 409 });

    await app.get(EventApprovals).reject(cast.approver, event.id, { reason: '道が工事中です。', revision: 1 });
    const kept = async (at: string): Promise<number> => {
      await app.get(Evidence).sweep(new Date(at));
      return keptOf(event);
    };
    expect([await kept('2028-03-31T12:00:00+09:00'), await kept('2028-04-01T12:00:00+09:00')]).toEqual([10, 0]);
  });
});

describe('reminders of procedures', () => {
  it('go out fourteen, seven and three days before and on the day, once each, by day; for all that is due together', async () => {
    const event = await handedIn({ food: true, fire: true, startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T13:00:00+09:00', duties: [] });
    // Food is due on 10 December, fire appliances on the 16th, the insurance on the 18th.
    expect([item(event, 'food').dueOn, item(event, 'fire-appliances').dueOn, item(event, 'insurance').dueOn]).toEqual(['2026-12-10', '2026-12-16', '2026-12-18']);
    await sweep('2026-11-25T10:00:00+09:00');
    expect(await dues(event)).toEqual([]);
    await sweep('2026-11-26T08:59:00+09:00');
    expect(await dues(event)).toEqual([]);
    for (let twice = 0; twice < 2; twice += 1) await sweep('2026-11-26T09:00:00+09:00');
    expect(await dues(event)).toEqual([['food']]);
    await sweep('2026-12-05T10:00:00+09:00');
    expect((await dues(event)).slice(1)).toEqual([['food', 'fire-appliances', 'insurance']]);
    await say(cast.leader, event, 'insurance', 'reported', null);
    await say(cast.leader, event, 'food', 'reported', '出しました。');
    await sweep('2026-12-16T10:00:00+09:00');
    expect((await dues(event)).slice(2)).toEqual([['fire-appliances']]);
    await sweep('2026-12-17T10:00:00+09:00');
    expect((await dues(event)).length).toBe(3);
  });

  it('are not for what became a condition, was taken back, or needed no decision', async () => {
    const day = { startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T13:00:00+09:00', duties: [] };
    const asCondition = await handedIn({ ...day, food: true, uses: ['ward-name'] });
    await say(cast.staff, asCondition, 'ward-name', 'confirmed', '決めました。');
    await approve(asCondition, [{ text: '届け出てください。', dueOn: '2026-12-10', blocking: true, item: 'food' }]);
    const takenBack = await handedIn({ ...day, food: true });
    await app.get(EventApprovals).withdraw(cast.leader, takenBack.id);
    const small = await handedIn({ ...day, uses: [], frames: [{ name: '席', capacity: 20 }] });
    expect(small.state).toBe('approved');
    await sweep('2026-12-16T10:00:00+09:00');
    expect([...(await dues(takenBack)), ...(await dues(small))]).toEqual([]);
    expect((await dues(asCondition)).flat()).not.toContain('food');
  });
});

describe('the catalogue', () => {
  it('is added to by the ward, for answers that the form asks; what is open needs it from then on', async () => {
    const kind = { code: 'noise', title: '音を出す届出', authority: '警察署', leadDays: 10, how: '地図をつけます。', gate: 'publication' as const, judgedBy: 'ward' as const, toConfirm: false, flags: ['road'] };
    const event = await handedIn({ uses: ['road'] });
    const other = await handedIn({ uses: ['park'] });
    expect(asked(event)).not.toContain('noise');
    await expect(app.get(ChecklistCatalogue).add(cast.leader, kind)).rejects.toMatchObject({ code: 'approval.staff-only', status: 403 });
    const { items } = await app.get(ChecklistCatalogue).add(cast.staff, kind);
    expect(items.at(-1)).toEqual(kind);
    for (const same of [{ ...kind, title: '別の名前' }, { ...kind, code: 'noise-2' }]) await expect(app.get(ChecklistCatalogue).add(cast.staff, same)).rejects.toMatchObject({ code: 'approval.kind-exists', status: 409 });
    expect([asked(await detail(event)), asked(await detail(other))].map((codes) => codes.includes('noise'))).toEqual([true, false]);
    const log = await app.database.asOwner('select actor_person_id as by, action, reason from identity.access_log where subject = $1', ['checklist-kind:noise']);
    expect(log).toEqual([{ by: cast.staff.personId, action: 'checklist-kind.added', reason: '音を出す届出' }]);
    await app.database.asOwner(`delete from approvals.checklist_kind where code = 'noise'`);
  });

  describe('with more than when it was handed in', () => {
    const kind = { code: 'noise', title: '音を出す届出', authority: '警察署', leadDays: 10, how: '地図をつけます。', gate: 'publication' as const, judgedBy: 'ward' as const, toConfirm: false, flags: ['ward-name'] };
    const listed = async ({ id }: EventDetail) => (await app.get(EventQueries).list(cast.leader, { scope: 'mine', page: 1 })).items.find((line) => line.id === id)!;
    const named = async (): Promise<EventDetail> => {
      const event = await handedIn({ food: false, fire: false, uses: ['ward-name'] });
      await say(cast.staff, event, 'ward-name', 'confirmed', '決めました。');
      return event;
    };
    const add = () => app.get(ChecklistCatalogue).add(cast.staff, kind);
    const publish = ({ id }: EventDetail): Promise<EventDetail> => app.get(EventPublications).publish(cast.leader, id);
    afterEach(async () => {
      await app.database.asOwner(`delete from approvals.checklist_step where item_id in (select id from approvals.checklist_item where code = 'noise')`);
      await app.database.asOwner(`delete from approvals.checklist_item where code = 'noise'`);
      await app.database.asOwner(`delete from approvals.checklist_kind where code = 'noise'`);
    });

    it('what waits for the ward is not public before it, and is reminded of it', async () => {
      const event = await named();
      await add();
      const approved = await approve(event);
      expect([item(approved, 'noise').state, approved.can.publish, approved.checklistDueOn]).toEqual(['open', 'event.checklist-unmet', '2026-11-13']);
      expect((await listed(event)).can.publish).toBe('event.checklist-unmet');
      await expect(publish(event)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });
      await say(cast.staff, event, 'noise', 'waived', '音を出しません。');
      expect((await publish(event)).state).toBe('published');
    });

    it('what is approved is not public before it either, by hand or as planned; what is public stays', async () => {
      const [event, before] = [await named(), await named()];
      await approve(event);
      await approve(before);
      await publish(before);
      const at = new Date('2026-11-04T10:00:00+09:00');
      expect((await app.get(EventPublicationPlans).plan(cast.leader, event.id, at)).can.publish).toBe(true);
      await add();
      expect([(await detail(event)).can.publish, (await detail(before)).state]).toEqual(['event.checklist-unmet', 'published']);
      await expect(publish(event)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });
      app.clock.set(at);
      await app.get(EventPublicationPlans).sweep(app.clock.now());
      expect((await detail(event)).state).toBe('approved');
      await say(cast.staff, event, 'noise', 'waived', '音を出しません。');
      expect((await publish(event)).state).toBe('published');
    });

    it('what is over was never asked', async () => {
      const event = await named();
      await approve(event);
      await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
      await add();
      const codes = (await detail(event)).checklist.map(({ code }) => code);
      expect([codes.includes('noise'), codes.includes('ward-name')]).toEqual([false, true]);
    });
  });

  it('names answers that the form asks alone', () => {
    expect([...CHECKLIST_FLAGS].sort()).toEqual([...EVENT_USES, 'food', 'fire', 'participants', 'volunteers'].sort());
  });

  it('is the ward’s to correct, and what is open is due accordingly', async () => {
    const event = await handedIn({ uses: ['park'] });
    await expect(app.get(ChecklistCatalogue).correct(cast.leader, 'park', { leadDays: 1 })).rejects.toMatchObject({ code: 'approval.staff-only', status: 403 });
    await expect(app.get(ChecklistCatalogue).correct(cast.staff, 'nonsense', { leadDays: 1 })).rejects.toMatchObject({ code: 'approval.item-not-found', status: 404 });
    const { items } = await app.get(ChecklistCatalogue).correct(cast.staff, 'park', { leadDays: 10, authority: '西部公園事務所', toConfirm: false });
    expect(items.find(({ code }) => code === 'park')).toMatchObject({ leadDays: 10, authority: '西部公園事務所', toConfirm: false });
    expect([item(await detail(event), 'park').dueOn, (await detail(event)).checklistDueOn]).toEqual(['2026-11-13', '2026-11-13']);
    await app.get(ChecklistCatalogue).correct(cast.staff, 'park', { leadDays: 20 });
  });
});
