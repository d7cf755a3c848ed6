import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AssociationsModule, Operator } from '@yoriai/associations';
import { PlatformModule, Refusal, readConfig } from '@yoriai/platform';

const USAGE = 'npm run operator -- invite <mail>    区役所のシステム管理の方を招待します。Invites a ward administrator.\nnpm run operator -- reset-passkeys <mail>    なくした端末の登録（パスキー）をすべて外します。Removes all devices of an account.';

/** `npm run operator -- invite <mail>` lets the first administrator in, `reset-passkeys <mail>` one who lost their device; no HTTP, no queue. */
async function main([command, mail, ...rest]: string[]): Promise<void> {
  if (!['invite', 'reset-passkeys'].includes(command ?? '') || !mail || rest.length > 0) throw new Error(USAGE);
  const config = readConfig(process.env);

  @Module({ imports: [PlatformModule.forRoot(config), AssociationsModule] })
  class OperatorModule {}

  const app = await NestFactory.createApplicationContext(OperatorModule, { logger: ['error', 'warn'] });
  try {
    if (command === 'reset-passkeys') {
      console.info(`${await app.get(Operator).resetPasskeys(mail)} 台を外しました。Removed; the owner is written to.`);
      return;
    }
    const { link, expiresAt } = await app.get(Operator).inviteAdmin(mail);
    const until = expiresAt.toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'long', timeStyle: 'short' });
    console.info(`${mail} へ招待のメールを送ります（寄合が動いていれば、すぐ届きます）。The letter goes out as soon as the worker runs.`);
    console.info(`同じリンク / the same link:\n  ${link}`);
    console.info(`${until} まで、1回だけ使えます。Works once, for 72 hours.`);
  } finally {
    await app.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const wrongMail = error instanceof Refusal && error.fields.some(({ code }) => code === 'contact.email');
  if (wrongMail) console.error('メールアドレスをたしかめてください。This is not one plain mail address.');
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
