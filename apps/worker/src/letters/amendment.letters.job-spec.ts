import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Amendments, AnswersForgetting, EmailChanges, EventPublications, SignUps } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { LetterTown, URL_OF_SITE, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

/** Applies, and lets the letter about that go. */
async function applied(event: { id: string; frameId: string }, more: { email?: string; phone?: string; language?: 'ja' | 'en' | 'ja-easy' } = {}): Promise<{ id: string; token: string }> {
  const { id, ticketUrl } = await town.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, name: '山田 花子', kana: 'やまだ はなこ', heads: 3, ...more });
  await town.post();
  return { id: id!, token: ticketUrl!.split('/t/')[1]! };
}

const change = ({ token }: { token: string }, request: Parameters<Amendments['byTicket']>[1]) => town.app.get(Amendments).byTicket(token, request);

test('whoever changes an application reads old and new; by a leader it says who changed it; without an address nobody is telephoned', async () => {
  const event = await town.published({ frames: [{ name: 'いす席', capacity: 9, perApplicationMax: 4 }] });
  const one = await applied(event, { email: 'hanako@example.jp', phone: '090-0000-1111' });
  await change(one, { heads: 2, phone: '090-0000-2222' });
  const [letter, ...more] = await town.post();
  expect([letter!.subject, to(letter!), more]).toEqual(['申込の内容が変わりました：靱公園バラ園コンサート（11月29日(日)）', 'hanako@example.jp', []]);
  for (const words of ['3人 → 2人', '•••1111 → •••2222', `${URL_OF_SITE}/t/${one.token}`, '心当たりがないときは']) expect(letter!.text).toContain(words);
  await town.app.get(Amendments).byHost(town.host, one.id, { heads: 4 });
  expect((await town.post())[0]?.text).toContain('主催が、あなたからうかがって');
  await town.app.get(Amendments).byHost(town.host, one.id, { name: '山田 華', kana: 'やまだ はな' });
  expect((await town.post())[0]?.text).toMatch(/山田 華 様.*（.*） → 山田 華（やまだ はな）/s);

  const phone = await applied(event, { phone: '090-0000-3333' });
  await change(phone, { heads: 1 });
  expect(await town.post()).toEqual([]);
  expect(await town.app.database.asOwner(`select kind from notifications.delivery where kind = 'application-amended' and address is null`)).toEqual([]);
});

test('a new address is asked first, in words that tell a stranger nothing; then both are told, and the next letter goes there alone', async () => {
  const event = await town.published({ frames: [{ name: 'いす席', capacity: 9, perApplicationMax: 4 }] });
  const one = await applied(event, { email: 'mae@example.jp', language: 'en' });
  await change(one, { email: 'atarashii@example.jp' });
  const [asked, ...more] = await town.post();
  expect([to(asked!), more]).toEqual(['atarashii@example.jp', []]);
  expect(asked!.text).toMatch(new RegExp(`${URL_OF_SITE}/m/[\\w-]{43}`));
  for (const secret of ['山田', '/t/', 'mae@example.jp']) expect(asked!.text).not.toContain(secret);

  await town.app.get(EmailChanges).confirm(/\/m\/([\w-]{43})/.exec(asked!.text ?? '')![1]!);
  const told = await town.post();
  expect(told.map((mail) => to(mail)).sort()).toEqual(['atarashii@example.jp', 'mae@example.jp']);
  const left = letterTo(told, 'mae@example.jp');
  expect(left?.text).toContain('at•••@example.jp');
  expect(left?.text).not.toContain('/t/');
  expect(letterTo(told, 'atarashii@example.jp')?.text).toContain('m•••@example.jp');

  // Whoever is told is told once, at the address that is theirs now.
  await town.app.get(EventPublications).cancel(town.host, event.id, '台風');
  expect((await town.post()).map((mail) => to(mail))).toEqual(['atarashii@example.jp']);
  town.app.clock.set('2027-01-06T10:00:00+09:00');
  await town.app.get(AnswersForgetting).sweep(town.app.clock.now());
  await town.post();
  expect(await town.app.database.asOwner(`select kind, address from notifications.delivery where kind in ('email-left', 'email-change-asked') order by kind`)).toEqual([
    { kind: 'email-change-asked', address: 'erased@invalid.invalid' },
    { kind: 'email-left', address: 'erased@invalid.invalid' },
  ]);
});

test('what waits goes to the address that is theirs now; what is about a duty, or for a guardian, stays', async () => {
  const event = await town.published({ frames: [{ name: 'いす席', capacity: 9, perApplicationMax: 4 }] });
  const one = await applied(event, { email: 'mae@example.jp' });
  const [{ personId }] = (await town.app.database.asOwner<{ personId: string }>('select person_id as "personId" from events.application where id = $1', [one.id])) as [{ personId: string }];
  const waiting = (kind: string, params: Record<string, unknown>) => ({ dedupeKey: `night:${kind}`, personId, eventId: event.id, kind, purpose: 'confirmation' as const, address: 'mae@example.jp', template: kind, params, scheduledFor: new Date('2026-11-27T07:00:00+09:00') });
  await town.app.tx((tx) =>
    town.app.get(Deliveries).add(tx, [waiting('application-confirmed', { applicationId: one.id }), waiting('event-changed', { applicationIds: [one.id], assignmentIds: [] }), waiting('assignment-confirmed', { assignmentId: one.id }), waiting('consent-chased', { applicationId: one.id })]),
  );
  await town.app.get(Amendments).byHost(town.host, one.id, { email: 'atarashii@example.jp' });
  await town.app.deliver();
  expect(await town.app.database.asOwner(`select kind, address, state from notifications.delivery where dedupe_key like 'night:%' order by kind`)).toEqual([
    { kind: 'application-confirmed', address: 'atarashii@example.jp', state: 'due' },
    { kind: 'assignment-confirmed', address: 'mae@example.jp', state: 'due' },
    { kind: 'consent-chased', address: 'mae@example.jp', state: 'due' },
    { kind: 'event-changed', address: 'atarashii@example.jp', state: 'due' },
  ]);
});

test('who was reminded at the address before is not reminded again', async () => {
  const event = await town.published({ frames: [{ name: 'いす席', capacity: 9, perApplicationMax: 4 }] });
  const one = await applied(event, { email: 'mae@example.jp' });
  town.app.clock.set('2026-11-22T10:00:00+09:00');
  expect((await town.post()).map((mail) => to(mail))).toEqual(['mae@example.jp']);
  await change(one, { email: 'atarashii@example.jp' });
  const [asked] = await town.post();
  await town.app.get(EmailChanges).confirm(/\/m\/([\w-]{43})/.exec(asked!.text ?? '')![1]!);
  expect((await town.post()).map((mail) => String(mail.subject).split('：')[0]).sort()).toEqual(['申込の内容が変わりました', '連絡先が変わりました']);
  // The next one is the evening before, at the address that is theirs now.
  town.app.clock.set('2026-11-28T18:00:00+09:00');
  expect((await town.post()).map((mail) => `${to(mail)} ${String(mail.subject).split('：')[0]}`)).toEqual(['atarashii@example.jp あしたです']);
});
