import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { asksForArea } from '../picture/picture.rules.js';
import { Clock, Db, Outbox, newId, refuse } from '@yoriai/platform';
import type { ReportRequest } from './event-report.dto.js';
import { EventMoves } from './event-moves.js';
import type { EventDetail } from './event.dto.js';
import { tooMany } from './figures.rules.js';
import { headcountOf } from './event.mapper.js';
import { EventRepository } from './event.repository.js';

/** After the event: the host's report and the ward's closing, which freezes the figures. */
@Injectable()
export class EventReports {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly moves: EventMoves,
    private readonly events: EventRepository,
  ) {}

  /** Reports how it went; numbers left out are those of the reception. Refuses `event.headcount-missing` (422) when there are none at all, `event.no-area` (422) for an area where nothing is measured, `event.more-than-came` (422). */
  report(actor: Actor, id: string, request: ReportRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const given = [request.participants, request.volunteers, request.walkIns].some((count) => count !== undefined && count !== null);
      const { event } = await this.moves.begin(tx, actor, id, 'report', (found) => ({ hasHeadcount: given || headcountOf(found) !== null }));
      const area = request.cleanedArea ?? null;
      if (area !== null && !asksForArea(event)) refuse('event.no-area', { status: 422, fields: [{ field: 'cleanedArea', code: 'event.no-area' }] });
      event.headcountParticipants = request.participants ?? event.headcountParticipants ?? 0;
      event.headcountVolunteers = request.volunteers ?? event.headcountVolunteers ?? 0;
      event.headcountWalkIns = request.walkIns ?? event.headcountWalkIns ?? 0;
      const parts = { children: request.children ?? null, wheelchairs: request.wheelchairs ?? null };
      const fields = tooMany({ participants: event.headcountParticipants, walkIns: event.headcountWalkIns, ...parts });
      if (fields.length > 0) refuse('event.more-than-came', { status: 422, fields });
      await this.events.addReport(tx, {
        id: newId(),
        eventId: id,
        participants: event.headcountParticipants,
        volunteers: event.headcountVolunteers,
        walkIns: event.headcountWalkIns,
        ...parts,
        cost: request.cost ?? null,
        cleanedArea: area,
        handedOut: request.handedOut ?? null,
        incident: request.incident ?? null,
        note: request.note ?? null,
        nextTimeNote: request.nextTimeNote ?? null,
        reportedBy: actor.personId,
        reportedAt: this.clock.now(),
      });
      await this.moves.finish(tx, actor, event, 'report');
      await this.outbox.add(tx, 'events.event-reported', { eventId: id });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** Accepts the report; from now on the figures stand, and no condition is asked for any more. Refuses `event.own-report` (403) to the one who reported. */
  close(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'close');
      await this.moves.finish(tx, actor, event, 'close');
      await this.moves.papers.end(tx, id);
      await this.outbox.add(tx, 'events.event-closed', { eventId: id });
      return this.moves.answer(tx, actor, id);
    });
  }
}
