import { Injectable } from '@nestjs/common';
import { Clock, newId, refuse, type FieldError, type Tx } from '@yoriai/platform';
import { contactKey, kanaKey, normaliseEmail, normalisePhone, searchKey, type ContactVerdict } from '../names/names.js';
import type { Language } from './language.js';
import { PersonRepository, type PersonRow, type PersonValues } from './person.repository.js';

/** What somebody said about themselves, as typed. */
export interface PersonInput {
  name: string;
  kana: string;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  /** Letters go out in it; Japanese without. */
  language?: Language | undefined;
}

/** Somebody who is about to be written down: made by {@link People.newcomer} alone. */
export type Newcomer = PersonValues;

/** A person as the other contexts may see one. Contact data are L3: show them only where there is a need. */
export interface PersonSummary {
  id: string;
  /** As typed, never normalised. */
  name: string;
  kana: string;
  /** For telling doubles apart, see `searchKey`. */
  searchKey: string;
  /** For kana order: compare with `<`. */
  kanaKey: string;
  email: string | null;
  /** Digits only. */
  phone: string | null;
  language: Language;
}

/** People, most of them without a login. */
@Injectable()
export class People {
  constructor(
    private readonly people: PersonRepository,
    private readonly clock: Clock,
  ) {}

  /** Makes a person and answers the id. Names stay as typed; contacts are normalised. Refuses `platform.invalid` (422) naming the fields. */
  async add(tx: Tx, input: PersonInput): Promise<string> {
    const newcomer = this.newcomer(input);
    await this.addAll(tx, [newcomer]);
    return newcomer.id;
  }

  /** The record that {@link addAll} will write, with its id. Refuses like {@link add}. */
  newcomer(input: PersonInput): Newcomer {
    return { id: newId(), ...this.normalised(input) };
  }

  /**
   * The record of somebody of this name whose mail or phone this is, one with a login before others; null where there is none.
   * Two who write the same person down at once find one record: the second waits here until the first is done. What is known
   * stays as it is: nobody's address is changed by who typed their name. `phoneGiven`: the number of the record is the one
   * that was typed. Refuses like {@link add}.
   */
  async alike(tx: Tx, input: PersonInput): Promise<{ id: string; email: string | null; phoneGiven: boolean } | null> {
    const newcomer = this.newcomer(input);
    const found = await this.people.alike(tx, newcomer);
    return found ? { id: found.id, email: found.email, phoneGiven: found.phone === newcomer.phone } : null;
  }

  /** Writes people down. One statement for any number. */
  async addAll(tx: Tx, newcomers: readonly Newcomer[]): Promise<void> {
    if (newcomers.length > 0) await this.people.addAll(tx, newcomers);
  }

  /** Changes what is given and keeps the rest. Refuses like {@link add}, and `person.not-found` (404). */
  async update(tx: Tx, id: string, input: Partial<PersonInput>): Promise<void> {
    const [row] = await this.people.lock(tx, [id]);
    if (!row) return refuse('person.not-found', { status: 404 });
    await this.people.update(tx, { id, ...this.normalised({ ...row, ...input }) });
  }

  /** Somebody reads this language from now on; without an effect where they do already. */
  async speak(tx: Tx, id: string, language: Language): Promise<void> {
    await this.people.speak(tx, id, language, this.clock.now());
  }

  /** The people of these ids; an unknown id is absent. One statement for any number. */
  async summaries(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonSummary>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.people.byIds(tx, ids)).map((row) => [row.id, toSummary(row)]));
  }

  /** One person. Refuses `person.not-found` (404). */
  async byId(tx: Tx, id: string): Promise<PersonSummary> {
    const [row] = await this.people.byIds(tx, [id]);
    return row ? toSummary(row) : refuse('person.not-found', { status: 404 });
  }

  /** For each id the record that stands for that person today: the one it was joined into, else itself. One statement for any number. */
  async kept(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const found = ids.length === 0 ? [] : await this.people.byIds(tx, ids);
    const into = new Map(found.map((row) => [row.id, row.merged_into]));
    return new Map(ids.map((id) => [id, into.get(id) ?? id]));
  }

  /** Whom these ids stand for today, each once; their records are joined with no other until the caller's transaction ends. */
  async held(tx: Tx, ids: readonly string[]): Promise<PersonSummary[]> {
    const standing = [...new Set((await this.kept(tx, ids)).values())];
    const found = standing.length === 0 ? [] : await this.people.hold(tx, standing);
    // Joined while we waited for it: once more, with what stands for it now.
    return found.some(({ merged_into: into }) => into !== null) ? this.held(tx, standing) : found.map(toSummary);
  }

  private normalised(input: PersonInput) {
    const errors: FieldError[] = [];
    const email = contact(input.email, 'email', normaliseEmail, errors);
    const phone = contact(input.phone, 'phone', normalisePhone, errors);
    const name = input.name.trim();
    const kana = input.kana.trim();
    if (name === '') errors.push({ field: 'name', code: 'person.name' });
    if (kana === '') errors.push({ field: 'kana', code: 'person.kana' });
    if (errors.length > 0) refuse('platform.invalid', { status: 422, fields: errors });
    const keys = { searchKey: searchKey(name), kanaKey: kanaKey(kana), contactKey: contactKey({ phone, email }) };
    return { name, kana, email, phone, language: input.language ?? 'ja', ...keys, at: this.clock.now() };
  }
}

function contact(
  text: string | null | undefined,
  field: string,
  normalise: (text: string) => ContactVerdict,
  errors: FieldError[],
): string | null {
  if (!text || text.trim() === '') return null;
  const verdict = normalise(text);
  if (verdict.ok) return verdict.value;
  errors.push({ field, code: verdict.code });
  return null;
}

export function toSummary(row: PersonRow): PersonSummary {
  const { id, name, kana, email, phone, language } = row;
  return { id, name, kana, language, searchKey: row.search_key, kanaKey: row.kana_key, email, phone };
}
