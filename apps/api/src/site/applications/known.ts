import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Db } from '@yoriai/platform';
import type { AssignmentResponse } from '@yoriai/rosters';
import { countedFrames, type PublicFrameFacts } from '../events/standing.js';
import { SameTime, type Hours } from '../page/same-time.js';
import { isForChildren } from './guardian.js';

/** What the form knows already about somebody who is signed in. */
@Injectable()
export class Known {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly sameTime: SameTime,
  ) {}

  /** Their own duties at the hours of the event. */
  duties(actor: Actor | null | undefined, event: Hours): Promise<AssignmentResponse[]> {
    return this.sameTime.duties(actor, event);
  }

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
