import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Conditions, ConditionDesk, type ConditionStepKind } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventConditions } from './event-conditions.service.js';
import { EventDrafts } from './event-draft.service.js';
import type { ConditionDraft } from './event-decision.dto.js';
import { EventEnds } from './event-ends.js';
import { EventPublications } from './event-publication.service.js';
import { EventReports } from './event-report.service.js';
import type { EventDetail } from './event.dto.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const FIRE: ConditionDraft = { text: '露店等の開設届出書を、消防署に出してください。', dueOn: '2026-11-20', blocking: true };
const PHOTO: ConditionDraft = { text: '片づけのあとの写真を送ってください。', dueOn: '2026-12-04', blocking: false };

const on = (event: EventDetail, conditions: ConditionDraft[], revision = 1): Promise<EventDetail> => app.get(EventApprovals).approve(cast.approver, event.id, { revision, conditions });
const approvedOn = async (conditions: ConditionDraft[]): Promise<EventDetail> => on(await anEvent(app, cast, 'submitted'), conditions);
const say = (actor: Actor, event: EventDetail, kind: ConditionStepKind, words: string | null, index = 0): Promise<EventDetail> =>
  app.get(EventConditions).say(actor, event.id, event.approval!.conditions[index]!.id, kind, words);
const publish = (event: EventDetail): Promise<EventDetail> => app.get(EventPublications).publish(cast.leader, event.id);
const reminded = async (event: EventDetail): Promise<number> => (await app.outbox()).filter(({ message, payload }) => message === 'approvals.condition-due' && payload['subjectId'] === event.id).length;
const listed = async (event: EventDetail): Promise<unknown[]> => (await app.get(ConditionDesk).list(cast.staff)).items.filter(({ subjectId }) => subjectId === event.id).map(({ text, state }) => [text, state]);
const sweep = async (at: string): Promise<void> => {
  app.clock.set(at);
  await app.get(Conditions).sweep(app.clock.now());
};

describe('an approval on conditions', () => {
  it('says them to host and ward, soonest due first, with what each can do', async () => {
    const event = await approvedOn([PHOTO, FIRE]);
    expect(event.state).toBe('approved');
    expect(event.approval!.conditions).toMatchObject([
      { ...FIRE, state: 'open', last: null, can: { report: true, confirm: true, sendBack: 'approval.condition-not-reported' } },
      { ...PHOTO, state: 'open', last: null },
    ]);
  });

  it('is not published before the blocking ones are confirmed', async () => {
    const event = await approvedOn([FIRE, PHOTO]);
    expect(event.can.publish).toBe('event.condition-unmet');
    await expect(publish(event)).rejects.toMatchObject({ code: 'event.condition-unmet', status: 409 });
    await say(cast.leader, event, 'reported', '11月4日に出しました。');
    await expect(publish(event)).rejects.toMatchObject({ code: 'event.condition-unmet' });
    const confirmed = await say(cast.staff, event, 'confirmed', null);
    expect(confirmed.approval!.conditions[0]).toMatchObject({ state: 'met', last: { kind: 'confirmed' }, can: { report: 'approval.condition-met' } });
    expect(await publish(event)).toMatchObject({ state: 'published', publicRevision: 1 });
  });

  it('asks for nothing in the past, and keeps nothing back that is public', async () => {
    const submitted = await anEvent(app, cast, 'submitted');
    await expect(on(submitted, [PHOTO, { ...FIRE, dueOn: '2026-11-01' }])).rejects.toMatchObject({ code: 'approval.condition-due-past', status: 422, fields: [{ field: 'conditions.1.dueOn' }] });
    expect(await on(submitted, [{ ...FIRE, dueOn: '2026-11-02' }])).toMatchObject({ state: 'approved' });

    const published = await anEvent(app, cast, 'published');
    await app.get(EventChangeDrafts).update(cast.leader, published.id, { placeName: '松島公園' }, `"${published.version}"`);
    await app.get(EventApprovals).submit(cast.leader, published.id);
    await expect(on(published, [FIRE], 2)).rejects.toMatchObject({ code: 'event.condition-too-late', status: 422, fields: [{ field: 'conditions.0.blocking' }] });
    expect((await on(published, [PHOTO], 2)).approval!.conditions).toMatchObject([PHOTO]);
  });

  it('asks for nothing any more when the event is off', async () => {
    const event = await approvedOn([FIRE, PHOTO]);
    await say(cast.leader, event, 'reported', '出しました。');
    await say(cast.staff, event, 'confirmed', null);
    const off = await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    expect(off.approval!.conditions.map(({ state }) => state)).toEqual(['met', 'lapsed']);
    await expect(say(cast.leader, event, 'reported', '出しました。', 1)).rejects.toMatchObject({ code: 'approval.condition-lapsed', status: 409 });
  });
});

describe('a condition of what is over', () => {
  it('is asked for until the event is closed', async () => {
    const event = await approvedOn([PHOTO]);
    await publish(event);
    app.clock.set('2026-12-05T10:00:00+09:00');
    await app.get(EventEnds).sweep(app.clock.now());
    const reported = await app.get(EventReports).report(cast.leader, event.id, { participants: 40 });
    expect([reported.conditionDueOn, await listed(event)]).toEqual([PHOTO.dueOn, [[PHOTO.text, 'open']]]);
    const closed = await app.get(EventReports).close(cast.staff, event.id);
    expect([closed.conditionDueOn, closed.approval!.conditions[0]!.state, await listed(event)]).toEqual([null, 'lapsed', []]);
  });
});

describe('what is said about a condition', () => {
  it('goes back and forth until it is confirmed, and all of it is kept', async () => {
    const event = await approvedOn([FIRE]);
    await say(cast.leader, event, 'reported', ' 出しました。 ');
    const back = await say(cast.staff, event, 'sent-back', '受付印のある控えを持ってきてください。');
    expect(back.approval!.conditions[0]).toMatchObject({ state: 'open', last: { kind: 'sent-back', words: '受付印のある控えを持ってきてください。' }, can: { report: true } });
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.condition-returned', payload: { eventId: event.id, conditionId: back.approval!.conditions[0]!.id } });
    await say(cast.leader, event, 'reported', '控えをとどけました。');
    await say(cast.staff, event, 'confirmed', null);
    const kept = await app.tx((tx) => rows(tx, `select kind, words from approvals.condition_step where condition_id = $1 order by at, id`, [event.approval!.conditions[0]!.id]));
    expect(kept).toEqual([
      { kind: 'reported', words: '出しました。' },
      { kind: 'sent-back', words: '受付印のある控えを持ってきてください。' },
      { kind: 'reported', words: '控えをとどけました。' },
      { kind: 'confirmed', words: null },
    ]);
  });

  it('is the host to report and the ward to judge, never both by one', async () => {
    const event = await approvedOn([FIRE]);
    await expect(say(cast.member, event, 'reported', 'はい')).rejects.toMatchObject({ status: 404 });
    await expect(say(cast.blockLeader, event, 'reported', 'はい')).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(say(cast.leader, event, 'confirmed', 'はい')).rejects.toMatchObject({ code: 'event.staff-only', status: 403 });
    await say(cast.staff, event, 'reported', '窓口で受けとりました。');
    await expect(say(cast.staff, event, 'confirmed', null)).rejects.toMatchObject({ code: 'approval.own-report', status: 403 });
    expect((await say(cast.approver, event, 'confirmed', null)).approval!.conditions[0]).toMatchObject({ state: 'met' });
  });

  it('is not judged by whoever of the ward handed the event in', async () => {
    const draft = await app.get(EventDrafts).create(cast.staff, aConcert(cast.host));
    const event = await on(await app.get(EventApprovals).submit(cast.staff, draft.id), [FIRE]);
    await expect(say(cast.staff, event, 'confirmed', '区で確かめました。')).rejects.toMatchObject({ code: 'approval.own-report', status: 403 });
    const reported = await say(cast.leader, event, 'reported', '出しました。');
    expect(reported.approval!.conditions[0]!.can).toMatchObject({ confirm: 'event.staff-only' });
    await expect(say(cast.staff, event, 'confirmed', null)).rejects.toMatchObject({ code: 'approval.own-report' });
    expect((await say(cast.otherApprover, event, 'confirmed', null)).approval!.conditions[0]).toMatchObject({ state: 'met' });
  });

  it('is not judged by who reported it once, when that report was sent back', async () => {
    const event = await approvedOn([FIRE]);
    await say(cast.staff, event, 'reported', '窓口で受けとりました。');
    await say(cast.approver, event, 'sent-back', '控えがありません。');
    await expect(say(cast.staff, event, 'confirmed', '確かめました。')).rejects.toMatchObject({ code: 'approval.own-report', status: 403 });
    const again = await say(cast.staff, event, 'reported', '控えもあります。');
    expect(again.approval!.conditions[0]!.can).toEqual({ report: 'approval.condition-reported', confirm: 'approval.own-report', sendBack: 'approval.own-report', attach: true });
    const planted = `insert into approvals.condition_step (id, condition_id, kind, words, by_person_id, parties, at) values (gen_random_uuid(), $1, 'confirmed', 'はい', $2, array[$2]::uuid[], now())`;
    await expect(app.database.asApp(planted, [again.approval!.conditions[0]!.id, cast.staff.personId])).rejects.toThrow('condition_step_by_no_party');
  });

  it('is about a condition of this event', async () => {
    const [event, other] = [await approvedOn([FIRE]), await approvedOn([FIRE])];
    await expect(app.get(EventConditions).say(cast.leader, event.id, other.approval!.conditions[0]!.id, 'reported', 'はい')).rejects.toMatchObject({ code: 'approval.condition-not-found', status: 404 });
  });

  it('is not rewritten, nor is what was asked for: the database has no right to', async () => {
    await approvedOn([FIRE]);
    await expect(app.tx((tx) => rows(tx, `update approvals.condition set text = 'なし'`))).rejects.toThrow('permission denied');
    await expect(app.tx((tx) => rows(tx, `update approvals.condition_step set words = 'なし'`))).rejects.toThrow('permission denied');
    await expect(app.tx((tx) => rows(tx, `delete from approvals.condition`))).rejects.toThrow('permission denied');
  });
});

describe('the reminder', () => {
  it('comes three days before, by day, once', async () => {
    const event = await approvedOn([FIRE]);
    await sweep('2026-11-16T15:00:00+09:00');
    expect(await reminded(event)).toBe(0);
    await sweep('2026-11-17T08:59:00+09:00');
    expect(await reminded(event)).toBe(0);
    await Promise.all([sweep('2026-11-17T09:00:00+09:00'), sweep('2026-11-17T09:00:00+09:00')]);
    await sweep('2026-11-18T09:00:00+09:00');
    expect(await reminded(event)).toBe(1);
  });

  it('does not come for what is reported, nor after it was sent back with its day past', async () => {
    const event = await approvedOn([FIRE]);
    await say(cast.leader, event, 'reported', '出しました。');
    await sweep('2026-11-17T10:00:00+09:00');
    await say(cast.staff, event, 'sent-back', '控えをください。');
    await sweep('2026-11-17T11:00:00+09:00');
    expect(await reminded(event)).toBe(0);
  });

  it('still comes for what was sent back before its day', async () => {
    const event = await approvedOn([FIRE]);
    await say(cast.leader, event, 'reported', '出しました。');
    await say(cast.staff, event, 'sent-back', '控えをください。');
    await sweep('2026-11-17T11:00:00+09:00');
    expect(await reminded(event)).toBe(1);
  });
});

describe('the desk', () => {
  it('has what was reported in sight, before any number of late ones, and first what keeps something back', async () => {
    const late = await approvedOn(Array.from({ length: 101 }, (_, index) => ({ ...FIRE, text: `届出 ${index}`, dueOn: '2026-11-03' })));
    const event = await approvedOn([{ ...PHOTO, dueOn: '2026-11-10' }, FIRE]);
    app.clock.set('2026-11-04T10:00:00+09:00');
    await say(cast.leader, event, 'reported', '送ります。', 0);
    await say(cast.leader, event, 'reported', '出しました。', 1);
    expect((await app.get(ConditionDesk).list(cast.staff)).items).toHaveLength(100);
    expect(await listed(event)).toEqual([[FIRE.text, 'reported'], [PHOTO.text, 'reported']]);
    await app.get(EventPublications).cancel(cast.leader, late.id, '台風のため');
  });

  it('shows what was reported and what is late, to the ward only', async () => {
    const event = await approvedOn([FIRE, PHOTO]);
    expect(await listed(event)).toEqual([]);
    await say(cast.leader, event, 'reported', '送ります。', 1);
    expect(await listed(event)).toEqual([[PHOTO.text, 'reported']]);
    app.clock.set('2026-11-20T23:59:00+09:00');
    expect(await listed(event)).toEqual([[PHOTO.text, 'reported']]);
    app.clock.set('2026-11-21T00:00:00+09:00');
    expect(await listed(event)).toEqual([[PHOTO.text, 'reported'], [FIRE.text, 'open']]);
    await say(cast.staff, event, 'confirmed', '窓口で控えを見ました。');
    expect(await listed(event)).toEqual([[PHOTO.text, 'reported']]);
    expect(() => app.get(ConditionDesk).list(cast.leader)).toThrow(expect.objectContaining({ code: 'approval.staff-only', status: 403 }));
  });
});
