import { Injectable } from '@nestjs/common';
import { AnswerRounds, HostAnswers } from '@yoriai/events';
import { addDays, atJst, Clock, Db, jstDate } from '@yoriai/platform';
import type { SeedClock } from './seed-clock.js';
import type { StagedEvent } from './staged-event.js';

/** Hosts who answer the neighbours that applied where the host says who gets a place. */
@Injectable()
export class DemoChoices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly answers: HostAnswers,
    private readonly rounds: AnswerRounds,
  ) {}

  /** Yesterday all are accepted but the last, who is declined with a word; the answers are told. */
  async play({ id: eventId, players: { host } }: StagedEvent): Promise<void> {
    const clock = this.clock as SeedClock;
    const yesterday = addDays(jstDate(clock.today), -1);
    clock.set(atJst(yesterday, '19:00'));
    const found = await this.db.alone<{ id: string }>(`select id from events.application where event_id = $1 and status = 'applied' order by created_at, id`, [eventId]);
    const ids = found.map(({ id }) => id);
    if (ids.length < 2) return;
    await this.answers.answer(host, { eventId, ids: ids.slice(0, -1), choice: 'accepted', words: null });
    await this.answers.answer(host, { eventId, ids: ids.slice(-1), choice: 'declined', words: '道具の数に限りがあるためです。春にもひらきますので、またお申し込みください。' });
    clock.set(atJst(yesterday, '19:30'));
    await this.rounds.sweep();
  }
}
