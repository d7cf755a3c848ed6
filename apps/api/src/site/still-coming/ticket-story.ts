import { Injectable } from '@nestjs/common';
import { Streaks } from '@yoriai/attendance';
import { StillComing, type Earlier, type StillComingQuestion, type TicketEvent } from '@yoriai/events';
import { EventReader } from '../events/event-reader.js';

/** What became of the event since somebody applied: where and when it was before, what they are asked, and how often in a row they came. */
@Injectable()
export class TicketStory {
  constructor(
    private readonly events: EventReader,
    private readonly still: StillComing,
    private readonly streaks: Streaks,
  ) {}

  now(): Date {
    return this.events.now();
  }

  async of(token: string, { id, seriesId }: Pick<TicketEvent, 'id' | 'seriesId'>): Promise<{ earlier: Earlier | null; question: StillComingQuestion | null; streak: number | null }> {
    return { earlier: await this.events.earlier(id), question: await this.still.questionByTicket(token), streak: seriesId === null ? null : await this.streaks.ofTicket(token) };
  }
}
