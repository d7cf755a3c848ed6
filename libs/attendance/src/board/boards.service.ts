import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import type { EventSummary } from '@yoriai/events';
import { Clock, Db, refuse } from '@yoriai/platform';
import { Attendance } from '../headcount/headcount.service.js';
import { Gate } from '../reception/gate.js';
import { VenueCodes } from '../self/venue-codes.js';
import { BoardRepository, type LackingDuty } from './board.repository.js';
import { boardMoment, stillToCome, type BoardMoment } from './board.rules.js';

/** What hangs over the entrance: numbers, and which duties lack people. */
export interface Board {
  event: EventSummary;
  moment: BoardMoment;
  /** Heads that were received, with an application or without. */
  came: number;
  walkIns: number;
  /** Who applied and has not been received. */
  toCome: number;
  /** Null: nothing is limited. */
  places: number | null;
  lacking: LackingDuty[];
  now: Date;
}

/**
 * 会場のボード: what everybody in the hall may see of the reception, behind a link that whoever leads the event puts on a screen
 * (docs/adr/0096). Derived and kept nowhere; it tells no name and changes nothing.
 */
@Injectable()
export class Boards {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly codes: VenueCodes,
    private readonly gate: Gate,
    private readonly attendance: Attendance,
    private readonly boards: BoardRepository,
  ) {}

  /** The code of the event's board, for those who lead it. Refuses `event.not-found` (404), `attendance.not-yours` (403), and of what is not public `attendance.not-published` (409). */
  codeFor(actor: Actor, eventId: string): Promise<string> {
    return this.db.read(async (tx) => {
      const event = await this.gate.eventOf(tx, actor, eventId);
      return event.publicRevision === null ? refuse('attendance.not-published') : this.codes.of(event, 'board');
    });
  }

  /** The board behind a code. Refuses `attendance.board-unknown` (404). */
  at(code: string): Promise<Board> {
    return this.db.read(async (tx) => {
      const event = await this.codes.event(tx, code, 'board');
      if (event.publicRevision === null) return refuse('attendance.board-unknown', { status: 404 });
      const now = this.clock.now();
      const { participants, walkIns } = await this.attendance.counts(tx, event.id);
      const { heads, places } = await this.boards.expected(tx, event.id);
      const moment = boardMoment(event, now);
      return { event, moment, came: participants + walkIns, walkIns, toCome: stillToCome(heads, participants), places, lacking: moment === 'off' ? [] : await this.boards.lacking(tx, event.id, now), now };
    });
  }
}
