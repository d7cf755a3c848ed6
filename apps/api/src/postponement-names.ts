import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, People } from '@yoriai/identity';
import type { Tx } from '@yoriai/platform';
import type { StillComingLine } from './postponement.dto.js';

/** What somebody answered; `none`: nothing yet. */
export type Answer = 'yes' | StillComingLine['answer'];

/** An application or a duty whose holder is asked. */
export interface Asked {
  personId: string;
  /** Null for a duty. */
  applicationId: string | null;
  duty: string | null;
  heads: number;
  answer: Answer;
}

/** The names of those who said no or nothing; each reading is logged. */
@Injectable()
export class PostponementNames {
  constructor(
    private readonly people: People,
    private readonly accessLog: AccessLog,
  ) {}

  async named(tx: Tx, actor: Actor, eventId: string, asked: readonly Asked[]): Promise<StillComingLine[]> {
    const open = [...asked.filter(({ answer }) => answer === 'no'), ...asked.filter(({ answer }) => answer === 'none')];
    if (open.length === 0) return [];
    const people = await this.people.summaries(tx, [...new Set(open.map(({ personId }) => personId))]);
    await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'postponement.names-read', subject: `event:${eventId}`, rowCount: open.length });
    return open.map(({ personId, duty, heads, answer }) => ({ name: people.get(personId)?.name ?? '', duty, heads, answer: answer === 'no' ? 'no' : 'none' }));
  }
}
