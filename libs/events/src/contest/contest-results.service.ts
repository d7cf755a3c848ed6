import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, People } from '@yoriai/identity';
import { Db, hashToken, refuse, type Tx } from '@yoriai/platform';
import { ContestEvents } from './contest-events.js';
import { ContestRepository, type EntrantRow } from './contest.repository.js';
import { ownResults, type OwnResult, type Results } from './contest.rules.js';

/** Results as everybody sees them: a number, and a name only where the holder of the ticket allowed it. */
export interface ShownResults extends Results {
  names: ReadonlyMap<number, string>;
}

/** What a certificate says. */
export interface Certificate {
  number: number;
  division: string;
  name: string;
  /** Null: for the prize that is named. */
  rank: number | null;
  prize: string | null;
}

/** Numbers to wear, by division. */
export interface EntryNumbers {
  divisions: { name: string; numbers: number[] }[];
}

/** What comes of a contest: results in public, certificates, numbers to wear, and what the holder of a ticket says about names. */
@Injectable()
export class ContestResults {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly accessLog: AccessLog,
    private readonly contests: ContestRepository,
    private readonly events: ContestEvents,
  ) {}

  /** Of a public event, which the caller found as such; null as long as the host has not confirmed any. */
  shown(eventId: string): Promise<ShownResults | null> {
    return this.db.read(async (tx) => {
      const results = (await this.contests.of(tx, eventId))?.results;
      if (!results) return null;
      const named = (await this.contests.entrantsOf(tx, eventId, numbersIn(results))).filter((entrant) => entrant.named);
      return { ...results, names: await this.namesOf(tx, named) };
    });
  }

  /** Of the numbers of a ticket, which the caller found by its link; null as long as the host has not confirmed any, empty where the results name none of them. */
  own(eventId: string, numbers: readonly number[]): Promise<OwnResult[] | null> {
    return this.db.read(async (tx) => {
      const results = (await this.contests.of(tx, eventId))?.results;
      return results ? ownResults(results, numbers) : null;
    });
  }

  /** A certificate for each rank and prize, with names (L3), for those who lead the event; logged. Refuses `event.not-found` (404), `contest.leaders-only` (403), `contest.no-results` (409). */
  certificates(actor: Actor, eventId: string): Promise<{ host: string; certificates: Certificate[] }> {
    return this.db.transaction(async (tx) => {
      const { organisation } = await this.events.read(tx, actor, eventId);
      const results = (await this.contests.of(tx, eventId))?.results ?? refuse('contest.no-results');
      const names = await this.namesOf(tx, await this.contests.entrantsOf(tx, eventId, numbersIn(results)));
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'certificates.printed', subject: `event:${eventId}`, rowCount: names.size });
      const certificates = [
        ...results.divisions.flatMap(({ name: division, places }) => places.map(({ number, rank }) => ({ number, division, rank, prize: null, name: names.get(number) ?? '' }))),
        ...results.prizes.map(({ number, division, name: prize }) => ({ number, division, rank: null, prize, name: names.get(number) ?? '' })),
      ];
      return { host: organisation.name, certificates };
    });
  }

  /** Numbers that stand, by division. Refuses `event.not-found` (404), `contest.leaders-only` (403), `contest.none` (404). */
  numbers(actor: Actor, eventId: string): Promise<EntryNumbers & { criteria: string[]; scale: number; judges: string[] }> {
    return this.db.read(async (tx) => {
      await this.events.read(tx, actor, eventId);
      const facts = (await this.events.facts(tx, eventId)) ?? refuse('contest.none', { status: 404 });
      const { criteria, scale } = facts.contest;
      const divisions = facts.divisions.map(({ frameId, name }) => ({ name, numbers: facts.entries.filter((entry) => entry.stands && entry.frameId === frameId).map(({ number }) => number) }));
      return { divisions, criteria, scale, judges: facts.judges.map(({ name }) => name) };
    });
  }

  /** The holder of a ticket allows its names to be shown with a prize, or takes that back. Refuses `application.ticket-unknown` (404), `contest.no-entry` (409). */
  allowNames(token: string, named: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      const found = await this.contests.byTicketHash(tx, hashToken(token));
      if (!found) return refuse('application.ticket-unknown', { status: 404 });
      if (!found.entered) return refuse('contest.no-entry');
      await this.contests.setNamed(tx, found.id, named);
    });
  }

  private async namesOf(tx: Tx, entrants: readonly EntrantRow[]): Promise<Map<number, string>> {
    const people = await this.people.summaries(tx, [...new Set(entrants.map((entrant) => entrant.person_id))]);
    return new Map(entrants.map((entrant) => [entrant.number, nameOf(entrant, people.get(entrant.person_id)?.name)]));
  }
}

const numbersIn = ({ divisions, prizes }: Results): number[] => [...divisions.flatMap(({ places }) => places), ...prizes].map(({ number }) => number);

/** A group by the name it gave. The applicant is the first head, but for the others of a group that was parted. Whose name nobody was asked for has none. */
function nameOf({ unit, head, companions, group_name: groupName, part_of: partOf }: EntrantRow, applicant = ''): string {
  if (unit === 'group') return groupName ?? applicant;
  if (head === 0 && partOf === null) return applicant;
  return companions?.[head - (partOf === null ? 1 : 0)]?.name ?? '';
}
