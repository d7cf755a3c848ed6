import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import { EventRevisionEntity } from './event-revision.entity.js';

/** SQL of revisions: they are added and read, never changed. */
@Injectable()
export class EventRevisionRepository {
  /** Adds the next revision of an event whose row is locked, and answers its number. */
  async add(tx: Tx, revision: Omit<EventRevisionEntity, 'number'>): Promise<number> {
    const [row] = await rows<{ number: number }>(
      tx,
      `insert into events.event_revision (event_id, number, kind, snapshot, search_text, actor_person_id, at)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 from events.event_revision where event_id = $1
       returning number`,
      [revision.eventId, revision.kind, JSON.stringify(revision.snapshot), revision.searchText, revision.actorPersonId, revision.at],
    );
    return row!.number;
  }

  /** The first revisions of new events. */
  addFirst(tx: Tx, revisions: readonly Omit<EventRevisionEntity, 'number'>[]): Promise<unknown> {
    return tx.insert(EventRevisionEntity, revisions.map((revision) => ({ ...revision, number: 1 })));
  }

  /** The newest revision: after an approval it is what was approved, with its minor edits. */
  latest(tx: Tx, eventId: string): Promise<EventRevisionEntity | null> {
    return tx.findOne(EventRevisionEntity, { where: { eventId }, order: { number: 'DESC' } });
  }

  /** What was handed in last, without the minor edits since: once approved, what was decided on. */
  submitted(tx: Tx, eventId: string): Promise<EventRevisionEntity | null> {
    return tx.findOne(EventRevisionEntity, { where: { eventId, kind: 'submission' }, order: { number: 'DESC' } });
  }

  byNumber(tx: Tx, eventId: string, number: number): Promise<EventRevisionEntity | null> {
    return tx.findOneBy(EventRevisionEntity, { eventId, number });
  }

  /** For each event the public revision, else the newest. */
  told(tx: Tx, eventIds: readonly string[]): Promise<EventRevisionEntity[]> {
    return rows(
      tx,
      `select distinct on (revision.event_id) revision.event_id as "eventId", revision.number, revision.kind, revision.snapshot,
         revision.search_text as "searchText", revision.actor_person_id as "actorPersonId", revision.at
       from events.event_revision revision join events.event event on event.id = revision.event_id
       where revision.event_id = any($1::uuid[]) and (event.public_revision is null or revision.number = event.public_revision)
       order by revision.event_id, revision.number desc`,
      [eventIds],
    );
  }
}
