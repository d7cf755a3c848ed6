import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Invitations } from '@yoriai/associations';
import { Accounts, Passkeys, SignIn } from '@yoriai/identity';
import { newId, newToken, rows } from '@yoriai/platform';
import { Device } from '@yoriai/testing';
import { LetterTown, URL_OF_SITE, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

describe('letters of the journey', () => {
  test('a code comes with link and number, an unknown address gets neither', async () => {
    const { requestId } = await town.app.get(SignIn).request('new@example.jp', { browser: newToken(), from: '203.0.113.7' }, { name: '新 人', kana: 'しん じん', phone: null });
    await town.app.get(SignIn).request('nobody@example.jp', { browser: newToken(), from: '203.0.113.7' });
    const mails = await town.post();
    const code = letterTo(mails, 'new@example.jp');
    expect(code?.subject).toMatch(/^\d{6} が入口の番号です$/);
    expect(code?.text).toMatch(new RegExp(`${URL_OF_SITE}/sign-in/link/[\\w-]{43}`));
    expect(letterTo(mails, 'nobody@example.jp')?.text).not.toMatch(/\d{6}\b(?!-)/);
    // Nothing plain lies in the ledger.
    const stored = await town.app.tx((tx) => rows<{ params: unknown }>(tx, `select params from notifications.delivery where address = 'new@example.jp'`));
    expect(stored).toEqual([{ params: { signInRequestId: requestId } }]);
  });

  test('an officer is invited by a link', async () => {
    await town.app.get(Invitations).invite(town.host, town.organisationId, { email: 'officer@example.jp', role: 'council-officer', title: '副会長' });
    const [letter] = await town.post();
    expect(letter?.subject).toBe('副会長をお引き受けください（西船場連合振興町会からの招待）');
    expect(letter?.text).toContain('任期：令和8年11月10日から令和10年3月31日まで');
    expect(letter?.text).toMatch(new RegExp(`${URL_OF_SITE}/invitation/[\\w-]{43}`));
  });
});

describe('an invitation', () => {
  test('of the ward office says that the ward office invites', async () => {
    await town.app.get(Invitations).invite(town.approver, town.organisationId, { email: 'chair@example.jp', role: 'leader', title: '会長' });
    const [letter] = await town.post();
    expect(letter?.subject).toBe('西船場連合振興町会の会長をお引き受けください（西区役所からの招待）');
    expect(letter?.text).toContain('西区役所から、西船場連合振興町会の会長への招待です。');
  });

  test('goes out in the language that was chosen for the invited person', async () => {
    await town.app.get(Invitations).invite(town.approver, town.organisationId, { email: 'anna@example.jp', role: 'leader', title: 'chair', language: 'en' });
    const [letter] = await town.post();
    expect(letter?.subject).toMatch(/^[^\p{Script=Hiragana}]*chair/u);
    expect(letter?.subject).not.toMatch(/\p{Script=Hiragana}/u);
  });
});

describe('a device', () => {
  test('that was added, removed or reset is told to the owner of the account, with the hour and where to look', async () => {
    const known = { email: 'phone@example.jp', name: '南 電話', kana: 'みなみ でんわ' };
    const { accountId, personId } = await town.app.tx((tx) => town.app.get(Accounts).enter(tx, known, {}));
    const owner = { accountId, personId, sessionId: newId(), startedAt: new Date('2999-01-01'), name: known.name, email: known.email, held: null };
    const [passkeys, browser] = [town.app.get(Passkeys), newToken()];
    const { id } = await passkeys.add(owner, browser, '電話', new Device(URL_OF_SITE).add(await passkeys.ask(owner, browser)));
    const added = letterTo(await town.post(), owner.email);
    expect(added?.subject).toBe('指紋・顔で入る端末が登録されました');
    expect(added?.text).toContain('身におぼえがないときは、すぐに区役所へお電話ください。');
    expect(added?.text).toContain(`${URL_OF_SITE}/me/passkeys`);
    expect(added?.text).not.toContain('電話」');
    await passkeys.remove(owner, id, true);
    expect(letterTo(await town.post(), owner.email)?.subject).toBe('指紋・顔で入る端末が外されました');
    await passkeys.add(owner, browser, '電話', new Device(URL_OF_SITE).add(await passkeys.ask(owner, browser)));
    await town.post();
    await town.app.tx((tx) => passkeys.reset(tx, { personId: null, reason: '紛失' }, accountId));
    expect(letterTo(await town.post(), owner.email)?.subject).toBe('指紋・顔で入る端末を、すべて外しました');
  });
});
