import { call } from './api.js';
import type { Roles } from './roles.js';

interface EventDetail {
  id: string;
  slug: string;
  frames: { id: string }[];
}

async function done<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

/** An event of association A, three weeks ahead, approved and published, with one frame. */
export async function publishedEvent(roles: Roles, title: string, capacity: number): Promise<{ id: string; slug: string; frameId: string }> {
  const leader = roles.roles['A.leader']?.headers.cookie;
  const approver = roles.roles['A.approver']?.headers.cookie;
  const day = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  const event = await done(
    call<EventDetail>('POST', '/api/events', {
      ...(leader && { cookie: leader }),
      body: {
        organisationId: roles.organisations[0]?.id,
        title,
        kana: 'こんざつ',
        summary: 'おおぜいが一度に申し込みます。',
        field: 'bunka',
        category: 'concert',
        placeName: '靱公園',
        placeAddress: '西区靱本町2丁目',
        startsAt: `${day}T10:00:00+09:00`,
        endsAt: `${day}T12:00:00+09:00`,
        rainPolicy: 'go-ahead',
        audienceText: 'どなたでも',
        feeText: '無料',
        contactName: '試験町会A',
        contactPhone: '06-0000-0120',
        food: false,
        fire: false,
        frames: [{ name: '参加', capacity, perApplicationMax: 6 }],
        duties: [],
      },
    }),
  );
  await done(call('POST', `/api/events/${event.id}/submission`, { ...(leader && { cookie: leader }) }));
  await done(call('POST', `/api/events/${event.id}/approval`, { ...(approver && { cookie: approver }), body: {} }));
  await done(call('POST', `/api/events/${event.id}/publication`, { ...(leader && { cookie: leader }) }));
  return { id: event.id, slug: event.slug, frameId: event.frames[0]?.id ?? '' };
}
