import { Injectable } from '@nestjs/common';
import { addDays, jstDate, newId, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { EventMoves } from '../event/event-moves.js';
import type { EventEntity } from '../event/event.entity.js';
import { EventRepository } from '../event/event.repository.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import { SeriesDateWriter, dayOf } from './series-date-writer.js';
import { SeriesDates } from './series-dates.service.js';
import { withRule } from './series-plan.rules.js';
import { changedFields, spread, type Scope } from './series-spread.rules.js';
import { SeriesRepository } from './series.repository.js';

/** What was taken over on one date, and for which of them it is meant. */
export interface SpreadEdit {
  /** The date it was written on, locked after its series and saved. */
  event: EventEntity;
  before: EventSnapshot;
  after: EventSnapshot;
  scope: Exclude<Scope, 'this'>;
  kind: 'submission' | 'minor';
  writtenBy: string;
  /** Somebody at the ward decided on it, and no rule. */
  byPeople: boolean;
}

/** An edit of this date and those that follow, or of all that are to come, once it stands on the date it was written on. */
@Injectable()
export class SeriesSpread {
  constructor(
    private readonly series: SeriesRepository,
    private readonly events: EventRepository,
    private readonly loader: EventLoader,
    private readonly writer: SeriesDateWriter,
    private readonly dates: SeriesDates,
    private readonly moves: EventMoves,
  ) {}

  /** Writes it into the other dates and into what new dates read like, then makes the dates those of the rule. What has begun stays as it was. */
  async take(tx: Tx, edit: SpreadEdit): Promise<void> {
    const { event, before, after, scope, kind, writtenBy } = edit;
    const series = event.seriesId && (await this.series.byId(tx, event.seriesId));
    if (!series || !event.seriesDate) throw new Error(`Event ${event.id} is no date of a series`);
    const now = this.moves.now();
    const tomorrow = addDays(jstDate(now), 1);
    const from = scope === 'following' && event.seriesDate > tomorrow ? event.seriesDate : tomorrow;
    const fields = changedFields(before, after);
    const source = { on: dayOf(after), content: after };

    const ahead = (await this.series.datesOf(tx, series.id, now, from)).filter(({ state, startsAt, eventId }) => state === 'published' && startsAt > now && eventId !== event.id);
    const locked = await this.events.lockDates(tx, series.id, ahead.map(({ date }) => date));
    for (const facts of await this.loader.factsOf(tx, locked)) await this.writer.write(tx, facts, { fields, source, kind, writtenBy });

    const template = spread({ on: series.templateOn, content: series.template }, fields, source, newId);
    const ruled = after.repeats && fields.includes('repeats') ? withRule(series, after.repeats, from) : series;
    await this.dates.settle(tx, { ...ruled, template, approvedByRule: edit.byPeople ? null : series.approvedByRule });
  }
}
