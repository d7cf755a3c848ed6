import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@yoriai/associations';
import { Streaks } from '@yoriai/attendance';
import { ContestResults, StillComing, type Earlier, type OwnResult, type PublicDecision, type StillComingQuestion, type TicketAnswer } from '@yoriai/events';
import type { AssignmentResponse } from '@yoriai/rosters';
import { EventReader } from '../events/event-reader.js';
import { Notes, type NotePlace } from '../page/notes.js';
import { SameTime } from '../page/same-time.js';

const placeOf = (token: string): NotePlace => ({ name: 'yoriai_address', path: `/t/${encodeURIComponent(token)}` });

/** What became of the event since somebody applied: where and when it was before, what was decided about the day, what they are asked, how often in a row they came, and what the results say of their numbers. */
@Injectable()
export class TicketStory {
  constructor(
    private readonly events: EventReader,
    private readonly still: StillComing,
    private readonly streaks: Streaks,
    private readonly results: ContestResults,
    private readonly notes: Notes,
    private readonly sameTime: SameTime,
  ) {}

  /** The duties of whoever is signed in, where the ticket is theirs and active. */
  async duties(actor: Actor | null | undefined, ticket: TicketAnswer): Promise<AssignmentResponse[]> {
    return ticket.can.cancel === true ? this.sameTime.dutiesBeside(actor, ticket) : [];
  }

  /** Keeps a new address, as it was typed, for the page that follows. */
  leaveTyped(reply: FastifyReply, token: string, email: string): void {
    this.notes.leave(reply, placeOf(token), { email });
  }

  /** That address, once: a slip is seen by who made it, and by nobody who opens the ticket later. */
  typed(request: FastifyRequest, reply: FastifyReply, token: string): string | null {
    const note = this.notes.read<{ email: string }>(request, placeOf(token));
    if (note !== null) this.notes.drop(reply, placeOf(token));
    return note?.email ?? null;
  }

  now(): Date {
    return this.events.now();
  }

  async of(token: string, { event, entries }: Pick<TicketAnswer, 'event' | 'entries'>): Promise<{ earlier: Earlier | null; decided: PublicDecision | null; question: StillComingQuestion | null; streak: number | null; results: OwnResult[] | null }> {
    return {
      earlier: await this.events.earlier(event.id),
      decided: await this.events.decided(event.id),
      question: await this.still.questionByTicket(token),
      streak: event.seriesId === null ? null : await this.streaks.ofTicket(token),
      results: entries.length === 0 ? null : await this.results.own(event.id, entries),
    };
  }
}
