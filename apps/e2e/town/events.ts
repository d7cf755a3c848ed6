import { call } from './api.js';
import { inDays } from './days.js';
import type { Roles } from './roles.js';

interface EventDetail {
  id: string;
  slug: string;
  frames: { id: string }[];
}

/** A published event with one frame. */
export interface PublishedEvent {
  id: string;
  slug: string;
  frameId: string;
}

/** Cookies of those who bring an event to the public, and whose event it is. */
export interface Hosts {
  leader: string;
  approver: string;
  organisationId: string;
}

async function done<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

interface Given {
  title: string;
  kana?: string;
  capacity: number;
  startsAt?: string;
  endsAt?: string;
  /** Lots are drawn, the day before. */
  lottery?: true;
  /** The host says who gets a place. */
  chosen?: true;
  /** What its frame asks of everybody. */
  asks?: { guardian?: true; photos?: true };
  repeats?: Readonly<Record<string, unknown>>;
  /** What becomes of it in rain; it goes ahead where nothing is said. */
  rain?: 'postponed';
  duties?: readonly Readonly<Record<string, unknown>>[];
  /** What the ward asks for before it is published. */
  condition?: string;
}

/** An event over the API: written, approved and published. Three weeks ahead unless another time is given. */
export async function publish(hosts: Hosts, given: Given): Promise<PublishedEvent> {
  const event = await approve(hosts, given);
  await done(call('POST', `/api/events/${event.id}/publication`, { cookie: hosts.leader }));
  return event;
}

/** The same, approved and not yet public. */
export async function approve({ leader, approver, organisationId }: Hosts, given: Given): Promise<PublishedEvent> {
  const day = inDays(21).iso;
  const { title, kana = 'こんざつ', capacity, lottery, startsAt = `${day}T10:00:00+09:00`, endsAt = `${day}T12:00:00+09:00`, repeats } = given;
  const event = await done(
    call<EventDetail>('POST', '/api/events', {
      cookie: leader,
      body: {
        organisationId,
        title,
        kana,
        summary: 'おおぜいが一度に申し込みます。',
        field: 'bunka',
        category: 'concert',
        placeName: '靱公園',
        placeAddress: '西区靱本町2丁目',
        startsAt,
        endsAt,
        rainPolicy: given.rain ?? 'go-ahead',
        audienceText: 'どなたでも',
        feeText: '無料',
        contactName: '試験町会A',
        contactPhone: '06-0000-0120',
        food: false,
        fire: false,
        frames: [{ name: '参加', capacity, perApplicationMax: 6, ...(lottery && { method: 'lottery', closesAt: `${inDays(20).iso}T17:00:00+09:00` }), ...(given.chosen && { method: 'chosen', answersBy: inDays(10).iso }), ...(given.asks && { asks: given.asks }) }],
        ...(given.startsAt ? {} : { programme: [{ kind: 'stage', title: '合唱', day: 0, start: '10:00', end: null, place: '北ステージ', performer: '町の合唱の会', note: null }] }),
        duties: given.duties ?? [],
        ...(repeats ? { repeats } : {}),
      },
    }),
  );
  await done(call('POST', `/api/events/${event.id}/submission`, { cookie: leader }));
  await done(call('POST', `/api/events/${event.id}/approval`, { cookie: approver, body: { revision: 1, ...(given.condition && { conditions: [{ text: given.condition, dueOn: inDays(14).iso, blocking: true }] }) } }));
  return { id: event.id, slug: event.slug, frameId: event.frames[0]?.id ?? '' };
}

/** Those of the seeded association A. */
export function hostsOf({ roles, organisations }: Roles): Hosts {
  return { leader: roles['A.leader']?.headers.cookie ?? '', approver: roles['A.approver']?.headers.cookie ?? '', organisationId: organisations[0]?.id ?? '' };
}

/** An event of the seeded association A, three weeks ahead. */
export function publishedEvent(roles: Roles, title: string, capacity: number, more: Pick<Given, 'lottery' | 'chosen' | 'asks'> = {}): Promise<PublishedEvent> {
  return publish(hostsOf(roles), { title, capacity, ...more });
}

/** Begins in half an hour, so that its door is open. */
export function soon(): { startsAt: string; endsAt: string } {
  const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
  return { startsAt: at(30), endsAt: at(90) };
}

/** A series over the API: every week from three weeks ahead on; where its first date and its list of dates are. */
export async function weeklyEvent(roles: Roles, title: string): Promise<{ slug: string; series: string }> {
  const hosts = hostsOf(roles);
  const first = inDays(21).iso;
  const repeats = { every: 'week', interval: 1, weekdays: [new Date(`${first}T00:00:00Z`).getUTCDay()], nth: [], until: inDays(70).iso, skipHolidays: false, schoolDays: false };
  const { id, slug } = await publish(hosts, { title, capacity: 10, repeats });
  const { series } = await done(call<{ series: { id: string } }>('GET', `/api/events/${id}`, { cookie: hosts.leader }));
  return { slug, series: series.id };
}
