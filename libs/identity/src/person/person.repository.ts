import { Injectable } from '@nestjs/common';
import { named, rows, type Tx } from '@yoriai/platform';
import type { Language } from './language.js';

/** The row; never leaves the context. */
export interface PersonRow {
  id: string;
  name: string;
  kana: string;
  search_key: string;
  kana_key: string;
  email: string | null;
  phone: string | null;
  contact_key: string | null;
  merged_into: string | null;
  language: Language;
}

export interface PersonValues {
  id: string;
  name: string;
  kana: string;
  searchKey: string;
  kanaKey: string;
  email: string | null;
  phone: string | null;
  contactKey: string | null;
  language: Language;
  at: Date;
}

const ADD = `
  insert into identity.person (id, name, kana, search_key, kana_key, email, phone, contact_key, language, created_at, updated_at)
  select id, name, kana, search_key, kana_key, email, phone, contact_key, language, at, at
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])
    as item (id, name, kana, search_key, kana_key, email, phone, contact_key, language, at)`;

const COLUMNS = 'id, name, kana, search_key, kana_key, email, phone, contact_key, merged_into, language';

/** Somebody of this name with this mail or phone, one who signs in before others; their record is joined with no other meanwhile. */
export const ALIKE = `
  select ${COLUMNS} from identity.person person
  where search_key = $1 and merged_into is null and (email = $2 or phone = $3)
  order by exists (select from identity.account where person_id = person.id) desc, (email = $2) is true desc, created_at, id limit 1
  for share of person`;

@Injectable()
export class PersonRepository {
  async addAll(tx: Tx, people: readonly PersonValues[]): Promise<void> {
    const column = <Key extends keyof PersonValues>(key: Key): PersonValues[Key][] => people.map((person) => person[key]);
    await named(tx, 'identity.person-add', ADD, [
      ...[column('id'), column('name'), column('kana'), column('searchKey'), column('kanaKey')],
      ...[column('email'), column('phone'), column('contactKey'), column('language'), column('at')],
    ]);
  }

  async update(tx: Tx, person: PersonValues): Promise<void> {
    await rows(
      tx,
      `update identity.person set name = $2, kana = $3, search_key = $4, kana_key = $5, email = $6, phone = $7,
         contact_key = $8, language = $9, updated_at = $10 where id = $1`,
      valuesOf(person),
    );
  }

  async speak(tx: Tx, id: string, language: Language, at: Date): Promise<void> {
    await rows(tx, 'update identity.person set language = $2, updated_at = $3 where id = $1 and language <> $2', [id, language, at]);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
    return rows<PersonRow>(tx, `select ${COLUMNS} from identity.person where id = any($1::uuid[])`, [[...new Set(ids)]]);
  }

  /** Somebody of this name with this mail or phone; whoever looks for the same name, or joins this record with another, waits until the caller's transaction ends. */
  async alike(tx: Tx, { searchKey, email, phone }: Pick<PersonValues, 'searchKey' | 'email' | 'phone'>): Promise<PersonRow | undefined> {
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended('identity.person:' || $1, 0))`, [searchKey]);
    return (await rows<PersonRow>(tx, ALIKE, [searchKey, email, phone]))[0];
  }

  /** These records, joined with no other until the caller's transaction ends. */
  async hold(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
    return rows<PersonRow>(tx, `select ${COLUMNS} from identity.person where id = any($1::uuid[]) order by id for share`, [ids]);
  }

  async lock(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
    return rows<PersonRow>(tx, `select ${COLUMNS} from identity.person where id = any($1::uuid[]) order by id for update`, [ids]);
  }

  /** People without a login whose typed address is this one: the records that a verified address may claim. */
  async withoutAccountByEmail(tx: Tx, email: string): Promise<PersonRow[]> {
    return rows<PersonRow>(
      tx,
      `select ${COLUMNS} from identity.person person
       where email = $1 and merged_into is null
         and not exists (select 1 from identity.account where person_id = person.id)
       order by created_at, id limit 100`,
      [email],
    );
  }

  async markMerged(tx: Tx, id: string, into: string, at: Date): Promise<void> {
    await rows(tx, 'update identity.person set merged_into = $2, updated_at = $3 where id = $1', [id, into, at]);
  }
}

function valuesOf(person: PersonValues): unknown[] {
  const { id, name, kana, searchKey, kanaKey, email, phone, contactKey, language, at } = person;
  return [id, name, kana, searchKey, kanaKey, email, phone, contactKey, language, at];
}
