import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AnswersForgetting, StartAnswers, StartAsking, Starts, type StartRequest } from '@yoriai/events';
import { LetterTown, URL_OF_SITE, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

const WISH: StartRequest = { programme: 'exercise', place: 'みなみマンション 集会室', people: 12, weekdays: [2, 4], hours: 'morning', contactName: '標野 つばめ' };

test('who asks to begin something hears that it came, of the talk and of the answer; the ward hears of it without who it is', async () => {
  await town.actor({ name: '区 担当', email: 'clerk@example.jp' }, town.approver.grants[0]!.organisationId, 'staff');
  const ask = async (contact: Pick<StartRequest, 'email' | 'phone'>, language: 'ja' | 'en'): Promise<{ token: string; id: string }> => {
    const token = await town.app.get(StartAsking).ask({ ...WISH, ...contact }, { language, from: language });
    return { token, id: (await town.app.get(StartAsking).byToken(token)).id };
  };
  const [yes, no, phone] = [await ask({ email: 'yes@example.jp' }, 'ja'), await ask({ email: 'no@example.jp' }, 'en'), await ask({ phone: '090-0000-4649' }, 'ja')];
  const sent = await town.post();
  const first = letterTo(sent, 'yes@example.jp');
  expect(first?.subject).toBe('「はじめたい」を受けとりました：いきいき百歳体操');
  for (const words of ['標野 つばめ 様', 'みなみマンション 集会室', '火曜日・木曜日　午前', `${URL_OF_SITE}/b/${yes.token}`]) expect(first?.text).toContain(words);
  const toWard = sent.filter(({ subject }) => subject === '「はじめたい」が届きました：いきいき百歳体操');
  expect(toWard.map(({ to }) => JSON.stringify(to).includes('clerk@example.jp'))).toEqual([true, true, true]);
  expect(toWard[0]?.text).toContain('/app/begin');
  for (const words of ['標野', 'yes@example.jp', '4649']) expect(toWard.map(({ text }) => text).join()).not.toContain(words);

  const answer = (id: string, state: 'talking' | 'accepted' | 'declined', words: string | null) => town.app.get(StartAnswers).answer(town.approver, id, { state, words });
  await answer(yes.id, 'talking', '月曜日にうかがいます。');
  expect(letterTo(await town.post(), 'yes@example.jp')?.text).toContain('月曜日にうかがいます。');
  await answer(yes.id, 'accepted', 'おもりをお貸しします。');
  await answer(no.id, 'declined', 'おもりが足りません。');
  await answer(phone.id, 'accepted', null);
  const answers = await town.post();
  expect(answers).toHaveLength(2);
  expect(letterTo(answers, 'yes@example.jp')).toMatchObject({ subject: 'はじめられます：いきいき百歳体操', text: expect.stringContaining('おもりをお貸しします。') });
  expect(letterTo(answers, 'no@example.jp')?.subject).toContain('About your request');
  // Who can't be written to is telephoned.
  expect((await town.app.get(Starts).waiting(town.approver)).items).toContainEqual(expect.objectContaining({ id: phone.id, kind: 'call' }));
});

test('who asked hears once that what came of it has a page, an association where the ward office began it in its place; not where it wrote it itself', async () => {
  const ids: string[] = [];
  const house = town.host.grants[0]!.organisationId;
  for (const [email, organisationId] of [['yes@example.jp', null], ['led@example.jp', house], ['served@example.jp', house]] as const) {
    const token = await town.app.get(StartAsking).ask({ ...WISH, email }, { language: 'ja', from: email });
    const { id } = await town.app.get(StartAsking).byToken(token);
    await town.app.get(StartAnswers).answer(town.approver, id, { state: 'accepted', words: null });
    if (organisationId) await town.app.database.asOwner('update events.start_request set organisation_id = $2 where id = $1', [id, organisationId]);
    ids.push(id);
  }
  await town.post();
  for (const [at, id] of ids.entries()) {
    await town.published({ title: 'いきいき百歳体操' }, async (eventId) => {
      await town.app.database.asOwner('update events.start_request set event_id = $2, begun_at = now() where id = $1', [id, eventId]);
      if (at === 2) await town.app.database.asOwner('update events.event set created_by = $2 where id = $1', [eventId, town.approver.personId]);
    });
  }
  const told = (await town.post()).filter(({ subject }) => subject === '日にちが決まりました：いきいき百歳体操');
  expect(told.map(({ to, text }) => [/\w+@/.exec(JSON.stringify(to))![0], text?.includes('/app/begin')]).sort()).toEqual([
    ['served@', true],
    ['yes@', false],
  ]);
  // By invitation there is no page that they could open.
  await town.app.database.asOwner(`update events.start_request set event_id = null, begun_at = null`);
  await town.published({ title: 'いきいき百歳体操', visibility: 'invited' }, (eventId) => town.app.database.asOwner('update events.start_request set event_id = $2, begun_at = now() where id = $1', [ids[0], eventId]));
  expect((await town.post()).filter(({ subject }) => subject?.startsWith('日にちが決まりました'))).toEqual([]);
  expect(letterTo(told, 'yes@example.jp')?.text).toMatch(/\/b\/[\w-]{43}/);
});

test('whoever asks at night hears at once that it came; the ward reads of it in the morning', async () => {
  await town.actor({ name: '区 担当', email: 'clerk@example.jp' }, town.approver.grants[0]!.organisationId, 'staff');
  town.app.clock.set('2026-11-03T02:00:00+09:00');
  await town.app.get(StartAsking).ask({ ...WISH, email: 'night@example.jp' }, { language: 'ja', from: 'night' });
  expect((await town.post()).map(({ to }) => JSON.stringify(to).includes('night@example.jp'))).toEqual([true]);
  town.app.clock.set('2026-11-03T07:00:00+09:00');
  expect((await town.post()).map(({ to }) => JSON.stringify(to).includes('clerk@example.jp'))).toEqual([true]);
});

test('once it is forgotten who asked, the letters to them have no address either; those to the ward stay', async () => {
  await town.actor({ name: '区 担当', email: 'clerk@example.jp' }, town.approver.grants[0]!.organisationId, 'staff');
  const token = await town.app.get(StartAsking).ask({ ...WISH, email: 'gone@example.jp' }, { language: 'ja', from: 'gone' });
  await town.post();
  await town.app.get(StartAsking).withdraw(token);
  town.app.clock.advance(31 * 24 * 60);
  await town.app.get(AnswersForgetting).sweep(town.app.clock.now());
  await town.app.deliver();
  expect(await town.app.database.asOwner(`select kind, address from notifications.delivery where kind like 'start-%' order by kind`)).toEqual([
    { kind: 'start-asked', address: 'erased@invalid.invalid' },
    { kind: 'start-new', address: 'clerk@example.jp' },
  ]);
});
