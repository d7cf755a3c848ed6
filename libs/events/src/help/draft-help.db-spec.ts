import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApprovalDesk, CaseComments, FirstCheckRules } from '@yoriai/approvals';
import { Actor, Areas, Organisations } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anEvent, anOfficer, type Cast } from '../an-event.builder.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChecks } from '../event/event-checks.service.js';
import { DraftHandOvers } from './draft-hand-overs.service.js';
import { EventDrafts } from '../event/event-draft.service.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';

let app: TestApp;
let cast: Cast;
let areaId: string;
let centre: string;
let grown: Actor;
let elsewhere: Actor;

/** Somebody of a centre that serves this area. */
async function aCentre(name: string, area: string): Promise<{ id: string; actor: Actor }> {
  const id = await app.tx((tx) => app.get(Organisations).add(tx, { name, kana: 'まち', slug: `center-${newId()}`, kind: 'center', areaId: area }));
  const actor = await anOfficer(app, id, 'center', '町野 支える');
  return { id, actor: withGrants(actor, actor.grants.map((grant) => ({ ...grant, areaId: area }))) };
}
const withGrants = (actor: Actor, grants: Actor['grants']): Actor => new Actor({ personId: actor.personId, accountId: actor.accountId, sessionId: actor.sessionId, name: actor.name, grants });
/** The same person with the terms of another besides. */
const also = (actor: Actor, another: Actor): Actor => withGrants(actor, [...actor.grants, ...another.grants]);

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  app.clock.set('2026-10-26T10:00:00+09:00');
  cast = await aCast(app);
  const areas = await app.tx((tx) => app.get(Areas).all(tx));
  areaId = areas[0]!.id;
  ({ id: centre, actor: grown } = await aCentre('西船場まちづくりセンター', areaId));
  ({ actor: elsewhere } = await aCentre('江戸堀まちづくりセンター', areas[1]!.id));
});
afterAll(() => app.close());

const write = (actor: Actor, given = {}) => app.get(EventDrafts).create(actor, aConcert(cast.host, given));
const edit = (actor: Actor, id: string, version: number, change: object) => app.get(EventEdits).update(actor, id, change, `"${version}"`);
const seen = (actor: Actor, id: string) => app.get(EventQueries).detail(actor, id);
const helped = async (actor: Actor) => (await app.get(EventQueries).list(actor, { scope: 'helped', page: 1 })).items.map(({ id }) => id);
const hidden = { code: 'event.not-found', status: 404 };
const refused = { code: 'event.host-only', status: 403 };

describe('a draft that a community centre writes', () => {
  it('is the association’s, which reads who wrote it and hands it in; the centre does not', async () => {
    const draft = await write(grown);
    expect(draft).toMatchObject({ state: 'draft', organisation: { id: cast.host }, help: { name: '町野 支える', centreName: '西船場まちづくりセンター', began: true }, can: { edit: true, submit: 'event.host-only', seeApplications: 'application.leaders-only' }, missing: [] });
    expect((await seen(cast.leader, draft.id)).help).toEqual({ name: '町野 支える', centreName: '西船場まちづくりセンター', began: true, askedAt: null, writtenSince: false });
    await expect(app.get(EventApprovals).submit(grown, draft.id)).rejects.toMatchObject(refused);
    await edit(cast.leader, draft.id, draft.version, { bringText: '敷物' });
    const handedIn = await app.get(EventApprovals).submit(cast.leader, draft.id);
    expect([handedIn.state, handedIn.help, handedIn.approval?.status]).toEqual(['submitted', null, 'pending']);
    const { items } = await app.get(EventQueries).history(cast.leader, draft.id);
    expect(items.map(({ verb, actorName }) => [verb, actorName])).toEqual([['submit', '佐藤 みのる'], ['help', '町野 支える']]);
  });

  it('is written, seen and listed in its area alone', async () => {
    await expect(write(elsewhere)).rejects.toMatchObject(refused);
    await expect(app.get(EventDrafts).create(grown, aConcert(cast.otherHost))).rejects.toMatchObject(refused);
    const { id, version } = await write(cast.leader);
    expect([(await helped(grown)).includes(id), (await helped(elsewhere)).includes(id), (await helped(cast.leader)).includes(id)]).toEqual([true, false, false]);
    await expect(seen(elsewhere, id)).rejects.toMatchObject(hidden);
    await expect(edit(elsewhere, id, version, { title: '別の会' })).rejects.toMatchObject(hidden);
    await expect(app.get(EventQueries).history(elsewhere, id)).rejects.toMatchObject(hidden);
  });

  it('of an association’s leader says that somebody helped, and stays with that association', async () => {
    const { id, version } = await write(cast.leader);
    const after = await edit(grown, id, version, { summary: '読みやすく書きました。' });
    expect(after).toMatchObject({ summary: '読みやすく書きました。', help: { began: false, name: '町野 支える' } });
    const neighbour = await app.tx((tx) => app.get(Organisations).add(tx, { name: '靱町会', kana: 'うつぼ', slug: `t-${newId()}`, kind: 'neighbourhood', areaId }));
    await expect(edit(grown, id, after.version, { organisationId: neighbour })).rejects.toMatchObject(refused);
    const own = await write(grown);
    expect((await edit(grown, own.id, own.version, { organisationId: neighbour })).organisation.id).toBe(neighbour);
    await expect(edit(grown, own.id, own.version + 1, { organisationId: cast.otherHost })).rejects.toMatchObject(refused);
  });

  it('stays with the association that has worked on it, also for who began it', async () => {
    const neighbour = await app.tx((tx) => app.get(Organisations).add(tx, { name: '阿波座町会', kana: 'あわざ', slug: `t-${newId()}`, kind: 'neighbourhood', areaId }));
    const colleague = await anOfficer(app, centre, 'center', '町野 ささえ');
    const draft = await write(grown);
    // A colleague's hand changes nothing of whose it is.
    const helpedTwice = await edit(withGrants(colleague, grown.grants), draft.id, draft.version, { bringText: '敷物' });
    const moved = await edit(grown, draft.id, helpedTwice.version, { organisationId: neighbour });
    const back = await edit(grown, draft.id, moved.version, { organisationId: cast.host });
    const worked = await edit(cast.leader, draft.id, back.version, { bringText: '敷物と水筒' });
    await expect(edit(grown, draft.id, worked.version, { organisationId: neighbour })).rejects.toMatchObject(refused);
    expect((await seen(cast.leader, draft.id)).organisation.id).toBe(cast.host);
    expect((await edit(grown, draft.id, worked.version, { summary: '読みやすく書きました。' })).summary).toBe('読みやすく書きました。');
  });

  it('may begin with what was held last year', async () => {
    const before = await anEvent(app, cast, 'published', { title: '去年の会' });
    expect((await write(grown, { againOf: before.id })).state).toBe('draft');
    await expect(app.get(EventDrafts).create(elsewhere, aConcert(cast.otherHost, { againOf: before.id }))).rejects.toMatchObject(refused);
  });
});

describe('a centre that is done', () => {
  it('asks the host to look, once for what it wrote', async () => {
    const draft = await write(grown);
    const asked = await app.get(DraftHandOvers).ask(grown, draft.id);
    expect(asked.help).toMatchObject({ askedAt: app.clock.now().toISOString(), writtenSince: false });
    await expect(app.get(DraftHandOvers).ask(grown, draft.id)).rejects.toMatchObject({ code: 'event.nothing-written-since', status: 409 });
    app.clock.advance(1);
    await edit(grown, draft.id, draft.version, { bringText: '敷物' });
    expect((await seen(cast.leader, draft.id)).help).toMatchObject({ writtenSince: true });
    app.clock.advance(1);
    await app.get(DraftHandOvers).ask(grown, draft.id);
    await expect(app.get(DraftHandOvers).ask(cast.leader, draft.id)).rejects.toMatchObject({ code: 'event.centre-only', status: 403 });
    await expect(app.get(DraftHandOvers).ask(elsewhere, draft.id)).rejects.toMatchObject(hidden);
    await app.get(EventApprovals).submit(cast.leader, draft.id);
    await expect(app.get(DraftHandOvers).ask(grown, draft.id)).rejects.toMatchObject({ code: 'event.is-submitted', status: 409 });
  });

  it('is one centre to its host: what a colleague wrote is asked about by either, and by both together once', async () => {
    const colleague = withGrants(await anOfficer(app, centre, 'center', '町野 ささえ'), grown.grants);
    const draft = await write(grown);
    await app.get(DraftHandOvers).ask(colleague, draft.id);
    const none = { code: 'event.nothing-written-since', status: 409 };
    await expect(app.get(DraftHandOvers).ask(grown, draft.id)).rejects.toMatchObject(none);
    app.clock.advance(1);
    await edit(colleague, draft.id, draft.version, { bringText: '敷物' });
    expect((await seen(grown, draft.id)).help).toMatchObject({ writtenSince: true });
    app.clock.advance(1);
    expect((await app.get(DraftHandOvers).ask(grown, draft.id)).help).toMatchObject({ writtenSince: false });
    await expect(app.get(DraftHandOvers).ask(colleague, draft.id)).rejects.toMatchObject(none);
  });

  it('who wrote nothing at it has nothing to show', async () => {
    const { id } = await write(cast.leader);
    await expect(app.get(DraftHandOvers).ask(grown, id)).rejects.toMatchObject({ code: 'event.nothing-written-since' });
  });
});

describe('once it is handed in', () => {
  it('the centre reads it and changes nothing, may put right what came back, and sees no more once it is decided on', async () => {
    const { id, version } = await anEvent(app, cast, 'submitted');
    await expect(edit(grown, id, version, { title: '別の会' })).rejects.toMatchObject(refused);
    const back = await app.get(EventApprovals).return(cast.staff, id, { reason: '雨のときの場所を書いてください。', revision: 1 });
    const after = await edit(grown, id, back.version, { rainPolicy: 'go-ahead' });
    expect([after.state, after.can.edit, after.can.submit, after.reason?.reason]).toEqual(['returned', true, 'event.host-only', '雨のときの場所を書いてください。']);
    await app.get(EventApprovals).submit(cast.leader, id);
    const approved = await app.get(EventApprovals).approve(cast.approver, id, { revision: 2 });
    await expect(seen(grown, id)).rejects.toMatchObject(hidden);
    const published = await app.get(EventPublications).publish(cast.leader, id);
    expect((await seen(grown, id)).can).toMatchObject({ edit: 'event.host-only', cancel: 'event.host-only', seeApplications: 'application.leaders-only' });
    await expect(edit(grown, id, published.version, { title: '別の会' })).rejects.toMatchObject(refused);
    expect(approved.help).toBeNull();
  });

  it('who helped decides nothing about it, in whatever other role; the database says so too', async () => {
    const twice = also(grown, cast.approver);
    const draft = await write(twice);
    const submitted = await app.get(EventApprovals).submit(cast.leader, draft.id);
    const own = { code: 'event.own-help', status: 403 };
    await expect(app.get(EventApprovals).approve(twice, draft.id, { revision: 1 })).rejects.toMatchObject(own);
    await expect(app.get(EventApprovals).reject(twice, draft.id, { reason: 'わけ', revision: 1 })).rejects.toMatchObject(own);
    await expect(app.get(EventApprovals).return(twice, draft.id, { reason: 'わけ', revision: 1 })).rejects.toMatchObject(own);
    expect((await app.get(ApprovalDesk).detail(twice, submitted.approval!.caseId)).can.decide).toBe('approval.own-help');
    const decided = (by: string) =>
      app.tx((tx) => rows(tx, `insert into approvals.decision (id, case_id, revision_number, kind, decided_by, submitted_by, helpers, decided_at) select gen_random_uuid(), case_id, number, 'approved', $1, submitted_by, helpers, now() from approvals.revision where case_id = $2`, [by, submitted.approval!.caseId]));
    await expect(decided(twice.personId)).rejects.toMatchObject({ code: 'approval.own-help', status: 403 });
    expect((await app.get(EventApprovals).approve(cast.approver, draft.id, { revision: 1 })).state).toBe('approved');
  });

  it('who helped does not look at it for a council either', async () => {
    const council = await app.tx((tx) => app.get(Organisations).add(tx, { name: '西船場地域活動協議会', kana: 'にしせんば', slug: `council-${newId()}`, kind: 'council', areaId }));
    await app.get(FirstCheckRules).set(cast.staff, council, { kinds: ['concert'], businessDays: 5 });
    const twice = also(grown, await anOfficer(app, council, 'leader', '協議会 会長'));
    const draft = await write(twice);
    await app.get(EventApprovals).submit(cast.leader, draft.id);
    await expect(app.get(EventChecks).confirm(twice, draft.id, { revision: 1 })).rejects.toMatchObject({ code: 'event.own-plan', status: 403 });
    await app.get(FirstCheckRules).unset(cast.staff, council);
  });
});

describe('a comment of the centre', () => {
  const say = (actor: Actor, caseId: string, words = '会場の公民館とは話がついています。', revision = 1) => app.get(CaseComments).add(actor, caseId, { words, revision });
  const caseOf = (actor: Actor, caseId: string) => app.get(ApprovalDesk).detail(actor, caseId);
  const listed = async (actor: Actor) => (await app.get(CaseComments).list(actor)).items.map(({ id }) => id);

  it('stands beside what waits, for the ward and the host, and decides nothing', async () => {
    const { id, approval } = await anEvent(app, cast, 'submitted');
    const caseId = approval!.caseId;
    expect([(await listed(grown)).includes(caseId), await listed(elsewhere), await listed(cast.leader)]).toEqual([true, [], []]);
    expect((await caseOf(grown, caseId)).can).toEqual({ decide: 'approval.approver-only', comment: true, readComments: 'comment.host-only' });
    await say(grown, caseId);
    for (const actor of [cast.staff, cast.leader, grown]) expect((await caseOf(actor, caseId)).comments).toMatchObject([{ centreName: '西船場まちづくりセンター', words: '会場の公民館とは話がついています。', revision: 1, by: { name: '町野 支える' } }]);
    expect((await caseOf(cast.staff, caseId)).status).toBe('pending');
    await expect(say(cast.staff, caseId)).rejects.toMatchObject({ code: 'comment.centre-only', status: 403 });
    await expect(say(cast.leader, caseId)).rejects.toMatchObject({ code: 'comment.centre-only', status: 403 });
    await expect(say(elsewhere, caseId)).rejects.toMatchObject({ code: 'approval.not-found', status: 404 });
    await expect(say(cast.otherLeader, caseId)).rejects.toMatchObject({ code: 'approval.not-found', status: 404 });
    await expect(say(grown, caseId, 'はい', 2)).rejects.toMatchObject({ code: 'approval.revision-changed', status: 409 });
    await app.get(EventApprovals).return(cast.staff, id, { reason: '雨のときの場所を書いてください。', revision: 1 });
    expect((await caseOf(cast.leader, caseId)).comments).toHaveLength(1);
    await expect(say(grown, caseId)).rejects.toMatchObject({ code: 'approval.not-pending', status: 409 });
    await app.get(EventApprovals).submit(cast.leader, id);
    await app.get(EventApprovals).approve(cast.approver, id, { revision: 2 });
    await expect(caseOf(grown, caseId)).rejects.toMatchObject({ code: 'approval.not-found', status: 404 });
    expect(await listed(grown)).not.toContain(caseId);
  });

  it('waits for the host to read it, is marked on the desk until it is decided on', async () => {
    const { id, approval } = await anEvent(app, cast, 'submitted');
    const caseId = approval!.caseId;
    const unread = async (actor: Actor) => (await seen(actor, id)).unreadComments;
    const marked = async () => (await app.get(ApprovalDesk).list(cast.staff, { status: 'pending', page: 1 })).items.find((each) => each.id === caseId)?.comments;
    expect([await unread(cast.leader), await marked()]).toEqual([0, 0]);
    await say(grown, caseId);
    expect([await unread(cast.leader), await unread(cast.staff), await marked()]).toEqual([1, 0, 1]);
    const newest = async () => (await caseOf(cast.leader, caseId)).comments[0]!.id;
    const first = await newest();
    await expect(app.get(CaseComments).read(cast.staff, caseId, first)).rejects.toMatchObject({ code: 'comment.host-only', status: 403 });
    await expect(app.get(CaseComments).read(grown, caseId, first)).rejects.toMatchObject({ code: 'comment.host-only', status: 403 });
    await expect(app.get(CaseComments).read(cast.otherLeader, caseId, first)).rejects.toMatchObject({ code: 'approval.not-found', status: 404 });
    await app.get(CaseComments).read(cast.leader, caseId, newId());
    expect(await unread(cast.leader)).toBe(1);
    await app.get(CaseComments).read(cast.leader, caseId, first);
    expect([await unread(cast.leader), await marked(), (await caseOf(cast.staff, caseId)).comments[0]!.readAt]).toEqual([0, 1, app.clock.now().toISOString()]);
    app.clock.advance(1);
    await say(grown, caseId, 'もう一つ。');
    const second = await newest();
    app.clock.advance(1);
    await say(grown, caseId, 'そのあいだに書いた。');
    await app.get(CaseComments).read(cast.leader, caseId, second);
    expect(await unread(cast.leader)).toBe(1);
    const third = await newest();
    await app.get(EventApprovals).withdraw(cast.leader, id);
    expect([await unread(cast.leader), (await caseOf(cast.leader, caseId)).can.readComments]).toEqual([0, 'approval.not-pending']);
    await expect(app.get(CaseComments).read(cast.leader, caseId, third)).rejects.toMatchObject({ code: 'approval.not-pending', status: 409 });
  });

  it('is one of twenty at most', async () => {
    const { approval } = await anEvent(app, cast, 'submitted');
    for (let said = 0; said < 20; said += 1) await say(grown, approval!.caseId, `${said}`);
    await expect(say(grown, approval!.caseId)).rejects.toMatchObject({ code: 'comment.too-many', status: 422 });
    expect(centre).toBe((await app.tx((tx) => rows<{ centre_id: string }>(tx, 'select distinct centre_id from approvals.case_comment where case_id = $1', [approval!.caseId])))[0]!.centre_id);
  });
});
