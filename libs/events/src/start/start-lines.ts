import { Injectable } from '@nestjs/common';
import { Areas, Organisations, type Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Clock, jstDate, type Tx } from '@yoriai/platform';
import { maySee } from '../event/event.policy.js';
import type { StartLine } from './start.dto.js';
import type { StartRequestEntity } from './start.entity.js';
import { toStartLine } from './start.mapper.js';
import { ledBy, sightOf, type StartSight } from './start.policy.js';
import { StartRepository } from './start.repository.js';

/** Requests with the names that stand in their lines, and what somebody sees of them. */
@Injectable()
export class StartLines {
  constructor(
    private readonly clock: Clock,
    private readonly areas: Areas,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly starts: StartRepository,
  ) {}

  /** Which requests they see: by what they lead, and what their centre supports. */
  async sight(tx: Tx, actor: Actor): Promise<StartSight> {
    return sightOf(actor, [...(await this.organisations.byIds(tx, ledBy(actor))).values()]);
  }

  /** The language that somebody with an account reads. */
  async languageOf(tx: Tx, personId: string): Promise<string> {
    return (await this.people.summaries(tx, [personId])).get(personId)?.language ?? 'ja';
  }

  /** Any number in four queries. */
  async lines(tx: Tx, actor: Actor, requests: readonly StartRequestEntity[]): Promise<StartLine[]> {
    const ids = (of: (request: StartRequestEntity) => string | null): string[] => requests.map(of).filter((id) => id !== null);
    const names = {
      areas: await this.areas.all(tx),
      organisations: await this.organisations.byIds(tx, ids(({ organisationId }) => organisationId)),
      people: await this.people.summaries(tx, ids(({ answeredBy }) => answeredBy)),
      series: new Set((await this.starts.eventsOf(tx, ids(({ eventId }) => eventId))).filter((event) => maySee(actor, event)).map(({ id }) => id)),
      today: jstDate(this.clock.now()),
    };
    return requests.map((request) => toStartLine(actor, request, names));
  }
}
