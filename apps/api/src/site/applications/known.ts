import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Db } from '@yoriai/platform';

/** What the form knows already about somebody who is signed in. */
@Injectable()
export class Known {
  constructor(
    private readonly db: Db,
    private readonly people: People,
  ) {}

  /** Name, reading and contacts, ready for the boxes; nothing for everybody else. */
  async of(actor: Actor | null | undefined): Promise<Record<string, string>> {
    if (!actor) return {};
    const person = await this.db.read((tx) => this.people.byId(tx, actor.personId));
    return { name: person.name, kana: person.kana, phone: person.phone ?? '', email: person.email ?? '' };
  }
}
