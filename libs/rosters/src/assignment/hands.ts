import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, People } from '@yoriai/identity';
import type { Tx } from '@yoriai/platform';
import type { EnterHandRequest } from './proxy-assignment.dto.js';

/** Who was heard of, as a record. */
@Injectable()
export class Hands {
  constructor(
    private readonly people: People,
    private readonly accessLog: AccessLog,
  ) {}

  /** The record of this name and contact, else a new one; `phoneTold`: its number is the one that was said. Refuses `platform.invalid` (422) naming the fields. */
  async find(tx: Tx, request: EnterHandRequest): Promise<{ personId: string; letter: boolean; phoneTold: boolean }> {
    const { id, email, phoneGiven } = await this.people.findOrAdd(tx, request);
    return { personId: id, letter: email !== null, phoneTold: phoneGiven };
  }

  /** Who entered somebody on the shifts of which event. */
  async log(tx: Tx, actor: Actor, eventId: string): Promise<void> {
    await this.accessLog.add(tx, { actorPersonId: actor.personId, subject: `event:${eventId}`, action: 'shift-roster.person-entered', rowCount: 1 });
  }
}
