import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApprovalDesk, FirstCheckDesk, FirstCheckRules } from '@yoriai/approvals';
import { Areas, Organisations, type Actor } from '@yoriai/associations';
import { newId } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, anOfficer, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventEdits } from './event-edit.service.js';
import { EventChecks } from './event-checks.service.js';
import { EventQueries } from './event-queries.service.js';

let app: TestApp;
let cast: Cast;
let council: string;
let officer: Actor;
let other: Actor;

const NOW = '2026-10-26T10:00:00+09:00';

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  app.clock.set(NOW);
  cast = await aCast(app);
  council = await app.tx(async (tx) => {
    const [area] = await app.get(Areas).all(tx);
    return app.get(Organisations).add(tx, { name: '西船場地域活動協議会', kana: 'にしせんば', slug: `council-${newId()}`, kind: 'council', areaId: area!.id });
  });
  officer = await anOfficer(app, council, 'leader', '協議会 会長');
  other = await anOfficer(app, council, 'council-officer', '協議会 副会長');
  await app.get(FirstCheckRules).set(cast.staff, council, { kinds: ['concert'], businessDays: 5 });
});
afterAll(() => app.close());

const refused = (code: string) => expect.objectContaining({ code });
/** Somebody who has the terms of another besides. */
const holding = (actor: Actor, another: Actor): Actor => Object.assign(Object.create(Object.getPrototypeOf(actor) as object) as Actor, actor, { grants: [...actor.grants, ...another.grants] });
const checks = () => app.get(EventChecks);
const approvals = () => app.get(EventApprovals);
const waiting = async (actor: Actor) => (await app.get(FirstCheckDesk).list(actor)).items.map(({ subjectId }) => subjectId);
/** Neither the event nor its case: its look is over. */
const unseen = async (actor: Actor, id: string, caseId: string): Promise<void> => {
  await expect(app.get(EventQueries).detail(actor, id)).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
  await expect(app.get(ApprovalDesk).detail(actor, caseId)).rejects.toMatchObject({ code: 'approval.not-found', status: 404 });
};
const announced = async (eventId: string) => (await app.outbox()).filter(({ payload }) => payload['eventId'] === eventId).map(({ message }) => message);

describe('the first check of a council', () => {
  it('comes before the ward: it sees what waits for it, says a word, and the ward decides with that beside it', async () => {
    const { id, approval } = await anEvent(app, cast, 'submitted');
    expect(approval).toMatchObject({ dueOn: '2026-11-10', check: { councilName: '西船場地域活動協議会', dueOn: '2026-11-02', outcome: null } });
    expect(await waiting(officer)).toEqual([id]);
    expect(await waiting(cast.leader)).toEqual([]);
    expect(await announced(id)).toEqual(['events.check-asked']);
    await expect(approvals().approve(cast.approver, id, { revision: 1 })).rejects.toMatchObject({ code: 'event.with-council', status: 409 });
    await expect(checks().confirm(cast.staff, id, { revision: 1 })).rejects.toThrow(refused('event.council-only'));
    await expect(checks().confirm(officer, id, { revision: 2 })).rejects.toThrow(refused('approval.revision-changed'));
    const seen = await app.get(EventQueries).detail(officer, id);
    expect([seen.can.check, seen.can.return, seen.can.approve, seen.can.seeApplications]).toEqual([true, true, 'event.approver-only', 'application.leaders-only']);
    expect((await app.get(ApprovalDesk).detail(officer, approval!.caseId)).revisions).toHaveLength(1);

    app.clock.set('2026-10-28T10:00:00+09:00');
    await checks().confirm(officer, id, { revision: 1, words: '当日は役員も手伝います。' });
    expect(await announced(id)).toEqual(['events.check-asked', 'events.check-ended', 'events.event-submitted']);
    expect(await waiting(officer)).toEqual([]);
    await unseen(officer, id, approval!.caseId);
    const line = await app.get(ApprovalDesk).detail(cast.approver, approval!.caseId);
    expect(line).toMatchObject({ dueOn: '2026-11-05', check: { outcome: 'confirmed', words: '当日は役員も手伝います。', by: { name: '協議会 会長' } }, can: { decide: true } });
    expect((await app.get(EventQueries).history(cast.leader, id)).items[0]).toMatchObject({ verb: 'check', actorName: '協議会 会長', reason: '当日は役員も手伝います。' });
    expect((await approvals().approve(cast.approver, id, { revision: 1 })).state).toBe('approved');
    await unseen(officer, id, approval!.caseId);
    app.clock.set(NOW);
  });

  it('sends back with words at single answers, and looks again at what it sent back; what the ward alone sent back goes past it', async () => {
    const { id, approval } = await anEvent(app, cast, 'submitted');
    const returned = await approvals().return(officer, id, { revision: 1, remarks: [{ field: 'placeName', text: '公園のどこですか。' }] });
    expect(returned).toMatchObject({ state: 'returned', approval: null });
    expect((await app.get(EventQueries).detail(cast.leader, id)).approval).toMatchObject({ remarks: [{ field: 'placeName', text: '公園のどこですか。' }], check: { outcome: 'returned' } });
    expect(await announced(id)).toEqual(['events.check-asked', 'events.check-returned']);
    await unseen(officer, id, approval!.caseId);
    await approvals().submit(cast.leader, id);
    expect(await waiting(other)).toEqual([id]);
    const both = holding(cast.approver, other);
    await checks().confirm(both, id, { revision: 2 });
    for (const revision of [2, 3]) {
      await approvals().return(cast.staff, id, { revision, reason: '雨のときの場所を書いてください。' });
      expect((await approvals().submit(cast.leader, id)).approval?.check).toBe(null);
    }
    // The desk says so before anybody tries.
    expect((await app.get(ApprovalDesk).detail(both, approval!.caseId)).can.decide).toBe('event.own-check');
    expect((await app.get(ApprovalDesk).detail(cast.otherApprover, approval!.caseId)).can.decide).toBe(true);
    await expect(approvals().approve(both, id, { revision: 4 })).rejects.toMatchObject({ code: 'event.own-check', status: 403 });
    expect((await approvals().approve(cast.otherApprover, id, { revision: 4 })).state).toBe('approved');
    await app.get(EventChangeDrafts).update(cast.leader, id, { placeName: '靱公園 東の広場' }, `"${(await app.get(EventQueries).detail(cast.leader, id)).version}"`);
    expect((await approvals().submit(cast.leader, id)).approval?.check).toMatchObject({ outcome: null });
    await approvals().withdraw(cast.leader, id);
    expect(await waiting(officer)).toEqual([]);
  });

  it('is not of their own words: who wrote at the draft since the last decision does not look at it, others do', async () => {
    const both = holding(officer, cast.leader);
    const { id, version } = await anEvent(app, cast, 'draft');
    await app.get(EventEdits).update(both, id, { summary: '手をいれました。' }, `"${version}"`);
    await approvals().submit(cast.leader, id);
    await expect(checks().confirm(officer, id, { revision: 1 })).rejects.toMatchObject({ code: 'event.own-plan', status: 403 });
    await checks().confirm(other, id, { revision: 1 });
    await approvals().approve(cast.approver, id, { revision: 1 });
    await app.get(EventChangeDrafts).update(cast.leader, id, { placeName: '靱公園 西の広場' }, `"${(await app.get(EventQueries).detail(cast.leader, id)).version}"`);
    await approvals().submit(cast.leader, id);
    await checks().confirm(officer, id, { revision: 2 });
  });

  it('is asked only of its bodies’ events of the kinds that were named, and never about what it holds itself', async () => {
    const kinds = await anEvent(app, cast, 'submitted', { category: 'festival' });
    expect(kinds.approval?.check).toBe(null);
    const held = await anEvent(app, { ...cast, host: council, leader: officer }, 'submitted');
    expect(held.approval?.check).toBe(null);
  });

  it('is not asked where its days would be the ward’s: the ward decides at once, and host and council hear that', async () => {
    app.clock.set('2026-11-16T10:00:00+09:00');
    const { id, approval } = await anEvent(app, cast, 'submitted');
    expect(approval).toMatchObject({ dueOn: '2026-11-24', check: { outcome: 'skipped', words: null } });
    expect([await waiting(officer), await announced(id)]).toEqual([[], ['events.check-ended', 'events.event-submitted']]);
    expect(await app.database.asOwner('select action from identity.access_log where subject = $1', [`case:${approval!.caseId}`])).toEqual([{ action: 'first-check.skipped' }]);
    expect((await approvals().approve(cast.approver, id, { revision: 1 })).state).toBe('approved');
    app.clock.set(NOW);
  });

  it('is nobody’s who wrote the event or handed it in; two officers at once answer once', async () => {
    const both = await anOfficer(app, council, 'council-officer', '兼務の人');
    const writer = holding(cast.leader, both);
    const { id } = await anEvent(app, cast, 'submitted');
    await expect(checks().confirm(writer, id, { revision: 1 })).rejects.toMatchObject({ code: 'event.own-plan', status: 403 });
    const answers = await race(2, (index) => checks().confirm(index === 0 ? officer : other, id, { revision: 1 }));
    expect([answers.values.length, answers.errors]).toEqual([1, [refused('event.not-with-council')]]);
    await expect(app.database.asOwner(`update approvals.first_check set by_person_id = writers[1] where outcome = 'confirmed' and case_id = (select id from approvals.approval_case where subject_id = $1)`, [id])).rejects.toThrow('first_check_by_no_writer');
  });

  it('is passed over after its last day, once and by nobody; the ward pulls it forward with a reason', async () => {
    const late = await anEvent(app, cast, 'submitted');
    const near = await anEvent(app, cast, 'submitted');
    await expect(checks().forward(cast.staff, near.id, ' ')).rejects.toThrow(refused('event.reason-required'));
    await expect(checks().forward(cast.leader, near.id, '急ぎ')).rejects.toThrow(refused('event.staff-only'));
    const pulled = await checks().forward(cast.staff, near.id, '開催が近いため。');
    expect(pulled.approval).toMatchObject({ dueOn: '2026-11-02', check: { outcome: 'forwarded', words: '開催が近いため。' } });
    expect(await checks().sweep(new Date('2026-11-02T23:59:00+09:00'))).toBe(0);
    expect(await checks().sweep(new Date('2026-11-03T08:59:00+09:00'))).toBe(0);
    app.clock.set('2026-11-03T09:00:00+09:00');
    expect([await checks().sweep(app.clock.now()), await checks().sweep(app.clock.now())]).toEqual([1, 0]);
    expect(await announced(late.id)).toEqual(['events.check-asked', 'events.check-ended', 'events.event-submitted']);
    expect((await app.get(EventQueries).history(cast.leader, late.id)).items[0]).toMatchObject({ verb: 'pass', actorName: null });
    await expect(checks().confirm(officer, late.id, { revision: 1 })).rejects.toThrow(refused('event.not-with-council'));
    expect((await approvals().approve(cast.approver, late.id, { revision: 1 })).state).toBe('approved');
    app.clock.set(NOW);
  });

  it('is passed over for every event, whichever of them fails', async () => {
    const broken = await anEvent(app, cast, 'submitted');
    app.clock.set('2026-10-27T10:00:00+09:00');
    const next = await anEvent(app, cast, 'submitted');
    await app.database.asOwner(`alter table events.event_transition add constraint fails check (event_id <> '${broken.id}') not valid`);
    app.clock.set('2026-11-05T10:00:00+09:00');
    await expect(checks().sweep(app.clock.now())).rejects.toThrow('fails');
    expect([(await announced(next.id)).at(-1), await announced(broken.id)]).toEqual(['events.event-submitted', ['events.check-asked']]);
    await app.database.asOwner('alter table events.event_transition drop constraint fails');
    expect(await checks().sweep(app.clock.now())).toBe(1);
    app.clock.set(NOW);
  });

  it('is the ward’s to ask for, of councils alone, and to stop', async () => {
    const rules = app.get(FirstCheckRules);
    expect(() => rules.list(officer)).toThrow(refused('approval.staff-only'));
    await expect(rules.set(cast.staff, cast.host, { kinds: null, businessDays: 5 })).rejects.toThrow(refused('first-check.no-council'));
    expect((await rules.list(cast.staff)).items).toEqual([{ id: council, name: '西船場地域活動協議会', areaName: expect.any(String), rule: { kinds: ['concert'], businessDays: 5 } }]);
    await rules.unset(cast.staff, council);
    await expect(rules.unset(cast.staff, council)).rejects.toThrow(refused('first-check.not-set'));
    expect((await anEvent(app, cast, 'submitted')).approval?.check).toBe(null);
  });
});
