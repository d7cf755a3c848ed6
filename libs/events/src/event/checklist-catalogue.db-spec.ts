import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CHECKLIST_FLAGS, ChecklistCatalogue } from '@yoriai/approvals';
import type { TestApp } from '@yoriai/testing';
import { type Cast } from '../an-event.builder.js';
import { ChecklistTown, asked, item } from './testing/checklist-town.js';
import { EventApprovals } from './event-approval.service.js';
import { EventPublicationPlans } from './event-publication-plans.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventProcedures } from './event-procedures.service.js';
import { EventPublications } from './event-publication.service.js';
import { EventQueries } from './event-queries.service.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import type { EventDetail } from './event.dto.js';
import { EVENT_USES } from './event.entity.js';
import { Postponements } from '../weather/postponements.service.js';

let app: TestApp;
let cast: Cast;
let town: ChecklistTown;

beforeAll(async () => {
  town = await ChecklistTown.open();
  ({ app, cast } = town);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

describe('reminders of procedures', () => {
  it('go out fourteen, seven and three days before and on the day, once each, by day; for all that is due together', async () => {
    const event = await town.handedIn({ food: true, fire: true, startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T13:00:00+09:00', duties: [] });
    // Food is due on 10 December, fire appliances on the 16th, the insurance on the 18th.
    expect([item(event, 'food').dueOn, item(event, 'fire-appliances').dueOn, item(event, 'insurance').dueOn]).toEqual(['2026-12-10', '2026-12-16', '2026-12-18']);
    await town.sweep('2026-11-25T10:00:00+09:00');
    expect(await town.dues(event)).toEqual([]);
    await town.sweep('2026-11-26T08:59:00+09:00');
    expect(await town.dues(event)).toEqual([]);
    for (let twice = 0; twice < 2; twice += 1) await town.sweep('2026-11-26T09:00:00+09:00');
    expect(await town.dues(event)).toEqual([['food']]);
    await town.sweep('2026-12-05T10:00:00+09:00');
    expect((await town.dues(event)).slice(1)).toEqual([['food', 'fire-appliances', 'insurance']]);
    await town.say(cast.leader, event, 'insurance', 'reported', null);
    await town.say(cast.leader, event, 'food', 'reported', '出しました。');
    await town.sweep('2026-12-16T10:00:00+09:00');
    expect((await town.dues(event)).slice(2)).toEqual([['fire-appliances']]);
    await town.sweep('2026-12-17T10:00:00+09:00');
    expect((await town.dues(event)).length).toBe(3);
  });

  it('are not for what became a condition, was taken back, or needed no decision', async () => {
    const day = { startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T13:00:00+09:00', duties: [] };
    const asCondition = await town.handedIn({ ...day, food: true, uses: ['ward-name'] });
    await town.say(cast.staff, asCondition, 'ward-name', 'confirmed', '決めました。');
    await town.approve(asCondition, [{ text: '届け出てください。', dueOn: '2026-12-10', blocking: true, item: 'food' }]);
    const takenBack = await town.handedIn({ ...day, food: true });
    await app.get(EventApprovals).withdraw(cast.leader, takenBack.id);
    const small = await town.handedIn({ ...day, uses: [], frames: [{ name: '席', capacity: 20 }] });
    expect(small.state).toBe('approved');
    await town.sweep('2026-12-16T10:00:00+09:00');
    expect([...(await town.dues(takenBack)), ...(await town.dues(small))]).toEqual([]);
    expect((await town.dues(asCondition)).flat()).not.toContain('food');
  });
});

describe('the catalogue', () => {
  it('is added to by the ward, for answers that the form asks; what is open needs it from then on', async () => {
    const kind = { code: 'noise', title: '音を出す届出', authority: '警察署', leadDays: 10, how: '地図をつけます。', gate: 'publication' as const, judgedBy: 'ward' as const, toConfirm: false, phone: null, formUrl: null, flags: ['road'] };
    const event = await town.handedIn({ uses: ['road'] });
    const other = await town.handedIn({ uses: ['park'] });
    expect(asked(event)).not.toContain('noise');
    await expect(app.get(ChecklistCatalogue).add(cast.leader, kind)).rejects.toMatchObject({ code: 'approval.staff-only', status: 403 });
    const { items } = await app.get(ChecklistCatalogue).add(cast.staff, kind);
    expect(items.at(-1)).toEqual({ ...kind, ended: false });
    for (const same of [{ ...kind, title: '別の名前' }, { ...kind, code: 'noise-2' }]) await expect(app.get(ChecklistCatalogue).add(cast.staff, same)).rejects.toMatchObject({ code: 'approval.kind-exists', status: 409 });
    expect([asked(await town.detail(event)), asked(await town.detail(other))].map((codes) => codes.includes('noise'))).toEqual([true, false]);
    const log = await app.database.asOwner('select actor_person_id as by, action, reason from identity.access_log where subject = $1', ['checklist-kind:noise']);
    expect(log).toEqual([{ by: cast.staff.personId, action: 'checklist-kind.added', reason: '音を出す届出' }]);
    await app.database.asOwner(`delete from approvals.checklist_kind where code = 'noise'`);
  });

  describe('with more than when it was handed in', () => {
    const kind = { code: 'noise', title: '音を出す届出', authority: '警察署', leadDays: 10, how: '地図をつけます。', gate: 'publication' as const, judgedBy: 'ward' as const, toConfirm: false, phone: null, formUrl: null, flags: ['ward-name'] };
    const listed = async ({ id }: EventDetail) => (await app.get(EventQueries).list(cast.leader, { scope: 'mine', page: 1 })).items.find((line) => line.id === id)!;
    const named = async (given: UpdateEventRequest = {}): Promise<EventDetail> => {
      const event = await town.handedIn({ food: false, fire: false, uses: ['ward-name'], ...given });
      await town.say(cast.staff, event, 'ward-name', 'confirmed', '決めました。');
      return event;
    };
    const add = () => app.get(ChecklistCatalogue).add(cast.staff, kind);
    const publish = ({ id }: EventDetail): Promise<EventDetail> => app.get(EventPublications).publish(cast.leader, id);
    afterEach(async () => {
      await app.database.asOwner(`delete from approvals.checklist_reminder where item_id in (select id from approvals.checklist_item where code = 'noise')`);
      await app.database.asOwner(`delete from approvals.checklist_step where item_id in (select id from approvals.checklist_item where code = 'noise')`);
      await app.database.asOwner(`delete from approvals.checklist_item where code = 'noise'`);
      await app.database.asOwner(`delete from approvals.checklist_kind where code = 'noise'`);
    });

    it('what waits for the ward is not public before it, and is reminded of it', async () => {
      const event = await named();
      await add();
      const approved = await town.approve(event);
      expect([item(approved, 'noise').state, approved.can.publish, approved.checklistDueOn]).toEqual(['open', 'event.checklist-unmet', '2026-11-13']);
      expect(approved.checklistNext).toMatchObject({ title: item(approved, approved.checklistNext?.code ?? '').title });
      expect((await listed(event)).can.publish).toBe('event.checklist-unmet');
      await expect(publish(event)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });
      await town.say(cast.staff, event, 'noise', 'waived', '音を出しません。');
      expect((await publish(event)).state).toBe('published');
    });

    it('what is approved is not public before it either, by hand or as planned; what is public stays', async () => {
      const [event, before] = [await named(), await named()];
      await town.approve(event);
      await town.approve(before);
      await publish(before);
      const at = new Date('2026-11-04T10:00:00+09:00');
      expect((await app.get(EventPublicationPlans).plan(cast.leader, event.id, at)).can.publish).toBe(true);
      await add();
      expect([(await town.detail(event)).can.publish, (await town.detail(before)).state]).toEqual(['event.checklist-unmet', 'published']);
      await expect(publish(event)).rejects.toMatchObject({ code: 'event.checklist-unmet', status: 409 });
      app.clock.set(at);
      await app.get(EventPublicationPlans).sweep(app.clock.now());
      expect((await town.detail(event)).state).toBe('approved');
      await town.say(cast.staff, event, 'noise', 'waived', '音を出しません。');
      expect((await publish(event)).state).toBe('published');
    });

    /** What a list, its own page and the plan of its publication say of publishing. */
    const said = async (event: EventDetail): Promise<unknown[]> => {
      const planned = await app.get(EventPublicationPlans).plan(cast.leader, event.id, new Date('2026-11-04T10:00:00+09:00')).then(() => true, ({ code }: { code: string }) => code);
      return [(await listed(event)).can.publish, (await town.detail(event)).can.publish, planned];
    };
    const told = async (): Promise<void> => {
      for (const { message, payload } of await app.outbox()) if (message === 'approvals.checklist-kind-added') await app.tx((tx) => app.get(EventProcedures).writeDown(tx, String(payload['code'])));
    };

    it('lists, its page, a plan and the press say the same at once, also while a change of it is open', async () => {
      const [event, changed] = [await named(), await named()];
      await town.approve(event);
      await town.approve(changed);
      await app.get(EventChangeDrafts).update(cast.leader, changed.id, { uses: [] }, `"${(await town.detail(changed)).version}"`);
      expect([await said(event), (await listed(changed)).can.publish, (await town.detail(changed)).can.publish]).toEqual([[true, true, true], true, true]);
      await add();
      expect(await said(event)).toEqual(Array.from({ length: 3 }, () => 'event.checklist-unmet'));
      expect([(await listed(changed)).can.publish, (await town.detail(changed)).can.publish]).toEqual(['event.checklist-unmet', 'event.checklist-unmet']);
      await expect(publish(event)).rejects.toMatchObject({ code: 'event.checklist-unmet' });
    });

    it('hosts are reminded of it as of the others, also where they had reported it before and it was sent back', async () => {
      const [event, spoken] = [await named(), await named()];
      for (const each of [event, spoken]) await town.approve(each);
      const draft = await town.draft({ uses: ['ward-name'] });
      await add();
      await town.say(cast.leader, spoken, 'noise', 'reported', '出しました。');
      await town.say(cast.staff, spoken, 'noise', 'sent-back', '地図がありません。');
      await told();
      await told();
      const open = (await town.detail(event)).checklist.filter(({ always, wanted, state }) => !always && wanted && state === 'open').map(({ dueOn }) => dueOn ?? '');
      expect(open.length).toBeGreaterThan(0);
      expect([(await listed(event)).checklistDueOn, open.sort()[0]]).toEqual(['2026-11-13', '2026-11-13']);
      await town.sweep('2026-11-13T10:00:00+09:00');
      for (const each of [event, spoken]) expect((await town.dues(each)).flat()).toContain('noise');
      expect(await town.dues(draft)).toEqual([]);
      expect(await app.database.asOwner(`select subject_id from approvals.checklist_item where code = 'noise' and subject_id = $1`, [draft.id])).toEqual([]);
    });

    it('and ended by the ward again: it keeps nothing shut, nobody is reminded, and those that had it say so', async () => {
      const catalogue = app.get(ChecklistCatalogue);
      const [event, spoken] = [await named(), await named()];
      for (const each of [event, spoken]) await town.approve(each);
      await add();
      await town.say(cast.leader, spoken, 'noise', 'reported', '出しました。');
      await told();
      for (const act of ['end', 'resume'] as const) {
        await expect(catalogue[act](cast.leader, 'noise')).rejects.toMatchObject({ code: 'approval.staff-only', status: 403 });
        await expect(catalogue[act](cast.staff, 'nonsense')).rejects.toMatchObject({ code: 'approval.item-not-found', status: 404 });
      }
      for (let twice = 0; twice < 2; twice += 1) expect((await catalogue.end(cast.staff, 'noise')).items.find(({ code }) => code === 'noise')).toMatchObject({ ended: true });
      expect(await said(event)).toEqual([true, true, true]);
      expect((await listed(event)).checklistDueOn).not.toBe('2026-11-13');
      for (const each of [event, spoken]) expect(item(await town.detail(each), 'noise')).toMatchObject({ wanted: false, ended: true, can: { report: 'approval.item-not-found', waive: 'event.staff-only' } });
      expect(item(await town.detail(spoken), 'noise')).toMatchObject({ state: 'reported', last: { words: '出しました。' } });
      await town.sweep('2026-11-13T10:00:00+09:00');
      expect([...(await town.dues(event)), ...(await town.dues(spoken))].flat()).not.toContain('noise');
      app.clock.set('2026-11-02T10:00:00+09:00');
      const later = await named();
      expect(asked(await town.detail(later))).not.toContain('noise');
      expect((await town.detail(later)).checklist.map(({ code }) => code)).not.toContain('noise');
      await catalogue.resume(cast.staff, 'noise');
      await told();
      for (const each of [event, later]) expect(item(await town.detail(each), 'noise')).toMatchObject({ wanted: true, ended: false, state: 'open' });
      expect(await said(event)).toEqual(Array.from({ length: 3 }, () => 'event.checklist-unmet'));
      const log = await app.database.asOwner<{ action: string }>(`select action from identity.access_log where subject = 'checklist-kind:noise' and action in ('checklist-kind.ended', 'checklist-kind.resumed') order by at, id`);
      expect(log.map(({ action }) => action)).toEqual(['checklist-kind.ended', 'checklist-kind.resumed']);
    });

    it('and resumed after the event was put off meanwhile: its host is reminded of it again, before the day that counts now', async () => {
      const event = await named({ rainPolicy: 'postponed' });
      await town.approve(event);
      await add();
      await told();
      await app.get(ChecklistCatalogue).end(cast.staff, 'noise');
      const { startsAt } = await publish(event);
      await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: startsAt! });
      await app.get(ChecklistCatalogue).resume(cast.staff, 'noise');
      await told();
      expect(item(await town.detail(event), 'noise')).toMatchObject({ wanted: true, dueOn: '2026-11-20' });
      await town.sweep('2026-11-17T10:00:00+09:00');
      expect((await town.dues(event)).flat()).toContain('noise');
      expect(await app.database.asOwner(`select wanted, quiet, begins_on::text as begins, due_on::text as due from approvals.checklist_item where code = 'noise' and subject_id = $1`, [event.id])).toEqual([{ wanted: true, quiet: false, begins: '2026-12-06', due: '2026-11-20' }]);
    });

    it('what is over was never asked', async () => {
      const event = await named();
      await town.approve(event);
      await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
      await add();
      const codes = (await town.detail(event)).checklist.map(({ code }) => code);
      expect([codes.includes('noise'), codes.includes('ward-name')]).toEqual([false, true]);
    });
  });

  it('names answers that the form asks alone', () => {
    expect([...CHECKLIST_FLAGS].sort()).toEqual([...EVENT_USES, 'food', 'fire', 'participants', 'volunteers'].sort());
  });

  it('is the ward’s to correct, and what is open is due accordingly', async () => {
    const event = await town.handedIn({ uses: ['park'] });
    await expect(app.get(ChecklistCatalogue).correct(cast.leader, 'park', { leadDays: 1 })).rejects.toMatchObject({ code: 'approval.staff-only', status: 403 });
    await expect(app.get(ChecklistCatalogue).correct(cast.staff, 'nonsense', { leadDays: 1 })).rejects.toMatchObject({ code: 'approval.item-not-found', status: 404 });
    const { items } = await app.get(ChecklistCatalogue).correct(cast.staff, 'park', { leadDays: 10, authority: '西部公園事務所', toConfirm: false });
    expect(items.find(({ code }) => code === 'park')).toMatchObject({ leadDays: 10, authority: '西部公園事務所', toConfirm: false });
    const where = async (patch: object) => (await app.get(ChecklistCatalogue).correct(cast.staff, 'park', patch)).items.find(({ code }) => code === 'park');
    expect(await where({ phone: '06-0000-0101', formUrl: 'https://example.jp/park.pdf' })).toMatchObject({ phone: '06-0000-0101', formUrl: 'https://example.jp/park.pdf', leadDays: 10 });
    expect(await where({ phone: null })).toMatchObject({ phone: null, formUrl: 'https://example.jp/park.pdf' });
    expect([item(await town.detail(event), 'park').dueOn, (await town.detail(event)).checklistDueOn]).toEqual(['2026-11-13', '2026-11-13']);
    await app.get(ChecklistCatalogue).correct(cast.staff, 'park', { leadDays: 20 });
  });
});
