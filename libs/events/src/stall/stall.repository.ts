import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import { StallCallEntity, StallEntity, StallPlotEntity } from './stall.entity.js';

/** What everybody sees of an accepted stall. */
export type ShownStall = Pick<StallEntity, 'name' | 'kind' | 'sells' | 'plot'> & { venue: string | null };

/** SQL of stalls: the call, the plots and who asks for one. */
@Injectable()
export class StallRepository {
  callOf(tx: Tx, eventId: string): Promise<StallCallEntity | null> {
    return tx.findOneBy(StallCallEntity, { eventId });
  }

  plotsOf(tx: Tx, eventId: string): Promise<StallPlotEntity[]> {
    return tx.find(StallPlotEntity, { where: { eventId }, order: { sort: 'ASC' } });
  }

  /** Those without an answer first, then by plot, then as they came. */
  ofEvent(tx: Tx, eventId: string): Promise<StallEntity[]> {
    return tx
      .createQueryBuilder(StallEntity, 'stall')
      .leftJoin(StallPlotEntity, 'place', 'place.event_id = stall.event_id and place.code = stall.plot')
      .where('stall.event_id = :eventId', { eventId })
      .orderBy(`array_position(array['applied', 'accepted', 'declined', 'withdrawn'], stall.state)`)
      .addOrderBy('place.sort', 'ASC', 'NULLS LAST')
      .addOrderBy('stall.id')
      .getMany();
  }

  /** The accepted ones as everybody sees them, by plot: nobody's contact is even read. */
  shownOf(tx: Tx, eventId: string): Promise<ShownStall[]> {
    return rows(
      tx,
      `select stall.name, stall.kind, stall.sells, stall.plot, place.venue
       from events.stall left join events.stall_plot place on place.event_id = stall.event_id and place.code = stall.plot
       where stall.event_id = $1 and stall.state = 'accepted' order by place.sort nulls last, stall.id`,
      [eventId],
    );
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<StallEntity[]> {
    return tx.createQueryBuilder(StallEntity, 'stall').where('stall.id = any(:ids)', { ids }).getMany();
  }

  byTicketHash(tx: Tx, ticketHash: Buffer): Promise<StallEntity | null> {
    return tx.findOneBy(StallEntity, { ticketHash });
  }

  /** How many of an event one address stands behind, that wait or are accepted. Whoever else applies with it waits until this transaction ends. */
  async countOf(tx: Tx, eventId: string, contactEmail: string): Promise<number> {
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended('stall ' || $1::text || ' ' || $2::text, 0))`, [eventId, contactEmail]);
    const [found] = await rows<{ count: number }>(tx, `select count(*)::int as count from events.stall where event_id = $1 and contact_email = $2 and state in ('applied', 'accepted')`, [eventId, contactEmail]);
    return found?.count ?? 0;
  }

  /** What hosts wrote to all who have a stall, by event. */
  async notesOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ event_id: string; note: string }>(tx, 'select event_id, note from events.stall_call where event_id = any($1) and note is not null', [eventIds]);
    return new Map(found.map(({ event_id, note }) => [event_id, note]));
  }

  /** The event of a stall; it is locked before the stall is, by everybody. */
  async eventOf(tx: Tx, id: string): Promise<string | null> {
    const [found] = await rows<{ event_id: string }>(tx, 'select event_id from events.stall where id = $1', [id]);
    return found?.event_id ?? null;
  }

  lock(tx: Tx, id: string): Promise<StallEntity | null> {
    return tx.findOne(StallEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, stall: StallEntity): Promise<void> {
    await tx.insert(StallEntity, stall);
  }

  async save(tx: Tx, { id, ...columns }: StallEntity): Promise<void> {
    await tx.update(StallEntity, { id }, columns);
  }

  /** The call as it is now, and its plots; one on which a stall stands does not go (foreign key). */
  async saveCall(tx: Tx, call: StallCallEntity, plots: readonly StallPlotEntity[]): Promise<void> {
    await tx.upsert(StallCallEntity, call, ['eventId']);
    await rows(tx, 'delete from events.stall_plot where event_id = $1 and code <> all($2::text[])', [call.eventId, plots.map(({ code }) => code)]);
    if (plots.length > 0) await tx.upsert(StallPlotEntity, [...plots], ['eventId', 'code']);
  }
}
