import { Injectable } from '@nestjs/common';
import { Clock, newId, rows, type Tx } from '@yoriai/platform';
import { FORGOTTEN_KANA, FORGOTTEN_NAME } from './forgotten.js';
import { PersonRepository } from './person.repository.js';

/** Joined before then, with a name still. */
const JOINED = `from identity.joining joining join identity.person person on person.id = joining.joined_person_id
  where joining.at < $1 and person.name <> '${FORGOTTEN_NAME}'`;

/**
 * Records whose person is not known any more. A record stays, since numbers and histories point at it; who it was goes. Who
 * else needs the name is for the caller to say: this context knows only who signs in.
 */
@Injectable()
export class Nameless {
  constructor(
    private readonly clock: Clock,
    private readonly people: PersonRepository,
  ) {}

  /** Those of these records with which somebody signs in. All of them are locked until the caller's transaction ends, so that two who forget the same person see each other's work. */
  async withLogin(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    await this.people.lock(tx, ids);
    const found = await rows<{ id: string }>(tx, 'select person_id as id from identity.account where person_id = any($1::uuid[])', [ids]);
    return new Set(found.map(({ id }) => id));
  }

  /** Name, reading and contacts go for good. */
  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await rows(
      tx,
      `update identity.person set name = '${FORGOTTEN_NAME}', kana = '${FORGOTTEN_KANA}', search_key = '${FORGOTTEN_KANA}', kana_key = '${FORGOTTEN_KANA}',
         email = null, phone = null, contact_key = null, language = 'ja', updated_at = $2 where id = any($1::uuid[])`,
      [ids, this.clock.now()],
    );
  }

  /**
   * Forgets some of the records that were joined into another before then: whoever they were is known by that one, and whatever
   * pointed at them points there. Answers how many; two who come at once take different ones.
   */
  async forgetJoined(tx: Tx, before: Date, limit: number): Promise<number> {
    const found = await rows<{ id: string }>(tx, `select person.id ${JOINED} limit $2 for update of person skip locked`, [before, limit]);
    if (found.length > 0) await this.forget(tx, found.map(({ id }) => id));
    return found.length;
  }

  /** How many of them there are; changes nothing. */
  async joinedDue(tx: Tx, before: Date): Promise<number> {
    const [found] = await rows<{ count: number }>(tx, `select count(*)::int as count ${JOINED}`, [before]);
    return found?.count ?? 0;
  }

  /** A record of nobody for each of these people, to stand where they stood. */
  async standIns(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const made = new Map(ids.map((id) => [id, newId()]));
    if (made.size === 0) return made;
    const keys = { name: FORGOTTEN_NAME, kana: FORGOTTEN_KANA, searchKey: FORGOTTEN_KANA, kanaKey: FORGOTTEN_KANA };
    const nobody = { ...keys, email: null, phone: null, contactKey: null, language: 'ja' as const, at: this.clock.now() };
    await this.people.addAll(tx, [...made.values()].map((id) => ({ id, ...nobody })));
    return made;
  }
}
