import { rows, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import type { EventState } from '../event/event.rules.js';

/** That somebody of a community centre (まちづくりセンター) wrote at a draft of an association. One for each person and event. */
export interface HelpGiven {
  eventId: string;
  personId: string;
  centreId: string;
  /** Began the draft. */
  began: boolean;
  firstAt: Date;
  lastAt: Date;
  /** When they last asked the host to look at it. */
  askedAt: Date | null;
}

/** The same with the names that a screen says. */
export interface DraftHelp extends HelpGiven {
  name: string;
  centreName: string;
}

/** Who helped with the drafts of these events, the first to begin first. The caller asks who may know. */
export function helpGiven(tx: Tx, eventIds: readonly string[]): Promise<HelpGiven[]> {
  return rows(
    tx,
    `select event_id as "eventId", person_id as "personId", centre_id as "centreId", began, first_at as "firstAt", last_at as "lastAt", asked_at as "askedAt"
     from events.draft_help where event_id = any($1::uuid[]) order by first_at, person_id`,
    [eventIds],
  );
}

/** Writes down that they wrote at it; the event is locked, or new. */
export async function noteHelp(tx: Tx, { eventId, personId, centreId, began, at }: Pick<HelpGiven, 'eventId' | 'personId' | 'centreId' | 'began'> & { at: Date }): Promise<void> {
  await rows(
    tx,
    `insert into events.draft_help (event_id, person_id, centre_id, began, first_at, last_at) values ($1, $2, $3, $4, $5, $5)
     on conflict (event_id, person_id) do update set centre_id = excluded.centre_id, last_at = excluded.last_at`,
    [eventId, personId, centreId, began, at],
  );
}

/**
 * Writes down that somebody of the centre asks the host to look at it; the event is locked. False where nobody of it has written since
 * the host was last asked, or nobody at all: whose words they are makes no difference to the host.
 */
export async function noteAsked(tx: Tx, { eventId, personId, centreId, at }: Pick<HelpGiven, 'eventId' | 'personId' | 'centreId'> & { at: Date }): Promise<boolean> {
  const noted = await rows(
    tx,
    `update events.draft_help helper set asked_at = $4
     where event_id = $1 and person_id = coalesce(
         (select person_id from events.draft_help where event_id = $1 and person_id = $2),
         (select person_id from events.draft_help where event_id = $1 and centre_id = $3 order by last_at desc limit 1))
       and (select max(asked_at) is null or max(last_at) > max(asked_at) from events.draft_help where event_id = $1)
     returning event_id`,
    [eventId, personId, centreId, at],
  );
  return noted.length > 0;
}

/** Who helped with the draft of what waits. What was approved is changed without them. */
export const helpersIn = ({ help }: { help: readonly HelpGiven[] }): string[] => help.map(({ personId }) => personId);

/** True for a draft that this person began and nobody but who helps has written at since: it is still theirs to give to another association. docs/adr/0074. */
export function isHelpAlone(personId: string, { createdBy, editors }: Pick<EventEntity, 'createdBy' | 'editors'>, helpers: readonly string[]): boolean {
  return createdBy === personId && editors.every((editor) => editor === personId || helpers.includes(editor));
}

/** Who is named beside an event until it is handed in: who wrote at it last. Null once it is, and where nobody helped. */
export function helpShown({ state }: { state: EventState }, help: readonly DraftHelp[]): (Pick<DraftHelp, 'name' | 'centreName' | 'began'> & { askedAt: string | null; writtenSince: boolean }) | null {
  if (state !== 'draft' && state !== 'returned') return null;
  const last = [...help].sort((one, other) => other.lastAt.getTime() - one.lastAt.getTime())[0];
  if (!last) return null;
  const askedAt = help.reduce<Date | null>((latest, each) => (each.askedAt !== null && (latest === null || each.askedAt > latest) ? each.askedAt : latest), null);
  return { name: last.name, centreName: last.centreName, began: last.began, askedAt: askedAt?.toISOString() ?? null, writtenSince: askedAt !== null && last.lastAt > askedAt };
}
