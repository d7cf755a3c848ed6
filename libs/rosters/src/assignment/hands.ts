import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, People } from '@yoriai/identity';
import { refuse, type Tx } from '@yoriai/platform';
import type { EnterHandRequest } from './proxy-assignment.dto.js';

/** Who was heard of, as a record. */
@Injectable()
export class Hands {
  constructor(
    private readonly people: People,
    private readonly accessLog: AccessLog,
  ) {}

  /** The record of this name and contact, else a new one. Refuses `platform.invalid` (422) naming the fields. */
  async find(tx: Tx, request: EnterHandRequest): Promise<{ personId: string; letter: boolean }> {
    if (!request.phone && !request.email) return refuse('platform.invalid', { status: 422, fields: [{ field: 'phone', code: 'application.contact-missing' }] });
    const { id, email } = await this.people.findOrAdd(tx, request);
    return { personId: id, letter: email !== null };
  }

  /** Who entered somebody on the shifts of which event. */
  async log(tx: Tx, actor: Actor, eventId: string): Promise<void> {
    await this.accessLog.add(tx, { actorPersonId: actor.personId, subject: `event:${eventId}`, action: 'shift-roster.person-entered', rowCount: 1 });
  }
}
