import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConfigError } from '../config/config.js';
import { Db } from '../database/db.js';
import { rows } from '../database/tx.js';
import { KeptSealed } from './kept-sealed.js';

const USED = 'insert into platform.sealing_key as kept (id, since) values ($1, now()) on conflict (id) do update set ended_at = null where kept.ended_at is not null';
const UNKNOWN = 'select id from platform.sealing_key where ended_at is null and id <> all ($1::text[]) order by since';

/** The names of the keys with which anything is sealed: a process that lacks one of them does not begin, instead of failing where somebody reads. */
@Injectable()
export class SealingKeys implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sealed: KeptSealed,
  ) {}

  /** Throws a {@link ConfigError} where something is sealed with a key that is not in the settings; writes down that ours seals from now on. */
  async onModuleInit(): Promise<void> {
    const unknown = await this.db.transaction(async (tx) => {
      const missing = await rows<{ id: string }>(tx, UNKNOWN, [this.sealed.keyIds]);
      if (missing.length === 0) await rows(tx, USED, [this.sealed.keyIds[0]]);
      return missing.map(({ id }) => id);
    });
    if (unknown.length === 0) return;
    const names = unknown.join(', ');
    throw new ConfigError([`SEALING_KEY: データは別の鍵（${names}）で封をしてあります。その鍵を入れてください（取りかえるときは、新しい鍵、コンマ、前の鍵）。Data are sealed with another key (${names}): give that one; to turn it, the new one, a comma and that one.`]);
  }

  /** Nothing is sealed with the older key any more: processes begin without it. */
  async endOlder(): Promise<void> {
    const [, ...older] = this.sealed.keyIds;
    if (older.length === 0) return;
    await this.db.transaction((tx) => rows(tx, 'update platform.sealing_key set ended_at = now() where id = any($1::text[]) and ended_at is null', [older]));
  }
}
