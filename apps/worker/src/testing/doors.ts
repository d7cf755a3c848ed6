import { expect } from '@jest/globals';
import { sessionCookieName } from '@yoriai/identity';
import { hashToken, newId, newToken } from '@yoriai/platform';
import { Device, Town, until, type MailSink, type TestApp } from '@yoriai/testing';
import type { Telling } from './telling.js';

/** Somebody as they tell of themselves. */
export interface Told {
  name: string;
  kana: string;
  email: string;
  phone: string;
}

/** Where people tell of somebody: the processes, the mail server behind them, and the event it is about. */
export interface Scene {
  app: TestApp;
  sink: MailSink;
  telling: Telling;
  /** Where the api answers. */
  url: string;
  event: { id: string; frameIds: string[]; organisationId: string };
  /** What a poster of the event would tell of its address. */
  shortCode: string;
}

/** What the API says to whom it took at their word. */
const bodyOf = async <T>(answer: Response): Promise<T> => {
  const text = await answer.text();
  expect([answer.url, answer.ok || text]).toEqual([answer.url, true]);
  return JSON.parse(text || '{}') as T;
};

/** A login of somebody, signed in. */
async function signedIn(app: TestApp, personId: string): Promise<{ cookie: string }> {
  const [accountId, token] = [newId(), newToken()];
  await app.database.asOwner(`insert into identity.account (id, person_id, email, status, created_at) values ($1, $2, $3, 'active', now())`, [accountId, personId, `${accountId}@example.jp`]);
  await app.database.asOwner(`insert into identity.session (id, account_id, token_hash, started_at, last_seen_at, expires_at) values ($1, $2, $3, now(), now(), now() + interval '1 day')`, [newId(), accountId, hashToken(token)]);
  return { cookie: `${sessionCookieName(app.config)}=${token}` };
}

/** Somebody who leads the host of the event, signed in. */
export async function leaderOf({ app, event }: Scene): Promise<{ cookie: string }> {
  const personId = await new Town(app).person();
  await app.database.asOwner(`insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at) values ($1, $2, $3, 'leader', '会長', '2020-04-01', '2099-03-31', now())`, [newId(), personId, event.organisationId]);
  return signedIn(app, personId);
}

const cookiesOf = (answer: Response): string => answer.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ');
const written = (sink: MailSink, address: string) => until(`a letter to ${address}`, () => sink.mails.some((mail) => mail.to.includes(address)), 60_000);

/** The secret of the link in somebody's letter. */
async function secretOf(sink: MailSink, address: string, door: string): Promise<string> {
  const letter = (await sink.parsed()).find(({ to }) => JSON.stringify(to).includes(`"${address}"`));
  return new RegExp(`/${door}/([\\w-]+)`).exec(letter?.text ?? '')?.[1] ?? '';
}

/** By telephone, at the desk of a duty, as a judge, as an invited officer: what a leader tells of others. */
export async function byTheLeader(scene: Scene, { email, phone, name, kana }: Told, leader: { cookie: string }): Promise<void> {
  const { app, telling, event } = scene;
  const enters = { kana, phone, channel: 'phone' };
  await bodyOf(await telling.send(`/api/events/${event.id}/proxy-applications`, { frameId: event.frameIds[0], name: `${name} 三`, email: `phone-${email}`, heads: 1, ...enters }, leader));
  const shiftId = newId();
  await app.database.asOwner(
    `insert into rosters.shift (id, event_id, plan_key, duty, starts_at, ends_at, capacity, places_taken, created_at, updated_at)
     select $1, id, 'k1', '受付', starts_at + made.shifts * interval '1 day', ends_at + made.shifts * interval '1 day', 5, 0, now(), now()
     from events.event, (select count(*) as shifts from rosters.shift) made where id = $2`,
    [shiftId, event.id],
  );
  await bodyOf(await telling.send(`/api/shifts/${shiftId}/proxy-assignments`, { name: `${name} 五`, email: `duty-${email}`, ...enters }, leader));
  const contest = { divisions: [{ frameId: event.frameIds[0], name: 'こどもの部', unit: 'person' }], criteria: ['高さ'], scale: 5, places: 3 };
  await bodyOf(await telling.send(`/api/events/${event.id}/contest`, contest, leader, 'PUT'));
  await bodyOf(await telling.send(`/api/events/${event.id}/contest/judges`, { name: `${name} 審査員`, head: false }, leader));
  await bodyOf(await telling.send(`/api/organisations/${event.organisationId}/invitations`, { email: `invited-${email}`, role: 'council-officer', title: `副会長 ${name}` }, leader));
}

/** Whom the public may ask about an event, as its host writes it; and an officer who was invited. */
export async function byOfficers({ sink, telling, event }: Scene, { email, phone, name, kana }: Told, leader: { cookie: string }): Promise<void> {
  const named = { organisationId: event.organisationId, title: '餅つき', contactName: name, contactPhone: phone };
  const { id } = await bodyOf<{ id: string }>(await telling.send('/api/events', named, leader));
  await bodyOf(await telling.send(`/api/events/${id}`, { contactName: `${name} 十` }, { ...leader, 'if-match': '"1"' }, 'PATCH'));
  await telling.taken(`/invitation/${await secretOf(sink, `invited-${email}`, 'invitation')}`, { name: `${name} 十一`, kana });
}

/** A child who applies alone, and the guardian who answers, at home or on paper. */
export async function byAGuardian({ app, sink, telling, url, event }: Scene, { email, name, kana }: Told, leader: { cookie: string }): Promise<void> {
  const sql = <T extends object>(text: string, values: unknown[] = []) => app.database.asOwner<T>(text, values);
  await sql(`update events.frame set asks = '{"guardian": true}' where id = $1`, [event.frameIds[1]]);
  const child = (of: string) => ({ frameId: event.frameIds[1], name: `${name} 四`, kana, email: `${of}-${email}`, heads: 1, guardian: { by: 'child', email: `guardian-of-${of}-${email}` } });
  const apply = async (of: string) => bodyOf<{ ticketUrl: string }>(await telling.send(`/api/events/${event.id}/applications`, child(of)));
  await apply('child');
  await written(sink, `guardian-of-child-${email}`);
  const [asked] = await sql<{ id: string }>('select id from events.application where contact_email = $1', [`child-${email}`]);
  await bodyOf(await telling.send(`/api/applications/${asked!.id}/guardian-consent`, { name: `${name} 母`, relation: 'つばめの母', how: 'paper' }, leader));

  const { ticketUrl } = await apply('twin');
  await telling.taken(`${new URL(ticketUrl).pathname}/guardian`, { email: `other-${email}` });
  await written(sink, `other-${email}`);
  const path = `/g/${await secretOf(sink, `other-${email}`, 'g')}`;
  const page = await (await fetch(`${url}${path}`)).text();
  const hidden = (field: string) => new RegExp(`name="${field}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
  await telling.taken(path, { name: `${name} 父`, relation: 'つばめの父', revision: hidden('revision'), read: hidden('read') });
}

/** The forms of the Site: applying, a lost ticket, a login, a stall, a wish to begin, a wish to join. */
export async function byForms({ app, sink, telling, event }: Scene, { email, phone, name, kana }: Told, leader: { cookie: string }): Promise<void> {
  const sql = <T extends object>(text: string, values: unknown[] = []) => app.database.asOwner<T>(text, values);
  const [{ slug }, { organisation }] = [(await sql<{ slug: string }>('select slug from events.event where id = $1', [event.id]))[0]!, (await sql<{ organisation: string }>('select slug as organisation from associations.organisation where id = $1', [event.organisationId]))[0]!];
  const applies = { frameId: event.frameIds[0]!, name: `${name} 六`, kana, email: `form-${email}`, phone, heads: '1' };
  // What the Site shows of this event has no frames: both forms are read, and told so.
  for (const form of ['apply/check', 'applications']) expect((await telling.sendForm(`/events/${slug}/${form}`, applies)).status).toBe(422);
  await telling.taken('/lost-ticket', { contact: email });
  await bodyOf(await telling.send('/api/sign-in-requests', { email: `signs-in-${email}` }));
  await telling.taken('/sign-in', { email: `sign-in-${email}`, next: '' });
  await telling.taken('/register', { name, kana, email: `register-${email}`, phone, next: '' });

  const call = { kinds: ['food'], places: 3, closesOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), plots: [] };
  await bodyOf(await telling.send(`/api/events/${event.id}/stall-call`, call, leader, 'PUT'));
  const stall = { kind: 'food', name: `${name}の店`, sells: '焼きいも', contactName: name, phone, email: `stall-${email}`, foodBy: 'business', gas: '1' };
  const mine = (await telling.taken(`/events/${slug}/stalls`, stall)).replace(/\?.*/, '');
  await telling.taken(`${mine}/change`, { ...stall, name: `${name}の二の店` });

  const wish = { programme: 'exercise', place: `${name}さんの集会室`, area: 'nishisenba', people: '12', weekdays: '2', hours: 'morning', contactName: name, note: `${name}です。` };
  await telling.taken('/begin', { ...wish, email: `begin-${email}` });
  await bodyOf(await telling.send('/api/start-requests', { ...wish, people: 12, weekdays: [2], email: `began-${email}`, organisationId: event.organisationId }, leader));
  await telling.taken('/join', { organisation, contactName: name, phone, email: `join-${email}`, note: `${name}といいます。` });
  for (const door of ['stall', 'begin', 'join', 'invited']) await written(sink, `${door}-${email}`);
}

/** Who is told what changed of an application: its holder, by ticket or by telephone. */
export async function byChanging({ telling, event }: Scene, { email, phone, name, kana }: Told, leader: { cookie: string }): Promise<void> {
  const asked = { frameId: event.frameIds[0], name: `${name} 七`, kana, email: `changed-${email}`, heads: 2 };
  const { id, ticketUrl } = await bodyOf<{ id: string; ticketUrl: string }>(await telling.send(`/api/events/${event.id}/applications`, asked));
  const { pathname } = new URL(ticketUrl);
  await telling.taken(`${pathname}/change`, { ...asked, name: `${name} 八`, phone, heads: '2', frameId: event.frameIds[0]! });
  await bodyOf(await telling.send(`/api/tickets/${pathname.slice('/t/'.length)}/amendment`, { email: `later-${email}` }));
  await bodyOf(await telling.send(`/api/applications/${id}/amendment`, { name: `${name} 九` }, leader));
}

/** The name of a device, which is that of whoever holds it. */
export async function byADevice({ telling, url }: Scene, name: string, somebody: { cookie: string }): Promise<void> {
  const asked = await telling.send('/api/me/passkey-challenges', {}, somebody);
  const { options } = await bodyOf<{ options: Parameters<Device['add']>[0] }>(asked.clone());
  const cookie = [somebody.cookie, cookiesOf(asked)].filter(Boolean).join('; ');
  await bodyOf(await telling.send('/api/me/passkeys', { name, ...new Device(url).add(options) }, { cookie }));
}

/** On the day: the list of the reception, and people who receive themselves at the entrance. */
export async function atTheEntrance({ app, telling, url, event, shortCode }: Scene, { email, name }: Told, leader: { cookie: string }): Promise<void> {
  const sql = <T extends object>(text: string, values: unknown[] = []) => app.database.asOwner<T>(text, values);
  await sql(`update events.event set starts_at = now() - interval '1 hour', ends_at = now() + interval '3 hours', short_code = $2 where id = $1`, [event.id, shortCode]);
  const list = await fetch(`${url}/api/events/${event.id}/reception`, { headers: leader });
  expect(await list.text()).toContain(`${name} 三`);
  const door = (body: object) => telling.send(`/api/events/${event.id}/check-ins`, { nonce: newToken().slice(0, 20), ...body }, leader);
  const [line] = await sql<{ id: string }>('select id from events.application where contact_email = $1', [`phone-${email}`]);
  expect((await door({ subjectKind: 'application', subjectId: line!.id })).status).toBeLessThan(300);
  expect((await door({ subjectKind: 'application', subjectId: name })).status).toBe(422);

  const sheet = await (await fetch(`${url}/print/events/${event.id}/venue-code`, { headers: leader })).text();
  const entrance = /\/v\/[a-z0-9]{6}-[a-z0-9]{6}/.exec(sheet)?.[0] ?? '';
  const [mine] = await sql<{ personId: string }>('select person_id as "personId" from events.application where contact_email = $1', [`changed-${email}`]);
  const me = await signedIn(app, mine!.personId);
  const received = await telling.sendForm(`${entrance}/own`, { [`heads.${line!.id}`]: '1' }, me);
  expect(received.status).toBe(303);
  const answer = await fetch(`${url}${entrance}/received`, { headers: { cookie: [me.cookie, cookiesOf(received)].join('; ') } });
  expect(await answer.text()).toContain(`${name} 九`);
  // Whoever takes the box of the number for one of their name.
  expect((await telling.sendForm(`${entrance}/number`, { number: name })).status).toBe(422);
}
