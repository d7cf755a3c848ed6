import { expect, test } from '@playwright/test';
import { axeFinds, sidewaysOf, smallTargets } from '../town/looks.js';
import { mailTo } from '../town/mail.js';
import { shoot } from '../town/shots.js';
import { register } from '../town/sign-in.js';
import { Someone } from '../town/someone.js';

test('a device is added, lets in without a letter, is told of, and no longer lets in once it is removed', async ({ browser }) => {
  const who = await Someone.at(browser);
  const { page } = who;
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options });
  const unlocked = (isUserVerified: boolean): Promise<unknown> => device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });

  const email = `passkey-${Date.now()}-${test.info().project.name}@example.jp`;
  await register(who, { name: '新町 けい', kana: 'しんまち けい', email });
  const since = new Date();
  await page.goto('/me');
  await who.press(who.link('指紋・顔で入る端末を見る'));
  await who.sees('指紋・顔で入る');
  await expect(page.getByText('このブラウザでは使えません')).toBeHidden();
  expect([...(await axeFinds(page)), ...(await smallTargets(page)), ...(await sidewaysOf(page))], 'before').toEqual([]);

  // Somebody else's finger: said in our words, and nothing is added.
  await unlocked(false);
  await who.write(who.box('この端末の名前'), '自分のスマホ');
  await who.press(who.button('この端末を登録する'));
  await expect(page.getByRole('alert')).toContainText('もう一度ボタンを押してください');
  await unlocked(true);
  await who.press(who.button('この端末を登録する'));
  await expect(page.getByRole('status')).toHaveText('この端末で入れるようになりました。');
  await expect(page.getByRole('listitem').filter({ hasText: '自分のスマホ' })).toBeVisible();
  await shoot(page, 'passkeys-added');
  expect([...(await axeFinds(page)), ...(await smallTargets(page)), ...(await sidewaysOf(page))], 'after').toEqual([]);
  await mailTo(email, '指紋・顔で入る端末が登録されました', { since });

  const enter = async (): Promise<void> => {
    await page.context().clearCookies();
    await page.goto('/sign-in?next=%2Fme%2Fpasskeys');
    await who.press(who.button('指紋・顔で入る（パスキー）'));
  };
  await enter();
  await expect(page).toHaveURL(/\/me\/passkeys$/);

  await who.press(page.getByRole('button', { name: /この端末を外す$/u }));
  await who.sees('「自分のスマホ」を外しますか');
  await who.press(who.button('外して、メールの番号で入るようにする'));
  await expect(page.getByRole('status')).toHaveText('端末を外しました。');
  await enter();
  await expect(page.getByRole('alert')).toContainText('この端末ではできませんでした');
  await expect(page).toHaveURL(/\/sign-in/);
  await who.leave();
});
