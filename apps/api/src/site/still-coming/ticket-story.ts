import { Injectable } from '@nestjs/common';
import { StillComing, type Earlier, type StillComingQuestion } from '@yoriai/events';
import { EventReader } from '../events/event-reader.js';

/** What became of the event since somebody applied: where and when it was before, and what they are asked. */
@Injectable()
export class TicketStory {
  constructor(
    private readonly events: EventReader,
    private readonly still: StillComing,
  ) {}

  now(): Date {
    return this.events.now();
  }

  async of(token: string, eventId: string): Promise<{ earlier: Earlier | null; question: StillComingQuestion | null }> {
    return { earlier: await this.events.earlier(eventId), question: await this.still.questionByTicket(token) };
  }
}
