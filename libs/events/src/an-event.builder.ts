import { Actor, Officers, Organisations, Areas, type Role } from '@yoriai/associations';
import { Accounts } from '@yoriai/identity';
import { newId, type Tx } from '@yoriai/platform';
import { SignUps } from './application/sign-up.service.js';
import { EventApprovals } from './event/event-approval.service.js';
import type { CreateEventRequest } from './event/event-draft.dto.js';
import { EventDrafts } from './event/event-draft.service.js';
import { EventPublications } from './event/event-publication.service.js';
import type { EventDetail } from './event/event.dto.js';

/** What a builder needs of a test: transactions and services. */
export interface Builds {
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  get<T>(type: abstract new (...args: never[]) => T): T;
}

/** What a test has been told so far. */
export interface Outbox {
  outbox(): Promise<{ message: string; payload: Record<string, unknown> }[]>;
}

/** Everybody who has a part in an event's life. */
export interface Cast {
  office: string;
  host: string;
  otherHost: string;
  leader: Actor;
  officer: Actor;
  blockLeader: Actor;
  member: Actor;
  otherLeader: Actor;
  staff: Actor;
  approver: Actor;
  otherApprover: Actor;
}

const TERM = { startsOn: '2026-04-01', endsOn: '2028-03-31' };

/** Somebody with a term and a login. */
export async function anOfficer(builds: Builds, organisationId: string, role: Role, name = '役員'): Promise<Actor> {
  return builds.tx(async (tx) => {
    const { accountId, personId } = await builds.get(Accounts).ensure(tx, { email: `${role}-${newId()}@example.jp`, name, kana: 'やくいん' });
    const termId = await builds.get(Officers).appoint(tx, { personId, organisationId, role, title: role, ...TERM });
    return new Actor({ personId, accountId, sessionId: newId(), name, grants: [{ termId, organisationId, areaId: null, role }] });
  });
}

/** A ward office with two approvers, 西船場連合振興町会 with its officers, and another association. */
export async function aCast(builds: Builds): Promise<Cast> {
  const organisations = builds.get(Organisations);
  const [office, host, otherHost] = await builds.tx(async (tx) => {
    const [first, second] = await builds.get(Areas).all(tx);
    return [
      await organisations.add(tx, { name: '西区役所', kana: 'にしくやくしょ', slug: `office-${newId()}`, kind: 'ward-office', areaId: null }),
      await organisations.add(tx, { name: '西船場連合振興町会', kana: 'にしせんば', slug: `host-${newId()}`, kind: 'federation', areaId: first!.id }),
      await organisations.add(tx, { name: '江戸堀連合振興町会', kana: 'えどぼり', slug: `other-${newId()}`, kind: 'federation', areaId: second!.id }),
    ] as const;
  });
  return {
    ...{ office, host, otherHost },
    leader: await anOfficer(builds, host, 'leader', '佐藤 みのる'),
    officer: await anOfficer(builds, host, 'council-officer', '田中 ゆき'),
    blockLeader: await anOfficer(builds, host, 'block-leader', '林 たえ'),
    member: await anOfficer(builds, host, 'member', '森 あおい'),
    otherLeader: await anOfficer(builds, otherHost, 'leader', '中村 誠'),
    staff: await anOfficer(builds, office, 'staff', '井上 さくら'),
    approver: await anOfficer(builds, office, 'approver', '高橋 一郎'),
    otherApprover: await anOfficer(builds, office, 'approver', '渡辺 恵'),
  };
}

/** 靱公園バラ園コンサート on Sunday 29 November 2026, complete, with one frame and three duties. */
export function aConcert(organisationId: string, given: Partial<CreateEventRequest> = {}): CreateEventRequest {
  const duty = { startsAt: '2026-11-29T09:00:00+09:00', endsAt: '2026-11-29T13:30:00+09:00', place: '靱公園 バラ園' };
  return {
    organisationId,
    title: '靱公園バラ園コンサート',
    kana: 'うつぼこうえんばらえんこんさーと',
    summary: 'バラにかこまれて、中学生の吹奏楽をききましょう。',
    description: '中学校の吹奏楽部とダンス部が出演します。',
    field: 'bunka',
    category: 'concert',
    placeName: '靱公園 バラ園',
    placeAddress: '西区靱本町2丁目',
    startsAt: '2026-11-29T10:00:00+09:00',
    endsAt: '2026-11-29T13:00:00+09:00',
    rainPolicy: 'cancelled',
    rainDecisionAt: '2026-11-28T17:00:00+09:00',
    audienceText: 'どなたでも',
    contactName: '西船場連合振興町会 佐藤',
    contactPhone: '090-0000-0129',
    food: false,
    fire: false,
    frames: [{ name: 'いす席', capacity: 50, perApplicationMax: 6 }],
    duties: [
      { duty: '受付', people: 4, ...duty },
      { duty: '会場整理', people: 6, ...duty },
      { duty: '救護', people: 2, ...duty },
    ],
    ...given,
  };
}

/** The concert as far as it should have come. */
export async function anEvent(
  builds: Builds,
  cast: Cast,
  state: 'draft' | 'submitted' | 'returned' | 'rejected' | 'approved' | 'published',
  given: Partial<CreateEventRequest> = {},
): Promise<EventDetail> {
  const { leader, staff, approver } = cast;
  const draft = await builds.get(EventDrafts).create(leader, aConcert(cast.host, given));
  if (state === 'draft') return draft;
  const approvals = builds.get(EventApprovals);
  const submitted = await approvals.submit(leader, draft.id);
  if (state === 'submitted') return submitted;
  if (state === 'returned') return approvals.return(staff, draft.id, { reason: '雨のときの場所を書いてください。', revision: 1 });
  if (state === 'rejected') return approvals.reject(approver, draft.id, { reason: '公園が使えない日です。', revision: 1 });
  const approved = await approvals.approve(approver, draft.id, { revision: 1 });
  return state === 'approved' ? approved : builds.get(EventPublications).publish(leader, draft.id);
}

/** The next of many neighbours, each with a name and a contact of their own. */
export function aNeighbour(index: number, heads = 1): { name: string; kana: string; email: string; heads: number } {
  return { name: `町民 ${index}`, kana: 'ちょうみん', email: `neighbour-${index}@example.jp`, heads };
}

/** Applies on the web; answers what the neighbour was told. */
export function applied(builds: Builds, event: EventDetail, index: number, heads = 1) {
  return builds.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index, heads) });
}

/** The published concert with one frame, all of whose places one application may take. */
export function aSmallEvent(builds: Builds, cast: Cast, capacity = 2): Promise<EventDetail> {
  return anEvent(builds, cast, 'published', { frames: [{ name: '席', capacity, perApplicationMax: capacity }] });
}

/** What the letters were told about the applications of an event, oldest first: the message's last word and whose it is. */
export async function told(outbox: Outbox, eventId: string): Promise<unknown[][]> {
  return (await outbox.outbox())
    .filter(({ message, payload }) => payload['eventId'] === eventId && message.startsWith('events.application-'))
    .map(({ message, payload }) => [message.replace('events.application-', ''), payload['applicationId']]);
}

/** The token in a ticket's address. */
export function tokenOf(ticketUrl: string | null): string {
  return ticketUrl!.split('/t/')[1]!;
}
