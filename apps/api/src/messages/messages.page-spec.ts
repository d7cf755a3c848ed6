import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import { OptOuts } from '@yoriai/notifications';
import { SiteTown, type PlayedEvent, type Resident } from '../site/testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let colleague: Resident;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  colleague = await town.resident({ name: '副 会長', kana: 'ふく かいちょう', email: 'deputy@example.jp', office: { organisationId: town.organisationId, role: 'block-leader' } });
  const [frameId] = event.frameIds;
  for (const [name, contact] of [['山田 はな子', { email: 'hanako@example.jp' }], ['井上 一郎', { phone: '06-0000-0001' }], ['森 さくら', { email: 'sakura@example.jp' }]] as const) {
    await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: frameId!, name, kana: 'もうしこみ', heads: 2, ...contact });
  }
  const [sakura] = await town.sql<{ person_id: string }>(`select person_id from events.application where contact_email = 'sakura@example.jp'`);
  await town.tx((tx) => town.api.get(OptOuts).add(tx, sakura!.person_id));
});
afterAll(() => town.close());

const WORDS = { audiences: ['applied'], title: '持ち物のお願い', text: '軍手をお持ちください。', english: { title: 'What to bring', text: 'Gloves.' } };

async function asked(who: Resident, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const page = await (body === undefined ? who.browser.open(`/api/events/${event.id}/${path}`) : who.browser.json(`/api/events/${event.id}/${path}`, body));
  return { status: page.status, body: JSON.parse(page.html) as Record<string, unknown> };
}

describe('a message to the people of an event', () => {
  it('is looked at first: whom it reaches and how, and how each reads it; nothing is kept by that', async () => {
    const { status, body } = await asked(town.leader, 'message-previews', WORDS);
    expect(status).toBe(200);
    expect(body).toMatchObject({ people: 3, byMail: 1, byPhone: 1, optedOut: 1, sendAt: '2026-11-22T01:00:00.000Z' });
    expect(body['letters']).toMatchObject([
      { language: 'ja', subject: '持ち物のお願い（靱公園バラ園コンサート）', paragraphs: ['軍手をお持ちください。'] },
      { language: 'en', subject: 'What to bring (靱公園バラ園コンサート)', paragraphs: ['Gloves.'] },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/hanako|はな子/);
    expect((await asked(town.leader, 'messages')).body).toMatchObject({ can: true, left: 3, items: [], groups: [{ audience: 'applied', people: 3 }, { audience: 'waiting', people: 0 }, { audience: 'duties', people: 0 }, { audience: 'stalls', people: 0 }, { audience: 'guardians', people: 0 }] });
  });

  it('waits for its hour, is read by the host’s officers and the ward office, and taken back by who leads', async () => {
    const { body } = await asked(town.leader, 'messages', { ...WORDS, sendAt: '2026-11-28T09:00:00+09:00' });
    const [message] = body['items'] as { id: string }[];
    expect(message).toMatchObject({ state: 'waiting', writtenBy: '佐藤 みのる', sendAt: '2026-11-28T00:00:00.000Z', tally: null });
    for (const who of [colleague, town.approver]) expect((await asked(who, 'messages')).body).toMatchObject({ can: 'message.leaders-only', items: [{ title: '持ち物のお願い' }] });
    expect((await asked(town.approver, `messages/${message!.id}/withdrawal`, {})).status).toBe(403);
    expect((await asked(town.leader, `messages/${message!.id}/withdrawal`, {})).body).toMatchObject({ left: 3, items: [{ state: 'dropped', because: 'taken-back' }] });
  });

  it('is not sent to nobody, and what is missing stands at its field', async () => {
    expect((await asked(town.leader, 'messages', { ...WORDS, audiences: ['stalls'] })).body).toMatchObject({ status: 409, code: 'message.nobody' });
    const { status, body } = await asked(town.leader, 'message-previews', { audiences: [], title: ' ', text: 'あ', english: { title: 'Gloves', text: '' }, sendAt: 'morgen' });
    expect(status).toBe(422);
    expect((body['errors'] ?? body['fields']) as { field: string; code: string }[]).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'audiences', code: 'message.audience-missing' }), expect.objectContaining({ field: 'title', code: 'message.title-missing' }), expect.objectContaining({ field: 'english.text', code: 'message.text-missing' }), expect.objectContaining({ field: 'sendAt' })]));
    expect((await asked(town.leader, 'message-previews', { ...WORDS, sendAt: '2026-11-28T22:00:00+09:00' })).body).toMatchObject({ status: 422, code: 'message.night' });
    const { body: unfilled } = await asked(town.leader, 'message-previews', { ...WORDS, text: '場所：\n時間：', english: { title: 'Place', text: 'Place: the park' } });
    expect(unfilled).toMatchObject({ status: 422, code: 'message.unfilled', fields: [{ field: 'text' }] });
  });

  it('can begin with ready-made words, in each language as they would be typed; those with something to fill in do not go so', async () => {
    const starts = (await asked(town.leader, 'messages')).body['starts'] as { start: string; japanese: { title: string; text: string }; english: unknown }[];
    expect(starts.map(({ start }) => start)).toEqual(['bring', 'place', 'thanks']);
    expect(starts[2]).toMatchObject({ japanese: { title: 'ご参加ありがとうございました' }, easy: { title: 'ありがとう ございました' }, english: { title: 'Thank you for coming' } });
    expect(JSON.stringify(starts)).not.toContain('|');
    const codes = await Promise.all(starts.map(async ({ japanese, english }) => (await asked(town.leader, 'message-previews', { audiences: ['applied'], ...japanese, english })).body['code']));
    expect(codes).toEqual(['message.unfilled', 'message.unfilled', undefined]);
  });

  it('is said on the telephone in the words of its host, to whom no letter reaches', async () => {
    await asked(town.leader, 'messages', WORDS);
    const [message] = await town.sql<{ id: string }>('select id from events.message where dropped_at is null');
    await town.sql(
      `insert into notifications.delivery (id, dedupe_key, person_id, event_id, kind, purpose, channel, address, template, params, priority, any_hour, state, attempts, next_attempt_at, created_at)
       select gen_random_uuid(), 'm', person_id, event_id, 'event-message', 'reminder', 'none', null, 'event-message', jsonb_build_object('messageId', $1::text), 2, false, 'no-channel', 0, now(), now() from events.application where contact_email is null`,
      [message!.id],
    );
    expect((await asked(town.leader, 'call-sheet')).body['items']).toMatchObject([{ name: '井上 一郎', kind: 'event-message', say: '主催からのお知らせです。持ち物のお願い　軍手をお持ちください。' }]);
    expect((await asked(town.leader, 'messages')).body['items']).toMatchObject([{ tally: { audience: 1, callSheet: 1 } }, { state: 'dropped' }]);
  });

  it('tells the truth a week after the event: there is no call sheet any more, so who has no mail hears nothing', async () => {
    for (const [now, calls] of [['2026-12-05T10:00:00+09:00', true], ['2026-12-08T10:00:00+09:00', false]] as const) {
      town.clock.set(now);
      expect((await asked(town.leader, 'message-previews', { ...WORDS, title: 'お礼' })).body).toMatchObject({ byPhone: 1, calls });
    }
    await asked(town.leader, 'messages', { ...WORDS, title: 'お礼' });
    expect((await asked(town.leader, 'messages')).body['items']).toMatchObject([{ title: 'お礼', calls: false }, { calls: true }, {}]);
  });
});
