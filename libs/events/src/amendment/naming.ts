import { Injectable } from '@nestjs/common';
import { Accounts, FORGOTTEN_NAME, People, searchKey } from '@yoriai/identity';
import { Refusal, type Tx } from '@yoriai/platform';
import type { BookingRow } from '../application/application.repository.js';
import { AmendmentRepository, type AmendedWords } from './amendment.repository.js';

/** How who applied is called, as a leader heard it. What is left out stays. */
export interface NameSaid {
  name?: string | undefined;
  kana?: string | undefined;
  groupName?: string | undefined;
}

/** A name that is another by now: how it read, and how it reads. */
export interface Named {
  name: string;
  kana: string;
  groupName: string | null;
  was: AmendedWords;
  now: AmendedWords;
}

/** Mends how who applied is written: the record of somebody without a login, and the group they speak for. */
@Injectable()
export class Naming {
  constructor(
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly amendments: AmendmentRepository,
  ) {}

  /** What would be another; null: nothing. Refuses `application.name-theirs` where they sign in themselves, `application.name-consented` where a guardian is asked, or said yes, about who is written there, `application.name-erased` where they asked to be erased (409). */
  async heard(tx: Tx, row: BookingRow, said: NameSaid): Promise<Named | null> {
    const person = await this.people.byId(tx, row.person_id);
    const [name, kana] = [said.name?.trim() ?? person.name, said.kana?.trim() ?? person.kana];
    const groupName = row.group_name === null ? null : (said.groupName ?? row.group_name);
    const [own, group] = [name !== person.name || kana !== person.kana, groupName !== row.group_name];
    if (!own && !group) return null;
    if (person.name === FORGOTTEN_NAME) no('application.name-erased');
    if (own && (await this.signsIn(tx, row.person_id))) no('application.name-theirs');
    if (own && row.consent !== 'not-needed') no('application.name-consented');
    const words = (each: { name: string; kana: string }, of: string | null): AmendedWords => ({ ...(own && { name: `${each.name}（${each.kana}）` }), ...(group && { groupName: of }) });
    return { name, kana, groupName, was: words(person, row.group_name), now: words({ name, kana }, groupName) };
  }

  /** Also where they joined the record with one of theirs a moment ago, and the application has not followed it yet. */
  private async signsIn(tx: Tx, personId: string): Promise<boolean> {
    const kept = (await this.people.kept(tx, [personId])).get(personId) ?? personId;
    return (await this.accounts.ofPerson(tx, kept)) !== null;
  }

  /** Only while the frame is locked. */
  async write(tx: Tx, { id, person_id: personId }: BookingRow, { name, kana, groupName, now }: Named): Promise<void> {
    if (now.name !== undefined) await this.people.update(tx, personId, { name, kana });
    await this.amendments.saveName(tx, id, searchKey(name), groupName);
  }
}

function no(code: string): never {
  throw new Refusal(code, { status: 409, fields: [{ field: 'name', code }] });
}
