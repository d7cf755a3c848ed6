import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People, SignIn } from '@yoriai/identity';
import { newToken, type Refusal } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { ActorLoader } from '../actor/actor-loader.js';
import { AssociationsModule } from '../associations.module.js';
import { Operator } from '../operator/operator.service.js';
import { aWard, type Ward } from '../a-ward.builder.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { Invitations } from './invitation.service.js';

let app: TestApp;
let ward: Ward;
let invitations: Invitations;
let acceptance: InvitationAcceptance;

beforeAll(async () => {
  app = await testApp({ imports: [AssociationsModule] });
  invitations = app.get(Invitations);
  acceptance = app.get(InvitationAcceptance);
  ward = await aWard(app);
});
afterAll(() => app.close());

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error as Refusal).code);
const tokenOf = async (id: string) => (await app.tx((tx) => invitations.letterOf(tx, id)))?.token ?? '';
const hanako = { name: '髙﨑 花子', kana: 'たかさき はなこ', phone: '090-0000-1234' };

describe('inviting', () => {
  it('tells the worker an id only, and the letter can be written again', async () => {
    const { id, expiresAt } = await invitations.invite(ward.staff, ward.town, { email: 'New.Chair@example.jp', role: 'leader', title: '会長' });
    expect(expiresAt).toEqual(new Date(app.clock.now().getTime() + 72 * 3_600_000));
    expect((await app.outbox()).at(-1)).toEqual({ message: 'associations.officer-invited', payload: { invitationId: id } });
    const letter = await app.tx((tx) => invitations.letterOf(tx, id));
    expect(letter).toMatchObject({ email: 'new.chair@example.jp', role: 'leader', title: '会長', termStartsOn: '2026-11-22', termEndsOn: '2028-03-31' });
    expect(letter?.token).toHaveLength(43);
    const [row] = await app.database.asOwner<{ text: string }>('select i::text as text from associations.invitation i where id = $1', [id]);
    expect(row?.text).not.toContain(letter?.token);
  });

  it('is refused above the own rank, and elsewhere as if there were no such place', async () => {
    const input = { email: 'x@example.jp', title: '会長' };
    expect(await codeOf(invitations.invite(ward.leader, ward.town, { ...input, role: 'leader' }))).toBe('invitation.role-not-allowed');
    expect(await codeOf(invitations.invite(ward.leader, ward.town, { ...input, role: 'admin' }))).toBe('invitation.role-not-here');
    expect(await codeOf(invitations.invite(ward.leader, ward.otherTown, { ...input, role: 'member' }))).toBe('organisation.not-found');
    expect(await codeOf(invitations.invite(ward.leader, ward.office, { ...input, role: 'staff' }))).toBe('organisation.not-found');
    expect(await codeOf(invitations.invite(ward.staff, ward.office, { ...input, role: 'approver' }))).toBe('invitation.role-not-allowed');
  });

  it('again replaces the first letter', async () => {
    const input = { email: 'twice@example.jp', role: 'block-leader', title: '班長' } as const;
    const first = await invitations.invite(ward.leader, ward.town, input);
    const firstToken = await tokenOf(first.id);
    await invitations.invite(ward.leader, ward.town, input);
    expect(await codeOf(acceptance.accept(firstToken, hanako))).toBe('invitation.gone');
  });
});

describe('withdrawing', () => {
  it('stops the link, once, by those who may invite', async () => {
    const { id } = await invitations.invite(ward.leader, ward.town, { email: 'w@example.jp', role: 'member', title: '会員' });
    const token = await tokenOf(id);
    expect(await codeOf(invitations.withdraw(ward.otherLeader, id))).toBe('invitation.not-found');
    expect(await codeOf(invitations.withdraw(ward.staff, id))).toBe('invitation.role-not-allowed');
    await invitations.withdraw(ward.leader, id);
    expect(await invitations.byToken(token)).toBeNull();
    expect(await codeOf(acceptance.accept(token, hanako))).toBe('invitation.gone');
    expect(await codeOf(invitations.withdraw(ward.leader, id))).toBe('invitation.not-open');
    expect(await app.tx((tx) => invitations.letterOf(tx, id))).toBeNull();
  });
});

describe('accepting', () => {
  it('begins a new account in the language of the invitation', async () => {
    const { id } = await invitations.invite(ward.leader, ward.town, { email: 'anna@example.jp', role: 'member', title: '会員', language: 'en' });
    const { personId } = await acceptance.accept(await tokenOf(id), { name: 'Anna Smith', kana: 'あんな すみす' });
    expect((await app.tx((tx) => app.get(People).byId(tx, personId))).language).toBe('en');
  });

  it('makes account, term and session, once, with the name as typed', async () => {
    const { id } = await invitations.invite(ward.leader, ward.town, { email: 'hanako@example.jp', role: 'council-officer', title: '副会長' });
    const token = await tokenOf(id);
    expect(await invitations.byToken(token)).toMatchObject({ email: 'hanako@example.jp', title: '副会長', organisation: { id: ward.town } });
    const accepted = await acceptance.accept(token, hanako);
    const asking = await app.get(ActorLoader).byToken(accepted.session?.token ?? '');
    expect(asking?.actor.name).toBe('髙﨑 花子');
    expect(asking?.actor.leads(ward.town)).toBe(true);
    expect(asking?.actor.leads(ward.otherTown)).toBe(false);
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'associations.term-began', payload: { termId: accepted.termId } });
    expect(await codeOf(acceptance.accept(token, hanako))).toBe('invitation.gone');
    const log = await app.database.asOwner('select actor_person_id, action, reason from identity.access_log where subject in ($1, $2) order by id', [
      `invitation:${id}`,
      `officer-term:${accepted.termId}`,
    ]);
    expect(log).toEqual([
      { actor_person_id: ward.leader.personId, action: 'officer.invited', reason: 'council-officer' },
      { actor_person_id: ward.leader.personId, action: 'officer.appointed', reason: 'council-officer' },
    ]);
  });

  it('is too late after 72 hours', async () => {
    const { id } = await invitations.invite(ward.leader, ward.town, { email: 'late@example.jp', role: 'member', title: '会員' });
    const token = await tokenOf(id);
    const start = app.clock.now();
    app.clock.advance(72 * 60);
    expect(await codeOf(acceptance.accept(token, hanako))).toBe('invitation.gone');
    app.clock.set(start);
  });

  it('gives the term to an account that exists, but does not sign it in: the link is days old', async () => {
    const { id } = await invitations.invite(ward.leader, ward.town, { email: 'chair@example.jp', role: 'drill-leader', title: '防災隊長' });
    const accepted = await acceptance.accept(await tokenOf(id), { name: 'だれか', kana: 'だれか' });
    expect([accepted.session, accepted.personId]).toEqual([null, ward.leader.personId]);
  });

  it('of the same role twice is refused by the database', async () => {
    const { id } = await invitations.invite(ward.staff, ward.town, { email: 'chair@example.jp', role: 'leader', title: '会長' });
    expect(await codeOf(acceptance.accept(await tokenOf(id), hanako))).toBe('officer.duplicate');
  });
});

describe('the operator', () => {
  it('invites the first administrator, who is then let in by the link', async () => {
    const fresh = await testApp({ imports: [AssociationsModule] });
    try {
      const { link } = await fresh.get(Operator).inviteAdmin('admin@example.jp');
      expect(link).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/);
      const logged = await fresh.database.asOwner(`select log.action, log.actor_person_id from identity.access_log log join associations.invitation made on log.subject = 'invitation:' || made.id`);
      expect(logged).toEqual([{ action: 'admin.invited', actor_person_id: null }]);
      const accepted = await fresh.get(InvitationAcceptance).accept(link.split('/').at(-1) ?? '', hanako);
      const asking = await fresh.get(ActorLoader).byToken(accepted.session?.token ?? '');
      expect(asking?.actor.isAdmin()).toBe(true);
      await fresh.get(Operator).inviteAdmin('second@example.jp');
      expect(await fresh.database.asOwner(`select 1 from associations.organisation where kind = 'ward-office'`)).toHaveLength(1);
    } finally {
      await fresh.close();
    }
  });

  it('and only the operator invites without a name of their own', async () => {
    await expect(
      app.tx((tx) => invitations.write(tx, ward.office, { email: 'x@example.jp', role: 'staff', title: '担当' }, null)),
    ).rejects.toThrow(/invitation_has_inviter/);
  });
});

describe('signing in', () => {
  it('after a term has ended is still possible, without its rights', async () => {
    const browser = newToken();
    const asker = { browser, from: '203.0.113.7' };
    const { requestId } = await app.get(SignIn).request('chair@example.jp', asker);
    const letter = await app.tx((tx) => app.get(SignIn).letterOf(tx, requestId));
    const code = letter && 'code' in letter ? letter.code : '';
    const { token } = await app.get(SignIn).complete({ requestId, code }, asker);
    const before = await app.get(ActorLoader).byToken(token);
    await app.database.asOwner('update associations.officer_term set ends_on = $2 where person_id = $1', [ward.leader.personId, '2026-11-21']);
    const after = await app.get(ActorLoader).byToken(token);
    expect([before?.actor.leads(ward.town), after?.actor.grants]).toEqual([true, []]);
  });
});
