import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AnswersForgetting, ConsentLinks, EventApprovals, EventChangeDrafts, EventMessages, EventPublications, EventQueries, GuardianAddresses, GuardianConsents, Postponements, Reductions, SignUps, type UpdateEventRequest } from '@yoriai/events';
import { Ledger } from '@yoriai/notifications';
import { translator } from '@yoriai/ui';
import type { ParsedMail } from 'mailparser';
import { ConsentLetters } from './consent.letters.js';
import { GuardianLetters } from './guardian.letters.js';
import { LetterTown, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;
let event: { id: string; frameId: string; shiftId: string };

beforeEach(async () => {
  town = await LetterTown.open();
  event = await town.published({ rainPolicy: 'postponed', careText: '火を使います', frames: [{ name: 'こども', capacity: 5, asks: { guardian: true, needs: ['allergy'] } }], duties: [] });
});
afterEach(() => town.close());

const GUARDIAN = { yes: 'yes@example.jp', none: 'none@example.jp', no: 'no@example.jp' };
const tokenIn = (mail: ParsedMail | undefined): string => /\/g\/([\w-]{43})/.exec(mail?.text ?? '')![1]!;

/** A child applies alone; the link that the guardian was sent. */
async function asked(email: string): Promise<string> {
  const child = { name: `標野 ${email.split('@')[0]}`, kana: 'しめの ひばり', heads: 1, email: `child-${email}` };
  await town.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, ...child, guardian: { by: 'child', email }, needs: ['allergy'], needsText: 'たまご', language: 'ja' });
  return tokenIn(letterTo(await town.post(), email));
}

async function says(token: string): Promise<void> {
  const { revision, read } = await town.app.get(ConsentLinks).byToken(token);
  await town.app.get(GuardianConsents).giveByToken(token, { name: '標野 花', relation: '母', revision, read });
}

const toGuardians = (mails: ParsedMail[]): [string | undefined, string | undefined][] =>
  mails.flatMap((mail): [string | undefined, string | undefined][] => (Object.values(GUARDIAN).includes(to(mail) ?? '') ? [[to(mail), mail.subject?.split('：')[0]]] : [])).sort();

/** One guardian said yes, one has not answered, and one said yes and took it back. */
async function three(): Promise<void> {
  const [yes, , no] = [await asked(GUARDIAN.yes), await asked(GUARDIAN.none), await asked(GUARDIAN.no)];
  for (const token of [yes, no]) await says(token);
  await town.app.get(GuardianConsents).refuseByToken(no);
  await town.post();
}

async function change(request: UpdateEventRequest): Promise<void> {
  const { version } = await town.app.get(EventQueries).detail(town.host, event.id);
  await town.app.get(EventChangeDrafts).update(town.host, event.id, request, `"${version}"`);
  await town.app.get(EventApprovals).submit(town.host, event.id);
  await town.app.get(EventApprovals).approve(town.approver, event.id, { revision: 2 });
}

test('whom such a letter does not reach is telephoned: the sheet says with what', () => {
  const kinds = [town.app.get(ConsentLetters).renderers, town.app.get(GuardianLetters).renderers].flatMap((renderers) => Object.keys(renderers));
  expect(kinds).toHaveLength(8);
  for (const lang of ['ja', 'ja-easy', 'en'] as const) expect(kinds.filter((kind) => !translator(lang).has(`notifications.call.${kind}`) || !translator(lang).has(`app.letter.${kind}`))).toEqual([]);
});

describe('a guardian who is reached by mail', () => {
  test('has in writing what they said yes to, with what the child answered, and how to take it back', async () => {
    const token = await asked(GUARDIAN.yes);
    await says(token);
    const letters = await town.post();
    expect(toGuardians(letters)).toEqual([[GUARDIAN.yes, '同意をうけたまわりました']]);
    const text = letterTo(letters, GUARDIAN.yes)?.text ?? '';
    for (const words of ['標野 花 さん（母）から、メールのリンクで同意をいただきました', '靱公園 バラ園', '無料', '火を使います', '食べ物のアレルギー：たまご', '「同意をやめる」', `/g/${token}`]) expect(text).toContain(words);
    await says(token);
    expect(await town.post()).toEqual([]);
  });

  test('asked at another address since the first was a slip, is not telephoned about it too', async () => {
    const child = await town.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, name: '標野 ひばり', kana: 'しめの ひばり', heads: 1, email: 'child@example.jp', guardian: { by: 'child', email: 'slip@example.jp' } });
    await town.post();
    await town.app.database.asOwner(`update notifications.delivery set state = 'bounced', accepted_at = null, message_id = null where address = 'slip@example.jp'`);
    const sheet = () => town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect((await sheet()).map(({ letters }) => letters.map(({ kind }) => kind))).toEqual([['consent-asked']]);
    await town.app.get(GuardianAddresses).askAt(child.ticketUrl!.split('/t/')[1]!, GUARDIAN.none);
    expect(toGuardians(await town.post())).toEqual([[GUARDIAN.none, 'お子さんの参加に同意をお願いします']]);
    expect(await sheet()).toEqual([]);
  });

  test('is told that the event is off, also who has not answered; whoever took it back is not', async () => {
    await three();
    await town.app.get(EventPublications).cancel(town.host, event.id, '雨のため');
    const letters = await town.post();
    expect(toGuardians(letters)).toEqual([[GUARDIAN.none, '中止になりました'], [GUARDIAN.yes, '中止になりました']]);
    expect(letterTo(letters, GUARDIAN.yes)?.text).toMatch(/標野 yes さんが申し込んだ.*中止になりました[^]*雨のため/u);
    expect(await town.post()).toEqual([]);
  });

  test('is told of another day once: who said yes is asked anew with old and new, the other has a copy', async () => {
    await three();
    const { startsAt } = await town.app.get(EventQueries).detail(town.host, event.id);
    await town.app.get(Postponements).postpone(town.host, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: startsAt! });
    const letters = await town.post();
    expect(toGuardians(letters)).toEqual([[GUARDIAN.none, '延期になりました'], [GUARDIAN.yes, '変わったので、もう一度、同意をお願いします']]);
    for (const guardian of [GUARDIAN.yes, GUARDIAN.none]) for (const words of ['11月29日(日) 13時〜15時 → 12月6日(日) 13時〜15時', '雨の予報のため', '「まだ来られますか」は、申し込んだときの連絡先に']) expect(letterTo(letters, guardian)?.text).toContain(words);
    // Whose place is kept meanwhile is asked like everybody.
    for (const words of ['お席は、新しい日にそのまま', 'まだ来られますか', '来られるかどうか答える']) expect(letterTo(letters, `child-${GUARDIAN.yes}`)?.text).toContain(words);
    expect(letterTo(letters, `child-${GUARDIAN.none}`)?.text).not.toContain('まだ来られますか');
  });

  test('is told once of what is left out, also who has not answered, not who took it back', async () => {
    await three();
    const { startsAt } = await town.app.get(EventQueries).detail(town.host, event.id);
    await town.app.get(Reductions).reduce(town.host, event.id, { startsAt: startsAt!, after: null, cause: 'heat', reason: '暑さがきびしいため、走るものを取りやめます。', dropped: [] });
    const letters = await town.post();
    expect(toGuardians(letters)).toEqual([[GUARDIAN.none, '一部を取りやめて開催します'], [GUARDIAN.yes, '一部を取りやめて開催します']]);
    for (const words of ['標野 yes さんが申し込んだ', '走るものを取りやめます', 'いただいた同意は、そのままです']) expect(letterTo(letters, GUARDIAN.yes)?.text).toContain(words);
    expect(letterTo(letters, GUARDIAN.none)?.text).toContain('お答えを、まだいただいていません');
    expect(await town.post()).toEqual([]);
  });

  test('is told of what reads otherwise and needs no other yes; of what does, by the letter that asks', async () => {
    await three();
    await change({ rainPolicy: 'cancelled' });
    const letters = await town.post();
    expect(toGuardians(letters)).toEqual([[GUARDIAN.none, '変更のお知らせ'], [GUARDIAN.yes, '変更のお知らせ']]);
    expect(letterTo(letters, GUARDIAN.yes)?.text).toContain('いただいた同意は、そのままです');
    expect(letterTo(letters, GUARDIAN.none)?.text).toContain('お答えを、まだいただいていません');
  });

  test('is asked anew where the place is another, and told nothing twice', async () => {
    await three();
    await change({ placeName: '松島公園' });
    const letters = await town.post();
    expect(toGuardians(letters)).toEqual([[GUARDIAN.none, '変更のお知らせ'], [GUARDIAN.yes, '変わったので、もう一度、同意をお願いします']]);
    expect(letterTo(letters, GUARDIAN.yes)?.text).toMatch(/靱公園 バラ園.* → 松島公園/);
  });

  test('of a change that was approved at night is told, and asked anew, in the morning', async () => {
    await three();
    town.app.clock.set('2026-11-12T21:30:00+09:00');
    await change({ placeName: '松島公園' });
    expect(toGuardians(await town.post())).toEqual([]);
    town.app.clock.set('2026-11-13T07:00:00+09:00');
    expect(toGuardians(await town.post())).toEqual([[GUARDIAN.none, '変更のお知らせ'], [GUARDIAN.yes, '変わったので、もう一度、同意をお願いします']]);
  });

  test('put off at night for a day that is further off, is asked anew in the morning', async () => {
    await three();
    town.app.clock.set('2026-11-26T21:30:00+09:00');
    const { startsAt } = await town.app.get(EventQueries).detail(town.host, event.id);
    await town.app.get(Postponements).postpone(town.host, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: startsAt! });
    expect(toGuardians(await town.post())).toEqual([]);
    town.app.clock.set('2026-11-27T07:00:00+09:00');
    expect(toGuardians(await town.post())).toEqual([[GUARDIAN.none, '延期になりました'], [GUARDIAN.yes, '変わったので、もう一度、同意をお願いします']]);
  });

  test('is no more in what was sent once the host asks nobody any more', async () => {
    const known = async () => (await town.app.database.asOwner<{ address: string }>(`select distinct address from notifications.delivery where address in ('${GUARDIAN.none}', '${GUARDIAN.yes}')`)).map(({ address }) => address);
    await asked(GUARDIAN.none);
    expect(await known()).toEqual([GUARDIAN.none]);
    await change({ frames: [{ id: event.frameId, name: 'こども', capacity: 5, asks: { guardian: false, needs: ['allergy'] } }] });
    await town.post();
    expect(await known()).toEqual([]);
  });

  test('who said yes is known until thirty days after the event, also where the host asks no more', async () => {
    const known = () => town.app.database.asOwner(`select distinct address from notifications.delivery where address in ('${GUARDIAN.yes}', '${GUARDIAN.none}')`);
    await three();
    await change({ frames: [{ id: event.frameId, name: 'こども', capacity: 5, asks: { guardian: false, needs: ['allergy'] } }] });
    await town.post();
    expect(await known()).not.toEqual([]);
    town.app.clock.set('2026-12-30T10:00:00+09:00');
    await town.app.get(AnswersForgetting).sweep(town.app.clock.now());
    await town.post();
    expect(await known()).toEqual([]);
  });

  test('what the host wrote to them counts with its message, and keeps no address thirty days after the event either', async () => {
    await asked(GUARDIAN.yes);
    await town.app.tx((tx) => town.app.get(EventMessages).write(tx, town.host, event.id, { request: { audiences: ['guardians'], title: 'お迎えのお願い', text: '15時にお迎えください。' }, people: 1 }));
    await town.app.get(EventMessages).sweep(town.app.clock.now());
    expect(toGuardians(await town.post())).toEqual([[GUARDIAN.yes, expect.stringContaining('お迎えのお願い')]]);
    expect([...(await town.app.tx((tx) => town.app.get(Ledger).ofMessages(tx, event.id))).values()]).toMatchObject([{ audience: 1, accepted: 1 }]);
    const sent = () => town.app.database.asOwner(`select kind, address = '${GUARDIAN.yes}' as known from notifications.delivery where template = 'event-message'`);
    expect(await sent()).toEqual([{ kind: 'guardian-message', known: true }]);
    town.app.clock.set('2026-12-30T10:00:00+09:00');
    await town.app.get(AnswersForgetting).sweep(town.app.clock.now());
    await town.post();
    expect(await sent()).toEqual([{ kind: 'guardian-message', known: false }]);
  });
});
