import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Db } from '@yoriai/platform';
import { countedFrames, type PublicFrameFacts } from '../events/standing.js';
import { isForChildren } from './guardian.js';

/** What the form knows already about somebody who is signed in. */
@Injectable()
export class Known {
  constructor(
    private readonly db: Db,
    private readonly people: People,
  ) {}

  /** Name, reading and contacts, ready for the boxes; where only children come, the name is a guardian's. Nothing for everybody else. */
  async of(actor: Actor | null | undefined, frames: readonly PublicFrameFacts[]): Promise<Record<string, string>> {
    if (!actor) return {};
    const person = await this.db.read((tx) => this.people.byId(tx, actor.personId));
    const contact = { phone: person.phone ?? '', email: person.email ?? '' };
    const counted = countedFrames(frames);
    if (counted.length > 0 && counted.every(isForChildren)) return { ...contact, 'guardian.name': person.name };
    return { name: person.name, kana: person.kana, ...contact };
  }
}
